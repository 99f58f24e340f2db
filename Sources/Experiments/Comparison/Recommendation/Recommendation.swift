import Randomness

/// What to make of a comparison: which policy to pick, or what it would take to tell.
public struct Recommendation: Sendable {
  /// What was compared.
  public let values: PairedValues
  /// Every policy against the best of the others.
  public let comparisons: ComparisonsWithBest
  /// How likely each policy is to be the best; nil where nothing can be said.
  public let probabilities: [Double?]
  /// A difference that is not worth telling, in the unit of the figure; 0 if every one is.
  public let indifference: Double
  /// The policies whose mean is defined, best first.
  public let order: [Int]
  /// Those that cannot be told from the best, nearest first; none if it is to be picked.
  public let rivals: [Rival]

  /// A policy that cannot be told from the one with the best mean.
  public struct Rival: Sendable, Equatable {
    /// Its index.
    public var policy: Int
    /// How far it is behind the best mean.
    public var lead: Lead
    /// Replications that would be needed beside those made; nil where no number would do, or more
    /// than a million.
    public var moreReplications: Int?
  }

  /// How far the policy with the best mean is ahead of another.
  public struct Lead: Sendable, Equatable {
    /// Paired, better counted as positive.
    public var estimate: Estimate
    /// Half the width of its simultaneous interval; nil with fewer than two replications.
    public var halfWidth: Double?
  }

  /// Draws a conclusion.
  ///
  /// The policy with the best mean is picked if it is the only one that may be the best, or if no
  /// other is better by more than the indifference (``ComparisonsWithBest``).
  ///
  /// - Parameters:
  ///   - confidence: of everything said at once.
  ///   - indifference: a difference that is not worth telling, at least 0.
  ///   - seed: of the draws behind the probabilities.
  /// - Returns: nil unless two policies have a mean.
  public init?(
    _ values: PairedValues, confidence: Double = 0.95, indifference: Double = 0, seed: UInt64
  ) {
    order = values.order
    guard let best = order.first, order.count > 1 else { return nil }
    self.values = values
    self.indifference = indifference
    let comparisons = ComparisonsWithBest(values, confidence: confidence)
    self.comparisons = comparisons
    probabilities = ProbabilityOfBest.of(values, seed: seed)
    let single = comparisons.singleConfidence
    rivals = order.dropFirst().compactMap { policy in
      let estimate = values.advantage(of: best, over: policy)
      let lead = Lead(estimate: estimate, halfWidth: comparisons.halfWidth(of: estimate))
      let lowest = lead.halfWidth.map { (estimate.mean ?? 0) - $0 } ?? -.infinity
      guard comparisons.entries[policy]?.isContender == true else { return nil }
      guard lowest < -indifference || (indifference == 0 && lowest <= 0) else { return nil }
      return Rival(
        policy: policy, lead: lead,
        moreReplications: estimate.moreReplications(
          confidence: single, indifference: indifference))
    }
  }

  /// The policy with the best mean.
  public var best: Int { order[0] }

  /// The policy with the next best mean.
  public var next: Int { order[1] }

  /// Whether the policy with the best mean is to be picked.
  public var isDecided: Bool { rivals.isEmpty }

  /// How far the policy with the best mean is ahead of another.
  public func lead(over policy: Int) -> Lead {
    let estimate = values.advantage(of: best, over: policy)
    return Lead(estimate: estimate, halfWidth: comparisons.halfWidth(of: estimate))
  }

  /// Replications beside those made with which all rivals could be told; nil if no number would do.
  public var moreReplications: Int? {
    rivals.reduce(0) { most, rival in
      guard let most, let more = rival.moreReplications else { return nil }
      return max(most, more)
    }
  }

  /// What becomes of a policy.
  public enum Verdict: String, Sendable {
    /// It is to be picked.
    case pick
    /// It may be the best.
    case contender
    /// It surely is not the best, or not by more than the indifference.
    case behind
    /// Nothing can be said: its mean is undefined.
    case undefined
  }

  /// What becomes of a policy.
  public func verdict(on policy: Int) -> Verdict {
    guard order.contains(policy) else { return .undefined }
    if policy == best { return isDecided ? .pick : .contender }
    return rivals.contains { $0.policy == policy } ? .contender : .behind
  }
}

extension Estimate {
  /// Replications beside those made after which the interval for a mean advantage would exclude what
  /// is below −indifference, with a probability of four in five.
  ///
  /// The least n with t(confidence, n − 1) + t(0.8, n − 1) <= (d + indifference) √n / s, d and s the
  /// mean and the standard deviation so far: as uncertain as these are.
  func moreReplications(confidence: Double, indifference: Double) -> Int? {
    guard let mean, let standardDeviation else { return nil }
    let distance = max(0, mean) + indifference
    guard distance > 0 else { return nil }
    func isEnough(_ n: Int) -> Bool {
      let degrees = Double(n - 1)
      guard
        let two = try? ReferenceDistributions.studentTQuantile(
          0.5 + confidence / 2, degreesOfFreedom: degrees),
        let power = try? ReferenceDistributions.studentTQuantile(0.8, degreesOfFreedom: degrees)
      else { return false }
      return (two + power) * standardDeviation <= distance * Double(n).squareRoot()
    }
    var low = count
    if isEnough(low) { return 1 }
    var high = 2 * low
    while !isEnough(high) {
      (low, high) = (high, 2 * high)
      guard high <= 2_000_000 else { return nil }
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high - count > 1_000_000 ? nil : high - count
  }
}
