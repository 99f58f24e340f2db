import Foundation
import Randomness

/// 2l: queues in which everybody is served in the end.
enum WaitingLines {
  static let all = [oneServer, manyServers, anyService, priorities]

  /// Weeks, and customers to a week, of a simulated office; long enough for a percent or two.
  static let weeks = 40
  static let customersPerWeek = 25_000.0
  /// Stretches, and customers to a stretch, of a simulated station.
  static let batches = 40
  static let customersPerBatch = 40_000

  static let arrivals = Verification.Parameter(
    "lambda", "arrivals per unit of time, λ", standard: 0.8, range: 1e-6...1e6)
  static let services = Verification.Parameter(
    "mu", "services per unit of time and server, μ", standard: 1, range: 1e-6...1e6)

  /// A queue that grows without end has no mean wait.
  private static func checkLoad(_ load: Double) throws {
    guard load < 1 else {
      throw VerificationRefusal(
        "no steady state: the load is \(load), and a line is finite only below 1")
    }
    guard load <= 0.98 else {
      throw VerificationRefusal(
        "too near to saturation to simulate: the load is \(load), expected at most 0.98")
    }
  }

  /// What hardly ever happens in a simulation cannot be held against theory.
  static func checkFrequency(_ share: Double, of customers: Double, _ what: String) throws {
    guard share * customers >= 100 else {
      throw VerificationRefusal(
        "too rare to simulate: of \(Int(customers)) customers about \(Int(share * customers)) "
          + "\(what); expected at least 100")
    }
  }

  private static let customers = Double(weeks) * customersPerWeek

  // MARK: M/M/1

  private static let oneServer = Verification(
    "mm1", section: "2l", "M/M/1: one server, exponential services",
    source: "L = ρ/(1 − ρ), W = 1/(μ − λ), sojourns exponential (Kleinrock 1975)",
    parameters: [arrivals, services],
    rows: [
      .init([0.5, 1], named: oneNames, [1, 0.5, 2, 1, 5.99146455, 4.60517019]),
      .init([0.9, 1], named: oneNames, [9, 8.1, 10, 9, 29.9573227, 28.9037176]),
      .init([3, 4], named: oneNames, [3, 2.25, 1, 0.75, 2.99573227, 2.7080502]),
    ]
  ) { values, seed in
    let (arrivals, services) = (values[0], values[1])
    let load = arrivals / services
    try checkLoad(load)
    try checkFrequency(load, of: customers, "wait")
    let office = try QueueOffice(
      [.init(arrivalRate: arrivals, size: .exponential(mean: 1 / services))], servers: 1,
      customersPerWeek: customersPerWeek, weeks: weeks, seed: seed
    ).run()[0]
    let station = QueueStation.run(
      .init(arrivalRate: arrivals, service: try .exponential(mean: 1 / services)),
      batches: batches, customers: customersPerBatch, keepsTimes: true, seed: seed)
    let rest = services - arrivals
    // Where fewer than 5 % wait, the 95th percentile of the wait is 0.
    let late = max(0, log(20 * load) / rest)
    return [
      .simulated("L", load / (1 - load), office.present),
      .simulated("Lq", load * load / (1 - load), office.queueLength),
      .simulated("W", 1 / rest, office.sojourn),
      .simulated("Wq", load / rest, office.wait),
      .simulated("sojourn, 95 %", log(20) / rest, station.quantile(0.95, of: \.sojournList)),
      .simulated("wait, 95 %", late, station.quantile(0.95, of: \.waitList)),
    ]
  }

  private static let oneNames = ["L", "Lq", "W", "Wq", "sojourn, 95 %", "wait, 95 %"]

  // MARK: M/M/c

  private static let manyServers = Verification(
    "mmc", section: "2l", "M/M/c: several servers with one line (Erlang C)",
    source: "Erlang 1917: Wq = C/(cμ − λ), P(Wq > t) = C e^(−(cμ − λ)t)",
    parameters: [
      arrivals, services, .init("c", "servers", standard: 2, range: 1...500, isWhole: true),
    ],
    rows: [
      .init(
        [1.5, 1, 2], named: manyNames,
        [0.642857143, 1.92857143, 1.28571429, 2.28571429, 3.42857143, 5.10779904]),
      .init(
        [9, 1, 10], named: manyNames,
        [0.668731524, 6.01858372, 0.668731524, 1.66873152, 15.0185837, 2.59335966]),
      .init(
        [48, 1, 50], named: manyNames,
        [0.694455611, 16.6669347, 0.347227806, 1.34722781, 64.6669347, 1.31555262]),
    ]
  ) { values, seed in
    let (arrivals, services, servers) = (values[0], values[1], Int(values[2]))
    let offered = arrivals / services
    let load = offered / values[2]
    try checkLoad(load)
    let blocked = Erlang.lossProbability(offered: offered, servers: servers)
    let delayed = blocked / (1 - load * (1 - blocked))
    try checkFrequency(delayed, of: customers, "wait")
    let office = try QueueOffice(
      [.init(arrivalRate: arrivals, size: .exponential(mean: 1 / services))], servers: servers,
      customersPerWeek: customersPerWeek, weeks: weeks, seed: seed
    ).run()[0]
    let station = QueueStation.run(
      .init(
        arrivalRate: arrivals, service: try .exponential(mean: 1 / services), servers: servers),
      batches: batches, customers: customersPerBatch, keepsTimes: true, seed: seed)
    let rest = values[2] * services - arrivals
    let wait = delayed / rest
    return [
      .simulated("P(wait)", delayed, office.waiting),
      .simulated("Lq", arrivals * wait, office.queueLength),
      .simulated("Wq", wait, office.wait),
      .simulated("W", wait + 1 / services, office.sojourn),
      .simulated("L", arrivals * wait + offered, office.present),
      .simulated(
        "wait, 95 %", max(0, log(20 * delayed) / rest), station.quantile(0.95, of: \.waitList)),
    ]
  }

