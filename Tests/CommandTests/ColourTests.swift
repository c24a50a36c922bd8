import Foundation
import Testing

/// Colour belongs on terminals whose user has not asked for none.
@Suite struct ColourTests {
  private static let law = """
    jurisdiction XA "Invented State" {
      bound by OPSC from 2003-01-01
    }

    statute XA/code "Penal Code" {
      in force   from 2003-01-01
      researched up to 2026-01-01
      article 1 "Sale" { offence { act deliver } }
    }

    """

  /// What the program prints on a terminal.
  private func shown(_ line: String, _ environment: [String: String] = [:]) throws -> String {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Self.law, to: "law.lacuna")
    try shell.write("statute XA/code {\n", to: "wrong.lacuna")
    return try PseudoTerminal().run(line, in: shell.folder, environment: environment)
  }

  @Test(arguments: ["lacuna check law.lacuna --rule 2.b --as-of 2020-01-01", "lacuna check wrong.lacuna"])
  func terminalsAreColoured(_ line: String) throws {
    #expect(try shown(line).contains("\u{1B}["))
  }

  @Test(arguments: ["lacuna check law.lacuna --rule 2.b --as-of 2020-01-01", "lacuna check wrong.lacuna"])
  func usersMayAskForNone(_ line: String) throws {
    let plain = try shown(line, ["NO_COLOR": "1"])
    #expect(!plain.isEmpty)
    #expect(!plain.contains("\u{1B}"))
    #expect(try !shown(line, ["TERM": "dumb"]).contains("\u{1B}"))
    // An empty variable asks for nothing (https://no-color.org).
    #expect(try shown(line, ["NO_COLOR": ""]).contains("\u{1B}["))
  }

  @Test func reportsInFilesAreNotColoured() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    try shell.write(Self.law, to: "law.lacuna")
    let line = "lacuna check law.lacuna --rule 2.b --as-of 2020-01-01 --output report.txt"
    _ = try PseudoTerminal().run(line, in: shell.folder, environment: [:])
    let report = try #require(shell.read("report.txt"))
    #expect(report.contains("OPSC 2.b"))
    #expect(!report.contains("\u{1B}"))
  }
}
