import LegalSyntax

/// An invented law that shows the language at work: one of everything that most laws need.
///
/// Checked against the shipped rules it has few findings, each of another kind, and `lacuna lint` finds nothing.
struct StarterLaw {
  /// The code of the State.
  let state: String
  /// Where the files will stand, as the user writes it.
  let folder: String
  /// The day up to which the invented law is said to be researched.
  let today: CalendarDate

  /// The files with their names inside the folder, in canonical layout.
  var files: [(name: String, text: String)] {
    [("jurisdiction.lacuna", jurisdiction), ("penal-code.lacuna", penalCode)]
  }

  /// A path as it is typed in a shell.
  static func quoted(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }

  private var jurisdiction: String {
    """
    # Which treaties bind the State, and since when. The day stands in the list of parties of the depositary.
    jurisdiction \(state) "State \(state)" {
      bound by OPSC from 2003-01-01 evidence unverified "an example: look the day up"
    }

    """
  }

  private var penalCode: String {
    """
    # An invented law of an invented country. Replace it, article by article, with the law of yours.
    #
    #   lacuna check \(Self.quoted(folder))
    #       what it leaves unpunished, which line is the cause, and what would close the gap
    #   lacuna lint \(Self.quoted(folder))
    #       what is allowed here and seldom meant
    #   lacuna vocabulary means
    #       the values that a line on the means may use
    #   lacuna explain 3.1.b
    #       what one obligation asks
    #
    # Each line names an element of the offence and its values, with the words of the law beside them. Lines all hold at
    # once, values of one line are alternatives, and an element without a line may have any value.
    statute \(state)/penal-code "Penal Code of \(state)" {
      in force   from 2000-01-01
      researched up to \(today)
      # How lines are known: text (read in the law), secondary (a source reports it), unverified. Lines may say otherwise.
      evidence unverified example

      source example "an invented law, written by lacuna init"

      # A definition punishes nothing. An offence that uses it inherits its lines.
      article 1 "Terms" {
        define child "child" {
          age under 18 "a person under eighteen years"
        }
        define sale "sale of a child" {
          # The State relies on the definition for this duty: whatever it asks for beyond the treaty is told.
          implements OPSC 2.a claimed by \(state) "initial report, para. 12, invented"
          uses child
          act           offer, deliver, accept "offers, hands over or takes over"
          consideration anything-of-value "for money or another advantage"
        }
      }

      article 2 "Sale of children" {
        implements OPSC 3.1.a.i.* claimed by \(state) "initial report, para. 14, invented"
        offence {
          uses sale
          penalty imprisonment 5 to 12 years
          penalty imprisonment 10 to 20 years where age under 12
        }
      }

      # The line on the means asks for what the treaty does not: read what the report says, then delete it.
      article 3 "Child prostitution" {
        implements OPSC 2.b, 3.1.b claimed by \(state) "initial report, para. 20, invented"
        define child-prostitution "child prostitution" {
          uses child
          purpose       prostitution "for prostitution"
          consideration anything-of-value "for money or another advantage"
        }
        offence {
          uses child-prostitution
          act     offer, obtain, procure, provide "offers, obtains, procures or provides"
          means   coercive, deceptive "by force or deception"
          penalty imprisonment 6 to 10 years
        }
      }

      article 4 "Child pornography" {
        implements OPSC 2.c, 3.1.c, 3.1.c.possession claimed by \(state) "initial report, para. 26, invented"
        define child-pornography "child pornography" {
          uses child
          person-depicted real-child "of a child"
          depiction       protocol-depiction "sexual acts, or sexual parts for sexual purposes"
        }
        offence {
          uses child-pornography
          act seven-acts, possess "makes, hands on, spreads, imports, exports, offers, sells or possesses"
          except "work of the police and the courts" {
            lawfulness official-duty
          }
          penalty imprisonment 1 to 5 years
        }
      }

      # The general part widens other articles: by itself an offence speaks of one natural person and the completed act.
      article 10 "Attempt" {
        extend stage to attempted "whoever attempts a felony" {
          where maximum over 5 years
        }
      }

      article 11 "Participation and legal persons" {
        extend participation to co-perpetrator, instigator, accomplice, organiser "whoever takes part" {
          over every statute
        }
        extend offender to legal-person "a legal person on whose behalf the act is done" {
          over      articles 2 to 4
          liability administrative
        }
      }

      # An exemption takes cases out of offences, whatever widened them.
      article 12 "Victims" {
        exempt "the child that is the victim" {
          over        articles 2 to 4
          offender-is the-victim
        }
      }

      # Law that is known to exist and was not read. What only it could reach is open: neither a gap nor covered.
      unread "the penal articles of the Adoption Act" {
        act     induce-consent, pay-for-consent
        purpose adoption
        age     under 18
      }
    }

    """
  }
}
