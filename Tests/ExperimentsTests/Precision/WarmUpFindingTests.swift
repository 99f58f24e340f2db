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
    let series = (0..<4).map { replication -> [Double] in
      (0..<60).map { week -> Double in
        let noise = Double((week * week * 31 + week * 17 + replication * 7) % 23) / 3 - 4
        let rise = 8 * exp(-Double(week) / 4)
        return 30 - rise + noise / 10
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
