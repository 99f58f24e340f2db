import EventKernel
import Foundation
import Randomness

/// 2l: queues that turn customers away, or whose customers give up.
enum LossQueues {
  static let all = [limitedRoom, noRoom, impatience]

  private static let batches = WaitingLines.batches
  private static let customers = WaitingLines.customersPerBatch

  private static func check(_ share: Double, _ what: String) throws {
    try WaitingLines.checkFrequency(share, of: Double(batches * customers), what)
  }

  // MARK: M/M/1/K

  private static let limitedRoom = Verification(
    "mm1k", section: "2l", "M/M/1/K: one server, room for K",
    source: "P(n) = ρⁿ(1 − ρ)/(1 − ρ^(K+1)) (Kleinrock 1975)",
    parameters: [
      WaitingLines.arrivals, WaitingLines.services,
      .init("k", "most customers in the system, K", standard: 5, range: 1...1_000, isWhole: true),
    ],
    rows: [
      .init(
        [0.8, 1, 5], named: roomNames,
        [0.0888194987, 0.271055599, 1.86833203, 2.56306521, 0.728944401]),
      .init(
        [1.5, 1, 5], named: roomNames,
        [0.365413534, 0.0481203008, 3.57744361, 3.75829384, 0.951879699]),
      .init(
        [2, 1, 3], named: roomNames,
        [0.533333333, 0.0666666667, 2.26666667, 2.42857143, 0.933333333]),
    ]
  ) { values, seed in
    let (arrivals, services, room) = (values[0], values[1], Int(values[2]))
    let load = arrivals / services
    // Powers are taken of whichever of ρ and 1/ρ is below 1.
    let powers = (0...room).map { pow(load, Double(load <= 1 ? $0 : $0 - room)) }
    let total = powers.reduce(0, +)
    let blocked = powers[room] / total
    let present = powers.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / total
    let throughput = arrivals * (1 - blocked)
    try check(blocked, "are turned away")
    try check(powers[0] / total, "find nobody there")
    let found = QueueStation.run(
      .init(
        arrivalRate: arrivals, service: try .exponential(mean: 1 / services), room: room),
      batches: batches, customers: customers, seed: seed)
    return [
      .simulated(
        "P(block)", blocked, found.ratio({ Double($0.lost) }, to: { Double($0.arrivals) })),
      .simulated("P(empty)", powers[0] / total, found.mean(\.emptyShare)),
      .simulated("L", present, found.mean(\.present)),
      .simulated(
        "W of the accepted", present / throughput,
        found.ratio(\.sojourns.sum, to: { Double($0.served) })),
      .simulated(
        "throughput", throughput,
        found.mean { Double($0.served) * arrivals / Double(customers) }),
    ]
  }

  private static let roomNames = ["P(block)", "P(empty)", "L", "W of the accepted", "throughput"]

  // MARK: M/M/c/c

  private static let noRoom = Verification(
    "erlang-b", section: "2l", "M/G/c/c: several servers and no line, whatever the services",
    source: "Erlang 1917; insensitive to the law of services (Sevastyanov 1957)",
    parameters: [
      WaitingLines.arrivals, WaitingLines.services,
      .init("c", "servers", standard: 10, range: 1...500, isWhole: true),
      .init(
        "cv", "coefficient of variation of the lognormal services that are tried as well",
        standard: 2, range: 0...3),
    ],
    rows: [
      .init([1, 1, 1, 2], named: lossNames, [0.5, 0.5, 0.5]),
      .init([8, 1, 10, 2], named: lossNames, [0.121661064, 7.02671149, 0.702671149]),
      .init([90, 1, 100, 2], named: lossNames, [0.0269573805, 87.5738358, 0.875738358]),
    ]
  ) { values, seed in
    let (arrivals, services, servers) = (values[0], values[1], Int(values[2]))
    let blocked = Erlang.lossProbability(offered: arrivals / services, servers: servers)
    let busy = arrivals / services * (1 - blocked)
    try check(blocked, "are turned away")
    let spread = log(1 + values[3] * values[3])
    let laws = [
      try Distribution.exponential(mean: 1 / services),
      try Distribution.lognormal(
        zeta: -log(services) - spread / 2, sigma: spread.squareRoot()),
    ]
    let found = laws.map { law in
      QueueStation.run(
        .init(arrivalRate: arrivals, service: law, servers: servers, room: servers),
        batches: batches, customers: customers, seed: seed)
    }
    func lost(_ stretches: [QueueStation.Figures]) -> SampleMean {
      stretches.ratio({ Double($0.lost) }, to: { Double($0.arrivals) })
    }
    return [
      .simulated("P(block)", blocked, lost(found[0])),
      .simulated("busy servers", busy, found[0].mean(\.busy)),
      .simulated("utilisation", busy / values[2], found[0].mean { $0.busy / values[2] }),
      .simulated("P(block), lognormal", blocked, lost(found[1])),
    ]
  }

  private static let lossNames = ["P(block)", "busy servers", "utilisation"]

  // MARK: M/M/c+M

  private static let impatience = Verification(
    "erlang-a", section: "2l", "M/M/c+M: several servers, customers who give up",
    source: "Palm 1957; Garnett, Mandelbaum and Reiman 2002",
    parameters: [
      WaitingLines.arrivals, WaitingLines.services,
      .init("c", "servers", standard: 10, range: 1...500, isWhole: true),
      .init("theta", "rate at which one gives up waiting, θ", standard: 0.5, range: 1e-3...1e3),
    ],
    rows: [
      .init(
        [9, 1, 10, 0.5], named: giveUpNames,
        [0.468941704, 0.0670117155, 1.20621088, 0.134023431, 0.839689456]),
      .init(
        [12, 1, 10, 0.5], named: giveUpNames,
        [0.850384948, 0.195655944, 4.69574266, 0.391311888, 0.965212867]),
      .init(
        [48, 1, 50, 0.2], named: giveUpNames,
        [0.54229455, 0.020749994, 4.97999856, 0.10374997, 0.940080006]),
    ]
  ) { values, seed in
    let (arrivals, services, servers) = (values[0], values[1], Int(values[2]))
    let closed = Erlang.Abandonment(
      arrivals: arrivals, services: services, servers: servers, impatience: values[3])
    try check(closed.waiting, "wait")
    try check(closed.abandoning, "give up")
    let found = QueueStation.run(
      .init(
        arrivalRate: arrivals, service: try .exponential(mean: 1 / services), servers: servers,
        impatience: values[3]),
      batches: batches, customers: customers, seed: seed)
    return [
      .simulated(
        "P(wait)", closed.waiting,
        found.ratio({ Double($0.delayed) }, to: { Double($0.waits.count) })),
      .simulated(
        "P(abandon)", closed.abandoning,
        found.ratio({ Double($0.abandoned) }, to: { Double($0.waits.count) })),
      .simulated("Lq", closed.queueLength, found.mean(\.queueLength)),
      .simulated(
        "wait of all", closed.queueLength / arrivals,
        found.ratio(\.waits.sum, to: { Double($0.waits.count) })),
      .simulated("utilisation", closed.busy / values[2], found.mean { $0.busy / values[2] }),
    ]
  }

  private static let giveUpNames = ["P(wait)", "P(abandon)", "Lq", "wait of all", "utilisation"]
}
