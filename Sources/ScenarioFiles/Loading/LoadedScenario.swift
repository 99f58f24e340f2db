import WorkplaceModel

/// A scenario that was read and found valid.
public struct LoadedScenario: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The scenario as YAML with everything inherited and every default filled in: the same scenario
  /// gives the same text, byte for byte, and the text reads back as the same scenario.
  public let resolvedYAML: String
  /// Every policy of the scenario as the resolved YAML has it, alone; in order.
  public let policyYAML: [String]
  /// Values that were left to their defaults, in the order of the language.
  public let usedDefaults: [UsedDefault]
  /// What is valid and probably not meant.
  public let warnings: [ScenarioDiagnostic]
  /// The scenario file, the files it extends and the data files it reads, in this order.
  public let sourceFiles: [String]
}

extension LoadedScenario {
  /// The scenario with some keys set otherwise, read as strictly as a file.
  ///
  /// - Parameter settings: paths and values as YAML; of one path the later counts.
  /// - Throws: `ScenarioErrors` with every mistake found.
  public func variant(
    _ settings: [(path: String, value: String)]
  ) throws(ScenarioErrors) -> LoadedScenario {
    try ScenarioLoader.load(
      text: resolvedYAML, fileName: "scenario.yaml",
      overrides: ScenarioOverrides(settings: settings))
  }
}
