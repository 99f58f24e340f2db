import Foundation

/// A private folder of one test, removed with it.
final class ScratchFolder: Sendable {
  let root: String

  init() {
    root = FileManager.default.temporaryDirectory.path + "/goodhart-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    } catch {
      fatalError("cannot create \(root): \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { root + "/" + name }

  /// The names in the folder, hidden ones included, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}

extension ScratchFolder {
  /// Writes a file.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    return path(name)
  }

  /// A folder that holds `tiny.yaml`, a study of a moment.
  static func withTinyScenario() throws -> ScratchFolder {
    let scratch = ScratchFolder()
    try scratch.write(tinyScenario, to: "tiny.yaml")
    return scratch
  }

  /// Eight people, four weeks, two policies.
  static let tinyScenario = """
    scenario: tiny
    title: A study of a moment
    horizon: 4 weeks
    warmUp: 2 weeks
    evaluation: 4 weeks
    replications: 3
    seed: 7
    workforce:
      developer: {count: 8, teamSize: 4}
    work:
      feature: {arrivals: backlog, priority: 10, size: {lognormal: {median: 3 h, cv: 1}}, reviewed: true}
    policies:
      noMetric: {}
      tokenBoard:
        metrics:
          tokens: {formula: "total_tokens"}
          weeklyActive: {formula: "active_days >= 1"}
        board: {metric: tokens, visibleTo: organisation}
        target: {metric: weeklyActive, goal: 80 %, of: team}

    """
}
