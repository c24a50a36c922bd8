import Regions

/// Measures the set algebra that the checker uses, on instances from files or on input of its own.
@main
struct Bench {
  private static let usage = """
    usage: lacuna-bench [--jobs N] FILE     answer the gap instance in FILE (- for standard input)
           lacuna-bench --scaling           time law-shaped input of growing size, made by the program

    The answers are JSON lines on standard output: for every law, rule and bound the verdict, the exact
    count, the maximal regions with their near misses; for every change what it closes and opens.
    --jobs N works on N laws at a time; the output is the same for every N.

    """

  static func main() async {
    var arguments = CommandLine.arguments.dropFirst()
    var path: String?
    var jobCount = Platform.processorCount
    var isScaling = false
    while let argument = arguments.popFirst() {
      switch argument {
      case "-h", "--help":
        Platform.write(Array(usage.utf8))
        return
      case "--scaling": isScaling = true
      case "--jobs":
        guard let count = arguments.popFirst().flatMap({ Int($0) }), (1...256).contains(count) else {
          fail("`--jobs` takes a number from 1 to 256", status: 64)
        }
        jobCount = count
      case _ where argument.hasPrefix("--") || path != nil: fail(usage, status: 64)
      case _: path = argument
      }
    }
    if isScaling { return ScalingRun().run() }
    guard let path else { fail(usage, status: 64) }
    guard let bytes = Platform.read(path) else { fail("`\(path)` cannot be read", status: 2) }
    do throws(InstanceError) {
      let instance = try InstanceReader.read(bytes)
      await InstanceRun(instance: instance, limits: .standard, jobCount: jobCount).run { Platform.write($0) }
    } catch {
      fail("`\(path)` is no instance: \(error)", status: 2)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    Platform.write(Array("\(message)\n".utf8), to: 2)
    Platform.end(status: status)
  }
}
