import Foundation
import ScenarioFiles
import WorkplaceModel

/// A team that never rests is a queue: written as a scenario, simulated as one.
///
/// The workload layer alone (MODEL 1.12): no metric, no agents, no reviews, no defects. Team members
/// are the servers. The unit of time is stretched so that a week holds a given number of customers.
struct QueueOffice: Sendable {
  /// A class of customers.
  struct Class: Sendable {
    /// Arrivals per unit of time.
    var arrivalRate: Double
    /// Time that one service takes.
    var size: Size
    var priority = 8
    var preempts = false
  }

  /// A law of service times.
  enum Size: Sendable {
    case exponential(mean: Double)
    case lognormal(mean: Double, cv: Double)
    case constant(Double)
  }

  /// What was observed of one class in one week, in units of time.
  struct Figures: Sendable {
    var started: Double
    var waits: Double
    var waited: Double
    var sojourns: Double
    var finished: Double
    var queueLength: Double
    /// Units of time in a week.
    var weekLength: Double
  }

  private let scenario: Scenario
  /// Hours to a unit of time.
  private let unit: Double

  /// - Parameters:
  ///   - customersPerWeek: customers of all classes that a simulated week holds.
  /// - Throws: `ScenarioErrors` if the scenario cannot be read.
  init(
    _ classes: [Class], servers: Int, customersPerWeek: Double, weeks: Int, seed: UInt64
  ) throws {
    let rate = classes.reduce(0) { $0 + $1.arrivalRate }
    unit = 168 * rate / customersPerWeek
    let hours = unit
    func time(_ units: Double) -> String { Self.plain(units * hours) + " h" }
    let work = classes.enumerated().map { number, customers in
      let size =
        switch customers.size {
        case .exponential(let mean): "{exponential: {mean: \(time(mean))}}"
        case .lognormal(let mean, let cv):
          "{lognormal: {mean: \(time(mean)), cv: \(Self.plain(cv))}}"
        case .constant(let value): time(value)
        }
      return """
          class\(number):
            {arrivals: \(Self.plain(customers.arrivalRate / hours)) / h, profile: uniform,
             assignment: team, priority: \(customers.priority), preempts: \(customers.preempts),
             size: \(size), difficulty: 0.5, agents: false, defects: 0 %}
        """
    }
    let text = """
      scenario: queue
      horizon: \(weeks) weeks
      warmUp: 1 week
      evaluation: \(weeks) weeks
      seed: \(seed % 1_000_000_007)
      replications: 1
      workforce:
        server:
          {count: \(servers), teamSize: \(servers), hours: 168 h/week, calendar: always, ability: 1}
      work:
      \(work.joined(separator: "\n"))
      review: {hoursPerDay: 0 h}
      behaviour:
        agentShares: [0]
        \(DegenerateMode.blocksOff)
      policies: {observed: {}}
      """
    scenario = try ScenarioLoader.load(text: text, fileName: "queue.yaml").scenario
  }

  /// A decimal number without exponent.
  private static func plain(_ value: Double) -> String { String(format: "%.17f", value) }

  /// Simulates the weeks after a warm-up of one.
  ///
  /// - Returns: figures by class, then week.
  func run() -> [[Figures]] {
    var workplace = Workplace(scenario, replication: 0)
    workplace.warmUp()
    workplace.adopt(scenario.policies[0])
    var figures = [[Figures]](repeating: [], count: scenario.workKinds.count)
    for _ in 0..<scenario.horizonWeeks {
      let ledger = workplace.simulateWeek()
      for (kind, week) in ledger.work.enumerated() {
        figures[kind].append(
          Figures(
            started: Double(week.started), waits: week.waitHours / unit,
            waited: Double(week.waited), sojourns: week.sojournHours / unit,
            finished: Double(week.finished), queueLength: week.queueHours / 168,
            weekLength: 168 / unit))
      }
    }
    return figures
  }
}

extension [QueueOffice.Figures] {
  /// Mean wait in line.
  var wait: SampleMean { ratio(\.waits, to: \.started) }
  /// Mean time in the system.
  var sojourn: SampleMean { ratio(\.sojourns, to: \.finished) }
  /// Share who wait at all.
  var waiting: SampleMean { ratio(\.waited, to: \.started) }
  /// Mean number in line.
  var queueLength: SampleMean { SampleMean(map(\.queueLength)) }

  /// Mean number in the system: time spent there by those who finish, over the week.
  var present: SampleMean { SampleMean(map { $0.sojourns / $0.weekLength }) }

  /// The weeks of both classes taken together.
  func joined(with other: [QueueOffice.Figures]) -> [QueueOffice.Figures] {
    zip(self, other).map { first, second in
      QueueOffice.Figures(
        started: first.started + second.started, waits: first.waits + second.waits,
        waited: first.waited + second.waited, sojourns: first.sojourns + second.sojourns,
        finished: first.finished + second.finished,
        queueLength: first.queueLength + second.queueLength, weekLength: first.weekLength)
    }
  }

  /// A ratio of sums over the weeks, with the standard error of a ratio estimator.
  private func ratio(
    _ numerator: KeyPath<QueueOffice.Figures, Double>,
    to denominator: KeyPath<QueueOffice.Figures, Double>
  ) -> SampleMean {
    let top = reduce(0) { $0 + $1[keyPath: numerator] }
    let bottom = reduce(0) { $0 + $1[keyPath: denominator] }
    let typical = bottom / Double(count)
    let errors = SampleMean(
      map { ($0[keyPath: numerator] - top / bottom * $0[keyPath: denominator]) / typical })
    return SampleMean(value: top / bottom, standardError: errors.standardError)
  }
}
