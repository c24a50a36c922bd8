import Regions

/// Measures the set algebra that the checker uses, on instances from files or on input of its own.
@main
struct Bench {
  private static let usage = """
    usage: lacuna-bench [--jobs N] [--retry N] FILE
                                            answer the gap instance in FILE (- for standard input)
           lacuna-bench --scaling           time law-shaped input of growing size, made by the program

    The answers are JSON lines on standard output: for every law, rule and bound the verdict, the exact
    count, the maximal regions with their near misses; for every change what it closes and opens.
    --jobs N works on N laws at a time; the output is the same for every N.
    --retry N lets every second attempt look at N boxes instead of the usual number.

    """

  static func main() async {
    var arguments = CommandLine.arguments.dropFirst()
    var path: String?
    var jobCount = Platform.processorCount
    var limits = WorkLimits.standard
    var isScaling = false
    while let argument = arguments.popFirst() {
      switch argument {
      case "-h", "--help":
        Platform.write(Array(usage.utf8))
        return
      case "--scaling": isScaling = true
      case "--jobs":
        jobCount = number(after: argument, in: &arguments, 1...256)
      case "--retry":
        limits.retryNodes = number(after: argument, in: &arguments, 1...1_000_000_000)
      case _ where argument.hasPrefix("--") || path != nil: fail(usage, status: 64)
      case _: path = argument
      }
    }
    if isScaling { return ScalingRun().run() }
    guard let path else { fail(usage, status: 64) }
    guard let bytes = Platform.read(path) else { fail("`\(path)` cannot be read", status: 2) }
    do throws(InstanceError) {
      let instance = try InstanceReader.read(bytes)
      await InstanceRun(instance: instance, limits: limits, jobCount: jobCount).run { Platform.write($0) }
    } catch {
      fail("`\(path)` is no instance: \(error)", status: 2)
    }
  }

  private static func number(
    after option: String, in arguments: inout ArraySlice<String>, _ range: ClosedRange<Int>
  ) -> Int {
    guard let number = arguments.popFirst().flatMap({ Int($0) }), range.contains(number) else {
      fail("`\(option)` takes a number from \(range.lowerBound) to \(range.upperBound)", status: 64)
    }
    return number
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    Platform.write(Array("\(message)\n".utf8), to: 2)
    Platform.end(status: status)
  }
}
