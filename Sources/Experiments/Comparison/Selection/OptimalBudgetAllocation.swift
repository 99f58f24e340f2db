import CGSL

/// Spends a given number of replications where they tell most about which policy is best.
///
/// Optimal computing budget allocation of C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick, "Simulation
/// budget allocation for further enhancing the efficiency of ordinal optimization", Discrete Event
/// Dynamic Systems 10 (2000).
///
/// With b the policy of the best mean so far, δ_i how far i is behind it, and σ_i standard deviations,
/// shares are N_i/N_j = (σ_i/δ_i)² / (σ_j/δ_j)² for i, j ≠ b, and N_b = σ_b √(Σ_{i≠b} N_i²/σ_i²). After a
/// first look at all policies the budget is spent in rounds, each steering towards the shares that the
/// figures so far call for.
///
/// It promises no probability of a correct selection: it estimates one,
/// 1 − Σ_{i≠b} Φ(−δ_i / √(σ_b²/N_b + σ_i²/N_i)), as if policies were independent. Where they share random
/// numbers the estimate is on the low side, and ``KimNelsonSelection`` makes more of the sharing.
public struct OptimalBudgetAllocation: SelectionProcedure {
  /// How a budget is spent.
  public struct Design: Sendable, Equatable {
    /// How many policies.
    public var policies: Int
    /// Replications of all policies together; at least `first` for each.
    public var budget: Int
    /// Replications of each policy in the first look; at least 2.
    public var first: Int
    /// Replications of all policies together in each later round; at least 1.
    public var increment: Int
    /// Whether every policy gets the same instead, to see what the allocation pays.
    public var isEqual: Bool

    /// Describes how a budget is spent.
    public init(
      policies: Int, budget: Int, first: Int = 5, increment: Int? = nil, isEqual: Bool = false
    ) {
      precondition(policies >= 2 && first >= 2 && budget >= policies * first)
      self.policies = policies
      self.budget = budget
      self.first = first
      self.increment = increment ?? max(policies / 2, 4)
      self.isEqual = isEqual
      precondition(self.increment >= 1)
    }
  }

  private let design: Design
  private var values: [[Double]]
  private var levels: [Estimate]
  private var rounds: [SelectionOutcome.Round] = []

  /// Begins.
  public init(_ design: Design) {
    self.design = design
    values = Array(repeating: [], count: design.policies)
    levels = Array(repeating: Estimate([]), count: design.policies)
  }

  private var counts: [Int] { values.map(\.count) }

  /// All policies at first, then those that tell most; nil once the budget is spent.
  public var wanted: [Range<Int>]? {
    let counts = counts
    let used = counts.reduce(0, +)
    guard used > 0 else { return counts.map { _ in 0..<design.first } }
    guard used < design.budget else { return nil }
    let more = min(design.increment, design.budget - used)
    let shares =
      design.isEqual
      ? Array(repeating: 1.0, count: counts.count)
      : Self.shares(means: means, deviations: deviations)
    let additions = Self.additions(towards: shares, from: counts, more: more)
    return zip(counts, additions).map { $0..<($0 + $1) }
  }

  /// Takes replications.
  public mutating func add(_ more: [[Double]]) {
    for policy in values.indices where !more[policy].isEmpty {
      values[policy] += more[policy]
      levels[policy] = Estimate(values[policy])
    }
    rounds.append(
      SelectionOutcome.Round(
        isInPlay: values.map { _ in true }, replications: counts, means: means,
        probability: probability))
  }

  private var means: [Double] { levels.map { $0.mean ?? .nan } }

  private var deviations: [Double] { levels.map { $0.standardDeviation ?? 0 } }

  /// The approximate probability that the best mean so far is the best.
  private var probability: Double {
    let (means, deviations) = (means, deviations)
    let best = Self.best(of: means)
    func variance(_ policy: Int) -> Double {
      deviations[policy] * deviations[policy] / Double(values[policy].count)
    }
    let risk = means.indices.filter { $0 != best }.reduce(0.0) { risk, policy in
      let error = (variance(best) + variance(policy)).squareRoot()
      let distance = means[best] - means[policy]
      guard error > 0 else { return risk + (distance > 0 ? 0 : 0.5) }
      return risk + gsl_cdf_ugaussian_Q(distance / error)
    }
    return max(0, 1 - risk)
  }

  /// What has been found so far.
  public var outcome: SelectionOutcome {
    SelectionOutcome(
      best: Self.best(of: means), isDecided: wanted == nil, inPlay: Array(values.indices),
      replications: counts, asked: counts, means: means, probability: probability, rounds: rounds)
  }

  private static func best(of means: [Double]) -> Int {
    means.indices.max { (means[$0], -$0) < (means[$1], -$1) } ?? 0
  }

  /// Shares of the replications that policies should have, adding up to 1.
  ///
  /// A policy that ties with the best is taken to be a thousandth of the greatest distance behind, so
  /// that no share is infinite; where nothing varies all get the same.
  public static func shares(means: [Double], deviations: [Double]) -> [Double] {
    let best = best(of: means)
    let farthest = means.map { means[best] - $0 }.max() ?? 0
    let equal = means.map { _ in 1 / Double(means.count) }
    guard farthest > 0 else { return equal }
    var shares = means.indices.map { policy in
      let distance = max(means[best] - means[policy], 1e-3 * farthest)
      return policy == best ? 0 : pow(deviations[policy] / distance, 2)
    }
    let squares = means.indices.filter { $0 != best && deviations[$0] > 0 }
      .reduce(0.0) { $0 + pow(shares[$1] / deviations[$1], 2) }
    shares[best] = deviations[best] * squares.squareRoot()
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : equal
  }

  /// How many replications each policy gets of a round, so that counts come near the shares.
  static func additions(towards shares: [Double], from counts: [Int], more: Int) -> [Int] {
    let total = Double(counts.reduce(0, +) + more)
    let sum = shares.reduce(0, +)
    let missing = zip(shares, counts).map { max(0, $0 / sum * total - Double($1)) }
    let scale = Double(more) / missing.reduce(0, +)
    let exact = missing.map { $0 * scale }
    var additions = exact.map { Int($0) }
    // Largest remainders get what rounding left over; of equal ones the first.
    let left = more - additions.reduce(0, +)
    let byRemainder = exact.indices.sorted { first, second in
      let (one, two) = (
        exact[first] - Double(additions[first]), exact[second] - Double(additions[second])
      )
      return one == two ? first < second : one > two
    }
    for policy in byRemainder.prefix(left) { additions[policy] += 1 }
    return additions
  }
}
