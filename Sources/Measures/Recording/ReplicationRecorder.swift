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
  private var blockFigures: [BlockFigures] = []
  private var knowing: [[Double]] = []
  private var sketching: SketchRecorder
  private var incidents: [IncidentRecord] = []

  /// Prepares to record a replication.
  ///
  /// - Parameters:
  ///   - scenario: the scenario that is simulated.
  ///   - policy: index of the policy in force; in a counterfactual run, of the policy whose
  ///     counterfactual it is, so that its dashboard is the one that is read.
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
    sketching = SketchRecorder(
      dashboards[policy], employees: scenario.roles.reduce(0) { $0 + $1.count })
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
    let employees = Double(ledger.truth.count)
    knowing.append(ledger.knowing.map { Double($0) / employees })
    sketching.add(ledger, isEvaluated: blockIndex >= blocks.firstEvaluated)
    if blockIndex >= blocks.firstEvaluated {
      window += week
      for index in readings.indices { windowReadings[index] += readings[index] }
    }
    block.add(ledger)
    if ledger.week + 1 == blocks.blocks[blockIndex].upperBound {
      qualities.append(block.qualities())
      if blockIndex >= blocks.firstEvaluated { blockFigures.append(block.figures()) }
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
    let figures = WindowFigures(
      blocks: blockFigures, risk: RiskFigures(annualLoss),
      utilities: sketching.meanUtilities(window), knowing: knowing, weeks: sketching.weeks)
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
      case .ofDashboard, .ofQuality, .ofTargeting: readings[policy][index]
      case .ofCounterfactuals: Double.nan
      }
    }
    return ReplicationRecord(
      measures: measures, readings: readings, weekly: weekly, totals: window, blocks: blocks,
      qualities: qualities, windowQualities: windowQualities, annualLoss: annualLoss,
      incidents: incidents)
  }

  /// What is kept of the run to compare it with the same replication under other conditions, once
  /// every week of the horizon has been added.
  public func sketch() -> RunSketch {
    sketching.sketch(totals: window, basis: basis, blocks: blocks, qualities: qualities)
  }

  private func weeklyValues(_ week: PeriodTotals, _ reading: DashboardTotals) -> [Double] {
    catalogue.weekly.map { index in
      switch catalogue.measures[index].formula {
      case .ofWeeks(let formula): formula(week)
      case .ofDashboard(let formula): dashboards[policy] == nil ? .nan : formula(reading)
      case .ofQuality, .ofWindow, .ofTargeting, .ofCounterfactuals: .nan
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
    case .ofTargeting(let formula, let atRandom):
      switch dashboard.auditing {
      case .metric(let metric): formula(qualities[metric])
      case .random: atRandom
      case nil: .nan
      }
    case .ofWeeks, .ofWindow, .ofCounterfactuals: .nan
    }
  }

  private static func emptyBlock(_ scenario: Scenario) -> EmployeeBlock {
    EmployeeBlock(
      employees: scenario.roles.reduce(0) { $0 + $1.count }, metrics: scenario.metrics.count)
  }
}
