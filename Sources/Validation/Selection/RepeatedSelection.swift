import Measures
import Randomness

/// Selecting by a proxy, over and over: the reporting layer alone, on people drawn at random.
struct RepeatedSelection: Sendable {
  /// Candidates in each repetition.
  let candidates: Int
  /// How many are selected.
  let selected: Int
  /// Independent repetitions.
  let repetitions: Int

  /// A number of repetitions that makes about a million draws, but not fewer than 40.
  init(candidates: Int, selected: Int, draws: Int = 1_000_000) {
    self.candidates = candidates
    self.selected = selected
    repetitions = max(40, draws / candidates)
  }

  /// Means over those that have the highest proxy.
  struct Means: Sendable {
    var goal: SampleMean
    var proxy: SampleMean
    /// Proxy less goal.
    var gap: SampleMean
  }

  /// Selects and averages.
  ///
  /// - Parameter draw: one candidate's goal and proxy.
  func means(
    seed: UInt64, draw: (inout RandomStream) -> (goal: Double, proxy: Double)
  ) -> Means {
    var goals: [Double] = []
    var proxies: [Double] = []
    var goal = [Double](repeating: 0, count: candidates)
    var proxy = goal
    for repetition in 0..<repetitions {
      var stream = RandomStream(
        StreamKey(seed: seed, replication: repetition), purpose: 0, entity: 0, index: 0)
      for candidate in 0..<candidates {
        (goal[candidate], proxy[candidate]) = draw(&stream)
      }
      let best = Selection(
        highest: Double(selected) / Double(candidates), of: proxy)
      goals.append(best.mean(of: goal))
      proxies.append(best.mean(of: proxy))
    }
    return Means(
      goal: SampleMean(goals), proxy: SampleMean(proxies),
      gap: SampleMean(zip(proxies, goals).map { $0 - $1 }))
  }
}
