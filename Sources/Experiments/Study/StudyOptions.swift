import WorkplaceModel

/// How a study is run; none of it but `commonRandomNumbers` and `policies` changes a figure of a
/// policy.
public struct StudyOptions: Sendable, Equatable {
  /// Replications and policies simulated at the same time; at least 1.
  public var threads: Int
  /// Whether the policies of a replication share people, work and chance.
  ///
  /// Off, every policy gets random numbers of its own, which serves to measure what sharing pays.
  public var commonRandomNumbers: Bool
  /// Whether the warm-up is simulated once per replication and copied into every policy.
  ///
  /// Off, every policy simulates it again, with the same result.
  public var forkWarmState: Bool
  /// Whether what each employee does in each week is kept; takes about 0.6 KB a row.
  public var keepEmployeeWeeks: Bool
  /// Names of the policies to simulate; nil for all.
  ///
  /// The baseline is always among them.
  public var policies: [String]?
  /// Which counterfactuals are simulated beside the policies.
  ///
  /// None without common random numbers: a counterfactual is on the policy's own luck or nothing.
  public var counterfactuals: CounterfactualSelection
  /// The corners in which the policies are compared too; nil for none.
  public var corners: CornerDesign?

  /// Creates options.
  public init(
    threads: Int = 1, commonRandomNumbers: Bool = true, forkWarmState: Bool = true,
    keepEmployeeWeeks: Bool = false, policies: [String]? = nil,
    counterfactuals: CounterfactualSelection = .none, corners: CornerDesign? = nil
  ) {
    self.threads = threads
    self.commonRandomNumbers = commonRandomNumbers
    self.forkWarmState = forkWarmState
    self.keepEmployeeWeeks = keepEmployeeWeeks
    self.policies = policies
    self.counterfactuals = counterfactuals
    self.corners = corners
  }

  /// The counterfactuals that make sense with these random numbers.
  var usableCounterfactuals: CounterfactualSelection {
    commonRandomNumbers ? counterfactuals : .none
  }
}

/// Why a study cannot be run.
public enum StudyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A policy was asked for that the scenario does not have.
  case unknownPolicy(String, known: [String])
  /// Nothing could be simulated on so few threads.
  case noThreads(Int)
  /// A part was asked for of a study that decides as it goes how many replications it needs.
  case adaptive

  /// What is wrong and what would be right, in one line.
  public var description: String {
    switch self {
    case .unknownPolicy(let name, let known):
      "no policy is called '\(name)'; expected one of \(known.joined(separator: ", "))"
    case .adaptive:
      "'replications: {until: ...}' decides from all results when to stop, so it cannot be cut into "
        + "shards; expected a number of replications"
    case .noThreads(let count):
      "\(count) threads; expected at least 1"
    }
  }
}
