/// The stable kinds of mistake in an input file. A code is never given a second meaning.
///
/// L1xx: reading files and tokens. L2xx: layout and grammar. L3xx: names. L4xx: meaning. L5xx: the whole run.
/// L6xx: what is legal but suspicious, found by `lacuna lint` only.
/// L7xx: amendments.
public enum DiagnosticCode: String, Hashable, Comparable, CaseIterable, Sendable {
  // MARK: Files and tokens

  /// Bytes that are no UTF-8 text.
  case invalidUTF8 = "L101"
  /// A character that cannot be seen, such as NUL.
  case controlCharacter = "L102"
  /// A character that no word of the language holds.
  case unexpectedCharacter = "L103"
  /// A quotation mark that is not closed on its line.
  case unterminatedString = "L104"
  /// A backslash before something else than `"` or `\`.
  case unknownEscape = "L105"
  /// So many mistakes in one file that the rest is not listed.
  case tooManyMistakes = "L106"
  /// A fenced block of Markdown without its end.
  case unclosedFence = "L107"
  /// A fenced block of Markdown where it is not read.
  case misplacedFence = "L108"
  /// A file that is no text, or text in another format.
  case foreignFormat = "L109"

  // MARK: Layout and grammar

  /// A line that begins with a word which this block does not know.
  case unknownKeyword = "L201"
  /// A `{` without its `}`.
  case unclosedBlock = "L202"
  /// A `}` without its `{`.
  case strayBrace = "L203"
  /// Blocks inside blocks beyond the limit.
  case nestingTooDeep = "L204"
  /// A line that needs a block and has none.
  case missingBlock = "L205"
  /// A line with a block that takes none.
  case unexpectedBlock = "L206"
  /// Text in quotation marks is missing.
  case missingText = "L207"
  /// A name is missing.
  case missingName = "L208"
  /// More on a line than the line can hold.
  case unexpectedText = "L209"
  /// A date that is no day of the calendar, or not written `YYYY-MM-DD`.
  case badDate = "L210"
  /// A number is missing, is no whole number or is too large.
  case badNumber = "L211"
  /// A comma with nothing behind it, or nothing before it.
  case danglingComma = "L212"
  /// A word of the language used as a name.
  case reservedWord = "L213"
  /// A word from a fixed list was expected: a level, a grade, a unit.
  case unknownChoice = "L214"
  /// A declaration that a later version of the language will have.
  case reservedForLater = "L215"
  /// A line that may stand once in its block stands twice.
  case repeatedLine = "L216"
  /// A linking word such as `to` or `by` is missing.
  case missingLink = "L217"
  /// A range whose end comes before its beginning.
  case reversedRange = "L218"
  /// `or` without `either`.
  case orWithoutEither = "L219"
  /// A value is missing.
  case missingValue = "L220"
  /// A block with nothing in it that says which cases are meant.
  case emptyBlock = "L221"

  // MARK: Names

  /// No vocabulary declares the element.
  case unknownElement = "L301"
  /// The element has no such value.
  case unknownValue = "L302"
  /// The value belongs to another element.
  case valueOfAnotherElement = "L303"
  /// No such definition.
  case unknownDefinition = "L304"
  /// The instrument has no such rule.
  case unknownRule = "L305"
  /// No such instrument.
  case unknownInstrument = "L306"
  /// Two declarations have the same name.
  case duplicateName = "L307"
  /// No such statute.
  case unknownStatute = "L308"
  /// The statute has no such article.
  case unknownArticle = "L309"
  /// A name with a fixed meaning was declared.
  case reservedName = "L310"
  /// The statute has no such source key.
  case unknownSourceKey = "L311"
  /// Definitions that use each other in a circle.
  case cyclicDefinition = "L312"

  // MARK: Meaning

  /// A block that can match no case.
  case emptyRegion = "L401"
  /// A number outside the numbers of its element.
  case numberOutsideDomain = "L402"
  /// An element with more values than the limit.
  case tooManyValues = "L403"
  /// A declaration lacks a required line.
  case missingPart = "L404"
  /// The same element twice in one block.
  case conflictingLines = "L405"
  /// An end before its beginning.
  case datesOutOfOrder = "L406"
  /// Readings that cannot be told apart or contradict each other.
  case readingConflict = "L407"
  /// Too many elements or values to decide completely.
  case spaceTooLarge = "L408"
  /// Two declarations of one thing that disagree.
  case conflictingDeclarations = "L410"
  /// A rule that asks nothing, or several things.
  case dutyMissing = "L411"
  /// Rules that refer to each other in a circle.
  case circularRule = "L412"
  /// An element without the value for everything that is not listed.
  case noResidual = "L413"
  /// An element that no extension can widen.
  case cannotExtend = "L414"
  /// A number of a list that another member of the list holds already.
  case repeatedNumber = "L415"

