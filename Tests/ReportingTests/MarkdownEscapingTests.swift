import Testing

@testable import Reporting

@Suite struct MarkdownEscapingTests {
  @Test(arguments: [
    ("plain words", "plain words"), ("a|b", "a\\|b"), ("<script>", "\\<script\\>"), ("# head", "\\# head"),
    ("- item", "\\- item"), ("one\ntwo", "one two"), ("[a](b)", "\\[a\\](b)"),
    ("a *b* _c_", "a \\*b\\* \\_c\\_"),
    ("https://x.y", "https\\://x.y"), ("www.x.y", "www\\.x.y"), ("a \u{202E}b", "a b"), ("`x`", "\\`x\\`"),
    ("&lt;", "\\&lt;"), ("\u{1B}[31m", " \\[31m"),
  ]) func escapes(_ input: String, _ output: String) { #expect(Markdown.escape(input) == output) }

  @Test func aCombiningMarkDoesNotHideMarkup() {
    #expect(Markdown.escape("|\u{301}") == "\\|\u{301}")
  }

  @Test(arguments: [("a", "`a`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("", "`  `")])
  func codeSpansHoldAnyText(_ input: String, _ output: String) { #expect(Markdown.code(input) == output) }

  @Test func sharesAreNeverRoundedToNoneOrAll() {
    #expect(Share.text(0, of: 5) == "none")
    #expect(Share.text(5, of: 5) == "all")
    #expect(Share.text(1, of: 1_000_000) == "under 1 %")
    #expect(Share.text(999_999, of: 1_000_000) == "over 99 %")
    #expect(Share.text(1, of: 3) == "33 %")
    #expect(Share.text(.max - 1, of: .max) == "over 99 %")
    #expect(Share.text(0, of: 0) == "–")
  }
}
