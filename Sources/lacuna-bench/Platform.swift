// The one file of this program that calls the operating system's C library.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files and standard streams, as bytes.
enum Platform {
  /// The bytes of a file, or of standard input if the path is `-`; `nil` if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 {
      lseek(descriptor, 0, SEEK_SET)
      bytes.reserveCapacity(Int(size))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Writes bytes to a descriptor: 1 is standard output, 2 standard error. A closed pipe ends quietly.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = 1) {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count, let base = buffer.baseAddress {
        let count = systemWrite(descriptor, base + start, buffer.count - start)
        guard count > 0 else { return }
        start += count
      }
    }
  }

  /// How many processors can work at the same time; at least 1.
  static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Ends the program.
  static func end(status: Int32) -> Never { exit(status) }

  private static func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int) -> Int
  {
    guard let start else { return 0 }
    #if canImport(Glibc)
      return Glibc.read(descriptor, start, count)
    #elseif canImport(Musl)
      return Musl.read(descriptor, start, count)
    #else
      return Darwin.read(descriptor, start, count)
    #endif
  }

  private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      return Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, start, count)
    #else
      return Darwin.write(descriptor, start, count)
    #endif
  }
}
