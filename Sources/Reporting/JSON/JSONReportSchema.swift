import GapAnalysis
import LegalModel

/// The JSON Schema (draft 2020-12) of the JSON report, version 1: the one place where it is written down.
///
/// Objects stay open for fields that later programs add, as the report promises; the tests close them, so that no
/// field can be rendered and not described.
public enum JSONReportSchema {
  /// The schema as JSON text with a final line feed.
  public static var text: String { JSONText.render(schema) }

  private static var schema: JSONValue {
    .members([
      "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:lacuna:report:1",
      "title": "Lacuna report, version 1",
      "description": .text("\(Report.notice) Sentences are for people and may be reworded at any time."),
      "type": "object", "required": required(report, optional: ["baseline"]),
      "properties": properties(report),
      "$defs": .object([
        ("statute", object("A law of the State.", statute)),
        (
          "amendment",
          object("A file of edits on a statute.", amendment, optional: ["inForceFrom", "reason"])
        ),
        ("rule", object("One obligation.", rule, optional: ["setAside"])),
        ("row", object("A row of the element matrix.", row)),
        (
          "finding",
          object(
            "One thing wrong with the law.", finding,
            optional: ["claim", "proof", "missingRemedy", "acceptedBy", "waiver"])
        ),
        ("cause", object("A line of the law that keeps the nearest provision away.", cause)),
        ("waiver", object("Cases of one rule that somebody accepts for a time.", waiver)),
      ]),
    ])
  }

  typealias Fields = [(name: String, value: JSONValue)]

  // MARK: Objects

  private static var report: Fields {
    [
      ("reportVersion", .members(["const": 1, "description": "A change of meaning gets a new number."])),
      ("notice", string("What a report is not; to be shown with it.")),
      (
        "tool",
        object(
          "The program.",
          [
            ("name", .members(["const": "lacuna"])),
            ("version", pattern("Semantic version.", "^[0-9]+\\.[0-9]+\\.[0-9]+")),
          ])
      ),
      ("jurisdiction", named("The State: its code; in words, or the code where no file declares it.")),
      ("instrument", named("The treaty: its short name; its title.")),
      ("bound", flag("Whether a file says that the instrument binds the State on the day.")),
      ("asOf", pattern("The day on which law and obligations count.", day)),
      (
        "reading",
        .members([
          "type": ["string", "null"],
          "description": "The authority whose reading was fixed; null if all count.",
        ])
      ),
      ("evidence", grade("The weakest grade that covers for certain.")),
      ("evidenceShare", string("How many lines of the law in force rest on which grade.")),
      ("warnings", strings("What to know before the results.")),
      ("amendments", list("The amendments among the files, those applied first.", of: "amendment")),
      ("statutes", list("The laws of the State.", of: "statute")), ("inputs", inputs),
      ("rules", list("Binding ones first, each level in the order of the instrument.", of: "rule")),
      (
        "findings",
        list(
          "By level; gaps before defects before what depends before waivers; what is accepted last.",
          of: "finding")
      ),
      (
        "notChecked",
        .members([
          "type": "array",
          "items": object(
            "What could not be checked.",
            [("rule", string("The rule.")), ("reason", string("What of it was not checked, and why."))]),
        ])
      ),
      ("notes", strings("What is worth knowing of single provisions and is no finding.")),
      ("waivers", list("What somebody accepts, in the order of the files.", of: "waiver")),
      ("baseline", object("The baseline that was applied, if one was.", baseline)),
    ]
  }

  private static var inputs: JSONValue {
    let file = object(
      "A file.",
      [
        ("path", string("As given; the rules inside the program begin with `Rules/`.")),
        ("digest", pattern("In lower-case hexadecimal.", "^[0-9a-f]+$")),
      ])
    return object(
      "The files that were read.",
      [
        ("digestAlgorithm", string("`SHA-256`.")), ("files", .members(["type": "array", "items": file])),
      ])
  }

  private static var statute: Fields {
    [
      ("id", string("`KHM/tse-2008`.")), ("title", string("The title.")),
      ("inForceFrom", dayOrUnknown("Since when it is in force.")),
      ("researchedUpTo", dayOrUnknown("The day on which somebody last looked for changes.")),
    ]
  }

