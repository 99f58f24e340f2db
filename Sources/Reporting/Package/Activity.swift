import Experiments
import WorkplaceModel

/// What was done to make a results folder, for its provenance: the command that makes it again, and
/// what else tells runs apart.
public struct Activity: Sendable {
  /// What was studied.
  public var label: String
  /// The words of the command that makes the same folder from the resolved scenario in it.
  public var command: [String]
  /// Further facts, in order; the same for every run of the command.
  public var facts: [(key: String, value: JSONValue)]
  /// A hash over every event under each policy, where runs have one.
  public var trajectories: [(policy: String, fingerprint: String)]

  /// Describes what was done.
  public init(
    label: String, command: [String], facts: [(key: String, value: JSONValue)] = [],
    trajectories: [(policy: String, fingerprint: String)] = []
  ) {
    self.label = label
    self.command = command
    self.facts = facts
    self.trajectories = trajectories
  }
}

extension Activity {
  /// The simulation of a study.
  public init(_ results: StudyResults) {
    self.init(
      label: results.scenario.name,
      command: ["goodhart", "run", ResultsWriter.scenarioName] + Self.words(for: results.options),
      facts: [
        ("seed", .string(String(results.scenario.seed))),
        ("replications", .integer(results.scenario.replications)),
        ("commonRandomNumbers", .bool(results.options.commonRandomNumbers)),
        ("events", .integer(Int(results.events))),
        ("fingerprint", .string(hexadecimal(results.fingerprint))),
      ],
      trajectories: zip(results.scenario.policies, results.runs).map { policy, runs in
        let fingerprints = runs.map { hexadecimal($0.fingerprint) }.joined(separator: "\n")
        return (policy.name, String(SHA256.hexDigest(of: fingerprints).prefix(16)))
      })
  }
}

extension Activity {
  /// The words of `goodhart run` that say what the resolved scenario does not.
  public static func words(for options: StudyOptions) -> [String] {
    (options.commonRandomNumbers ? [] : ["--no-common-random-numbers"])
      + (options.keepEmployeeWeeks ? ["--employees"] : [])
  }
}

/// Sixteen hexadecimal digits.
private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
