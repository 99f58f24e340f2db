import Experiments
import WorkplaceModel

/// `provenance.json`: which program made which files from what, as a PROV-JSON document (W3C member
/// submission, 2013).
///
/// Holds nothing that differs between two runs of the same scenario by the same program: no times,
/// no machine, no number of threads.
struct Provenance {
  /// A file that went in or came out.
  struct File {
    var name: String
    var digest: String
  }

  /// What the study found and how it was run.
  var results: StudyResults
  /// The resolved scenario.
  var scenario: File
  /// Files the scenario refers to: what it extends, and data.
  var sources: [File]
  /// The files written so far.
  var outputs: [File]

  /// The document.
  var document: JSONValue {
    [
      "prefix": ["goodhart": "urn:goodhart:"],
      "entity": .object(entities),
      "activity": ["goodhart:run": .object(activity)],
      "agent": [
        "goodhart:program": [
          "prov:type": "prov:SoftwareAgent",
          "prov:label": "goodhart",
          "goodhart:version": .string(GoodhartVersion.current),
          "goodhart:numericalLibrary": .string(Platform.numericalLibrary),
          "goodhart:compiler": .string(Platform.compiler),
          "goodhart:platform": .string(Platform.name),
        ]
      ],
      "used": relations("used", ([scenario] + sources).map { Self.entity($0.name) }),
      "wasGeneratedBy": relations(
        "generated", outputs.map { Self.entity($0.name) } + policies.map(Self.trajectory)),
      "wasAssociatedWith": [
        "_:association": ["prov:activity": "goodhart:run", "prov:agent": "goodhart:program"]
      ],
    ]
  }

  /// The command that makes the same folder from the resolved scenario in it.
  private var command: String {
    var words = ["goodhart", "run", scenario.name]
    if !results.options.commonRandomNumbers { words.append("--no-common-random-numbers") }
    if results.options.keepEmployeeWeeks { words.append("--employees") }
    return words.joined(separator: " ")
  }

  private var activity: [(key: String, value: JSONValue)] {
    [
      ("prov:label", .string(results.scenario.name)),
      ("goodhart:command", .string(command)),
      ("goodhart:seed", .string(String(results.scenario.seed))),
      ("goodhart:replications", .integer(results.scenario.replications)),
      ("goodhart:commonRandomNumbers", .bool(results.options.commonRandomNumbers)),
      ("goodhart:events", .integer(Int(results.events))),
      ("goodhart:fingerprint", .string(hexadecimal(results.fingerprint))),
    ]
  }

  private var entities: [(key: String, value: JSONValue)] {
    let files = ([scenario] + sources + outputs).map { file -> (key: String, value: JSONValue) in
      (Self.entity(file.name), ["goodhart:sha256": .string(file.digest)])
    }
    let trajectories = zip(policies, results.runs).map {
      policy, runs -> (key: String, value: JSONValue) in
      let fingerprints = runs.map { hexadecimal($0.fingerprint) }.joined(separator: "\n")
      return (
        Self.trajectory(policy),
        [
          "prov:label": .string("every event under \(policy)"),
          "goodhart:fingerprint": .string(String(SHA256.hexDigest(of: fingerprints).prefix(16))),
        ]
      )
    }
    return files + trajectories
  }

  private var policies: [String] { results.scenario.policies.map(\.name) }

  private func relations(_ name: String, _ entities: [String]) -> JSONValue {
    .object(
      entities.enumerated().map { index, entity in
        (
          "_:\(name)\(index + 1)",
          ["prov:activity": "goodhart:run", "prov:entity": .string(entity)]
        )
      })
  }

  private static func entity(_ name: String) -> String { "goodhart:\(name)" }

  private static func trajectory(_ policy: String) -> String { "goodhart:trajectories/\(policy)" }
}

/// Sixteen hexadecimal digits.
private func hexadecimal(_ word: UInt64) -> String {
  let digits = String(word, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
