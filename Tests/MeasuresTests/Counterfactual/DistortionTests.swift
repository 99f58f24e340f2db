import Foundation
import Testing
import WorkplaceModel

@testable import Measures

@Suite struct DistortionTests {
  private let scenario: Scenario

  init() throws { scenario = try SampleScenario.make(horizonWeeks: 4, evaluationWeeks: 4) }

  /// What is kept of four equal weeks, as the dashboard of the first policy with a board reads them:
  /// metric 0 is tokens.
  private func sketch(policy: Int = 1, _ change: (inout WeekLedger) -> Void) -> RunSketch {
    var recorder = ReplicationRecorder(
      scenario, policy: policy, catalogue: MeasureCatalogue(scenario))
    for week in 0..<4 {
      var ledger = SampleLedger.week(week, values: [1, 2, 3, 4])
      ledger.scores[0] = [1, 2, 3, 4]
      for employee in 0..<4 {
        ledger.truth[employee].manualHours = 20
        ledger.truth[employee].honestTokens = 100
        ledger.truth[employee].tasksFinished = 4
        ledger.truth[employee].easyTasks = 1
      }
      ledger.toolCalls = [8, 0, 0, 0, 0, 0, 0]
      ledger.expectedIncidents = [1, 0, 0, 0]
      change(&ledger)
      recorder.add(ledger)
    }
    return recorder.sketch()
  }

  private func unobserved() -> RunSketch { sketch { _ in } }

  /// Employee 0, who gets the least done, games: four hours a week less work, tokens times four.
  private func gamed() -> RunSketch {
    sketch { ledger in
      ledger.scores[0] = [4, 3, 2, 1]
      ledger.truth[0].value = 0
      ledger.truth[0].manualHours = 12
      ledger.truth[0].gamingHours = 8
      ledger.truth[0].gamingTokens = 1200
      ledger.truth[0].profile.techniques = TechniqueSet(.loops)
      ledger.truth[1].easyTasks = 3
      ledger.toolCalls = [32, 0, 0, 0, 0, 0, 0]
      ledger.expectedIncidents = [8, 0, 0, 0]
      ledger.agentCostUSD = 40
      ledger.states = (0..<4).map { _ in EmployeeWeekState(effortCost: 0.5) }
    }
  }

