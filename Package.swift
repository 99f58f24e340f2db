// swift-tools-version: 6.2
import PackageDescription

// Data flows one way: a target may import only what stands above it in this file.
let package = Package(
  name: "goodhart",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "goodhart", targets: ["goodhart"]),
    .library(name: "EventKernel", targets: ["EventKernel"]),
    .library(name: "Randomness", targets: ["Randomness"]),
    .library(name: "Incentives", targets: ["Incentives"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams.git", .upToNextMinor(from: "6.2.0")),
    .package(url: "https://github.com/onevcat/Rainbow.git", from: "4.2.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV.git", from: "0.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin.git", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL",
      pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]
    ),
    .target(name: "Randomness", dependencies: ["CGSL"]),
    .target(name: "EventKernel"),
    .target(name: "Incentives"),
    .target(name: "WorkplaceModel", dependencies: ["Randomness", "EventKernel", "Incentives"]),
    .target(name: "Measures", dependencies: ["WorkplaceModel", "Randomness", "CGSL"]),
    .target(
      name: "ScenarioFiles",
      dependencies: ["Measures", "WorkplaceModel", "Yams"],
      resources: [.copy("Data")]
    ),
    .target(
      name: "Experiments", dependencies: ["Measures", "WorkplaceModel", "Randomness", "CGSL"]),
    .target(
      name: "RunStore",
      dependencies: ["Experiments", .product(name: "GRDB", package: "GRDB.swift")]
    ),
    .target(
      name: "Validation",
      dependencies: [
        "Experiments", "ScenarioFiles", "Measures", "WorkplaceModel", "Incentives", "EventKernel",
        "Randomness", "CGSL",
      ]
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Experiments", "ScenarioFiles", "Measures", "WorkplaceModel", "Randomness", "SwiftCSV",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.copy("Page/Template")]
    ),
    .executableTarget(
      name: "goodhart",
      dependencies: [
        "ScenarioFiles", "Experiments", "RunStore", "Validation", "Reporting", "Measures",
        "WorkplaceModel", "Incentives", "Randomness",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        "Rainbow",
      ]
    ),
    .executableTarget(
      name: "goodhart-bench",
      dependencies: [
        "EventKernel", "Randomness", "ScenarioFiles", "Experiments", "WorkplaceModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .executableTarget(
      name: "goodhart-facts",
      dependencies: [
        "Validation", "Reporting", "Experiments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .testTarget(name: "RandomnessTests", dependencies: ["Randomness", "CGSL"]),
    .testTarget(name: "EventKernelTests", dependencies: ["EventKernel"]),
    .testTarget(name: "IncentivesTests", dependencies: ["Incentives"]),
    .testTarget(name: "WorkplaceModelTests", dependencies: ["WorkplaceModel", "ScenarioFiles"]),
    .testTarget(name: "ScenarioFilesTests", dependencies: ["ScenarioFiles"]),
    .testTarget(name: "MeasuresTests", dependencies: ["Measures"]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments", "ScenarioFiles"]),
    .testTarget(name: "RunStoreTests", dependencies: ["RunStore", "Experiments"]),
    .testTarget(name: "ValidationTests", dependencies: ["Validation"]),
    .testTarget(name: "ReportingTests", dependencies: ["Reporting", "SwiftCSV"]),
    .testTarget(
      name: "CommandLineTests", dependencies: ["goodhart", "SwiftCSV"],
      exclude: ["Help", "Scenarios"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