  private static var amendment: Fields {
    [
      ("id", string("`KHM/bill-a`.")), ("title", string("The title.")),
      ("statute", string("What it changes.")),
      ("status", choice("What it is.", ["enacted", "bill", "fictional"])),
      ("inForceFrom", pattern("Its commencement, where the file gives a day.", day)),
      ("path", string("As in `inputs`.")),
      ("applied", flag("Whether the law that was checked holds its edits.")),
      ("reason", string("Why it is not applied, or is although its day has not come.")),
    ]
  }

  private static var rule: Fields {
    [
      ("id", string("`OPSC 3.1.a.i.c`.")), ("title", string("What it asks.")), ("level", level),
      ("cite", string("The pinpoint; for rules that are not treaty text their source.")),
      ("verdict", choice("What is to be said of the law.", Verdict.allCases.map(\.rawValue))),
      (
        "cases",
        object(
          "Exact numbers of cases, as decimal strings because they pass 2⁶⁴.",
          [
            ("required", count("The sum of covered, depends and gap.")),
            ("covered", count("As the rule asks.")),
            ("depends", count("As the rule asks under some readings only.")),
            ("gap", count("Not as the rule asks, however the law is read.")),
            ("unverified", count("Of the covered cases, those that rest on unverified lines.")),
          ])
      ),
      (
        "setAside",
        object(
          "Open cases that are set aside, where there are any; the counts of `cases` hold them too.",
          [
            ("waivedGap", count("Cases of the gap that waivers in force accept.")),
            ("waivedDepends", count("Undecided cases that waivers in force accept.")),
            ("recordedGap", count("Cases of the gap that only the baseline sets aside.")),
            ("recordedDepends", count("Undecided cases that only the baseline sets aside.")),
          ])
      ),
      ("elements", list("The element matrix, a row for each value.", of: "row")),
      ("findings", strings("The `id` of every finding about this rule.")),
    ]
  }

  private static var row: Fields {
    [
      ("element", string("`act`.")), ("value", string("One value; numbers as `15` or `15 to 17`.")),
      (
        "status",
        choice("How the cases with the value stand.", ["covered", "partly", "not-covered", "depends"])
      ),
      ("by", strings("The articles that reach some of these cases.")),
    ]
  }

  private static var finding: Fields {
    [
      ("id", pattern("Made from rule, kind, logic, region and provision.", "^[0-9a-f]{16}$")),
      // Open: later programs may know more kinds.
      (
        "kind",
        .members([
          "type": "string", "examples": .texts(FindingKind.allCases.map(\.rawValue)),
          "description": "See `lacuna explain KIND`; new kinds may be added.",
        ])
      ),
      (
        "logic",
        choice(
          "Which of the two questions found it; `waiver` compares what is accepted with what is open.",
          ["coverage", "defect", "waiver"])
      ),
      ("rule", string("The first rule concerned.")),
      ("rules", strings("Every rule concerned; more than one only for a defect.")), ("level", level),
      ("region", region),
      (
        "example",
        .members([
          "type": "object", "description": "Element to value: one case of the region.",
          "additionalProperties": string("A value."),
        ])
      ),
      ("text", string("The finding in one sentence.")),
      ("causes", list("The lines that keep the nearest provisions away.", of: "cause")),
      ("nearest", strings("The near misses, nearest first.")),
      ("remedy", strings("Edits that were shown to work, all together.")),
      ("proof", string("What the second run with the remedy found.")),
      ("missingRemedy", string("Why there is no remedy, where one was looked for.")),
      ("claim", string("In a defect, who relies on the provision, and for which rules.")),
      ("decision", strings("What decides, where readings do.")),
      ("evidence", grade("The weakest grade the finding rests on.")),
      ("complete", flag("False where the rule has more regions than were listed.")),
      ("acceptedBy", string("The waiver in force that accepts it; a finding with this field fails no run.")),
      ("waiver", string("The waiver that a finding of the logic `waiver` is about.")),
    ]
  }

  private static var cause: Fields {
    [
      ("statute", string("`KHM/tse-2008`.")), ("article", string("The number of the article.")),
      ("element", string("The element; `penalty` for a penalty.")), ("path", string("As in `inputs`.")),
      ("line", position("The line, from 1.")),
      ("column", position("The column, from 1, in characters as a reader sees them.")),
      ("evidence", grade("The grade of the line.")),
    ]
  }

