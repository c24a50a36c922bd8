// The one file that calls the operating system's C library.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Terminals, standard streams, other programs and today's date. Everything but this file is the same on all systems.
public enum Platform {
  /// Whether standard output goes to a terminal.
  public static var isOutputTerminal: Bool { isatty(1) == 1 }

  /// Whether standard error goes to a terminal.
  public static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Reads standard input to its end, but at most `limit` bytes and one more.
  public static func readStandardInput(limit: Int) -> [UInt8] { readAll(0, limit: limit) }

  /// Reads a descriptor to its end, but at most `limit` bytes and one more.
  private static func readAll(_ descriptor: Int32, limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Writes text to a descriptor: 1 is standard output, 2 standard error. A closed pipe ends the program quietly.
  public static func write(_ text: String, to descriptor: Int32) {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes to a descriptor: 1 is standard output, 2 standard error. A closed pipe ends the program quietly.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard count > 0 else { return }
      start += count
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    guard let start = start else { return 0 }
    #if canImport(Glibc)
      return Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      return Musl.write(descriptor, start, count)
    #else
      return Darwin.write(descriptor, start, count)
    #endif
  }

  /// What stands under a path in the file system.
  public enum Entry: Hashable, Sendable {
    /// A regular file of so many bytes.
    case file(size: Int)
    /// A folder.
    case folder
    /// A link, if links are not followed.
    case link
    /// A device.
    case device
    /// Something else, such as a pipe.
    case other
  }

  /// What stands under a path; nil if there is nothing, or a link leads nowhere.
  ///
  /// - Parameter followsLinks: whether to tell what a link leads to, in place of the link.
  public static func entry(_ path: String, followsLinks: Bool = true) -> Entry? {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file(size: Int(status.st_size))
    case S_IFDIR: .folder
    case S_IFLNK: .link
    case S_IFCHR, S_IFBLK: .device
    default: .other
    }
  }

  /// The bytes of a file, but at most `limit` and one more; nil if it cannot be read.
  public static func contents(of path: String, limit: Int) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    return readAll(descriptor, limit: limit)
  }

  /// Whether a path names a folder.
  public static func isFolder(_ path: String) -> Bool { entry(path) == .folder }

  /// Runs a program of the search path and reads what it prints; its errors go where ours go.
  ///
  /// - Returns: at most `limit` bytes and one more; nil if the program is not there or fails.
  public static func run(_ program: String, _ arguments: [String], limit: Int) -> [UInt8]? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let started = posix_spawnp(&child, program, &actions, nil, &words, environ) == 0
    _ = close(ends[1])
    defer { _ = close(ends[0]) }
    guard started else { return nil }
    let bytes = readAll(ends[0], limit: limit)
    var status: Int32 = 0
    guard waitpid(child, &status, 0) == child, status == 0 else { return nil }
    return bytes
  }

  /// The value of an environment variable.
  public static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The folder in which the program runs, as an absolute path: as the system names it, then as the shell does, where
  /// a link makes the two differ. Empty if the folder is gone.
  public static var workingFolders: [String] {
    guard let folder = resolved(".") else { return [] }
    guard let shell = environment("PWD"), shell.hasPrefix("/"), shell != folder, resolved(shell) == folder
    else { return [folder] }
    return [folder, shell]
  }

  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether something other than a regular file has this path: a device, a pipe. Such a thing must be written to,
  /// never replaced.
  public static func isSpecialFile(_ path: String) -> Bool {
    switch entry(path) {
    case .file?, nil: false
    case .folder?, .link?, .device?, .other?: true
    }
  }

  /// Today in the user's time zone.
  public static var today: (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }

  /// How many processors can work at the same time; at least 1.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
