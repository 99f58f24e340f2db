import WorkplaceModel

/// Every measure of a scenario, in the order of tables.
///
/// Which measures there are depends on the kinds of work and on nothing else: not on the policies,
/// so that a policy added to a study changes no column.
public struct MeasureCatalogue: Sendable {
  /// All measures.
  public let measures: [Measure]
  /// The headline measures in the order of reports.
  public let headline: [Measure]
  /// Positions in ``measures`` of those that have a value for every week.
  public let weekly: [Int]

  /// The measures that every scenario has, for descriptions only.
  public static let common = MeasureCatalogue(
    basis: MeasureBasis(economics: Economics(hourValue: 0, policyOverhead: 0), severities: []),
    queues: [])

  /// The measures of a scenario.
  public init(_ scenario: Scenario) {
    self.init(basis: MeasureBasis(scenario), queues: Measure.queues(of: scenario))
  }

  private init(basis: MeasureBasis, queues: [Measure]) {
    let general =
      Measure.claims + Measure.truths + Measure.gamings + Measure.people + Measure.rankings
    let ofWork = Measure.works + queues + Measure.risks(basis) + Measure.costs(basis)
    let ofPeople = Measure.wellbeing(basis) + Measure.spreads + Measure.credits + Measure.detections
    let all = general + ofWork + ofPeople + Measure.distortions
    measures = all
    headline = all.filter(\.isHeadline)
      .sorted { ($0.headlineOrder ?? 0) < ($1.headlineOrder ?? 0) }
    weekly = all.indices.filter { all[$0].isWeekly }
  }

  /// The measure of a name: its identifier, or what ``identifier(of:)`` takes for one.
  public func measure(_ name: String) -> Measure? {
    guard let identifier = identifier(of: name) else { return nil }
    return measures.first { $0.identifier == identifier }
  }

  /// Position in ``measures`` of the measure called `identifier`.
  public func position(of identifier: String) -> Int? {
    measures.firstIndex { $0.identifier == identifier }
  }

  /// The weekly measures, in order.
  public var weeklyMeasures: [Measure] { weekly.map { measures[$0] } }
}

/// What of a scenario the formulas of measures need: prices and severities.
struct MeasureBasis: Sendable {
  var economics: Economics
  var severities: [Severity]
  /// Mean loss of one incident by class, in US dollars.
  var meanLosses: [Double]
  /// Cost of replacing one employee, in US dollars.
  var replacementCost: Double
  /// What an agent-hour counts by class of tool; nil where there is no scenario.
  var exposureWeights: ExposureWeights?
  /// Hours of agent-assisted work that make one tool call on average; 0 where none is made.
  var hoursPerCall = 0.0

  init(_ scenario: Scenario) {
    self.init(
      economics: scenario.economics, severities: scenario.risk.severities,
      replacementHours: scenario.behaviour.attrition?.replacementHours ?? 0)
    exposureWeights = ExposureWeights(
      irreversible: scenario.risk.irreversibleShare, meanLosses: meanLosses)
    let callsPerHour = scenario.platform.tokensPerHour * scenario.platform.callsPerMegatoken / 1e6
    hoursPerCall = callsPerHour > 0 ? 1 / callsPerHour : 0
  }

  init(economics: Economics, severities: [Severity], replacementHours: Double = 0) {
    self.economics = economics
    replacementCost = replacementHours * economics.hourValue
    self.severities = severities
    meanLosses = severities.map(\.mean)
  }

  /// Expected loss in US dollars of numbers of incidents by class.
  func expectedLoss(of incidents: [Double]) -> Double {
    zip(incidents, meanLosses).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Permission-weighted exposure hours of tool calls by class, NaN where there is no scale.
  func exposureHours(of calls: [Double]) -> Double {
    exposureWeights?.exposure(of: calls.map { $0 * hoursPerCall }) ?? .nan
  }

  /// What one incident that agents cause costs, given how often each class occurs.
  func agentIncidents(of totals: PeriodTotals) -> SeverityMixture {
    SeverityMixture(
      IncidentClass.allCases.map { kind in
        // Defects of deployed work are all of one class.
        let defects = kind == .badDeploy ? totals.expectedDefectIncidents : 0
        return LossClass(
          perYear: max(0, totals.expectedIncidents[kind.rawValue] - defects),
          severity: severities[kind.rawValue])
      })
  }

  /// The distribution of a year's loss if every year were like the weeks summed over.
  func annualLoss(of totals: PeriodTotals) -> CompoundLoss {
    let years = totals.weeks / Measure.weeksPerYear
    return CompoundLoss(
      zip(totals.expectedIncidents, severities).map { expected, severity in
        LossClass(perYear: expected / years, severity: severity)
      })
  }
}
