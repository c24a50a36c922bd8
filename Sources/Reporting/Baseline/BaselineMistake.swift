public import SourceText

/// Why a baseline cannot be used. Nothing is set aside by a file that is understood in part.
public enum BaselineMistake: Error, Hashable, Sendable {
  /// The file is no JSON, or none of this form.
  case noBaseline(detail: String)
  /// The file was written by a later version of the program.
  case laterVersion(Int)
  /// It records the law of another State.
  case otherState(recorded: String, asked: String)
  /// It records what another treaty asks.
  case otherInstrument(recorded: String, asked: String)
  /// It was written with another reading fixed; nil: all readings counted.
  case otherReading(recorded: String?, asked: String?)
  /// It was written with another grade of evidence.
  case otherEvidence(recorded: String, asked: String)
  /// The treaty has no such rule.
  case unknownRule(String, nearest: String?)
  /// A rule is recorded twice.
  case repeatedRule(String)
  /// The vocabulary has no such element.
  case unknownElement(String, rule: String, nearest: String?)
  /// The element has no such value.
  case unknownValue(String, element: String, rule: String, nearest: String?)
  /// The element counts numbers, and this is none of them.
  case badNumber(String, element: String, rule: String)
  /// An element is named without a value.
  case noValue(element: String, rule: String)
  /// The day is none.
  case badDate(String)
  /// The grade of evidence is none.
  case badEvidence(String)

  /// The code whose explanation helps.
  public var code: DiagnosticCode {
    switch self {
    case .noBaseline, .laterVersion, .repeatedRule, .badNumber, .noValue, .badDate, .badEvidence:
      .baselineUnreadable
    case .otherState, .otherInstrument, .otherReading, .otherEvidence: .baselineOfAnotherQuestion
    case .unknownRule: .unknownRule
    case .unknownElement: .unknownElement
    case .unknownValue: .unknownValue
    }
  }

  /// What is wrong, in words for the user. Nothing of the file is printed as it stands: it may hold control characters.
  ///
  /// - Parameter file: how the user named the file.
  public func message(about file: String) -> String {
    switch self {
    case .noBaseline(let detail): "`\(file)` is no baseline: \(Self.harmless(detail, limit: 200))"
    case .laterVersion(let version):
      "the baseline `\(file)` has the form \(version), and this program reads form \(BaselineFile.version)"
    case .otherState(let recorded, let asked):
      "the baseline `\(file)` records the law of `\(Self.harmless(recorded))`, and the law checked is that of `\(asked)`"
    case .otherInstrument(let recorded, let asked):
      "the baseline `\(file)` records what `\(Self.harmless(recorded))` asks, and the check is against `\(asked)`"
    case .otherReading(let recorded, let asked):
      "the baseline `\(file)` was written with \(Self.reading(recorded)), and this check has \(Self.reading(asked))"
    case .otherEvidence(let recorded, let asked):
      "the baseline `\(file)` was written with `--evidence \(recorded)`, and this check has `--evidence \(asked)`"
    case .unknownRule(let name, _):
      "the baseline `\(file)` records a rule `\(Self.harmless(name))` that is no more"
    case .repeatedRule(let name): "the baseline `\(file)` records the rule `\(name)` twice"
    case .unknownElement(let name, let rule, _):
      "the baseline `\(file)` names, under the rule `\(rule)`, an element `\(Self.harmless(name))` that is no more"
    case .unknownValue(let name, let element, let rule, _):
      "the baseline `\(file)` names, under the rule `\(rule)`, a value `\(Self.harmless(name))` of `\(element)` "
        + "that is no more"
    case .badNumber(let text, let element, let rule):
      "the baseline `\(file)` names, under the rule `\(rule)`, `\(Self.harmless(text))`, which `\(element)` does "
        + "not count"
    case .noValue(let element, let rule):
      "the baseline `\(file)` names, under the rule `\(rule)`, the element `\(element)` without a value"
    case .badDate(let text): "the baseline `\(file)` is of the day `\(Self.harmless(text))`, which is none"
    case .badEvidence(let text):
      "the baseline `\(file)` was written with `\(Self.harmless(text))`, which is no grade of evidence"
    }
  }

  /// Text of the file without control characters and marks of writing direction, and not too much of it.
  private static func harmless(_ text: String, limit: Int = 60) -> String {
    let kept = text.unicodeScalars.prefix(limit).filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
      default: true
      }
    }
    return String(String.UnicodeScalarView(kept)) + (text.unicodeScalars.count > limit ? "…" : "")
  }

  private static func reading(_ name: String?) -> String {
    name.map { "`--reading \(harmless($0))`" } ?? "all readings counted"
  }

  /// What the user can do.
  public var help: [String] {
    switch self {
    case .noBaseline, .badDate, .badEvidence, .badNumber, .noValue, .repeatedRule:
      ["`lacuna check … --write-baseline FILE` writes one; it is not meant to be written by hand"]
    case .laterVersion: ["take the program that wrote it, or write it again"]
    case .otherState, .otherInstrument: ["give the baseline of this law and this treaty"]
    case .otherReading, .otherEvidence:
      ["ask the same question as when it was written, or write one for this question with `--write-baseline`"]
    case .unknownRule(_, let nearest), .unknownElement(_, _, let nearest),
      .unknownValue(_, _, _, let nearest):
      (nearest.map { ["was it renamed to `\($0)`?"] } ?? [])
        + ["look at what is open now, and write the baseline again with `--write-baseline`"]
    }
  }
}
