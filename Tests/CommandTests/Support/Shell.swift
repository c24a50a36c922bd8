import Foundation

/// Runs command lines in a folder of their own, with the built program on the search path.
struct Shell {
  /// What came of a command line.
  struct Outcome {
    let output: String
    let errors: String
    let status: Int32
  }

  /// The folder in which commands run; its name has no link in it.
  let folder: URL

  /// Makes an empty folder.
  init() throws {
    let made = FileManager.default.temporaryDirectory.appending(path: "lacuna-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    folder = made.resolvingSymlinksInPath()
  }

  /// Removes the folder.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file below the folder.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The text of a file below the folder; nil if there is none.
  func read(_ path: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Runs a line of the shell. Streams go through files, so that no pipe can fill up.
  func run(_ line: String, input: String = "") async throws -> Outcome {
    let streams = try Shell()
    defer { streams.remove() }
    for (name, text) in [("in", input), ("out", ""), ("err", "")] { try streams.write(text, to: name) }
    let process = Shell.process(line, in: folder)
    process.standardInput = try FileHandle(forReadingFrom: streams.folder.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: streams.folder.appending(path: "err"))
    try await Shell.finish(process)
    return Outcome(
      output: streams.read("out") ?? "", errors: streams.read("err") ?? "", status: process.terminationStatus)
  }

  /// Starts a process and comes back when it has ended.
  private static func finish(_ process: Process) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in continuation.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
  }

  /// A process for a line of the shell, not started yet. Its surroundings are the same on every machine.
  static func process(_ line: String, in folder: URL, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // A program that runs wild must not take the machine with it. Not every system has both limits.
    let limits = "ulimit -t 300 2>/dev/null; ulimit -v 12000000 2>/dev/null; "
    process.arguments = ["-c", limits + line]
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment.filter { name, _ in
      // What coverage and a toolchain outside the usual places need.
      name == "LLVM_PROFILE_FILE" || name == "LD_LIBRARY_PATH" || name == "DYLD_LIBRARY_PATH"
    }
    let fixed = [
      "PATH": programFolder.pathWithoutSlash + ":/usr/bin:/bin", "TERM": "xterm-256color",
      "TZ": "UTC", "LANG": "C.UTF-8",
    ]
    process.environment = inherited.merging(fixed) { _, new in new }.merging(environment) { _, new in new }
    return process
  }

  /// Where the built program lies: beside the bundle of the tests.
  static var programFolder: URL {
    for bundle in Bundle.allBundles where bundle.bundleURL.pathExtension == "xctest" {
      return bundle.bundleURL.resolvingSymlinksInPath().deletingLastPathComponent()
    }
    return URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  /// The folder that holds `Package.swift`.
  static var packageFolder: URL {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    return folder
  }
}

extension URL {
  /// The path as a user would type it, also of a folder.
  var pathWithoutSlash: String {
    let path = path(percentEncoded: false)
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
