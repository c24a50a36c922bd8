#if !FUZZING
  #if canImport(FoundationEssentials)
    import FoundationEssentials
  #else
    import Foundation
  #endif

  /// Runs files once: those that were found to do harm, and the seeds.
  enum Replay {
    /// Feeds every file, and every file of every folder, in the order of their names.
    static func run(_ mode: Mode, _ paths: [String]) {
      var count = 0
      for path in paths {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted()
        for file in names.map({ $0.map { path + "/" + $0 } }) ?? [path] {
          guard let data = FileManager.default.contents(atPath: file) else {
            fatalError("`\(file)` cannot be read")
          }
          print("\(mode.rawValue) \(file)")
          mode.feed(Array(data))
          count += 1
        }
      }
      if count == 0 { fatalError("there is no file to run") }
      print("\(count) files did no harm")
    }
  }
#endif
