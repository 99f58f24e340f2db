import Experiments
import Foundation
import Randomness
import WorkplaceModel

/// Stopping rules and warm-up: how long to simulate, and from when on to believe it.
enum OutputAnalysis {
  static let all = [sequentialStopping, warmUp]

  // MARK: Sequential stopping

  private static let sequentialStopping = Verification(
    "sequential-stopping", section: "E2",
    "Going on until the mean wait of the first 25 customers of M/M/1 is known to a fraction",
    source: "Law, Simulation Modeling and Analysis, 9.4.1; exact mean by Spitzer's identity; "
      + "coverage and replications measured with 2,000 studies of another generator",
    parameters: [
      .init("gamma", "wanted half-width over the mean", standard: 0.2, range: 0.05...1),
      .init("rho", "utilisation", standard: 0.9, range: 0.1...0.95),
    ],
    rows: [
      .init([0.2, 0.9], named: [stoppingNames[0]], [2.124489]),
      .init([0.1, 0.9], named: [stoppingNames[0]], [2.124489]),
    ]
  ) { values, seed in
    let (share, utilisation) = (values[0], values[1])
    let exact = TransientQueue.meanWait(customers: 25, utilisation: utilisation)
    let stopping = SequentialStopping(
      PrecisionTarget(measure: "wait", halfWidth: .relative(share), most: 100_000))
    var (covered, counts, means) = ([Double](), [Double](), [Double]())
    for study in 0..<1000 {
      var waits: [Double] = []
      var count: Int?
      while count == nil {
        for replication in waits.count..<(waits.count + max(10, waits.count / 4)) {
          var luck = RandomStream(
            StreamKey(seed: seed, replication: study), purpose: 0, entity: 0,
            index: UInt32(replication))
          waits.append(
            TransientQueue.sampledMeanWait(
              customers: 25, utilisation: utilisation, luck: &luck))
        }
        count = stopping.sufficientCount([.init(waits)])
      }
      let used = Estimate(Array(waits.prefix(count ?? 0)))
      covered.append(used.interval().map { $0.contains(exact) ? 1 : 0 } ?? 0)
      counts.append(Double(used.count))
      means.append(waits[0])
    }
    // What was measured with 2,000 studies has an error of its own.
    let measured: [(coverage: Double, count: Double)] =
      utilisation != 0.9
      ? [] : share == 0.2 ? [(0.943, 90.6)] : share == 0.1 ? [(0.947, 304.3)] : []
    return [.simulated(stoppingNames[0], exact, SampleMean(means))]
      + measured.flatMap { measured -> [Verification.Quantity] in
        let coverage = SampleMean(covered)
        let count = SampleMean(counts)
        return [
          .simulated(
            stoppingNames[1], measured.coverage,
            SampleMean(value: coverage.value, standardError: 1.22 * coverage.standardError)),
          .simulated(
            stoppingNames[2], measured.count,
            SampleMean(value: count.value, standardError: 1.22 * count.standardError)),
        ]
      }
  }

  private static let stoppingNames = [
    "mean wait of 25 customers", "coverage of the 95 % interval", "replications",
  ]

  // MARK: Warm-up

  private static let warmUp = Verification(
    "mser-5", section: "E2", "Where MSER-5 cuts the beginning off a series that rises",
    source: "White 1997; a deterministic series 10 (1 - 0.93^t) with noise from a linear "
      + "congruential generator",
    parameters: [
      .init("rate", "what is left of the distance after a step", standard: 0.93, range: 0...0.999)
    ],
    rows: [.init([0.93], named: ["observations left out", "mean of the rest"], [50, 10.031714])]
  ) { values in
    let series = RisingSeries.values(rate: values[0], count: 120)
    guard let found = MarginalStandardError(series), !found.isTooShort else {
      throw VerificationRefusal("the series is too short to find where it is steady")
    }
    let best = RisingSeries.bestTruncation(of: series)
    return [
      .init(
        "observations left out", closedForm: Double(best.truncation),
        obtained: Double(found.truncation), .deterministic),
      .init(
        "mean of the rest", closedForm: best.mean, obtained: found.truncatedMean, .deterministic),
    ]
  }
}

