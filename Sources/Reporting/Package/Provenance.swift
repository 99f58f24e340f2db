import Experiments
import WorkplaceModel

/// `provenance.json`: which program made which files from what, as a PROV-JSON document (W3C member
/// submission, 2013).
///
/// Holds nothing that differs between two runs of the same scenario by the same program: no times,
/// no machine, no number of threads.
struct Provenance {
  /// What was done.
  var activity: Activity
  /// The resolved scenario.
  var scenario: SourceFile
  /// Files the scenario refers to: what it extends, and data.
  var sources: [SourceFile]
  /// The files written so far.
  var outputs: [SourceFile]
  /// The policies, each alone, as the resolved scenario has them.
  var policies: [SourceFile] = []
  /// How big the study was, in order.
  var size: [(key: String, value: JSONValue)] = []

  /// The document.
  var document: JSONValue {
    [
      "prefix": ["goodhart": "urn:goodhart:"],
      "entity": .object(entities),
      "activity": ["goodhart:run": .object(facts)],
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
      "used": relations("used", ([scenario] + sources + policies).map { Self.entity($0.name) }),
      "wasGeneratedBy": relations(
        "generated",
        outputs.map { Self.entity($0.name) }
          + activity.trajectories.map { Self.trajectory($0.policy) }),
      "wasAssociatedWith": [
        "_:association": ["prov:activity": "goodhart:run", "prov:agent": "goodhart:program"]
      ],
    ]
  }

  private var facts: [(key: String, value: JSONValue)] {
    [
      ("prov:label", .string(activity.label)),
      ("goodhart:command", .string(activity.command.map(\.quotedForShell).joined(separator: " "))),
      ("goodhart:arguments", .array(activity.command.dropFirst().map { .string($0) })),
    ] + (activity.facts + size).map { ("goodhart:\($0.key)", $0.value) }
  }

  private var entities: [(key: String, value: JSONValue)] {
    let files = ([scenario] + sources + policies + outputs).map {
      file -> (key: String, value: JSONValue) in
      (Self.entity(file.name), ["goodhart:sha256": .string(file.digest)])
    }
    let trajectories = activity.trajectories.map {
      policy, fingerprint -> (key: String, value: JSONValue) in
      (
        Self.trajectory(policy),
        [
          "prov:label": .string("every event under \(policy)"),
          "goodhart:fingerprint": .string(fingerprint),
        ]
      )
    }
    return files + trajectories
  }

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

extension String {
  /// The word as a shell takes it: in single quotes unless it is plain.
  fileprivate var quotedForShell: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", ",", "=", ":", "+", "%": true
        default: false
        }
      }
    return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
