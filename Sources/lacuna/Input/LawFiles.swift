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
  /// The folder that was named for the rules; nil for the shipped ones.
  private(set) var rulesFolder: String?
  /// The identity of each file of ``reader``; nil for one that holds the shipped rules again.
  private(set) var identities: [FileID?] = []
  /// Few files, which differ in length: looked through, since to hash them all would cost more.
  private var shippedTexts: [[UInt8]] = []
  /// The files that the user named, rules of their own included.
  var ownFiles: Set<FileID> { Set(identities.compactMap { $0 }) }

  /// The rules: the shipped ones, or those of a folder.
  static func rules(_ folder: String?) -> ParsedFiles {
    var parsed = ParsedFiles()
    parsed.rulesFolder = folder
    if let folder {
      parsed.read(as: .rules) { $0.add(folder, content: .rules) }
    } else {
      let files = ShippedRules.files.map { (path: "Rules/" + $0.path, bytes: Array($0.text.utf8)) }
      parsed.shippedTexts = files.map(\.bytes)
      parsed.parse(files.map { Unread(path: $0.path, bytes: $0.bytes, role: .shippedRules) })
    }
    return parsed
  }

  /// Reads more files, and parses those that were not read before.
  mutating func read(as role: Report.Input.Role = .law, _ body: (inout InputFiles) -> Void) {
    let known = reader.files.count
    body(&reader)
    var wanted: [Unread] = []
    for file in reader.files[known...] {
      // Whoever names the shipped rules too, as with the folder of the package, means the same rules.
      if role == .law, shippedTexts.contains(file.bytes) {
        identities.append(nil)
        continue
      }
      identities.append(FileID(trees.count + wanted.count))
      let isInput = file.path == InputFiles.standardInput
      wanted.append(Unread(path: file.path, bytes: file.bytes, role: isInput ? .standardInput : role))
    }
    parse(wanted)
  }

  /// A file before it is parsed.
  private struct Unread: Sendable {
    let path: String
    let bytes: [UInt8]
    let role: Report.Input.Role
  }

  /// Parses files, several at a time; what is found does not depend on that.
  private mutating func parse(_ unread: [Unread]) {
    let added = unread.map { entry in
      let file = SourceFile(path: entry.path, bytes: entry.bytes)
      return (id: files.add(file), file: file, role: entry.role)
    }
    let parsed = added.concurrentMap(heaviestFirst: { $0.file.bytes.count }) { entry in
      var bag = DiagnosticBag()
      let tree = Parser.parse(entry.file, id: entry.id, diagnostics: &bag)
      let digest = FileDigest.hexadecimal(of: entry.file.bytes)
      return (tree, bag, Report.Input(path: entry.file.path, digest: digest, role: entry.role))
    }
    for (tree, bag, input) in parsed {
      trees.append(tree)
      diagnostics.report(contentsOf: bag)
      inputs.append(input)
    }
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
  /// The files and folders with the law, as the user named them; empty where it was read from elsewhere.
  private let paths: [String]

  /// The files that were read.
  var files: SourceFiles { parsed.files }

  /// Reads rules, law and amendments.
  ///
  /// - Parameters:
  ///   - paths: files and folders with the law; may be empty.
  ///   - rules: rules that were parsed before, perhaps for other law too.
  ///   - amendments: files with amendments that are asked for, in order; they may lie in the folders.
  init(paths: [String], rules: ParsedFiles, with amendments: [String] = []) {
    self.init(rules: rules, with: amendments, paths: paths) { reader in
      for path in paths { reader.add(path) }
    }
  }

  /// Reads law from wherever it lies.
  ///
  /// - Parameters:
  ///   - paths: how the user named it, for messages.
  ///   - read: adds the files.
  init(
    rules: ParsedFiles, with amendments: [String] = [], paths: [String] = [],
    read: (inout InputFiles) -> Void
  ) {
    self.paths = paths
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
      inputs: parsed.inputs, paths: paths, rulesFolder: parsed.rulesFolder, diagnostics: bag,
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
