import Randomness

/// How likely each policy is to be the one with the best true mean, given what was seen.
///
/// The means get the posterior that matches the paired t test of every pair: jointly t with n − 1
/// degrees of freedom around the sample means, with the sample covariance S of replications over n.
/// (For normal replications this is the posterior under the prior |Σ|^(−k) for k policies; the usual
/// |Σ|^(−(k+1)/2) leaves n − k degrees of freedom, so that every policy added to a study would make
/// all others less sure, and eight replications could not tell eight policies apart.) For two policies
/// the probability is one less the one-sided p value of the paired t test.
///
/// A draw is x̄ + s⁻¹ Σ_r g_r (x_r − x̄) / √(n(n − 1)), g_r standard normal and (n − 1)s² chi-square
/// with n − 1 degrees of freedom: exactly covariance S/n without factoring S, which is singular
/// whenever there are fewer replications than policies, and the same g for a policy whichever others
/// there are. A bootstrap of replications would need no normality; with the three to ten replications
/// of a first look its tails are too thin, and it is surer than it should be.
///
/// Every policy is taken to be as likely to have any mean as any other (a flat prior). Where the true
/// means are known to lie close together, the leader of many is partly lucky and the probability of
/// the leader too high: `docs/experiments.md` says by how much.
public enum ProbabilityOfBest {
  /// Draws behind each probability, which so has a standard error of at most 0.005.
  public static let standardDraws = 10_000

  /// Probabilities by policy.
  ///
  /// Replications count in which every policy is defined that is defined at all. Policies that tie in
  /// a draw share it.
  ///
  /// - Parameters:
  ///   - seed: of the draws.
  ///   - draws: how many.
  /// - Returns: nil for a policy that is defined nowhere, and for all with fewer than two such
  ///   replications.
  /// - Complexity: O(draws n k).
  public static func of(
    _ values: PairedValues, seed: UInt64, draws: Int = standardDraws
  ) -> [Double?] {
    var result = [Double?](repeating: nil, count: values.policies.count)
    let order = values.order
    let rows = (0..<values.replications)
      .map { replication in order.map { values.goal.sign * values.values[$0][replication] } }
      .filter { row in !row.contains { $0.isNaN } }
    guard rows.count > 1, !order.isEmpty else { return result }
    let wins = wins(of: rows, seed: seed, draws: draws)
    for (policy, share) in zip(order, wins) { result[policy] = share / Double(draws) }
    return result
  }

  /// In how many draws each column is the highest.
  private static func wins(of rows: [[Double]], seed: UInt64, draws: Int) -> [Double] {
    let count = Double(rows.count)
    let width = rows[0].count
    let means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / count }
    let scale = 1 / (count * (count - 1)).squareRoot()
    let residuals = rows.map { row in zip(row, means).map { scale * ($0 - $1) } }
    var stream = ExperimentStreams(seed: seed).stream(.probabilityOfBest)
    var wins = [Double](repeating: 0, count: width)
    var shift = [Double](repeating: 0, count: width)
    for _ in 0..<draws {
      for column in 0..<width { shift[column] = 0 }
      for residual in residuals {
        let weight = stream.gaussian()
        for column in 0..<width { shift[column] += weight * residual[column] }
      }
      let degrees = count - 1
      let spread = (degrees / stream.gamma(shape: degrees / 2, scale: 2)).squareRoot()
      var best = -Double.infinity
      var ties = 0.0
      for column in 0..<width {
        shift[column] = means[column] + spread * shift[column]
        if shift[column] > best {
          (best, ties) = (shift[column], 1)
        } else if shift[column] == best {
          ties += 1
        }
      }
      for column in 0..<width where shift[column] == best { wins[column] += 1 / ties }
    }
    return wins
  }
}