  @Test func `a policy that changes nothing distorts nothing`() {
    let run = gamed()
    let same = Distortion(policy: run, honest: run, unobserved: run)
    for figure in [
      same.goodhartGap, same.cumulativeGoodhartGap, same.correlationDecay,
      same.rankCorrelationDecay, same.valueGain, same.netValueGain, same.gamingCost,
      same.displacedWork, same.easyTaskExcess, same.ratRaceWaste, same.honestWorkerPenalty,
      same.gamingLoss,
    ] { #expect(figure == 0) }
    #expect(same.profileDivergence < 1e-7)
    #expect(same.realisedDistortion.isNaN)
    #expect(same.riskElasticity.isNaN)
    #expect(same.marginalTokenElasticity.isNaN)
  }

  @Test func `the Goodhart gap by hand`() {
    // Mean score 2.5 to 7.5, mean value 2.5 to 2.25; standard deviation of both sqrt(1.25).
    let policy = sketch { ledger in
      ledger.scores[0] = [11, 12, 3, 4]
      ledger.truth[0].value = 0
    }
    let distortion = Distortion(policy: policy, honest: nil, unobserved: unobserved())
    let gap = 5.25 / 1.25.squareRoot()
    #expect(distortion.goodhartGaps.count == 4)
    #expect(distortion.goodhartGaps.allSatisfy { abs($0 - gap) < 1e-14 })
    #expect(abs(distortion.goodhartGap - gap) < 1e-14)
    #expect(abs(distortion.cumulativeGoodhartGap - 4 * gap) < 1e-13)
  }

  @Test func `the gap depends on neither unit`() {
    func gap(scale: Double) -> Double {
      let before = sketch { ledger in
        ledger.scores[0] = ledger.scores[0].map { scale * $0 }
      }
      let after = sketch { ledger in ledger.scores[0] = [7, 2, 3, 4].map { scale * $0 } }
      return Distortion(policy: after, honest: nil, unobserved: before).goodhartGap
    }
    #expect(abs(gap(scale: 1) - gap(scale: 1e7)) < 1e-12)
  }

  @Test func `a ranking that turns over loses two`() {
    let distortion = Distortion(
      policy: sketch { $0.scores[0] = [4, 3, 2, 1] }, honest: nil, unobserved: unobserved())
    #expect(abs(distortion.correlationDecay - 2) < 1e-14)
    #expect(distortion.rankCorrelationDecay == 2)
    // From 1 at the start to -1 in the middle of the block, week 2: one half after half a week.
    #expect(abs(distortion.campbellHalfLife - 0.5) < 1e-14)
  }

  @Test func `work, tokens and waste by hand`() {
    let distortion = Distortion(policy: gamed(), honest: nil, unobserved: unobserved())
    // Value 10 to 9 and tokens 400 to 1600 a week.
    #expect(abs(distortion.valueGain + 0.25) < 1e-15)
    #expect(abs(distortion.marginalTokenElasticity - log(0.9) / log(4.0)) < 1e-14)
    #expect(distortion.displacedWork == 2)
    #expect(distortion.ratRaceWaste == 2.5)
    // Six of sixteen tasks instead of four.
    #expect(distortion.easyTaskExcess == 0.125)
    // An hour of value less at $100, tokens $40, seven incidents more at $200, over four people.
    #expect(abs(distortion.netValueGain + (100 + 40 + 1400) / 4) < 1e-10)
  }

  @Test func `profiles by hand`() {
    // Twelve honest and four gaming person-weeks against sixteen honest, half a one added to each.
    let distortion = Distortion(policy: gamed(), honest: nil, unobserved: unobserved())
    let divergence = 12.5 / 17 * log(12.5 / 16.5) + 4.5 / 17 * log(9.0)
    #expect(abs(distortion.profileDivergence - divergence.squareRoot()) < 1e-14)
  }

  @Test func `the dashboard infers value from a metric that no longer tells it`() {
    let policy = sketch { ledger in
      ledger.scores[0] = [11, 12, 3, 4]
      ledger.truth[0].value = 0
    }
    // Unobserved, value equals the score: 30 inferred, 9 true.
    let distortion = Distortion(policy: policy, honest: nil, unobserved: unobserved())
    #expect(abs(distortion.claimedValue - 30 / 4.0) < 1e-13)
    #expect(abs(distortion.dashboardIllusion - 30 / 9.0) < 1e-13)
    let honest = Distortion(policy: unobserved(), honest: nil, unobserved: unobserved())
    #expect(abs(honest.claimedValue - 10 / 4.0) < 1e-13)
    #expect(abs(honest.dashboardIllusion - 1) < 1e-13)
  }

  @Test func `those who never game stand lower where others do`() {
    // Employees 1 and 3 never game: percentiles 3/8 and 7/8 by their work, 5/8 and 1/8 after it is
    // turned over.
    let distortion = Distortion(
      policy: sketch { $0.scores[0] = [4, 3, 2, 1] }, honest: unobserved(),
      unobserved: unobserved())
    #expect(abs(distortion.honestWorkerPenalty - 0.25) < 1e-15)
  }

  @Test func `what gaming adds to losses, and how losses grow with activity`() {
    let distortion = Distortion(
      policy: gamed(), honest: sketch { $0.expectedIncidents = [3, 0, 0, 0] },
      unobserved: unobserved())
    // Five incidents a week at $200 for 52 weeks.
    #expect(abs(distortion.gamingLoss - 5 * 200 * 52) < 1e-9)
    // Losses times eight, calls times four.
    #expect(abs(distortion.riskElasticity - 1.5) < 1e-14)
  }

  @Test func `gaming costs what the honest run is better by`() {
    let honest = sketch { $0.agentCostUSD = 12 }
    let distortion = Distortion(policy: gamed(), honest: honest, unobserved: unobserved())
    #expect(abs(distortion.gamingCost - (100 + 28 + 1400) / 4) < 1e-10)
    #expect(abs(distortion.gamingCost - (honest.netValue - gamed().netValue)) < 1e-10)
  }

  @Test func `bunching at a target of a hundred tokens`() {
    // Policy 2 has a numeric target of 100 on metric 0; bins are five wide, ten on each side count.
    let before = sketch(policy: 2) { $0.scores[0] = [92, 97, 102, 250] }
    let after = sketch(policy: 2) { $0.scores[0] = [100, 104, 107, 250] }
    let distortion = Distortion(policy: after, honest: nil, unobserved: before)
    // Twelve person-weeks just above instead of four; a bin there holds two on average.
    #expect(distortion.bunchingMass == 4)
    #expect(distortion.missingMass == 4)
    #expect(Distortion(policy: gamed(), honest: nil, unobserved: gamed()).bunchingMass.isNaN)
  }

  @Test func `a policy without a metric has no distortion of one`() {
    let run = sketch(policy: 0) { _ in }
    let distortion = Distortion(policy: run, honest: nil, unobserved: run)
    for figure in [
      distortion.goodhartGap, distortion.cumulativeGoodhartGap, distortion.correlationDecay,
      distortion.campbellHalfLife, distortion.claimedValue, distortion.dashboardIllusion,
      distortion.exAnteCongruity,
      distortion.bunchingMass, distortion.fittedBunchingMass, distortion.honestWorkerPenalty,
    ] { #expect(figure.isNaN) }
    #expect(distortion.valueGain == 0)
    #expect(distortion.gamingCost.isNaN)
  }

  @Test func `a record is filled with what it is compared with`() throws {
    let catalogue = MeasureCatalogue(scenario)
    var recorder = ReplicationRecorder(scenario, policy: 1, catalogue: catalogue)
    for week in 0..<4 { recorder.add(SampleLedger.week(week)) }
    var record = recorder.record()
    let waiting = catalogue.measures.indices.filter { catalogue.measures[$0].needsCounterfactuals }
    #expect(waiting.count == 23)
    #expect(waiting.allSatisfy { record.measures[$0].isNaN })
    let before = record.measures
    record.add(
      Distortion(policy: gamed(), honest: unobserved(), unobserved: unobserved()), catalogue)
    let displaced = try #require(catalogue.position(of: "displaced_work_h"))
    #expect(record.measures[displaced] == 2)
    for index in catalogue.measures.indices where !waiting.contains(index) {
      #expect(
        record.measures[index] == before[index]
          || (record.measures[index].isNaN && before[index].isNaN))
    }
  }

  @Test func `profiles are counted apart and kept in order`() {
    let run = sketch { ledger in
      ledger.truth[0].profile.builds = true
      ledger.truth[1].profile.techniques = TechniqueSet(.loops)
      ledger.truth[3].profile.agentShareIndex = 1
      ledger.truth[2].profile.builds = ledger.week < 2
    }
    #expect(run.profiles.map(\.personWeeks) == [2, 6, 4, 4])
    #expect(run.profiles.map(\.profile.builds) == [false, true, false, false])
    #expect(run.profiles.map(\.profile.games) == [false, false, true, false])
    #expect(run.profiles.map(\.profile.agentShareIndex) == [0, 0, 0, 1])
  }
}
