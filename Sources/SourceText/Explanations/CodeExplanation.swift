extension DiagnosticCode {
  /// The text of `lacuna explain CODE`; nil for what `lacuna lint` finds, which each of its checks explains itself.
  public var explanation: DiagnosticExplanation? {
    switch self {
    case .invalidUTF8: .invalidUTF8
    case .controlCharacter: .controlCharacter
    case .unexpectedCharacter: .unexpectedCharacter
    case .unterminatedString: .unterminatedString
    case .unknownEscape: .unknownEscape
    case .tooManyMistakes: .tooManyMistakes
    case .unclosedFence: .unclosedFence
    case .misplacedFence: .misplacedFence
    case .foreignFormat: .foreignFormat
    case .unknownKeyword: .unknownKeyword
    case .unclosedBlock: .unclosedBlock
    case .strayBrace: .strayBrace
    case .nestingTooDeep: .nestingTooDeep
    case .missingBlock: .missingBlock
    case .unexpectedBlock: .unexpectedBlock
    case .missingText: .missingText
    case .missingName: .missingName
    case .unexpectedText: .unexpectedText
    case .badDate: .badDate
    case .badNumber: .badNumber
    case .danglingComma: .danglingComma
    case .reservedWord: .reservedWord
    case .unknownChoice: .unknownChoice
    case .reservedForLater: .reservedForLater
    case .repeatedLine: .repeatedLine
    case .missingLink: .missingLink
    case .reversedRange: .reversedRange
    case .orWithoutEither: .orWithoutEither
    case .missingValue: .missingValue
    case .emptyBlock: .emptyBlock
    case .unknownElement: .unknownElement
    case .unknownValue: .unknownValue
    case .valueOfAnotherElement: .valueOfAnotherElement
    case .unknownDefinition: .unknownDefinition
    case .unknownRule: .unknownRule
    case .unknownInstrument: .unknownInstrument
    case .duplicateName: .duplicateName
    case .unknownStatute: .unknownStatute
    case .unknownArticle: .unknownArticle
    case .reservedName: .reservedName
    case .unknownSourceKey: .unknownSourceKey
    case .cyclicDefinition: .cyclicDefinition
    case .emptyRegion: .emptyRegion
    case .numberOutsideDomain: .numberOutsideDomain
    case .tooManyValues: .tooManyValues
    case .missingPart: .missingPart
    case .conflictingLines: .conflictingLines
    case .datesOutOfOrder: .datesOutOfOrder
    case .readingConflict: .readingConflict
    case .spaceTooLarge: .spaceTooLarge
    case .conflictingDeclarations: .conflictingDeclarations
    case .dutyMissing: .dutyMissing
    case .circularRule: .circularRule
    case .noResidual: .noResidual
    case .cannotExtend: .cannotExtend
    case .repeatedNumber: .repeatedNumber
    case .fileUnreadable: .fileUnreadable
    case .noFiles: .noFiles
    case .noStatute: .noStatute
    case .severalJurisdictions: .severalJurisdictions
    case .workLimit: .workLimit
    case .amendedStatuteMissing: .amendedStatuteMissing
    case .amendedArticleMissing: .amendedArticleMissing
    case .insertedArticleExists: .insertedArticleExists
    case .amendedPartMissing: .amendedPartMissing
    case .amendedPartAmbiguous: .amendedPartAmbiguous
    case .addedPartExists: .addedPartExists
    case .conflictingEdits: .conflictingEdits
    case .amendedArticleEnded: .amendedArticleEnded
    case .editWithoutEffect: .editWithoutEffect
    case .readingOfAmendedLine: .readingOfAmendedLine
    case .unknownDate, .unusedDefinition, .unusedWord, .unusedSource, .noEvidence, .noPenalty,
      .dateAfterResearch,
      .repeatedOffence, .offenceOutsideRules, .claimOutsideRule, .idleException:
      nil
    }
  }
}
