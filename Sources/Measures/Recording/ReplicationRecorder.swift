import WorkplaceModel

/// Reads the ledgers of one replication under one policy, week by week, and keeps what a study
/// reports.
///
/// It holds no ledger: memory grows with the horizon by one row of weekly measures a week, and by
/// the incidents that happen.
public struct ReplicationRecorder: Sendable {
  private let scenario: Scenario
  private let catalogue: MeasureCatalogue
  private let basis: MeasureBasis
  private let dashboards: [PolicyDashboard?]
  private let policy: Int
  private let blocks: WeekBlocks

  private var block: EmployeeBlock
  private var window: PeriodTotals
  private var windowReadings: [DashboardTotals]
  private var weekly: [[Double]] = []
  private var qualities: [[MetricQuality]] = []
  private var inequalities: [TokenInequality] = []
  private var incidents: [IncidentRecord] = []

  /// Prepares to record a replication.
  ///
  /// - Parameters:
  ///   - scenario: the scenario that is simulated.
  ///   - policy: index of the policy in force.
  ///   - catalogue: the measures of the scenario.
  public init(_ scenario: Scenario, policy: Int, catalogue: MeasureCatalogue) {
    self.scenario = scenario
    self.policy = policy
    self.catalogue = catalogue
    basis = MeasureBasis(scenario)
    dashboards = scenario.policies.map { PolicyDashboard(of: $0, in: scenario) }
    blocks = WeekBlocks(
      horizonWeeks: scenario.horizonWeeks, evaluationWeeks: scenario.evaluationWeeks)
    block = Self.emptyBlock(scenario)
    window = PeriodTotals(workKinds: scenario.workKinds.count)
    windowReadings = Array(repeating: DashboardTotals(), count: dashboards.count)
  }

  /// Adds the next week of the horizon; weeks of the warm-up are left out.
  public mutating func add(_ ledger: WeekLedger) {
    guard ledger.week >= 0, let blockIndex = blocks.index(ofWeek: ledger.week) else { return }
    let week = PeriodTotals(ledger, in: scenario)
    let readings = dashboards.map { dashboard in
      dashboard.map { DashboardTotals($0, of: ledger) } ?? DashboardTotals()
    }
    weekly.append(weeklyValues(week, readings[policy]))
    incidents.append(contentsOf: ledger.incidents)
    if blockIndex >= blocks.firstEvaluated {
      window += week
      for index in readings.indices { windowReadings[index] += readings[index] }
    }
    block.add(ledger)
    if ledger.week + 1 == blocks.blocks[blockIndex].upperBound {
      qualities.append(block.qualities())
      if blockIndex >= blocks.firstEvaluated { inequalities.append(block.tokenInequality()) }
      block = Self.emptyBlock(scenario)
    }
  }

  /// What the replication amounts to, once every week of the horizon has been added.
  public func record() -> ReplicationRecord {
    let evaluated = qualities[blocks.firstEvaluated...]
    let windowQualities = scenario.metrics.indices.map { metric in
      MetricQuality(meanOf: evaluated.map { $0[metric] })
    }
    let annualLoss = basis.annualLoss(of: window)
    let figures = WindowFigures(inequalities: inequalities, risk: RiskFigures(annualLoss))
    let readings = dashboards.indices.map { index in
      catalogue.measures.map { measure in
        measure.readsDashboard ? reading(measure, dashboard: index, windowQualities) : .nan
      }
    }
    let measures = catalogue.measures.indices.map { index in
      let measure = catalogue.measures[index]
      return switch measure.formula {
      case .ofWeeks(let formula): formula(window)
      case .ofWindow(let formula): formula(figures)
      case .ofDashboard, .ofQuality: readings[policy][index]
      }
    }
    return ReplicationRecord(
      measures: measures, readings: readings, weekly: weekly, totals: window, blocks: blocks,
      qualities: qualities, windowQualities: windowQualities, annualLoss: annualLoss,
      incidents: incidents)
  }

  private func weeklyValues(_ week: PeriodTotals, _ reading: DashboardTotals) -> [Double] {
    catalogue.weekly.map { index in
      switch catalogue.measures[index].formula {
      case .ofWeeks(let formula): formula(week)
      case .ofDashboard(let formula): dashboards[policy] == nil ? .nan : formula(reading)
      case .ofQuality, .ofWindow: .nan
      }
    }
  }

  private func reading(
    _ measure: Measure, dashboard index: Int, _ qualities: [MetricQuality]
  ) -> Double {
    guard let dashboard = dashboards[index] else { return .nan }
    return switch measure.formula {
    case .ofDashboard(let formula): formula(windowReadings[index])
    case .ofQuality(let formula): formula(qualities[dashboard.metric])
    case .ofWeeks, .ofWindow: .nan
    }
  }

  private static func emptyBlock(_ scenario: Scenario) -> EmployeeBlock {
    EmployeeBlock(
      employees: scenario.roles.reduce(0) { $0 + $1.count }, metrics: scenario.metrics.count)
  }
}

/// What a study keeps of one replication under one policy.
///
/// Values are NaN where they are undefined, and parallel to `MeasureCatalogue.measures`.
public struct ReplicationRecord: Sendable {
  /// Every measure over the evaluation window, as the policy's own dashboard sees it.
  public var measures: [Double]
  /// The same as seen by the dashboard of every policy of the scenario; NaN for measures that read
  /// no dashboard.
  public var readings: [[Double]]
  /// The weekly measures, by week of the horizon.
  public var weekly: [[Double]]
  /// What the evaluation window adds up to.
  public var totals: PeriodTotals
  /// The blocks of weeks that metrics are judged by.
  public var blocks: WeekBlocks
  /// How well each metric of the scenario tells truth, by block, then metric.
  public var qualities: [[MetricQuality]]
  /// The same, averaged over the blocks of the evaluation window, by metric.
  public var windowQualities: [MetricQuality]
  /// The distribution of a year's loss at the replication's intensities.
  public var annualLoss: CompoundLoss
  /// Incidents of the horizon in order.
  public var incidents: [IncidentRecord]
}

/// Figures of the evaluation window as a whole.
struct WindowFigures: Sendable {
  var tokenGini: Double
  var topPercentTokens: Double
  var topDecileTokens: Double
  var risk: RiskFigures

  init(inequalities: [TokenInequality], risk: RiskFigures) {
    func mean(_ figure: (TokenInequality) -> Double) -> Double {
      let defined = inequalities.map(figure).filter { !$0.isNaN }
      return defined.reduce(0, +) / Double(defined.count)
    }
    tokenGini = mean(\.gini)
    topPercentTokens = mean(\.topPercent)
    topDecileTokens = mean(\.topDecile)
    self.risk = risk
  }
}
