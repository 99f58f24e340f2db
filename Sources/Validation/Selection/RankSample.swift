import Measures
import Randomness

/// Samples of people ranked by a proxy and by the goal.
struct RankSample: Sendable {
  /// Independent samples.
  let replications: Int
  /// People in each.
  let people: Int
  /// Seed of the draws.
  let seed: UInt64

  /// What the rankings have in common.
  struct Figures: Sendable {
    var pearson: SampleMean
    /// Squared correlation, adjusted for sampling: 1 − (1 − r²)(n − 1)/(n − 2).
    var squaredPearson: SampleMean
    var kendall: SampleMean
    var spearman: SampleMean
    /// Share of pairs in the wrong order.
    var misordered: SampleMean
    /// Share of the top tenth by proxy that is in the top tenth by goal.
    var topTenth: SampleMean
    /// The same for the top hundredth.
    var topHundredth: SampleMean
  }

  /// Draws people and compares their rankings.
  func measures(
    draw: (inout RandomStream) -> (goal: Double, proxy: Double)
  ) -> Figures {
    var pearson: [Double] = []
    var kendall: [Double] = []
    var spearman: [Double] = []
    var topTenth: [Double] = []
    var topHundredth: [Double] = []
    var goal = [Double](repeating: 0, count: people)
    var proxy = goal
    for replication in 0..<replications {
      var stream = RandomStream(
        StreamKey(seed: seed, replication: replication), purpose: 0, entity: 0, index: 0)
      for person in 0..<people { (goal[person], proxy[person]) = draw(&stream) }
      pearson.append(RankCorrelation.pearson(proxy, goal))
      kendall.append(RankCorrelation.kendallTauB(proxy, goal))
      spearman.append(RankCorrelation.spearman(proxy, goal))
      topTenth.append(
        Selection(highest: 0.1, of: proxy).overlap(with: Selection(highest: 0.1, of: goal)))
      topHundredth.append(
        Selection(highest: 0.01, of: proxy).overlap(with: Selection(highest: 0.01, of: goal)))
    }
    let adjustment = Double(people - 1) / Double(people - 2)
    return Figures(
      pearson: SampleMean(pearson),
      squaredPearson: SampleMean(pearson.map { 1 - (1 - $0 * $0) * adjustment }),
      kendall: SampleMean(kendall), spearman: SampleMean(spearman),
      misordered: SampleMean(kendall.map { (1 - $0) / 2 }), topTenth: SampleMean(topTenth),
      topHundredth: SampleMean(topHundredth))
  }
}
