import SourceText
import Testing

/// Widths, suggestions, explanations, and the rendering of places.
@Suite struct SourceTextTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("児童", 4), ("한국", 4), ("ក្រុម", 3), ("ការ", 3), ("👧", 2),
    ("👩‍👩‍👧", 2), ("🇰🇭", 2), ("❤️", 2), ("–", 1), ("", 0), ("\u{200B}", 0), ("ｆｕ", 4), ("1", 1),
  ])
  func widthInCells(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }

  @Test(
    arguments: [
      ("ofer", "offer"), ("offre", "offer"), ("recieve", "receive"), ("Deliver", "deliver"),
      ("xyz", nil), ("offer", nil), ("", nil), ("forced_labour", "forced-labour"), ("of", nil),
    ] as [(String, String?)])
  func nearestWord(_ word: String, _ nearest: String?) {
    let words = ["offer", "deliver", "receive", "forced-labour"]
    #expect(NameSuggestion.nearest(to: word, among: words) == nearest)
    #expect(NameSuggestion.nearest(to: word, among: words.reversed()) == nearest)
  }

  @Test func equallyNearWordsAreTakenByTheAlphabet() {
    #expect(NameSuggestion.nearest(to: "sell", among: ["tell", "cell", "bell"]) == "bell")
    #expect(NameSuggestion.onlyNearest(to: "sell", among: ["tell", "cell", "bell"]) == nil)
    #expect(NameSuggestion.onlyNearest(to: "sell", among: ["tell", "seller"]) == "tell")
    #expect(NameSuggestion.onlyNearest(to: "1.z", among: ["1.a", "1.b", "3"]) == nil)
    #expect(NameSuggestion.onlyNearest(to: "1.A", among: ["1.a", "1.b", "3"]) == "1.a")
  }

  @Test func everyCodeIsExplained() {
    for code in DiagnosticCode.allCases {
      // What `lacuna lint` finds is explained, and tested, with the checks.
      guard let explanation = code.explanation else { continue }
      #expect(!explanation.summary.isEmpty && !explanation.why.isEmpty, "\(code.rawValue)")
      #expect(explanation.wrongExample != explanation.correctedExample, "\(code.rawValue)")
    }
    let summaries = DiagnosticCode.allCases.compactMap(\.explanation?.summary)
    #expect(Set(summaries).count == summaries.count)
  }

  @Test func placesInOtherFilesAndColours() {
    var files = SourceFiles()
    let first = files.add(SourceFile(path: "a.lacuna", text: "one\ntwo\n"))
    let second = files.add(SourceFile(path: "b\u{1B}.lacuna", text: "\tthree\n"))
    let diagnostic = Diagnostic(
      .duplicateName, "`two` is declared twice", at: SourceSpan(file: first, start: 4, end: 7),
      label: "again", related: [.init(SourceSpan(file: second, start: 1, end: 6), "first")],
      help: ["rename it"])
    let plain = DiagnosticRenderer(files: files, usesColor: false).render([diagnostic])
    let expected = """
      error[L307]: `two` is declared twice
       --> a.lacuna:2:1
        |
      2 | two
        | ^^^ again
       ::: b\u{FFFD}.lacuna:1:2
        |
      1 |     three
        |     ----- first
        |
        = help: rename it

      """
    #expect(plain == expected)
    let colored = DiagnosticRenderer(files: files, usesColor: true).render(diagnostic)
    #expect(colored.contains("\u{1B}[1;31merror[L307]\u{1B}[0m"))
    #expect(DiagnosticRenderer.summary(of: [diagnostic]) == "1 error")
  }

  @Test func commandsInAdviceNameTheRulesOfTheRun() {
    let command = CommandText.vocabulary(element: "act")
    let advice: Advice = "see \(command), or leave out \(CommandText.rulesOption)"
    #expect(advice.text() == "see `lacuna vocabulary act`, or leave out `--rules`")
    #expect(
      advice.text(rules: "'my rules'")
        == "see `lacuna vocabulary act --rules 'my rules'`, or leave out `--rules 'my rules'`")
    let diagnostic = Diagnostic(
      .unknownRule, "there is no rule `9`", at: SourceSpan(file: FileID(0), start: 0, end: 0),
      help: ["\(CommandText.rules) lists them", "\(CommandText.explain(rule: "1.a")) explains one"])
    #expect(
      DiagnosticRenderer(files: SourceFiles(), usesColor: false, rules: "mine").render(diagnostic)
        == """
        error[L305]: there is no rule `9`
          = help: `lacuna rules --rules mine` lists them
          = help: `lacuna explain 1.a --rules mine` explains one

        """)
  }

  @Test func aDiagnosticWithoutAFileHasNoExcerpt() {
    let diagnostic = Diagnostic(.noFiles, "no file", at: SourceSpan(file: FileID(0), start: 0, end: 0))
    #expect(
      DiagnosticRenderer(files: SourceFiles(), usesColor: false).render(diagnostic)
        == "error[L502]: no file\n")
  }
}
