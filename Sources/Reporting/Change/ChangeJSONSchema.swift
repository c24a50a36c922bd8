import GapAnalysis
import LegalModel

/// The JSON Schema (draft 2020-12) of a comparison as JSON, version 1: the one place where it is written down.
public enum ChangeJSONSchema {
  private typealias Parts = JSONReportSchema
  private typealias Fields = JSONReportSchema.Fields

  /// The schema as JSON text with a final line feed.
  public static var text: String { JSONText.render(schema) }

  private static var schema: JSONValue {
    .members([
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:lacuna:change:1",
      "title": "Lacuna comparison of two states of the law, version 1",
      "description": .text("\(Report.notice) Sentences are for people and may be reworded at any time."),
      "type": "object", "required": Parts.required(report), "properties": Parts.properties(report),
      "$defs": .object([
        ("state", Parts.object("One of the two states.", state)),
        ("amendment", Parts.object("A file of edits on a statute.", amendment)),
        ("rule", Parts.object("One obligation, asked of both states.", rule)),
        ("move", Parts.object("A maximal region of cases that stand otherwise.", move)),
        ("place", Parts.object("A place in a file of the state after.", place)),
        ("finding", Parts.object("A finding of one of the states.", finding)),
      ]),
    ])
  }

  private static var report: Fields {
    [
      (
        "changeReportVersion",
        .members(["const": 1, "description": "A change of meaning gets a new number."])
      ),
      ("notice", Parts.string("What a report is not; to be shown with it.")),
      ("tool", Parts.string("The program and its version.")),
      ("jurisdiction", Parts.named("The State: its code; in words, or the code where no file declares it.")),
      ("instrument", Parts.string("The short name of the treaty.")),
      ("before", reference("state")), ("after", reference("state")),
      ("rules", Parts.list("Binding ones first, each level in the order of the instrument.", of: "rule")),
      ("moves", Parts.list("Losses first, then by level.", of: "move")),
      (
        "outside",
        Parts.object(
          "What changed outside of all rules, for information.",
          [
            ("moves", Parts.list("Regions; their `rules` are empty.", of: "move")),
            ("remark", Parts.string("Why the list is not complete; absent if it is.")),
          ], optional: ["remark"])
      ),
      ("onlyBefore", Parts.strings("Rules that only the state before was asked.")),
      ("onlyAfter", Parts.strings("Rules that only the state after was asked.")),
      (
        "findings",
        Parts.object(
          "The findings of both states, compared by `id`.",
          [
            ("opened", Parts.list("Of the state after alone.", of: "finding")),
            ("closed", Parts.list("Of the state before alone.", of: "finding")),
            ("unchanged", Parts.list("Of both.", of: "finding")),
          ])
      ), ("notes", Parts.strings("What is worth knowing of single provisions now and was not said before.")),
    ]
  }

  private static var state: Fields {
    [
      ("label", Parts.string("How the user named it.")), ("asOf", Parts.pattern("Its day.", Parts.day)),
      ("amendments", Parts.list("Applied or not.", of: "amendment")),
      ("warnings", Parts.strings("What the reader should know of it.")),
    ]
  }

  private static var amendment: Fields {
    [
      ("id", Parts.string("`KHM/bill-a`.")),
      ("status", Parts.choice("What it is.", ["enacted", "bill", "fictional"])),
      ("applied", Parts.flag("Whether the state holds its edits.")),
    ]
  }

  private static var rule: Fields {
    let verdicts = Verdict.allCases.map(\.rawValue)
    return [
      ("id", Parts.string("`OPSC 3.1.a.i.c`.")), ("title", Parts.string("What it asks.")),
      ("level", Parts.level),
      ("change", Parts.choice("In one word.", ["equal", "wider", "narrower", "both"])),
      ("verdictBefore", Parts.choice("What was to be said.", verdicts)),
      ("verdictAfter", Parts.choice("What is to be said now.", verdicts)),
      ("lost", Parts.count("How many cases stand worse.")),
      ("gained", Parts.count("How many cases stand better.")),
      ("lostShare", Parts.string("The same as a share of what the rule asked of the state before.")),
      ("gainedShare", Parts.string("Likewise.")),
      ("folded", Parts.flag("Whether cases that follow from other rules are told there.")),
      ("complete", Parts.flag("Whether every region is listed.")),
      (
        "askedOtherwise",
        Parts.flag("Whether the rule asks for other cases in one state; only those of both are compared.")
      ),
    ]
  }

  private static var move: Fields {
    let standings = ["covered", "depends", "gap"]
    return [
      ("rules", Parts.strings("The rules that say the same of it; empty outside of all rules.")),
      (
        "level",
        Parts.choice(
          "The level of these rules; empty outside of all rules.",
          Level.allCases.reversed().map(\.rawValue) + [""])
      ), ("direction", Parts.choice("Whether they stand worse or better.", ["lost", "gained"])),
      ("from", Parts.choice("How they stood.", standings)),
      ("to", Parts.choice("How they stand.", standings)),
      ("region", map("Element to values, where not every value is allowed.", Parts.strings("Values."))),
      ("text", Parts.string("What became of which cases, in one sentence.")),
      ("example", map("Element to value: one case of the region.", Parts.string("A value."))),
      ("before", Parts.strings("The provisions that reached them and are not the same any more.")),
      ("after", Parts.strings("The provisions that reach them now and were not the same before.")),
      ("causes", Parts.strings("The articles that made the difference.")),
      ("nearest", Parts.strings("What comes nearest now, and what keeps it away.")),
      ("places", Parts.list("Where that stands, or the articles that changed.", of: "place")),
      ("decision", Parts.strings("What decides now, where readings do.")),
    ]
  }

  private static var place: Fields {
    [
      ("path", Parts.string("As given.")), ("line", Parts.position("The line, from 1.")),
      ("column", Parts.position("The column, from 1, in characters as a reader sees them.")),
      ("what", Parts.string("The element or the article that stands there.")),
    ]
  }

  private static var finding: Fields {
    [
      ("id", Parts.pattern("As in the report of `lacuna check`.", "^[0-9a-f]{16}$")),
      ("kind", Parts.string("See `lacuna explain KIND`; new kinds may be added.")),
      ("logic", Parts.choice("Which of the two questions found it.", ["coverage", "defect"])),
      ("rule", Parts.string("The first rule concerned.")), ("level", Parts.level),
      ("text", Parts.string("The finding in one sentence.")),
      (
        "reworded",
        Parts.flag("Whether a defect of the same articles and elements is on the other side of the change.")
      ),
    ]
  }

  private static func map(_ description: String, _ values: JSONValue) -> JSONValue {
    .members(["type": "object", "description": .text(description), "additionalProperties": values])
  }

  private static func reference(_ name: String) -> JSONValue { .members(["$ref": .text("#/$defs/" + name)]) }
}