  private static let manyNames = ["P(wait)", "Lq", "Wq", "W", "L", "wait, 95 %"]

  // MARK: M/G/1

  private static let anyService = Verification(
    "mg1", section: "2l", "M/G/1: one server, lognormal services",
    source: "Pollaczek 1930, Khinchine 1932: Wq = λE[S²]/(2(1 − ρ)); Takács 1962 for its s.d.",
    parameters: [
      arrivals, .init("mean", "mean service, E[S]", standard: 1, range: 1e-6...1e6),
      .init("cv", "coefficient of variation of services", standard: 2, range: 0...3),
    ],
    rows: [
      .init([0.8, 1, 0], named: anyNames, [2, 3, 1.6, 2.30940108]),
      .init([0.8, 1, 2], named: anyNames, [10, 11, 8, 16.3299316]),
      .init([0.5, 1.6, 3], named: anyNames, [32, 33.6, 16, 66.613312]),
    ]
  ) { values, seed in
    let (arrivals, mean, variation) = (values[0], values[1], values[2])
    let load = arrivals * mean
    try checkLoad(load)
    try checkFrequency(load, of: customers, "wait")
    let office = try QueueOffice(
      [
        .init(
          arrivalRate: arrivals,
          size: variation > 0 ? .lognormal(mean: mean, cv: variation) : .constant(mean))
      ], servers: 1, customersPerWeek: customersPerWeek, weeks: weeks, seed: seed
    ).run()[0]
    let spread = log(1 + variation * variation)
    let service = try Distribution.lognormal(
      zeta: log(mean) - spread / 2, sigma: spread.squareRoot())
    let station = QueueStation.run(
      .init(arrivalRate: arrivals, service: service), batches: batches,
      customers: customersPerBatch, seed: seed)
    // E[S^k] = m^k (1 + CV²)^(k(k−1)/2)
    let square = mean * mean * (1 + variation * variation)
    let cube = mean * mean * mean * exp(3 * spread)
    let wait = arrivals * square / (2 * (1 - load))
    let squaredWait = 2 * wait * wait + arrivals * cube / (3 * (1 - load))
    let found = HeavyTailedWaits(
      station, arrivalRate: arrivals, load: load, square: square, cube: cube)
    return [
      .simulated("Wq", wait, office.wait),
      .simulated("W", wait + mean, office.sojourn),
      .simulated("Lq", arrivals * wait, office.queueLength),
      .simulated("Wq, controlled", wait, found.mean),
      .simulated("s.d. of wait", (squaredWait - wait * wait).squareRoot(), found.deviation),
    ]
  }

  private static let anyNames = ["Wq", "W", "Lq", "s.d. of wait"]

  // MARK: Priorities

  private static let priorities = Verification(
    "priority", section: "2l", "M/M/1 with urgent and ordinary customers of equal service",
    source:
      "Cobham 1954: Wq1 = W0/(1 − ρ1), Wq2 = W0/((1 − ρ1)(1 − ρ)); preemptive-resume W1 = 1/(μ − λ1)",
    parameters: [
      .init("lambda1", "urgent arrivals per unit of time, λ1", standard: 0.3, range: 1e-6...1e6),
      .init("lambda2", "ordinary arrivals per unit of time, λ2", standard: 0.5, range: 1e-6...1e6),
      services,
    ],
    rows: [
      .init(
        [0.3, 0.5, 1], named: priorityNames, [1.14285714, 5.71428571, 4, 1.42857143, 7.14285714]),
      .init([0.5, 0.3, 1], named: priorityNames, [1.6, 8, 4, 2, 10]),
      .init([1, 2, 4], named: priorityNames, [0.25, 1, 0.75, 0.333333333, 1.33333333]),
    ]
  ) { values, seed in
    let (urgent, ordinary, services) = (values[0], values[1], values[2])
    let load = (urgent + ordinary) / services
    try checkLoad(load)
    let rarer = min(urgent, ordinary) / (urgent + ordinary)
    try checkFrequency(load * rarer, of: customers, "are of the rarer class and wait")
    func office(_ priority: Int, preempts: Bool = false) throws -> [[QueueOffice.Figures]] {
      try QueueOffice(
        [
          .init(
            arrivalRate: urgent, size: .exponential(mean: 1 / services), priority: priority,
            preempts: preempts),
          .init(arrivalRate: ordinary, size: .exponential(mean: 1 / services)),
        ], servers: 1, customersPerWeek: customersPerWeek, weeks: weeks, seed: seed
      ).run()
    }
    let patient = try office(1)
    let equal = try office(8)
    let hasty = try office(1, preempts: true)
    let urgentLoad = urgent / services
    let residual = (urgent + ordinary) / (services * services)
    let total = load / (1 - load)
    let first = 1 / (services - urgent)
    return [
      .simulated(priorityNames[0], residual / (1 - urgentLoad), patient[0].wait),
      .simulated(priorityNames[1], residual / ((1 - urgentLoad) * (1 - load)), patient[1].wait),
      .simulated(priorityNames[2], residual / (1 - load), equal[0].joined(with: equal[1]).wait),
      .simulated(priorityNames[3], first, hasty[0].sojourn),
      .simulated(priorityNames[4], (total - urgent * first) / ordinary, hasty[1].sojourn),
    ]
  }

  private static let priorityNames = [
    "Wq urgent", "Wq ordinary", "Wq first come", "W urgent, preempting", "W ordinary, preempted",
  ]
}
