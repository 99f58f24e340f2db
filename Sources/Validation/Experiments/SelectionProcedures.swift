import Experiments
import Foundation

/// E5: whether selection procedures find the best as often as they promise, and with how many
/// replications.
enum SelectionProcedures {
  static let all = [kimNelson, allocation]

  private static let repetitions = 1_000

  // MARK: Kim and Nelson

  private static let kimNelson = Verification(
    "kim-nelson", section: "E5",
    "How often fully sequential selection finds the best, and what it takes",
    source: """
      Kim and Nelson 2001: at least 1 − α; replications of the slippage configuration are simulated \
      references of 1,000 repetitions
      """,
    parameters: [
      .init("k", "policies", standard: 5, range: 2...100, isWhole: true),
      .init("rho", "correlation by common random numbers, ρ", standard: 0, range: 0...0.99),
      .init(
        "means", "0 slippage: one better by δ = 1; 1 monotone: each better by δ than the next",
        standard: 0, range: 0...1, isWhole: true),
      .init(
        "variances", "0 equal; 1 the better the larger; 2 the better the smaller", standard: 0,
        range: 0...2, isWhole: true),
    ],
    rows: rows
  ) { values, seed in
    let found = run(
      policies: Int(values[0]), correlation: values[1], monotone: values[2] == 1,
      variances: Int(values[3]), seed: seed)
    let known = rows.first { $0.parameters == values }?.expected
      .first { $0.quantity == taken }?.value
    return [.simulated(short, 0, found.correct.shortfall(from: 0.95))]
      + [known].compactMap { $0 }.map { known in
        .simulated(
          taken, known,
          // The reference is as uncertain as the figure.
          SampleMean(
            value: found.replications.value,
            standardError: found.replications.standardError * 2.0.squareRoot()))
      }
  }

  private static let rows: [Verification.Row] = [
    .init([5, 0, 0, 0], [(short, 0), (taken, 395.8)], digits: 4),
    .init([5, 0.6, 0, 0], [(short, 0), (taken, 163.1)], digits: 4),
    .init([5, 0, 1, 0], [(short, 0)]), .init([5, 0, 1, 1], [(short, 0)]),
    .init([5, 0, 1, 2], [(short, 0)]), .init([5, 0.6, 1, 0], [(short, 0)]),
    .init([2, 0, 0, 0], [(short, 0)]), .init([20, 0.6, 0, 0], [(short, 0)]),
  ]

  private static let short = "correct: short of 0.95 by"
  private static let taken = "replications"

  /// The share of correct selections and the replications that a selection took, with δ = 1, a mean
  /// variance of 10, α = 0.05 and n₀ = 10.
  static func run(
    policies: Int, correlation: Double, monotone: Bool, variances: Int, seed: UInt64
  ) -> (correct: SampleMean, replications: SampleMean) {
    let means = (0..<policies).map { monotone ? -Double($0) : $0 == 0 ? 0 : -1 }
    let middle = Double(policies - 1) / 2
    let deviations = (0..<policies).map { policy -> Double in
      // From half to three halves of the mean variance.
      let tilt = middle > 0 ? (middle - Double(policy)) / (2 * middle) : 0
      return (10 * (variances == 0 ? 1 : variances == 1 ? 1 + tilt : 1 - tilt)).squareRoot()
    }
    let design = KimNelsonSelection.Design(policies: policies, indifference: 1)
    let outcomes = (0..<repetitions).map { repetition in
      SyntheticPolicies(
        means: means, deviations: deviations, correlation: correlation, seed: seed,
        repetition: repetition
      ).finish(KimNelsonSelection(design)).outcome
    }
    let right = outcomes.count { $0.isDecided && $0.best == 0 }
    return (
      SampleMean(share: Double(right) / Double(repetitions), of: Double(repetitions))
        .doubted(asShareOf: Double(repetitions), probability: 0.95),
      SampleMean(outcomes.map { Double($0.totalReplications) })
    )
  }

  // MARK: Budget allocation

  private static let budgets = 500

  private static let allocation = Verification(
    "budget-allocation", section: "E5",
    "Correct selections of a budget: allocated against spread evenly",
    source: """
      Chen, Lin, Yücesan and Chick 2000: policies with means 0, −1, ..., equal deviations of 6; \
      allocation is at least as good as an even spread
      """,
    parameters: [
      .init("k", "policies", standard: 10, range: 2...100, isWhole: true),
      .init(
        "budget", "replications of all policies", standard: 400, range: 10...100_000, isWhole: true),
      .init(
        "first", "replications of each at first, n₀", standard: 10, range: 2...100, isWhole: true),
    ],
    rows: [
      .init([10, 400, 10], [(worse, 0)]), .init([10, 1000, 10], [(worse, 0)]),
      .init([5, 300, 10], [(worse, 0)]),
    ]
  ) { values, seed in
    let (policies, budget, first) = (Int(values[0]), Int(values[1]), Int(values[2]))
    guard budget >= policies * first else {
      throw VerificationRefusal("a budget of \(budget) is not \(first) for each of \(policies)")
    }
    func correct(isEqual: Bool) -> Double {
      Self.correct(policies: policies, budget: budget, first: first, isEqual: isEqual, seed: seed)
    }
    let (allocated, even) = (correct(isEqual: false), correct(isEqual: true))
    let doubt = ((allocated * (1 - allocated) + even * (1 - even)) / Double(budgets))
      .squareRoot()
    return [
      .simulated(worse, 0, SampleMean(value: max(0, even - allocated), standardError: doubt))
    ]
  }

  private static let worse = "share of correct selections lost by allocating"

  /// The share of correct selections.
  static func correct(
    policies: Int, budget: Int, first: Int, isEqual: Bool, seed: UInt64
  ) -> Double {
    let design = OptimalBudgetAllocation.Design(
      policies: policies, budget: budget, first: first, increment: 20, isEqual: isEqual)
    let means = (0..<policies).map { -Double($0) }
    let right = (0..<budgets).count { repetition in
      SyntheticPolicies(
        means: means, deviations: means.map { _ in 6 }, seed: seed, repetition: repetition
      ).finish(OptimalBudgetAllocation(design)).outcome.best == 0
    }
    return Double(right) / Double(budgets)
  }
}
