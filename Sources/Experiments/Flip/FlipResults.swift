/// What was found about the recommended policy: which assumption, moved how far, changes it.
public struct FlipResults: Sendable {
  /// How it was searched for.
  public let options: FlipOptions
  /// Names of the policies.
  public let policies: [String]
  /// The assumptions.
  public let axes: [FlipAxis]
  /// Every assumption in each direction in which its range goes on.
  public let directions: [FlipDirection]
  /// Runs that it took.
  public let runs: Int
  /// Runs without a value of the measure, left out of every mean.
  public let undefinedRuns: Int
  let base: FlipBase

  init(
    options: FlipOptions, policies: [String], base: FlipBase, axes: [FlipAxis],
    directions: [FlipDirection], runs: Int, undefinedRuns: Int
  ) {
    self.options = options
    self.policies = policies
    self.base = base
    self.axes = axes
    self.directions = directions
    self.runs = runs
    self.undefinedRuns = undefinedRuns
  }

  /// The policy that is recommended where nothing is moved.
  public var recommended: Int { base.recommended }

  /// Policies with a value where nothing is moved, best first.
  public var ranking: [Int] { base.ranking }

  /// Share of resamples in which a policy is the best where nothing is moved.
  public func probabilityOfBest(_ policy: Int) -> Double { base.probabilitiesOfBest[policy] }

  /// Mean of the measure where nothing is moved.
  public func estimate(_ policy: Int) -> Estimate {
    Estimate((base.worth.values[policy] ?? []).map { $0 * sign })
  }

  /// By how much the recommended policy is better than another where nothing is moved.
  public func lead(over policy: Int) -> Estimate {
    Estimate(base.worth.differences(of: recommended, over: policy))
  }

  /// Directions in which the recommended policy is overtaken within the range with a probability of
  /// at least a half, nearest boundary first.
  public var flips: [Int] {
    directions.indices.filter { isFlip($0) }.sorted { first, second in
      let left = directions[first].boundary?.distance ?? .infinity
      let right = directions[second].boundary?.distance ?? .infinity
      return left == right ? first < second : left < right
    }
  }

  /// Other directions in which it may be overtaken, most probable first.
  public var possibleFlips: [Int] {
    directions.indices.filter { !isFlip($0) && probability($0) > 0 }
      .sorted { first, second in
        let (left, right) = (probability(first), probability(second))
        return left == right ? first < second : left > right
      }
  }

  private func isFlip(_ direction: Int) -> Bool {
    directions[direction].boundary?.distance != nil && probability(direction) >= 0.5
  }

  private func probability(_ direction: Int) -> Double {
    directions[direction].boundary?.probability ?? 0
  }

  /// 1 where more of the measure is better, -1 where less is.
  var sign: Double { options.prefersHigher ? 1 : -1 }
}
