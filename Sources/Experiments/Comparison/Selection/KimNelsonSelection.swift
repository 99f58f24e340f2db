import CGSL

/// Finds the best of k policies, one replication of all that are left at a time.
///
/// The procedure of S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone
/// selection in simulation", ACM TOMACS 11 (2001), with their c = 1.
///
/// If replications are normal and the best mean is better than every other by at least the
/// indifference δ, the best is selected with probability 1 − α at least; if some are nearer, one of
/// those within δ of the best is. Policies may share random numbers, and the more they do the sooner
/// it ends: only variances of differences count.
///
/// From the first n₀ replications come the variances S²_ij of all differences. Policy i stays after r
/// replications as long as its mean is not more than W = max(0, (h² S²_ij/δ − δ r) / (2r)) below that
/// of any other policy j that was left, where h² = 2η(n₀ − 1) and
/// η = ½((2α/(k − 1))^(−2/(n₀ − 1)) − 1).
public struct KimNelsonSelection: SelectionProcedure {
  /// Constants of a problem.
  public struct Design: Sendable, Equatable {
    /// How many policies.
    public var policies: Int
    /// The difference worth detecting, δ; above 0.
    public var indifference: Double
    /// The probability of a correct selection, 1 − α; between 1/k and 1.
    public var confidence: Double
    /// Replications from which variances are estimated, n₀; at least 2.
    public var first: Int
    /// Replications of a policy after which it gives up; at least `first`.
    public var most: Int
    /// Replications asked for at once after the first; above 1, some are simulated in vain, and
    /// nothing is decided otherwise.
    public var ahead: Int

    /// Describes a problem.
    public init(
      policies: Int, indifference: Double, confidence: Double = 0.95, first: Int = 10,
      most: Int = .max, ahead: Int = 1
    ) {
      precondition(policies >= 2 && first >= 2 && most >= first && ahead >= 1)
      precondition(indifference > 0 && confidence > 0 && confidence < 1)
      self.policies = policies
      self.indifference = indifference
      self.confidence = confidence
      self.first = first
      self.most = most
      self.ahead = ahead
    }

    /// The constant h².
    public var hSquared: Double {
      let degrees = Double(first - 1)
      let share = 2 * (1 - confidence) / Double(policies - 1)
      // A confidence that a blind guess has needs no replications.
      let eta = max(0, (pow(share, -2 / degrees) - 1) / 2)
      return 2 * eta * degrees
    }
  }

  private let design: Design
  private var survivors: [Int]
  private var count = 0
  private var asked: [Int]
  private var sums: [Double]
  private var replications: [Int]
  /// h² S²_ij / δ², by pair.
  private var limits: [[Double]] = []
  private var rounds: [SelectionOutcome.Round] = []

  /// Begins.
  public init(_ design: Design) {
    self.design = design
    survivors = Array(0..<design.policies)
    asked = Array(repeating: 0, count: design.policies)
    sums = Array(repeating: 0, count: design.policies)
    replications = asked
  }

  /// All policies until variances are known, then those that are left.
  public var wanted: [Range<Int>]? {
    if count == 0 { return asked.map { _ in 0..<design.first } }
    guard survivors.count > 1, count < design.most else { return nil }
    let end = min(count + design.ahead, design.most)
    return asked.indices.map { survivors.contains($0) ? count..<end : asked[$0]..<asked[$0] }
  }

  /// Takes replications, and drops who has fallen behind after each.
  public mutating func add(_ values: [[Double]]) {
    let isFirst = count == 0
    for policy in asked.indices { asked[policy] += values[policy].count }
    if isFirst { limits = Self.limits(values, design) }
    let length = survivors.map { values[$0].count }.min() ?? 0
    for position in 0..<length where survivors.count > 1 {
      for policy in survivors {
        sums[policy] += values[policy][position]
        replications[policy] += 1
      }
      count += 1
      if count >= design.first { screen() }
    }
    if isFirst && rounds.isEmpty || wanted == nil { note() }
  }

  /// Drops the policies that are too far behind another.
  private mutating func screen() {
    let (r, delta) = (Double(count), design.indifference)
    let before = survivors
    var isSpent = true
    survivors = before.filter { own in
      before.allSatisfy { other in
        guard other != own else { return true }
        // r W, the sums' distance that is tolerated.
        let slack = max(0, delta / 2 * (limits[own][other] - r))
        if slack > 0 { isSpent = false }
        return sums[own] >= sums[other] - slack
      }
    }
    // With no slack left only those that tie to the last bit remain: any of them will do.
    if isSpent, survivors.count > 1 { survivors = [survivors[0]] }
    if survivors.count < before.count { note() }
  }

  private mutating func note() {
    let round = SelectionOutcome.Round(
      isInPlay: asked.indices.map { survivors.contains($0) }, replications: replications,
      means: means, probability: nil)
    if rounds.last != round { rounds.append(round) }
  }

  private var means: [Double] {
    zip(sums, replications).map { $1 > 0 ? $0 / Double($1) : .nan }
  }

  private static func limits(_ values: [[Double]], _ design: Design) -> [[Double]] {
    let scale = design.hSquared / (design.indifference * design.indifference)
    var limits = [[Double]](
      repeating: Array(repeating: 0, count: values.count), count: values.count)
    for first in values.indices {
      for second in 0..<first {
        let deviation =
          Estimate(zip(values[first], values[second]).map { $0 - $1 }).standardDeviation ?? 0
        limits[first][second] = scale * deviation * deviation
        limits[second][first] = limits[first][second]
      }
    }
    return limits
  }

  /// What has been found so far.
  public var outcome: SelectionOutcome {
    let means = means
    let best = survivors.max { (means[$0], -$0) < (means[$1], -$1) } ?? 0
    return SelectionOutcome(
      best: best, isDecided: survivors.count == 1, inPlay: survivors, replications: replications,
      asked: asked, means: means, probability: nil, rounds: rounds)
  }
}