/// The first customers of an M/M/1 queue that starts empty, with arrivals at rate 1.
enum TransientQueue {
  /// Mean wait of the first customers: E[W_{n+1}] = sum over k <= n of E[S_k^+] / k (Spitzer 1956),
  /// where S_k is the sum of k services less k interarrival times.
  static func meanWait(customers: Int, utilisation: Double) -> Double {
    var (wait, total) = (0.0, 0.0)
    for customer in 1..<customers {
      wait += positivePart(steps: customer, utilisation: utilisation) / Double(customer)
      total += wait
    }
    return total / Double(customers)
  }

  /// E[S_k^+] of a walk with k exponential steps up of mean rho and k down of mean 1.
  ///
  /// Reading the walk as steps of two competing exponential clocks, up first with probability
  /// p = rho/(1 + rho): given that j steps down are still to go when the last step up is done, the
  /// rest is a difference of gamma variates. By counting, E[S_k^+] is the sum over the number j of
  /// steps up left after the last step down of C(2k-1-j, k-1) p^k (1-p)^(k-j) j rho.
  private static func positivePart(steps count: Int, utilisation: Double) -> Double {
    let up = 1 / (1 + utilisation)
    // A clock of mean 1 is slower than one of mean rho: a step up ends first with probability
    // (1/rho)/(1/rho + 1) = 1/(1 + rho).
    return (1...count).reduce(0) { sum, left in
      // `left` steps up remain when the last step down has been made.
      let ways = binomial(2 * count - 1 - left, count - 1)
      let probability =
        ways * pow(1 - up, Double(count)) * pow(up, Double(count - left))
      return sum + probability * Double(left) * utilisation
    }
  }

  private static func binomial(_ n: Int, _ k: Int) -> Double {
    exp(lgamma(Double(n + 1)) - lgamma(Double(k + 1)) - lgamma(Double(n - k + 1)))
  }

  /// The mean wait of one sample (Lindley's recursion).
  static func sampledMeanWait(
    customers: Int, utilisation: Double, luck: inout RandomStream
  ) -> Double {
    var (wait, total) = (0.0, 0.0)
    for _ in 1..<customers {
      let service = luck.exponential(mean: utilisation)
      wait = max(0, wait + service - luck.exponential(mean: 1))
      total += wait
    }
    return total / Double(customers)
  }
}

/// A series that rises to 10, with noise that anybody can make again.
private enum RisingSeries {
  static func values(rate: Double, count: Int) -> [Double] {
    var state = 12345
    return (0..<count).map { step in
      state = (1_103_515_245 * state + 12345) % (1 << 31)
      let noise = Double((state >> 16) % 100) / 100 - 0.495
      return (100 * (10 * (1 - pow(rate, Double(step))) + 2 * noise)).rounded() / 100
    }
  }

  /// The truncation by trying all of them, computed from the definition.
  static func bestTruncation(of series: [Double]) -> (truncation: Int, mean: Double) {
    var best = (truncation: 0, mean: 0.0, error: Double.infinity)
    for truncation in stride(from: 0, through: series.count / 2, by: 5) {
      let batches = stride(from: truncation, to: series.count, by: 5).map { start in
        series[start..<(start + 5)].reduce(0, +) / 5
      }
      let tally = SampleMean(batches)
      let error = tally.standardError * tally.standardError
      // The sample variance has n - 1 where the statistic has n.
      let adjusted = error * Double(batches.count - 1) / Double(batches.count)
      if adjusted < best.error { best = (truncation, tally.value, adjusted) }
    }
    return (best.truncation, best.mean)
  }
}