  private static var waiver: Fields {
    [
      ("id", string("`KHM/adoption-law-pending`.")), ("title", string("What is accepted, in a few words.")),
      ("rule", string("The rule.")), ("by", string("Who accepts it.")), ("reason", string("Why.")),
      ("until", pattern("The first day on which it is not accepted any more.", day)),
      ("inForce", flag("Whether it holds on the day of the check; else it sets nothing aside.")),
      ("text", string("The cases it accepts, in words.")),
      (
        "regions",
        .members([
          "type": "array", "items": region,
          "description": "The cases of the rule that it accepts, as regions.",
        ])
      ),
      (
        "open",
        object(
          "How many of these cases are open.",
          [("gap", count("Those of the gap.")), ("depends", count("Those that depend on a reading."))])
      ),
      ("findings", strings("The `id` of every finding that it accepts.")),
      ("path", string("As in `inputs`.")), ("line", position("The line, from 1.")),
    ]
  }

  private static var baseline: Fields {
    [
      ("path", string("As in `inputs`.")), ("asOf", pattern("The day whose law it records.", day)),
      ("defects", whole("How many defects it sets aside.")),
      ("notRecorded", strings("Rules that it does not know; whatever is open there counts as new.")),
      (
        "closed",
        .members([
          "type": "array",
          "items": object(
            "A recorded region in which nothing is open any more.",
            [
              ("rule", string("The rule.")), ("text", string("The cases in words.")), ("region", region),
            ]),
        ])
      ),
      ("closedDefects", whole("How many recorded defects are gone.")),
    ]
  }

  // MARK: Parts of a schema

  static var region: JSONValue {
    .members([
      "type": "object", "description": "Element to values, where not every value is allowed.",
      "additionalProperties": strings("Values."),
    ])
  }

  static func whole(_ description: String) -> JSONValue {
    .members(["type": "integer", "minimum": 0, "description": .text(description)])
  }

  static let day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

  static var level: JSONValue {
    choice("The weight of the rule.", Level.allCases.reversed().map(\.rawValue))
  }

  static func object(_ description: String, _ fields: Fields, optional: Set<String> = []) -> JSONValue {
    .members([
      "type": "object", "description": .text(description), "required": required(fields, optional: optional),
      "properties": properties(fields),
    ])
  }

  static func required(_ fields: Fields, optional: Set<String> = []) -> JSONValue {
    .texts(fields.map(\.name).filter { !optional.contains($0) })
  }

  static func properties(_ fields: Fields) -> JSONValue { .object(fields) }

  static func named(_ description: String) -> JSONValue {
    object(description, [("id", string("Short name.")), ("title", string("Name in words."))])
  }

  static func string(_ description: String) -> JSONValue {
    .members(["type": "string", "description": .text(description)])
  }

  static func flag(_ description: String) -> JSONValue {
    .members(["type": "boolean", "description": .text(description)])
  }

  static func position(_ description: String) -> JSONValue {
    .members(["type": "integer", "minimum": 1, "description": .text(description)])
  }

  static func pattern(_ description: String, _ pattern: String) -> JSONValue {
    .members(["type": "string", "pattern": .text(pattern), "description": .text(description)])
  }

  static func count(_ description: String) -> JSONValue { pattern(description, "^[0-9]+$") }

  static func dayOrUnknown(_ description: String) -> JSONValue {
    pattern(description, "^([0-9]{4}-[0-9]{2}-[0-9]{2}|unknown)$")
  }

  static func choice(_ description: String, _ values: [String]) -> JSONValue {
    .members(["enum": .texts(values), "description": .text(description)])
  }

  static func grade(_ description: String) -> JSONValue {
    choice(description, EvidenceGrade.allCases.map(\.rawValue))
  }

  static func strings(_ description: String) -> JSONValue {
    .members(["type": "array", "items": .members(["type": "string"]), "description": .text(description)])
  }

  static func list(_ description: String, of name: String) -> JSONValue {
    .members([
      "type": "array", "items": .members(["$ref": .text("#/$defs/" + name)]),
      "description": .text(description),
    ])
  }
}
