import ArgumentParser
import GapAnalysis
import LegalModel
import Reporting
import SourceText

/// The options about baselines: what was open before, and is not to be told again.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only what is new since this file was written. The verdicts stay those of the whole law.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(
    name: .customLong("write-baseline"),
    help: ArgumentHelp(
      "Also write what is open today, for --baseline. What a waiver in force accepts is left out.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var writeBaseline: String?

  /// A baseline that was read, and the file it stood in.
  struct Read {
    let content: Baseline
    let input: Report.Input
  }

  /// Reads the baseline that was named; nil if none was. Ends the run if it cannot be used.
  func read(_ corpus: LegalCorpus, _ scope: CheckScope, _ instrument: InstrumentID) throws -> Read? {
    guard let baseline else { return nil }
    var reader = InputFiles()
    guard baseline != "-" else {
      throw InputProblem(
        code: .fileUnreadable, message: "a baseline is not read from standard input", help: ["name a file"]
      ).reported
    }
    let position = reader.addFile(baseline)
    guard let position, reader.problems.isEmpty else {
      try Terminal.report(DiagnosticBag(), files: SourceFiles(), problems: reader.problems)
      throw ExitStatus.inputWrong.code
    }
    let bytes = reader.files[position].bytes
    let content: Baseline
    do {
      content = try BaselineReader(corpus: corpus, scope: scope, instrument: instrument).read(bytes)
    } catch {
      throw InputProblem(code: error.code, message: error.message(about: baseline), help: error.help).reported
    }
    let input = Report.Input(path: baseline, digest: FileDigest.hexadecimal(of: bytes), role: .baseline)
    return Read(content: content, input: input)
  }

  /// Writes a baseline if one was asked for.
  func write(_ analysis: Analysis, of workspace: Workspace) throws {
    guard let writeBaseline else { return }
    let text: String
    do { text = try BaselineRenderer().render(analysis) } catch { throw error.reported(about: workspace) }
    try Terminal.deliver(text, to: writeBaseline)
  }
}
