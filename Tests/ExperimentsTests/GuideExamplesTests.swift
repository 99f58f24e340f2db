import Experiments
import Foundation
import ScenarioFiles
import Testing
import WorkplaceModel

/// Every example of the author's guide is a scenario that runs.
@Suite struct GuideExamplesTests {
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The blocks of YAML in the guide, in order.
  static let examples: [String] = {
    let guide = project.appendingPathComponent("docs/guide.md")
    guard let text = try? String(contentsOf: guide, encoding: .utf8) else { return [] }
    return text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }()

  @Test func `the guide has an example for every block`() throws {
    #expect(Self.examples.count >= 26)
    let names = Self.examples.compactMap { $0.split(separator: "\n").first }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: examples)
  func `an example is read without a warning and simulates`(example: String) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("goodhart-guide-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The guide is read in the project's folder; here the same library is named by its whole path.
    let path = folder.appendingPathComponent("example.yaml").path
    let library = Self.project.appendingPathComponent("Scenarios/library").path
    try example.replacingOccurrences(of: "Scenarios/library", with: library)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let loaded = try ScenarioLoader.load(
      path: path, overrides: ScenarioOverrides(replications: 1))
    #expect(loaded.warnings.isEmpty)
    let results = try await StudyRunner.run(loaded.scenario)
    #expect(results.events > 0)
  }
}
