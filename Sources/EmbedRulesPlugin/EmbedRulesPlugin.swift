import Foundation
import PackagePlugin

/// Turns the files below `Rules` into Swift source, so that a binary that was moved still holds the shipped rules.
@main struct EmbedRulesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    let root = context.package.directoryURL.appending(path: "Rules")
    let files =
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "lacuna" }.sorted { $0.path < $1.path } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedRules.swift")
    return [
      .buildCommand(
        displayName: "Embedding the shipped rules", executable: try context.tool(named: "EmbedRules").url,
        arguments: [root.path, output.path], inputFiles: files, outputFiles: [output])
    ]
  }
}
