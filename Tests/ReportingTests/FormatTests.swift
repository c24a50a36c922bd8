import Foundation
import Testing

@testable import Reporting

/// Text that is hostile to a format stays text.
@Suite struct FormatTests {
  private let report = HostileReport.report

  // MARK: SARIF

  private func run() throws -> [String: Any] {
    let data = Data(SARIFRenderer().render(report).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func sarifHoldsHostileText() throws {
    let result = try #require((try run()["results"] as? [[String: Any]])?.first)
    let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
    #expect(message.contains("{{0}}"))
    #expect(message.contains("[TOY 1](1)"))
    #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
    #expect(result["ruleId"] as? String == "TOY/1/value-missing")
    #expect(result["level"] as? String == "error")
  }

  @Test func remarksOnInputFilesAreNotifications() throws {
    let invocation = try #require((try run()["invocations"] as? [[String: Any]])?.first)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((notification["descriptor"] as? [String: Any])?["id"] as? String == "L611")
    #expect((notification["locations"] as? [Any])?.count == 1)
  }

  @Test(arguments: [
    ("a b/ក.lacuna", "a%20b/%E1%9E%80.lacuna"), ("100%#?.lacuna", "100%25%23%3F.lacuna"),
    ("c:/d", "c%3A/d"), ("A-z_0.9~", "A-z_0.9~"), ("é", "%C3%A9"), ("\t", "%09"),
  ]) func pathsBecomeReferences(_ path: String, _ reference: String) {
    #expect(PercentEncoding.path(path) == reference)
  }

  @Test(arguments: [
    ("binding", false, "error"), ("binding", true, "warning"), ("conditional", false, "warning"),
    ("conditional", true, "note"), ("recommended", false, "note"), ("optional", true, "note"),
  ]) func levelsBecomeSteps(_ level: String, _ isUndecided: Bool, _ step: String) throws {
    var finding = try #require(report.findings.first)
    finding.level = level
    finding.isUndecided = isUndecided
    #expect(SARIFRules.level(Seriousness(finding)) == step)
  }

  // MARK: JSON

  @Test(arguments: [
    ("a\"b\\c", "\"a\\\"b\\\\c\""), ("\u{0}\u{1F}\u{7F}\u{2028}", "\"\\u0000\\u001f\\u007f\\u2028\""),
    ("\r\n\t", "\"\\r\\n\\t\""), ("ក𝕏/", "\"ក𝕏/\""),
  ]) func stringsAreQuoted(_ text: String, _ quoted: String) { #expect(JSONText.quoted(text) == quoted) }

  @Test func membersWithoutValueAreLeftOut() {
    let value = JSONValue.members(["a": nil, "b": .list([]), "c": .object([]), "d": [1, true, .null]])
    let text = "{\n  \"b\": [],\n  \"c\": {},\n  \"d\": [\n    1,\n    true,\n    null\n  ]\n}\n"
    #expect(JSONText.render(value) == text)
  }

  @Test func everyFieldOfTheReportIsDescribed() throws {
    func object(_ text: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let schema = try object(JSONReportSchema.text)
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    var seen = 0
    func visit(_ value: Any, _ schema: [String: Any], _ place: String) {
      seen += 1
      let reference = (schema["$ref"] as? String)?.split(separator: "/").last.map(String.init)
      let schema = reference.flatMap { definitions[$0] } ?? schema
      if let members = value as? [String: Any] {
        let described = schema["properties"] as? [String: [String: Any]]
        for name in schema["required"] as? [String] ?? [] {
          #expect(members[name] != nil, "\(place).\(name) is missing")
        }
        for (name, member) in members {
          let inner = described?[name] ?? schema["additionalProperties"] as? [String: Any]
          #expect(inner != nil, "\(place).\(name) is not described")
          visit(member, inner ?? [:], "\(place).\(name)")
        }
      }
      for element in value as? [Any] ?? [] {
        visit(element, schema["items"] as? [String: Any] ?? [:], place + "[]")
      }
    }
    visit(try object(try JSONRenderer().render(report)), schema, "report")
    #expect(seen > 60)
  }

  @Test func oneLineStaysOneLine() {
    let value = JSONValue.list([.inline(.members(["a": [1, "b"], "c": .object([]), "d": .null]))])
    #expect(JSONText.render(value) == "[\n  { \"a\": [1, \"b\"], \"c\": {}, \"d\": null }\n]\n")
  }

  // MARK: What is accepted

  /// An accepted finding is shown as accepted, and fails nothing.
  @Test func acceptedFindingsAreMarkedInEveryForm() throws {
    let accepted = HostileReport.accepted
    let data = Data(SARIFRenderer().render(accepted).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let result = ((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])?.first
    let suppression = try #require((result?["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression["kind"] as? String == "external")
    let justification = try #require(suppression["justification"] as? String)
    #expect(justification.hasPrefix("Accepted until 2030-01-01 by ") && justification.contains("{{0}}"))
    let junit = JUnitRenderer(failingLevels: ["binding"]).render(accepted)
    #expect(junit.contains("failures=\"0\"") && !junit.contains("<failure"))
    #expect(CSVRenderer(.findings).render(accepted).contains("Accepted until 2030-01-01"))
    #expect(!AnnotationRenderer().render(accepted).contains("value-missing"))
    #expect(try JSONRenderer().render(accepted).contains("\"acceptedBy\" : \"XA/waiver\""))
    let markdown = MarkdownRenderer().render(accepted)
    #expect(markdown.contains("## Findings\n\nNone.") && markdown.contains("### Accepted until 2030"))
    #expect(TextRenderer(usesColor: false).render(accepted).contains("accepted by XA/waiver"))
  }

  // MARK: Drafts

  /// A report on a draft is never taken for one on the law, and never put in its place.
  @Test func draftsAreNamedInEveryForm() throws {
    let details = try run()["automationDetails"] as? [String: Any]
    #expect(details?["id"] as? String == "lacuna/TOY/XA/with XA/bill (bill)/")
    let junit = JUnitRenderer(failingLevels: []).render(report)
    #expect(junit.contains("<testsuite name=\"XA against TOY, with XA/bill (bill), binding\""))
    #expect(junit.contains("It is not a report on the law in force."))
    #expect(CSVRenderer(.findings).render(report).contains("XA,TOY,2020-01-01,XA/bill (bill),"))
    #expect(CSVRenderer(.concordance).render(report).contains("XA,TOY,2020-01-01,XA/bill (bill),"))
  }

  // MARK: JUnit

  @Test func xmlHoldsHostileText() {
    let text = JUnitRenderer(failingLevels: ["binding"]).render(report)
    let allowed = text.unicodeScalars.allSatisfy { $0.value >= 0x20 || "\n\t".unicodeScalars.contains($0) }
    #expect(allowed)
    #expect(!text.contains("]]>") && !text.contains("<b>") && !text.contains("\u{FFFE}"))
    #expect(text.contains("<testsuites name=\"lacuna\" tests=\"2\" failures=\"1\""))
    #expect(text.contains("name=\"TOY 9\""))
  }

  @Test func whatDoesNotFailTheRunIsSkipped() {
    let text = JUnitRenderer(failingLevels: []).render(report)
    #expect(text.contains("failures=\"0\" errors=\"0\" skipped=\"2\""))
    #expect(text.contains("level binding does not fail this run"))
  }

  @Test(arguments: [
    ("a<b>&\"", "a&lt;b&gt;&amp;&quot;"), ("\u{0}\u{B}\u{85}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("\n\t\r", "&#10;&#9;&#13;"), ("ក𝕏", "ក𝕏"),
  ]) func attributesAreEscaped(_ text: String, _ escaped: String) {
    #expect(XMLText.escape(text, isAttribute: true) == escaped)
  }

  // MARK: CSV

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\ta", "'\ta"), ("\ra", "\"'\ra\""),
    ("\u{FF1D}1", "'\u{FF1D}1"), ("=\"a\"", "\"'=\"\"a\"\"\""), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""),
    ("a\u{0}b\u{1B}", "ab"), ("", ""), ("–", "–"), ("ក, ខ", "\"ក, ខ\""), ("1-2", "1-2"),
  ]) func cellsAreNoFormulas(_ text: String, _ cell: String) { #expect(CSVText.cell(text) == cell) }

  @Test func tablesHaveAHeadAndAMark() {
    for table in [CSVRenderer.Table.findings, .concordance] {
      let text = CSVRenderer(table).render(report)
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      #expect(text.utf8.suffix(2).elementsEqual([0x0D, 0x0A]))
      #expect(text.contains("jurisdiction,instrument,as_of,"))
      #expect(text.contains("\"'=\"\"]]>"))
    }
  }

  // MARK: Annotations

  @Test func aFindingIsOneCommand() {
    let text = AnnotationRenderer().render(report)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].contains("It is not a report on the law in force."))
    #expect(lines[2].hasPrefix("::notice title=XA against TOY%2C with XA/bill (bill)::="))
    #expect(lines[3].hasPrefix("::error file=law/a b.lacuna,line=3,endLine=4,title=TOY 1%3A value-missing"))
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test(arguments: [("a%\r\nb", "a%25%0D%0Ab", "a%25%0D%0Ab"), ("a:b,c", "a:b,c", "a%3Ab%2Cc")])
  func commandsAreEscaped(_ text: String, _ data: String, _ property: String) {
    #expect(AnnotationRenderer.data(text) == data)
    #expect(AnnotationRenderer.property(text) == property)
  }

  @Test(arguments: [
    ("::error::x", ": :error::x"), ("a ::b", "a ::b"), ("a\n  ::b", "a\n  : :b"), ("##[group]", "## [group]"),
    ("a ##[b", "a ## [b"), ("1. a: b", "1. a: b"),
  ]) func reportsAreNoCommands(_ text: String, _ harmless: String) {
    #expect(AnnotationRenderer.harmless(text) == harmless)
  }
}
