// swift-tools-version: 6.2
import PackageDescription

// CI sets LACUNA_STRICT so that a warning fails the build there, but never on a user's newer toolchain.
let strictness: [SwiftSetting] =
  Context.environment["LACUNA_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  strictness + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]

let package = Package(
  name: "Lacuna",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "lacuna", targets: ["lacuna"]),
    .executable(name: "lacuna-bench", targets: ["lacuna-bench"]),
    .library(
      name: "Lacuna",
      targets: [
        "Regions", "SourceText", "LegalSyntax", "Amending", "LegalModel", "GapAnalysis", "Reporting", "Lint",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Libraries, in the order of the arrow: text ─► tree ─► consolidated tree ─► law ─► regions ─► findings ─► report.
    .target(name: "Regions", swiftSettings: settings),
    .target(name: "SourceText", swiftSettings: settings),
    .target(name: "LegalSyntax", dependencies: ["SourceText"], swiftSettings: settings),
    .target(name: "Amending", dependencies: ["SourceText", "LegalSyntax"], swiftSettings: settings),
    .target(name: "LegalModel", dependencies: ["SourceText", "LegalSyntax"], swiftSettings: settings),
    .target(
      name: "GapAnalysis", dependencies: ["SourceText", "LegalModel", "Regions"],
      swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: ["SourceText", "LegalSyntax", "Amending", "GapAnalysis", "LegalModel"],
      swiftSettings: settings),
    .target(
      name: "Lint", dependencies: ["SourceText", "LegalSyntax", "LegalModel", "GapAnalysis"],
      swiftSettings: settings),

    // The shipped law, embedded in the binary by a build-tool plugin.
    .target(
      name: "ShippedRules", path: "Rules", exclude: ["OPSC", "vocabulary"], sources: ["ShippedRules.swift"],
      swiftSettings: settings, plugins: ["EmbedRulesPlugin"]),
    .executableTarget(name: "EmbedRules", swiftSettings: settings),
    .plugin(
      name: "EmbedRulesPlugin", capability: .buildTool(), dependencies: ["EmbedRules"],
      path: "Sources/EmbedRulesPlugin"),

    // The one target that differs between operating systems.
    .target(name: "OperatingSystem", swiftSettings: settings),

    // The command layer: the only one that opens files, prints, and knows the argument parser.
    .executableTarget(
      name: "lacuna",
      dependencies: [
        "SourceText", "LegalSyntax", "Amending", "LegalModel", "GapAnalysis", "Reporting", "Lint",
        "ShippedRules", "OperatingSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Measures the set algebra on instances from outside and on input of growing size.
    .executableTarget(
      name: "lacuna-bench",
      dependencies: [
        "Regions", "OperatingSystem", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Damaged files in great numbers; a plain build runs those that were found before.
    .executableTarget(
      name: "lacuna-fuzz",
      dependencies: ["SourceText", "LegalSyntax", "LegalModel", "GapAnalysis", "Reporting", "ShippedRules"],
      swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: ["SourceText", "LegalSyntax", "LegalModel", "GapAnalysis", "Reporting"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "RegionsTests", dependencies: ["Regions", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "BenchTests", dependencies: ["lacuna-bench", "Regions", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ShippedLawTests",
      dependencies: [
        "SourceText", "LegalSyntax", "Amending", "LegalModel", "GapAnalysis", "Reporting", "ShippedRules",
        "TestSupport",
      ], exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "LegalSyntaxTests", dependencies: ["SourceText", "LegalSyntax", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "LintTests",
      dependencies: [
        "SourceText", "LegalSyntax", "LegalModel", "GapAnalysis", "Lint", "ShippedRules", "TestSupport",
      ], swiftSettings: settings),
    .testTarget(
      name: "AmendingTests",
      dependencies: ["SourceText", "LegalSyntax", "Amending", "LegalModel", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "LegalModelTests",
      dependencies: ["SourceText", "LegalSyntax", "LegalModel", "GapAnalysis", "TestSupport"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["lacuna", "LegalSyntax", "Amending", "LegalModel", "GapAnalysis", "TestSupport"],
      exclude: ["Scenarios", "BadInputs"], swiftSettings: settings),
    .testTarget(
      name: "GapAnalysisTests",
      dependencies: [
        "SourceText", "LegalSyntax", "Amending", "LegalModel", "GapAnalysis", "Reporting", "Regions",
        "TestSupport",
      ],
      swiftSettings: settings),
  ]
)
