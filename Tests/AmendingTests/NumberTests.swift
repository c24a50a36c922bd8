import Testing

@testable import Amending

/// The order of the numbers of articles.
@Suite struct NumberTests {
  @Test func numbersCountAsStatutesDo() {
    let numbers = [
      "1", "2", "2-1", "2-10", "10", "12", "12bis", "12ter", "12quater", "12septies", "13", "41.2", "41.10",
    ]
    #expect(numbers.shuffled().sorted { ArticleNumber($0) < ArticleNumber($1) } == numbers)
  }

  @Test func wordsStandBehindNumbers() {
    #expect(ArticleNumber("12") < ArticleNumber("annex"))
    #expect(ArticleNumber("12") < ArticleNumber("12a"))
    #expect(ArticleNumber("12a") < ArticleNumber("12b"))
    #expect(!(ArticleNumber("12") < ArticleNumber("12")))
  }

  @Test func theNearestNumberIsSuggested() {
    let numbers = ["1", "12", "12bis", "14"]
    #expect(ArticleNumber.nearest(to: "12ter", among: numbers) == "12")
    #expect(ArticleNumber.nearest(to: "13", among: numbers) == "12bis")
    #expect(ArticleNumber.nearest(to: "140", among: numbers) == "14")
    #expect(ArticleNumber.nearest(to: "0", among: numbers) == "1")
    #expect(ArticleNumber.nearest(to: "1", among: []) == nil)
  }
}
