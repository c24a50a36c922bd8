import Amending
import GapAnalysis
import LegalModel
import LegalSyntax
import Reporting
import ShippedRules
import SourceText

/// Files as they were read and parsed, under identities that go on from file to file.
struct ParsedFiles {
  private(set) var reader = InputFiles()
  private(set) var files = SourceFiles()
  private(set) var trees: [FileSyntax] = []
  private(set) var inputs: [Report.Input] = []
  private(set) var diagnostics = DiagnosticBag()
  /// The identity of each file of ``reader``; nil for one that holds the shipped rules again.
  private(set) var identities: [FileID?] = []
  private var shippedTexts: Set<[UInt8]> = []
  /// The files that the user named, rules of their own included.
  var ownFiles: Set<FileID> { Set(identities.compactMap { $0 }) }

  /// The rules: the shipped ones, or those of a folder.
  static func rules(_ folder: String?) -> ParsedFiles {
    var parsed = ParsedFiles()
    if let folder {
      parsed.read(as: .rules) { $0.add(folder, content: .rules) }
    } else {
      for file in ShippedRules.files {
        let bytes = Array(file.text.utf8)
        parsed.shippedTexts.insert(bytes)
        parsed.parse("Rules/" + file.path, bytes, as: .shippedRules)
      }
    }
    return parsed
  }

  /// Reads more files, and parses those that were not read before.
  mutating func read(as role: Report.Input.Role = .law, _ body: (inout InputFiles) -> Void) {
    let known = reader.files.count
    body(&reader)
    for file in reader.files[known...] {
      // Whoever names the shipped rules too, as with the folder of the package, means the same rules.
      if role == .law, shippedTexts.contains(file.bytes) {
        identities.append(nil)
        continue
      }
      identities.append(FileID(trees.count))
      parse(file.path, file.bytes, as: file.path == InputFiles.standardInput ? .standardInput : role)
    }
  }

  private mutating func parse(_ path: String, _ bytes: [UInt8], as role: Report.Input.Role) {
    let file = SourceFile(path: path, bytes: bytes)
    trees.append(Parser.parse(file, id: files.add(file), diagnostics: &diagnostics))
    inputs.append(Report.Input(path: path, digest: FileDigest.hexadecimal(of: bytes), role: role))
  }
}

/// Rules, laws and amendments, parsed once. Several states of the law can be made from them.
struct LawFiles {
  private let parsed: ParsedFiles
  /// Whether the rules could be read: without them every word of the law would be unknown.
  private let hasRules: Bool
  /// The files named with `--with`, in order.
  let named: [FileID]
  /// Files and folders that could not be read, or hold not what was asked of them.
  let problems: [InputProblem]

  /// The files that were read.
  var files: SourceFiles { parsed.files }

  /// Reads rules, law and amendments.
  ///
  /// - Parameters:
  ///   - paths: files and folders with the law; may be empty.
  ///   - rules: rules that were parsed before, perhaps for other law too.
  ///   - amendments: files with amendments that are asked for, in order; they may lie in the folders.
  init(paths: [String], rules: ParsedFiles, with amendments: [String] = []) {
    self.init(rules: rules, with: amendments) { reader in
      for path in paths { reader.add(path) }
    }
  }

  /// Reads law from wherever it lies.
  ///
  /// - Parameter read: adds the files.
  init(rules: ParsedFiles, with amendments: [String] = [], read: (inout InputFiles) -> Void) {
    var parsed = rules
    hasRules = rules.reader.problems.isEmpty
    parsed.read(read)
    var named: [FileID] = []
    var problems: [InputProblem] = []
    for path in amendments {
      var position: Int?
      parsed.read { position = $0.addFile(path) }
      guard let position, let id = parsed.identities[position] else { continue }
      if parsed.trees[id.index].holdsAmendment {
        if !named.contains(id) { named.append(id) }
      } else {
        problems.append(
          InputProblem(
            code: .editWithoutEffect, message: "the file `\(path)` holds no amendment",
            help: [
              "`--with` names a file that begins with a line such as `amendment XA/bill to XA/code \"…\" {`"
            ]))
      }
    }
    self.parsed = parsed
    self.named = named
    self.problems = parsed.reader.problems + problems
  }

  /// The law of one day, with the amendments that belong to it. Parses nothing again.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - named: the files whose bills and fictional amendments apply; nil for those named with `--with`.
  func state(asOf day: CalendarDate, with named: [FileID]? = nil) -> Workspace {
    var bag = parsed.diagnostics
    // A file of which lines are missing is reported; edits that then do not fit are not worth a word.
    var edits = DiagnosticBag()
    let law = Consolidation(parsed.trees, asOf: day, named: named ?? self.named, diagnostics: &edits)
    if !bag.hasErrors { bag.report(contentsOf: edits) }
    let corpus = hasRules ? Resolver.resolve(law.files, diagnostics: &bag) : LegalCorpus()
    return Workspace(
      files: parsed.files, trees: law.files, corpus: corpus, ownFiles: parsed.ownFiles,
      amendments: law.amendments,
      inputs: parsed.inputs, diagnostics: bag,
      problems: problems + ShippedRulesClash(own: parsed.ownFiles, diagnostics: bag).problems)
  }
}

extension FileSyntax {
  /// Whether the file declares an amendment.
  fileprivate var holdsAmendment: Bool {
    declarations.contains { declaration in
      switch declaration {
      case .amendment: true
      case .vocabulary, .instrument, .jurisdiction, .statute, .waiver: false
      }
    }
  }
}
