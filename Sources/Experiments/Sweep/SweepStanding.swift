/// Where policies win and where they lose, by the measure that they are judged by.
public struct SweepStanding: Sendable {
  private let results: SweepResults
  /// Means of the measure by policy, then point; NaN where undefined.
  public let means: [[Double]]
  /// The best policy at each point; nil where the measure is undefined under all.
  public let winners: [Int?]
  /// The policy whose mean over all points is best; nil if there is none.
  ///
  /// Points count alike, so what this says is about the ranges that were swept.
  public let recommended: Int?

  /// Judges by the first measure.
  public init(_ results: SweepResults) {
    self.results = results
    let measure = results.sweep.measures[0]
    means = results.policies.indices.map { results.means(of: 0, policy: $0) }
    func best(of values: [Double]) -> Int? {
      values.indices.filter { !values[$0].isNaN }.reduce(nil as Int?) { best, index in
        guard let best else { return index }
        return measure.isBetter(values[index], than: values[best]) ? index : best
      }
    }
    let means = means
    winners = (0..<results.pointCount).map { point in best(of: means.map { $0[point] }) }
    recommended = best(of: means.map { Estimate($0).mean ?? .nan })
  }

  /// What is asked about a policy at a point.
  public enum Question: String, CaseIterable, Sendable {
    /// Whether some other policy is better.
    case notBest = "not_best"
    /// Whether the baseline is better.
    case worseThanBaseline = "worse_than_baseline"
  }

  /// Whether a policy loses, by point; nil where it is undefined.
  public func losses(of policy: Int, _ question: Question) -> [Bool?] {
    let measure = results.sweep.measures[0]
    return winners.indices.map { point in
      let own = means[policy][point]
      guard !own.isNaN else { return nil }
      switch question {
      case .notBest: return winners[point].map { measure.isBetter(means[$0][point], than: own) }
      case .worseThanBaseline:
        let base = means[results.baseline][point]
        return base.isNaN ? nil : measure.isBetter(base, than: own)
      }
    }
  }

  /// Share of the points, of those where it is known, at which a policy does not lose.
  public func shareHeld(by policy: Int, _ question: Question) -> Double? {
    let known = losses(of: policy, question).compactMap { $0 }
    return known.isEmpty ? nil : Double(known.count { !$0 }) / Double(known.count)
  }

  /// Share of the points, of those where both are defined, at which a policy is better than the
  /// baseline; equal is not better.
  public func shareBetter(_ policy: Int) -> Double? {
    let measure = results.sweep.measures[0]
    let pairs = zip(means[policy], means[results.baseline]).filter { !$0.isNaN && !$1.isNaN }
    guard !pairs.isEmpty else { return nil }
    return Double(pairs.count { measure.isBetter($0, than: $1) }) / Double(pairs.count)
  }

  /// The box of the factors' space in which a policy loses; nil where it never or always does.
  ///
  /// - Complexity: that of ``PatientRuleInduction/discover(in:choosing:)``.
  public func box(of policy: Int, _ question: Question) -> PatientRuleInduction.Discovery? {
    let design = results.sweep.design
    return PatientRuleInduction().discover(
      in: DiscoveryData(
        design.rows, factors: design.factors, isCase: losses(of: policy, question)))
  }
}
