import Experiments
import Foundation
import Randomness

/// E3: how often the t interval of a mean holds it, for populations that are normal and others.
enum IntervalCoverage {
  static let all = [coverage]

  /// Experiments behind each figure.
  static let experiments = 20_000

  private static let coverage = Verification(
    "interval-coverage", section: "E3",
    "How often the t interval of replications holds the true mean",
    source: """
      Student 1908 for the normal; for the others simulated references of 20,000 experiments (no \
      closed form), of the kind of Law and Kelton, "Simulation Modeling and Analysis"
      """,
    parameters: [
      .init(
        "population", "0 normal, 1 exponential, 2 reliability, 3 first 25 waits of M/M/1",
        standard: 0, range: 0...3, isWhole: true),
      .init("n", "replications", standard: 10, range: 2...100, isWhole: true),
      .init("level", "nominal confidence", standard: 0.9, range: 0.5...0.999),
    ],
    rows: rows
  ) { values, seed in
    let population = Population(rawValue: Int(values[0])) ?? .normal
    let (count, level) = (Int(values[1]), values[2])
    let held = share(of: population, count: count, level: level, seed: seed)
    guard population != .normal else {
      return [.simulated("coverage", level, .init(share: held, of: Double(experiments)))]
    }
    let known = rows.first { $0.parameters == values }?.expected.first?.value
    guard let known else {
      throw VerificationRefusal(
        "no closed form: coverage \(held) was obtained; references are tabulated for some n only")
    }
    // The reference is as uncertain as the figure.
    let doubt = SampleMean(share: known, of: Double(experiments)).standardError * 2.0.squareRoot()
    return [.simulated("coverage", known, SampleMean(value: held, standardError: doubt))]
  }

  private static let rows: [Verification.Row] = [
    row([0, 5, 0.9], 0.9), row([0, 10, 0.95], 0.95), row([0, 20, 0.95], 0.95),
    row([1, 5, 0.9], 0.830), row([1, 10, 0.9], 0.848), row([1, 20, 0.9], 0.867),
    row([1, 5, 0.95], 0.884), row([1, 10, 0.95], 0.897), row([1, 20, 0.95], 0.915),
    row([2, 5, 0.9], 0.710), row([2, 10, 0.9], 0.758), row([2, 20, 0.9], 0.801),
    row([3, 5, 0.9], 0.836), row([3, 10, 0.9], 0.855), row([3, 20, 0.9], 0.878),
  ]

  private static func row(_ parameters: [Double], _ value: Double) -> Verification.Row {
    .init(parameters, [("coverage", value)], decimals: 3)
  }

  /// What is sampled.
  enum Population: Int {
    case normal
    /// Exponential with mean 1.
    case exponential
    /// min(G1, max(G2, G3)) of Weibull lives with shape 1/2: a part in series with two in parallel.
    case reliability
    /// The mean of the first 25 waits of an M/M/1 queue that starts empty at load 0.9.
    case queue

    /// The true mean; for the queue by Spitzer's identity.
    var mean: Double {
      switch self {
      case .normal: 0
      case .exponential: 1
      case .reliability: 7.0 / 9
      case .queue: 2.124489
      }
    }

    /// One replication.
    func value(_ stream: inout RandomStream) -> Double {
      switch self {
      case .normal: return stream.gaussian()
      case .exponential: return stream.exponential(mean: 1)
      case .reliability:
        func life() -> Double { pow(stream.exponential(mean: 1), 2) }
        let (first, second, third) = (life(), life(), life())
        return min(first, max(second, third))
      case .queue:
        var wait = 0.0
        var sum = 0.0
        for _ in 0..<24 {
          wait = max(0, wait + stream.exponential(mean: 0.9) - stream.exponential(mean: 1))
          sum += wait
        }
        return sum / 25
      }
    }
  }

  /// The share of experiments whose interval holds the mean.
  static func share(of population: Population, count: Int, level: Double, seed: UInt64) -> Double {
    let key = StreamKey(seed: seed, replication: 0)
    let held = (0..<experiments).count { experiment in
      var stream = RandomStream(
        key, purpose: UInt32(population.rawValue), entity: 0, index: UInt32(experiment))
      let values = (0..<count).map { _ in population.value(&stream) }
      return Estimate(values).interval(confidence: level)?.contains(population.mean) == true
    }
    return Double(held) / Double(experiments)
  }
}

extension SampleMean {
  /// A share of independent trials.
  init(share: Double, of trials: Double) {
    self.init(value: share, standardError: (share * (1 - share) / trials).squareRoot())
  }

  /// How far a share is below a level that it should reach; 0 if it is not.
  func shortfall(from level: Double) -> SampleMean {
    SampleMean(value: max(0, level - value), standardError: standardError)
  }

  /// How far a figure that should be 0 at most is above it.
  var excess: SampleMean {
    SampleMean(value: max(0, value), standardError: standardError)
  }
}
