import EventKernel
import Incentives
import Randomness

/// One replication's world: people, beliefs, work in progress and what the dashboards have seen.
///
/// A workplace is a value. Simulate the warm-up once, copy the result for every policy and let each
/// copy adopt its own: all of them start from the same people, backlogs and habits, and a policy
/// changes nothing before it is switched on.
///
/// Each week runs in the fixed order of MODEL 1.11: publish last week's figures, update beliefs,
/// spread techniques, choose profiles, simulate the week event by event, measure, audit, learn,
/// record.
public struct Workplace: Sendable {
  let scenario: Scenario
  let key: StreamKey
  var population: Population
  let dashboard: Dashboard

  var offices: [Simulation<Office>]
  /// Office of each employee and the range of employees of each office.
  let officeRanges: [Range<Int>]
  var minds: [Mind]
  var panel: ObservationPanel
  /// Users of each technique last week, by team and in the organisation.
  var users: TechniqueUsers
  /// Values of each metric of the scheme in the weeks that people remember, the latest last.
  var recentScores: [[[Double]]] = []
  /// Whether each employee saw or heard of a violation of the promise this week.
  var violations: [Bool]
  /// Weeks simulated so far, warm-up included.
  var weeksSimulated = 0
  var policy: Policy?
  var phase: PolicyPhase?
  var problem: DecisionProblem
  /// The problem without the metric, by which the honest part of the week is chosen where effort is
  /// not redirected; nil where it is.
  var unredirected: DecisionProblem?
  /// What people are judged by where luck does not count; nil where it does.
  var judgement: Judgement?
  var guards: GuardRails
  /// Where in the posterior of the success of attacks this replication lies; nil for its mean.
  let attackLuck: Double?
  /// What moves in the rules of the scheme in force.
  var rules = RuleStates()

  /// Creates the world of one replication at the start of the warm-up.
  ///
  /// - Parameters:
  ///   - scenario: the study.
  ///   - replication: number of the replication, from 0; with the scenario's seed it keys every
  ///     random stream.
  public init(_ scenario: Scenario, replication: Int) {
    self.scenario = scenario
    let key = StreamKey(seed: scenario.seed, replication: replication)
    self.key = key
    let population = Population(scenario.roles, key: key)
    self.population = population
    dashboard = Dashboard(scenario.platform)
    let permissions = scenario.policies[scenario.baseline].phases[0].permissions
    attackLuck =
      scenario.risk.injectionUncertainty == .drawn
      ? key.uniform(.attackSuccess, entity: 0, index: 0) : nil
    let guards = GuardRails(permissions, in: scenario, attackLuck: attackLuck)
    self.guards = guards
    problem = DecisionProblem(scenario, phase: nil)
    let partition = Workplace.partition(scenario, population)
    officeRanges = partition.map { teams in
      population.teams[teams.lowerBound].members
        .lowerBound..<population.teams[teams.upperBound - 1].members.upperBound
    }
    offices = partition.map { teams in
      let office = Office(
        scenario, population: population, teams: teams, guards: guards, key: key)
      var simulation = Simulation(office)
      simulation.model.start(in: &simulation.scheduler)
      return simulation
    }
    minds = population.employees.map { employee in
      Mind(
        credibility: CredibilityBelief(mean: 0.5),
        experienceHours: employee.priorExperience)
    }
    panel = ObservationPanel(
      teams: population.employees.map(\.team), roles: population.employees.map(\.role),
      formulas: scenario.metrics.map(\.formula))
    users = TechniqueUsers(teams: population.teams.count)
    violations = Array(repeating: false, count: population.employees.count)
  }

  /// Teams that share a rate-limited platform are simulated together, others one by one.
  private static func partition(_ scenario: Scenario, _ population: Population) -> [Range<Int>] {
    let teams = population.teams.count
    return scenario.platform.concurrency == nil
      ? (0..<teams).map { $0..<($0 + 1) } : [0..<teams]
  }

  /// Week of the horizon; negative in the warm-up.
  public var week: Int { weeksSimulated - scenario.warmUpWeeks }

  /// Events executed so far.
  public var eventCount: UInt64 { offices.reduce(0) { $0 + $1.scheduler.executedCount } }

