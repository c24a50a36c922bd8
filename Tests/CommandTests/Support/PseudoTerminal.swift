import Foundation

/// A terminal without a screen: what a program prints when it believes that a person looks on.
struct PseudoTerminal {
  /// A terminal that the system did not give.
  struct Unavailable: Error {}

  private let main: Int32
  private let other: Int32

  /// Opens a terminal.
  init() throws {
    var (main, other): (Int32, Int32) = (-1, -1)
    guard openpty(&main, &other, nil, nil, nil) == 0 else { throw Unavailable() }
    (self.main, self.other) = (main, other)
  }

  /// Runs a line of the shell on the terminal and gives all that it printed, on both streams.
  func run(_ line: String, in folder: URL, environment: [String: String]) throws -> String {
    let process = Shell.process(line, in: folder, environment: environment)
    let terminal = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    close(other)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // The end of the last writer shows as an error on some systems, as an end of file on others.
      let count = read(main, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    close(main)
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
