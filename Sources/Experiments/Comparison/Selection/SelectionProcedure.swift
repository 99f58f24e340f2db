/// A way of finding the best of several policies that decides as it goes which runs it needs.
///
/// A procedure is a value: it says which replications it wants, is given what came of them, and says
/// what it found. Whoever holds it fetches the values, so it can be judged on any source.
public protocol SelectionProcedure: Sendable {
  /// Replications wanted next, by policy, each from the first that it has not been given; nil once
  /// everything is decided.
  var wanted: [Range<Int>]? { get }

  /// Takes what came of the replications that were wanted.
  ///
  /// - Parameter values: by policy, one for each wanted replication; more is better.
  mutating func add(_ values: [[Double]])

  /// What has been found so far.
  var outcome: SelectionOutcome { get }
}

/// What a selection procedure found.
public struct SelectionOutcome: Sendable, Equatable {
  /// The policy with the best mean of those in play.
  public var best: Int
  /// Whether the procedure came to its end; else its runs ran out.
  public var isDecided: Bool
  /// Policies that may still be the best, by index.
  public var inPlay: [Int]
  /// Replications that count, by policy.
  public var replications: [Int]
  /// Replications that were asked for, by policy.
  public var asked: [Int]
  /// Mean over them, by policy; more is better.
  public var means: [Double]
  /// The probability that the best is the best, where the procedure estimates one.
  public var probability: Double?
  /// What happened, in order.
  public var rounds: [Round]

  /// A moment at which something changed.
  public struct Round: Sendable, Equatable {
    /// Whether each policy may still be the best.
    public var isInPlay: [Bool]
    /// Replications that count, by policy.
    public var replications: [Int]
    /// Mean over them, by policy; more is better.
    public var means: [Double]
    /// The probability of a correct selection, where the procedure estimates one.
    public var probability: Double?
  }

  /// Replications of all policies that count.
  public var totalReplications: Int { replications.reduce(0, +) }
}

/// Why a selection cannot go on.
public enum SelectionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The figure has no value in some run, so means cannot be compared as they go.
  case undefined(measure: String, policy: String, replication: Int)

  /// What is wrong and what would be right, in one line.
  public var description: String {
    switch self {
    case .undefined(let measure, let policy, let replication):
      "\(measure) of \(policy) is undefined in replication \(replication); expected a measure that "
        + "every run has, such as net_value_usd"
    }
  }
}

extension SelectionProcedure {
  /// The procedure after everything that it wants from a source.
  ///
  /// - Parameters:
  ///   - measure: position among the source's measures.
  ///   - goal: which direction is better.
  ///   - arms: what is chosen among, in the order of the procedure's policies.
  ///   - onRound: called after the runs of each round.
  /// - Throws: ``SelectionError``; what the source throws.
  public func finished(
    on source: some RunSource, measure: Int, goal: PairedValues.Goal = .highest, arms: [Arm],
    point: DesignPoint = .unchanged, onRound: (SelectionOutcome) -> Void = { _ in }
  ) async throws -> Self {
    var procedure = self
    while let wanted = procedure.wanted {
      // By replication, then policy, so that runs of one replication share their warm-up.
      let last = wanted.map(\.upperBound).max() ?? 0
      let first = wanted.filter { !$0.isEmpty }.map(\.lowerBound).min() ?? last
      let requests = (first..<last).flatMap { replication in
        arms.indices.filter { wanted[$0].contains(replication) }.map {
          (arm: $0, request: RunRequest(point, arms[$0], replication: replication))
        }
      }
      let outcomes = try await source.outcomes(of: requests.map(\.request))
      var values = [[Double]](repeating: [], count: arms.count)
      for (entry, outcome) in zip(requests, outcomes) {
        let value = outcome.measures[measure]
        guard value.isFinite else {
          throw SelectionError.undefined(
            measure: source.measures[measure], policy: arms[entry.arm].policy,
            replication: entry.request.replication)
        }
        values[entry.arm].append(goal.sign * value)
      }
      procedure.add(values)
      onRound(procedure.outcome)
    }
    return procedure
  }
}
