import ArgumentParser
import Foundation
import ScenarioFiles

/// Which scenario is read, and what of it is set on the command line.
struct StudyOptionGroup: ParsableArguments {
  @Argument(
    help: "The scenario file, or - for standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String

  @Option(
    help: ArgumentHelp(
      "Simulate these policies only, separated by commas; the baseline always comes along.",
      valueName: "names"))
  var policies: String?

  @Option(help: ArgumentHelp("Independent repetitions in place of the file's.", valueName: "n"))
  var replications: Int?

  @Option(help: ArgumentHelp("Seed in place of the file's.", valueName: "n"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "Set any key of the scenario, such as workforce.developer.count=40; may be repeated.",
      valueName: "key=value"))
  var set: [String] = []

  func validate() throws {
    if let replications, replications < 1 {
      throw ValidationError(
        "--replications \(replications): expected a whole number of at least 1.")
    }
    if let policies, Self.names(in: policies).isEmpty {
      throw ValidationError("--policies: expected names separated by commas.")
    }
    for setting in set where Self.parts(of: setting) == nil {
      throw ValidationError(
        "--set \(setting): expected a key and a value, such as horizon='26 weeks'.")
    }
  }

  /// Reads the scenario with everything that the command line sets.
  ///
  /// - Parameter more: keys that other options set, after those of `--set`.
  /// - Throws: `ScenarioErrors`.
  func load(with more: [(path: String, value: String)] = []) throws -> LoadedScenario {
    try ScenarioLoader.load(
      path: scenario,
      overrides: ScenarioOverrides(
        seed: seed, replications: replications, policies: policies.map(Self.names),
        settings: set.compactMap(Self.parts) + more))
  }

  /// The policies that were asked for by name; nil for all.
  var policyNames: [String]? { policies.map(Self.names) }

  private static func names(in text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  private static func parts(of setting: String) -> (path: String, value: String)? {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
