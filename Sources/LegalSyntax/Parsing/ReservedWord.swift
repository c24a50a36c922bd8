/// Words that have a fixed meaning at the beginning of a line or inside one, and so can name nothing else.
public enum ReservedWord: String, CaseIterable, Sendable {
  // Parts of a region.
  case uses, either, or, except
  // Choices of values.
  case any, not, under, at, from, to
  // Lines that stand between the lines of a region.
  case penalty, evidence, reading, alternative, liability, cite, over, `where`, with
  // Parts of a file.
  case vocabulary, element, instrument, jurisdiction, statute, amendment, waiver, rule, article
  // Parts of an article.
  case define, offence, extend, exempt, unread, implements
  // Kept for later versions of the language.
  case scenario, review
}