  // MARK: The whole run

  /// A file that could not be read.
  case fileUnreadable = "L501"
  /// No file to check.
  case noFiles = "L502"
  /// No statute among the files.
  case noStatute = "L503"
  /// Statutes of several States where one is expected.
  case severalJurisdictions = "L504"
  /// A limit that protects against endless work was passed.
  case workLimit = "L505"

  // MARK: Amendments

  /// An amendment of a statute that no file declares.
  case amendedStatuteMissing = "L701"
  /// An edit of an article that the statute does not have.
  case amendedArticleMissing = "L702"
  /// An article is inserted that the statute has already.
  case insertedArticleExists = "L703"
  /// What is to be changed is not in the article, the offence or the definition.
  case amendedPartMissing = "L704"
  /// What is to be changed could be one of several.
  case amendedPartAmbiguous = "L705"
  /// What is to be added is there already.
  case addedPartExists = "L706"
  /// Two edits of the same text, of which none is later.
  case conflictingEdits = "L707"
  /// An edit of an article that is no longer in force.
  case amendedArticleEnded = "L708"
  /// An edit, or an amendment, that changes nothing.
  case editWithoutEffect = "L709"
  /// A reading goes on to replace the line that is changed.
  case readingOfAmendedLine = "L710"
  // MARK: Legal but suspicious

  /// A definition that nothing uses.
  case unusedDefinition = "L601"
  /// An element, value or group of a vocabulary that nothing names.
  case unusedWord = "L602"
  /// A source that nothing cites.
  case unusedSource = "L603"
  /// Lines that do not say how they are known.
  case noEvidence = "L604"
  /// An offence that says nothing of its penalty.
  case noPenalty = "L605"
  /// A date behind the day up to which the law was researched.
  case dateAfterResearch = "L606"
  /// An offence that another one makes idle.
  case repeatedOffence = "L607"
  /// An offence with the conduct of a rule that reaches no case of any rule.
  case offenceOutsideRules = "L608"
  /// A claim of an article that reaches no case of the rule.
  case claimOutsideRule = "L609"
  /// An exception that takes nothing out.
  case idleException = "L610"
  /// A date that is not known.
  case unknownDate = "L611"

  /// Whether the kind stops the check.
  public var severity: DiagnosticSeverity {
    switch self {
    case .unknownDate, .readingOfAmendedLine, .unusedDefinition, .unusedWord, .unusedSource, .noEvidence,
      .noPenalty, .dateAfterResearch, .repeatedOffence, .offenceOutsideRules, .claimOutsideRule,
      .idleException:
      .warning
    case .invalidUTF8, .controlCharacter, .unexpectedCharacter, .unterminatedString, .unknownEscape,
      .tooManyMistakes, .unclosedFence, .misplacedFence, .foreignFormat, .unknownKeyword, .unclosedBlock,
      .strayBrace, .nestingTooDeep, .missingBlock,
      .unexpectedBlock, .missingText, .missingName, .unexpectedText, .badDate, .badNumber, .danglingComma,
      .reservedWord, .unknownChoice, .reservedForLater, .repeatedLine, .missingLink, .reversedRange,
      .orWithoutEither, .missingValue, .emptyBlock, .unknownElement, .unknownValue, .valueOfAnotherElement,
      .unknownDefinition, .unknownRule, .unknownInstrument, .duplicateName, .unknownStatute, .unknownArticle,
      .reservedName, .unknownSourceKey, .cyclicDefinition, .emptyRegion,
      .numberOutsideDomain, .tooManyValues, .missingPart, .conflictingLines, .datesOutOfOrder,
      .readingConflict, .spaceTooLarge, .conflictingDeclarations, .dutyMissing, .circularRule, .noResidual,
      .cannotExtend, .repeatedNumber,
      .fileUnreadable, .noFiles, .noStatute, .severalJurisdictions, .workLimit, .amendedStatuteMissing,
      .amendedArticleMissing, .insertedArticleExists, .amendedPartMissing, .amendedPartAmbiguous,
      .addedPartExists, .conflictingEdits, .amendedArticleEnded, .editWithoutEffect:
      .error
    }
  }

  /// Codes compare by their number.
  public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool {
    left.rawValue < right.rawValue
  }
}
