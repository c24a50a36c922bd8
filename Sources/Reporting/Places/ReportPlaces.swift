/// Places in input files, as other programs count them.
extension Report {
  /// A stretch of one input file, for editors, code scanning and annotations.
  ///
  /// Lines and columns count from 1. Columns count UTF-16 code units, as editors, GitHub and SARIF's
  /// `utf16CodeUnits` do; a byte order mark at the head of a file counts nothing. For Khmer and French text that is
  /// the number of Unicode scalars, which is more than the number of characters a reader sees.
  public struct Place: Hashable, Sendable {
    /// The path as given, as in ``Report/inputs``.
    public var path: String
    /// The line of the first character.
    public var startLine: Int
    /// The column of the first character.
    public var startColumn: Int
    /// The line of the last character.
    public var endLine: Int
    /// The column behind the last character.
    public var endColumn: Int
  }

  /// The name of an input file that may leave the machine: it never tells where the user's folders lie.
  public struct FileName: Hashable, Sendable {
    /// What the path is relative to.
    public enum Base: Hashable, Sendable {
      /// The folder in which the program ran: in CI the root of the repository.
      case workingFolder
      /// The rules inside the program.
      case program
      /// Neither: a file outside the working folder, or standard input.
      case elsewhere
    }

    /// What the path is relative to.
    public var base: Base
    /// Relative, with `/` between its parts, without `.` and `..`.
    public var path: String
  }

  /// Something to look at again in an input file that was good enough to be checked.
  public struct Remark: Hashable, Sendable {
    /// The code that `lacuna explain` knows.
    public var code: String
    /// What it is about.
    public var message: String
    /// Where it stands.
    public var place: Place
  }
}
