import Randomness

/// How far every policy is from the best of the others, with intervals that hold all at once.
///
/// Multiple comparisons with the best (J. C. Hsu 1984; D. Edwards and J. C. Hsu, "Multiple comparisons
/// with the best treatment", JASA 78 (1983)). If |d_bj − δ_bj| <= w_bj holds for the k − 1 differences
/// of the true best b, which has probability 1 − α whichever policy that is, then all this holds too:
/// b is among the ``contenders``; every ``Entry/interval`` holds its μ_i − max_{j≠i} μ_j; and if there
/// is one contender only, it is the best and leads every other by d ± w.
///
/// Here w is the half-width of the paired t interval at 1 − α/(k − 1) (Bonferroni), which assumes
/// nothing of how policies are correlated; with two policies it is the ordinary paired interval.
/// B. L. Nelson and F. J. Matejcik, Management Science 41 (1995) give narrower ones that assume equal
/// variances of all differences, which policies under common random numbers do not have.
public struct ComparisonsWithBest: Sendable {
  /// One policy against the best of the others.
  public struct Entry: Sendable, Equatable {
    /// The other policy with the best mean; nil if there is none.
    public var best: Int?
    /// The policy less the best of the others, better counted as positive.
    public var advantage: Estimate
    /// Interval for the true advantage, one end of which is 0 or on either side of it; nil where
    /// fewer than two replications say nothing.
    public var interval: ClosedRange<Double>?
    /// Whether the policy may be the best.
    public var isContender: Bool
  }

  /// Probability that everything said here holds.
  public let confidence: Double
  /// By policy; nil for a policy whose mean is undefined.
  public let entries: [Entry?]
  private let values: PairedValues

  /// Compares every policy with the best of the others.
  ///
  /// - Parameter confidence: in (0, 1).
  /// - Complexity: O(k² n) for k policies and n replications.
  public init(_ values: PairedValues, confidence: Double = 0.95) {
    self.values = values
    self.confidence = confidence
    let order = values.order
    let single = Self.singleConfidence(confidence, policies: order.count)
    // Advantages of each over each, as estimate and half-width.
    var table: [[(estimate: Estimate, width: Double)]] = Array(
      repeating: Array(repeating: (Estimate([]), .infinity), count: values.policies.count),
      count: values.policies.count)
    var quantiles = StudentQuantiles(confidence: single)
    for (place, first) in order.enumerated() {
      for second in order[(place + 1)...] {
        let estimate = values.advantage(of: first, over: second)
        let width = quantiles.halfWidth(of: estimate) ?? .infinity
        table[first][second] = (estimate, width)
        table[second][first] = (estimate.negated, width)
      }
    }
    func upper(_ policy: Int) -> Double {
      order.filter { $0 != policy }.map { other in
        let (estimate, width) = table[policy][other]
        return (estimate.mean ?? 0) + width
      }.min() ?? 0
    }
    let uppers = order.map { (policy: $0, bound: upper($0)) }
    let contenders = uppers.filter { $0.bound >= 0 }.map(\.policy)
    var entries = [Entry?](repeating: nil, count: values.policies.count)
    for (policy, bound) in uppers {
      let rivals = contenders.filter { $0 != policy }
      let low =
        rivals.map { rival in
          let (estimate, width) = table[policy][rival]
          return (estimate.mean ?? 0) - width
        }.min() ?? 0
      let best = order.first { $0 != policy }
      let interval = min(0, low)...max(0, bound)
      entries[policy] = Entry(
        best: best, advantage: best.map { table[policy][$0].estimate } ?? Estimate([]),
        interval: interval.lowerBound.isFinite && interval.upperBound.isFinite ? interval : nil,
        isContender: contenders.contains(policy))
    }
    self.entries = entries
  }

  /// The policies that may be the best: the others surely are not.
  public var contenders: [Int] { entries.indices.filter { entries[$0]?.isContender == true } }

  /// Half the width of the interval around a lead; nil with fewer than two replications.
  public func halfWidth(of lead: Estimate) -> Double? {
    lead.halfWidth(confidence: singleConfidence)
  }

  /// Confidence of the single interval that gives all of them ``confidence``.
  var singleConfidence: Double {
    Self.singleConfidence(confidence, policies: entries.count { $0 != nil })
  }

  private static func singleConfidence(_ confidence: Double, policies: Int) -> Double {
    1 - (1 - confidence) / Double(max(1, policies - 1))
  }
}
