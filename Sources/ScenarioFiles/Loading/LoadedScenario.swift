import WorkplaceModel

/// A scenario that was read and found valid.
public struct LoadedScenario: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Values that were left to their defaults, in the order of the language.
  public let usedDefaults: [UsedDefault]
  /// What is valid and probably not meant.
  public let warnings: [ScenarioDiagnostic]
  /// The scenario file, the files it extends and the data files it reads, in this order.
  public let sourceFiles: [String]
  /// Every key with its value.
  let root: ResolvedNode
  /// What it was made from.
  let origin: ScenarioOrigin

  /// The scenario as YAML with everything inherited and every default filled in: the same scenario
  /// gives the same text, byte for byte, and the text reads back as the same scenario.
  ///
  /// The text is written whenever it is asked for.
  public var resolvedYAML: String { CanonicalYAML.text(of: root) }
}

/// What a scenario was made from: enough to make it again with some keys set otherwise, without
/// reading any file a second time.
struct ScenarioOrigin: Sendable {
  /// The keys that were written, with what other files and the command line set.
  let tree: SourceNode
  /// The texts in which they stand, for messages.
  let collector: DiagnosticCollector
  /// Names of those texts that are no files.
  let options: [String]
  /// Names of the policies to keep; nil for all.
  let policies: [String]?
  /// Data files that were read.
  let dataFiles: [String]
  /// Columns of these data files.
  let samples: [String: [Double]?]
}

extension LoadedScenario {
  /// The scenario with some keys set otherwise, read as strictly as a file.
  ///
  /// A setting has the same effect as one on the command line: what extends a policy inherits what
  /// is set there.
  ///
  /// - Parameters:
  ///   - settings: paths and values as YAML; of one path the later counts.
  ///   - option: what to call the settings in messages.
  /// - Throws: `ScenarioErrors` with every mistake found.
  /// - Complexity: a few milliseconds; no file is read again.
  public func variant(
    _ settings: [(path: String, value: String)], by option: String = "--set"
  ) throws(ScenarioErrors) -> LoadedScenario {
    var reading = ScenarioReading(origin, settings: settings, by: option)
    if let loaded = reading.read(origin.tree) { return loaded }
    throw ScenarioErrors(reading.resolver.collector.sorted)
  }
}
