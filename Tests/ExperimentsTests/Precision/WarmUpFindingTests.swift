import Foundation
import ScenarioFiles
import Testing
import WorkplaceModel

@testable import Experiments

@Suite("A warm-up that is found")
struct WarmUpFindingTests {
  private let search = WarmUpSearch(
    measure: "true_value_h", pilotWeeks: 60, replications: 4)

  @Test("ends where the mean over replications stands still")
  func found() {
    let series = (0..<4).map { replication in
      (0..<60).map { week in
        30 - 8 * exp(-Double(week) / 4) + (Double((week * 7 + replication * 3) % 5) - 2) / 10
      }
    }
    let finding = WarmUpFinding(search, series: series)
    #expect((10...20).contains(finding.weeks))
    #expect(finding.caution == nil)
  }

  @Test("is the longest allowed, with a caution, where nothing stands still")
  func tooShort() throws {
    let finding = WarmUpFinding(search, series: [(0..<60).map { Double($0) }])
    #expect(finding.weeks == 30)
    #expect(try #require(finding.caution).contains("warmUp.upTo"))
  }
}
