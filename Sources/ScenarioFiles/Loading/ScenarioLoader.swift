import Foundation
import WorkplaceModel

/// Reads scenario files.
public enum ScenarioLoader {
  /// The name under which standard input appears in messages.
  public static let standardInputName = "<stdin>"

  /// Reads a scenario from a file, or from standard input.
  ///
  /// - Parameters:
  ///   - path: the file; `-` for standard input, whose relative paths start at the working
  ///     directory.
  ///   - overrides: what the command line sets in place of the file.
  /// - Throws: `ScenarioErrors` with every mistake found.
  public static func load(
    path: String, overrides: ScenarioOverrides = ScenarioOverrides()
  ) throws(ScenarioErrors) -> LoadedScenario {
    let (data, name) =
      path == "-"
      ? (FileHandle.standardInput.readDataToEndOfFile(), standardInputName)
      : (FileManager.default.contents(atPath: path), path)
    guard let data else {
      throw ScenarioErrors([
        ScenarioDiagnostic(
          location: nil, what: "the scenario '\(path)' cannot be read",
          expected: "the path of a readable file, or - for standard input")
      ])
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw ScenarioErrors([
        ScenarioDiagnostic(
          location: nil, what: "the scenario '\(path)' is not text", expected: "UTF-8")
      ])
    }
    return try load(text: text, fileName: name, overrides: overrides)
  }

  /// Reads a scenario from its text.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - fileName: the name for messages, to which relative paths refer.
  ///   - overrides: what the command line sets in place of the file.
  /// - Throws: `ScenarioErrors` with every mistake found.
  public static func load(
    text: String, fileName: String, overrides: ScenarioOverrides = ScenarioOverrides()
  ) throws(ScenarioErrors) -> LoadedScenario {
    var reading = ScenarioReading(overrides: overrides)
    if let loaded = reading.read(text, named: fileName) { return loaded }
    throw ScenarioErrors(reading.resolver.collector.sorted)
  }
}
