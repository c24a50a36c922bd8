import Testing

@testable import Reporting

/// Names under which input files may leave the machine.
@Suite struct FileNamingTests {
  private func names(_ paths: [String], in folders: [String]) -> [String] {
    let naming = FileNaming(paths: paths, workingFolders: folders)
    return paths.map { path in
      let name = naming.name(of: Report.Input(path: path, digest: ""))
      let base =
        switch name.base {
        case .workingFolder: "here"
        case .program: "program"
        case .elsewhere: "elsewhere"
        }
      return base + ":" + name.path
    }
  }

  @Test func filesBelowTheWorkingFolderAreNamedFromThere() {
    #expect(
      names(["law/a.lacuna", "./law/../b", "/home/me/c", "/home/me/law/d"], in: ["/home/me"])
        == ["here:law/a.lacuna", "here:b", "here:c", "here:law/d"])
    #expect(names(["/link/law/a"], in: ["/home/me", "/link"]) == ["here:law/a"])
    #expect(names(["/tmp/me/a"], in: ["/tmp", "/tmp/me"]) == ["here:a"])
    #expect(names(["/etc/a"], in: ["/"]) == ["here:etc/a"])
  }

  @Test func filesElsewhereDoNotTellWhereTheyLie() {
    #expect(names(["/secret/x/code.lacuna"], in: ["/home/me"]) == ["elsewhere:code.lacuna"])
    #expect(
      names(["/secret/x/law/a", "/secret/x/rules/a", "b"], in: ["/home/me"])
        == ["elsewhere:law/a", "elsewhere:rules/a", "here:b"])
    #expect(names(["../law/a", "/home/law/b"], in: ["/home/me"]) == ["elsewhere:a", "elsewhere:b"])
    #expect(names(["/home/meadow/a"], in: ["/home/me"]) == ["elsewhere:a"])
    #expect(names(["../../../../a"], in: ["/home/me"]) == ["elsewhere:a"])
  }

  @Test func aFolderThatIsGoneNamesNothing() {
    #expect(names(["law/a", "/x/y"], in: []) == ["elsewhere:law/a", "elsewhere:x/y"])
  }

  @Test func rulesInsideTheProgramKeepTheirNames() {
    let naming = FileNaming(paths: [], workingFolders: ["/home/me"])
    let shipped = Report.Input(path: "Rules/OPSC/a.lacuna", digest: "", role: .shippedRules)
    #expect(naming.name(of: shipped) == Report.FileName(base: .program, path: "Rules/OPSC/a.lacuna"))
    let input = Report.Input(path: "<standard input>", digest: "", role: .standardInput)
    #expect(naming.name(of: input).path == "standard-input")
  }
}
