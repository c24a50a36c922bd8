import Foundation
import Testing

/// What keeps the program the same on Linux and macOS.
@Suite struct PortabilityTests {
  /// Libraries that import nothing beyond each other, the standard library and what comes with it on every system.
  private static let core = ["Regions", "SourceText", "LegalSyntax", "LegalModel", "GapAnalysis", "Lint"]

  /// Locks and queues.
  private static let threads = ["Dispatch", "Synchronization"]

  private func sources() throws -> [(path: String, text: String)] {
    let root = Shell.packageFolder.appending(path: "Sources").pathWithoutSlash
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(".swift") }
      .sorted()
      .map { ($0, try String(contentsOfFile: root + "/" + $0, encoding: .utf8)) }
  }

  private func imports(_ text: String) -> [String] {
    text.matches(of: /(?m)^ *(?:public |@testable )?import (\w+)/).map { String($0.1) }
  }

  /// The C library differs between systems in its name and in more.
  @Test func oneFileCallsTheSystem() throws {
    let callers = try sources().filter {
      !Set(imports($0.text)).isDisjoint(with: ["Glibc", "Musl", "Darwin", "WinSDK"])
    }
    #expect(callers.map(\.path) == ["OperatingSystem/Platform.swift"])
  }

  /// Where code depends on the system, it asks for modules, which a new system may have too.
  @Test func noSystemIsNamed() throws {
    for source in try sources() {
      #expect(source.text.firstMatch(of: /#(if|elseif) +!?os\(/) == nil, "\(source.path)")
    }
  }

  @Test(arguments: core) func coreImportsTheStandardLibraryAlone(_ library: String) throws {
    for source in try sources() where source.path.hasPrefix(library + "/") {
      #expect(Set(imports(source.text)).isSubset(of: Self.core + Self.threads), "\(source.path)")
    }
  }
}