  /// Hash over (time, entity, kind) of every event executed so far, office by office.
  public var fingerprint: UInt64 {
    offices.reduce(0xcbf2_9ce4_8422_2325) {
      ($0 ^ $1.scheduler.fingerprint) &* 0x0000_0100_0000_01b3
    }
  }

  /// Simulates the warm-up weeks, in which there is no metric.
  public mutating func warmUp() {
    while week < 0 { _ = simulateWeek() }
  }

  /// Switches a policy on from this week.
  public mutating func adopt(_ policy: Policy) {
    self.policy = policy
    for index in minds.indices {
      minds[index].credibility = credibilityBelief(of: population.employees[index])
    }
    enterPhase()
  }

  /// The belief in a promise with which somebody meets the policy.
  func credibilityBelief(of employee: Employee) -> CredibilityBelief {
    let behaviour = scenario.behaviour
    return CredibilityBelief(
      mean: policy?.phases[0].scheme.promise?.priorCredibility ?? employee.promiseCredibility,
      strength: behaviour.credibilityPriorWeight, quietWeight: behaviour.credibilityGain,
      violationWeight: behaviour.credibilityLoss)
  }

  /// Simulates one week and returns its ledger.
  public mutating func simulateWeek() -> WeekLedger {
    enterPhase()
    rules.enter(problem.scheme, people: minds.count)
    let publication = publish()
    updateBeliefs()
    spreadTechniques()
    let plans = choosePlans(given: publication)
    let start = Double(weeksSimulated) * 168
    let eventsBefore = eventCount
    let probe = thresholdProbe(given: publication)
    for index in offices.indices {
      offices[index].model.thresholdProbe = probe
      offices[index].model.guards = guards
      offices[index].model.beginWeek(plans[officeRanges[index]], at: start)
      offices[index].run(until: start + 168)
      offices[index].model.endWeek(at: start + 168)
    }
    observe(probe)
    var ledger = makeLedger()
    ledger.events = eventCount - eventsBefore
    pay(&ledger)
    audit(&ledger)
    learn(from: ledger)
    moveSlowStates(&ledger)
    weeksSimulated += 1
    return ledger
  }

  /// Publishes last week's figures, and what people remember of the weeks before.
  private mutating func publish() -> DecisionProblem.Publication {
    if recentScores.count != problem.scheme.metrics.count {
      recentScores = Array(repeating: [], count: problem.scheme.metrics.count)
    }
    let memory = max(scenario.behaviour.rankMemoryWeeks, 1)
    for (metric, definition) in problem.scheme.metrics.enumerated() {
      recentScores[metric].append(definition.formula.values(in: judged))
      if recentScores[metric].count > memory { recentScores[metric].removeFirst() }
    }
    return problem.publication(
      of: judged, recent: recentScores.map { $0.flatMap { $0 } }, rules: rules)
  }

  /// Puts the phase of the policy that holds this week into force.
  private mutating func enterPhase() {
    guard let policy, week >= 0 else { return }
    let next = policy.phase(inWeek: week)
    guard phase?.startWeek != next.startWeek || phase == nil else { return }
    let announced = next.scheme.audit?.ratePerWeek ?? 0
    let isNews = announced != phase?.scheme.audit?.ratePerWeek
    let keepsPermissions = phase?.permissions.name == next.permissions.name
    judge(byExpectation: !next.channels.contains(.noise))
    phase = next
    problem = DecisionProblem(scenario, phase: next)
    unredirected =
      next.channels.contains(.redirection) ? nil : DecisionProblem(scenario, phase: nil)
    recentScores = []
    guards = GuardRails(next.permissions, in: scenario, attackLuck: attackLuck)
    guards.doesHarm = next.channels.contains(.risk)
    for index in minds.indices {
      if isNews { minds[index].auditBelief = announced }
      minds[index].known.subtract(next.patched)
      // Without the metric a phase is one that changes permissions.
      if unredirected != nil, keepsPermissions {
        minds[index].techniqueMemory = nil
      } else {
        minds[index].meetNewMenu()
      }
    }
  }
}
