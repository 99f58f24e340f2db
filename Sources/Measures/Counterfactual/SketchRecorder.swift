import Incentives
import WorkplaceModel

/// Reads ledgers week by week and keeps what a ``RunSketch`` holds.
struct SketchRecorder: Sendable {
  private let dashboard: PolicyDashboard?
  private var people: [PersonTotals]
  private(set) var weeks: [WeekMoments] = []
  private var profiles: [ActionProfile: Double] = [:]
  private var aroundTarget: TargetHistogram?
  private var resets = TargetResets()

  /// Prepares to record what a dashboard reads.
  init(_ dashboard: PolicyDashboard?, employees: Int) {
    self.dashboard = dashboard
    people = Array(repeating: PersonTotals(), count: employees)
    if let target = dashboard?.target, !target.isCondition, target.threshold > 0 {
      aroundTarget = TargetHistogram(threshold: target.threshold)
    }
  }

  /// Adds the next week of the horizon.
  ///
  /// - Parameter isEvaluated: whether the week belongs to the evaluation window.
  mutating func add(_ ledger: WeekLedger, isEvaluated: Bool) {
    let scores = dashboard.map { ledger.scores[$0.metric] } ?? []
    weeks.append(
      WeekMoments(
        value: .init(ledger.truth.lazy.map(\.value)), score: .init(scores),
        resetsTarget: resets.isReset(inWeek: ledger.week, under: ledger.phase?.scheme)))
    guard isEvaluated else { return }
    for (employee, truth) in ledger.truth.enumerated() {
      people[employee].add(truth)
      people[employee].neverGames = ledger.neverGames[employee]
      profiles[truth.profile, default: 0] += 1
    }
    for (employee, score) in scores.enumerated() where !score.isNaN {
      people[employee].score += score
      people[employee].scoredWeeks += 1
    }
    for (employee, state) in ledger.states.enumerated() {
      people[employee].utility += state.utility
    }
    if let target = dashboard?.target, aroundTarget != nil {
      for value in ledger.scores[target.metric] { aroundTarget?.add(value) }
    }
  }

  /// What has been kept.
  ///
  /// - Parameters:
  ///   - totals: what the evaluation window adds up to.
  ///   - basis: prices and severities of the scenario.
  ///   - blocks: the blocks that metrics are judged by.
  ///   - qualities: how well every metric of the scenario tells the truth, by block.
  func sketch(
    totals: PeriodTotals, basis: MeasureBasis, blocks: WeekBlocks, qualities: [[MetricQuality]]
  ) -> RunSketch {
    RunSketch(
      dashboard: dashboard, totals: totals, people: people, weeks: weeks,
      qualities: dashboard.map { dashboard in qualities.map { $0[dashboard.metric] } } ?? [],
      blocks: blocks, profiles: sortedProfiles, aroundTarget: aroundTarget,
      expectedAnnualLoss: totals.perYear(basis.expectedLoss(of: totals.expectedIncidents)),
      netValue: totals.netValue(basis) / totals.personWeeks)
  }

  private var sortedProfiles: [RunSketch.ProfileCount] {
    profiles.map { RunSketch.ProfileCount(profile: $0.key, personWeeks: $0.value) }
      .sorted { $0.profile.order < $1.profile.order }
  }

  /// Mean utility over the window of each employee, in hours of pay a week; empty if nobody tracked
  /// it.
  func meanUtilities(_ totals: PeriodTotals) -> [Double] {
    totals.stateWeeks > 0 ? people.map { $0.utility / totals.weeks } : []
  }
}

extension PersonTotals {
  /// Adds a week.
  mutating func add(_ truth: EmployeeWeekTruth) {
    value += truth.value
    manualHours += truth.manualHours
    agentHours += truth.agentHours
    messageHours += truth.messageHours
    upkeepHours += truth.reviewHours + truth.reworkHours + truth.incidentHours
    buildingHours += truth.buildingHours
    gamingHours += truth.gamingHours
    honestTokens += truth.honestTokens
    gamingTokens += truth.gamingTokens
  }
}

extension ActionProfile {
  /// Place in the order of profiles: by agent share, then by techniques, then without and with
  /// building automation.
  var order: Int {
    (Int(agentShareIndex) << 8 | Int(techniques.rawValue)) << 1 | (builds ? 1 : 0)
  }
}
