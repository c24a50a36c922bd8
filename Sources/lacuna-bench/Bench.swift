import ArgumentParser
#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import OperatingSystem
import Regions

/// Measures the set algebra that the checker uses, on instances from files or on input of its own.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lacuna-bench",
    abstract: "Answers and times questions to the set algebra that the checker uses.",
    discussion: """
      The answers are JSON lines on standard output: for every law, rule and bound the verdict, the exact count, the \
      maximal regions with their near misses; for every change what it closes and opens.

      EXAMPLES
        lacuna-bench treaty.json > answers.jsonl
        lacuna-bench --scaling
      """)

  @Argument(help: "The gap instance to answer; `-` for standard input.")
  var file: String?

  @Flag(help: "Time law-shaped input of growing size, made by the program.")
  var scaling = false

  @Option(help: "Laws that are worked on at a time, 1 to 256; the output is the same for every number.")
  var jobs: Int = Platform.processorCount

  @Option(help: "Boxes that a second attempt may look at, 1 to 1000000000, instead of the usual number.")
  var retry: Int?

  func validate() throws {
    guard scaling != (file != nil) else { throw ValidationError("name one FILE, or give --scaling") }
    guard (1...256).contains(jobs) else { throw ValidationError("`--jobs` takes a number from 1 to 256") }
    guard retry.map((1...1_000_000_000).contains) ?? true else {
      throw ValidationError("`--retry` takes a number from 1 to 1000000000")
    }
  }

  func run() async throws {
    guard let file else { return ScalingRun().run() }
    guard let bytes = read(file) else { throw fail("`\(file)` cannot be read") }
    var limits = WorkLimits.standard
    if let retry { limits.retryNodes = retry }
    do throws(InstanceError) {
      let instance = try InstanceReader.read(bytes)
      await InstanceRun(instance: instance, limits: limits, jobCount: jobs).run {
        Platform.write($0, to: 1)
      }
    } catch {
      throw fail("`\(file)` is no instance: \(error)")
    }
  }

  private func read(_ path: String) -> [UInt8]? {
    if path == "-" { return Platform.readStandardInput(limit: .max - 1) }
    return FileManager.default.contents(atPath: path).map { Array($0) }
  }

  private func fail(_ message: String) -> ExitCode {
    Platform.write("\(message)\n", to: 2)
    return ExitCode(2)
  }
}
