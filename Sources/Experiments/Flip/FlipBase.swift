/// The scenario as it is: what each policy is worth, and which is recommended.
struct FlipBase: Sendable {
  /// What all policies are worth.
  let worth: PolicyWorth
  /// Policies with a value, best first.
  let ranking: [Int]
  /// Share of resamples in which each policy is the best, by policy.
  let probabilitiesOfBest: [Double]
  /// Policies that are looked at beyond the default, in the order of the scenario.
  let contenders: [Int]
  /// The resamples of all boundaries.
  let resamples: Resamples

  /// The recommended policy.
  var recommended: Int { ranking[0] }

  init<Source>(_ known: inout KnownWorth<Source>, _ options: FlipOptions) async throws {
    let policies = Array(known.source.policies.indices)
    let wish = KnownWorth<Source>.Wish(
      point: .unchanged, policies: policies, replications: 0..<options.replications)
    try await known.learn([wish])
    worth = known.worth(wish)
    ranking = worth.ranking()
    guard ranking.count >= 2 else {
      throw FlipError.nothingToCompare(measure: options.measure)
    }
    contenders = ranking.prefix(max(2, options.contenders ?? ranking.count)).sorted()
    resamples = Resamples(replications: options.replications, options)
    probabilitiesOfBest = worth.probabilitiesOfBest(resamples)
  }
}

extension PolicyWorth {
  /// Share of resamples in which each policy is the best, by policy; 0 for one without a value.
  func probabilitiesOfBest(_ resamples: Resamples) -> [Double] {
    var wins = [Double](repeating: 0, count: values.count)
    for weights in resamples.weights {
      if let best = ranking(weights).first { wins[best] += 1 }
    }
    return wins.map { $0 / Double(resamples.weights.count) }
  }
}
