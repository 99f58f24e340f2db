import Foundation
import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct ShippedScenarioTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")

  static let names = [
    "library/software-organisation", "meshclaw", "meshclaw-design", "meshclaw-small",
    "support", "facts",
    "validation/mm1", "validation/mmc", "validation/mg1-lognormal", "validation/priority",
    "validation/priority-preemptive", "published/volume-or-quality", "published/audited-metric",
    "published/quota",
  ]

  @Test(arguments: names)
  func `every shipped scenario is valid and gives no warning`(name: String) throws {
    let path = Self.folder.appending(path: "\(name).yaml").path
    let loaded = try ScenarioLoader.load(path: path)
    #expect(loaded.warnings.isEmpty)
    #expect(loaded.scenario.name == name.split(separator: "/").last.map(String.init))
  }
}
