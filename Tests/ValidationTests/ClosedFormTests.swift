import Testing

@testable import Validation

/// The simulator against every table of closed forms.
///
/// Computed figures are held to a relative error of one in a million. Simulated figures are held to
/// three standard errors: a correct simulator fails one of R figures in about R/300 of all seeds
/// (a little more where a standard error rests on twenty stretches of time). The seed is fixed.
@Suite struct ClosedFormTests {
  /// Published models have tests of their own, which do not run the longest of them in full.
  private static let names = Set(VerificationCatalogue.all.map(\.name))
    .subtracting(PublishedModels.all.map(\.name)).sorted()

  @Test(arguments: names)
  func `every tabulated row agrees with the table, the closed form and the simulator`(
    name: String
  ) throws {
    let report = try VerificationCatalogue.find(name).checkRows()
    for outcome in report.outcomes {
      #expect(outcome.passes, "\(name) \(outcome.parameters): \(Self.text(outcome))")
    }
  }

  private static func text(_ outcome: VerificationOutcome) -> String {
    outcome.refusal?.description
      ?? outcome.comparisons.filter { !$0.passes }.map {
        "\($0.name): expected \($0.expected), closed form \($0.closedForm), "
          + "obtained \($0.obtained), error \($0.error)"
      }.joined(separator: "; ")
  }

  /// Parameters that are in no table, and at the edges of what is sensible.
  static let others: [(name: String, values: [Double])] = [
    ("piece-rate", [7, 3, 0.4, 11]),
    ("piece-rate", [0, 1, 1, 1]),
    ("multitask", [3, -1, 2, 5, -3, 0.1, 4, 0.3]),
    ("multitask-unmeasured", [2, 5, 1, 4, 1.9, 3, 0.2]),
    ("multitask-gaming", [2, 1, 0, -1, 3, 0.1]),
    ("multitask-imposed", [-1, 2, 1, 1, -5]),
    ("distortion", [3, 0.2, 120, 2, 0.5]),
    ("distortion-imposed", [17, -3]),
    ("selection", [37, 5, -0.7]),
    ("selection", [10, 10, 0.3]),
    ("rank-measures", [-0.5]),
    ("rank-measures", [1]),
    ("campbell-decay", [2, 0, 3, -1]),
    ("over-optimisation", [17, 2, 0.7]),
    ("over-optimisation-peaks", [2, 0.3]),
    ("extremal-selection", [25, -1, 0.4]),
    ("heavy-tailed-gaming", [50, 2, 5]),
    ("quantal-response", [9, -0.45, 1]),
    ("quantal-response-prize", [40, 12, 2, 0.3]),
    ("logit", [2, 900, 901, 899.5]),
    ("attraction", [11, 0.7, 0.2, 0.6, 3, -1, 2]),
    ("contagion", [0.1, 0.4, 0.2, 0.3, 7]),
    ("contagion", [0, 0.3, 0.3, 0.5, 9]),
    ("contagion-events", [20, 0.05, 0.4, 0.3, 3, 6]),
    ("contagion-weekly", [20, 0.05, 0.4, 0.3, 0, 6]),
    ("contagion-endemic", [0.2, 0.3]),
    ("mm1", [1, 3]),
    ("mmc", [2.4, 1, 3]),
    ("mg1", [0.3, 2, 0.5]),
    ("priority", [0.1, 0.4, 1]),
    ("mm1k", [1, 1, 4]),
    ("erlang-b", [3, 2, 4, 1]),
    ("erlang-a", [30, 2, 10, 3]),
    ("annual-loss", [0.4, 8, 1.2]),
    ("value-at-risk", [0.4, 8, 1.2]),
    ("expected-shortfall", [10, -1, 0.7]),
    ("inequality", [0.3]),
    ("credibility", [1, 3, 30, 4, 2, 0.05]),
    ("persistent-gamer", [1, 1, 3]),
    ("persistent-gamer", [0.4, 0.5, 9]),
    ("review-capacity", [2, 0.5, 0.9]),
    ("ishigami", [2, 0.05, 512]),
    ("g-function", [2, 0, 1, 1, 5, 0.1]),
    ("elementary-effects", [3, 0.2]),
    ("latin-hypercube", [3, 7]),
  ]

  @Test(arguments: others)
  func `any other parameters agree with the closed form`(
    name: String, values: [Double]
  ) throws {
    let report = try VerificationCatalogue.find(name).check(values)
    let outcome = report.outcomes[0]
    #expect(outcome.refusal == nil)
    #expect(!outcome.comparisons.isEmpty)
    #expect(outcome.passes, "\(Self.text(outcome))")
  }

  /// Parameters for which theory has no answer, and a word of the reason.
  static let refused: [(name: String, values: [Double], word: String)] = [
    ("multitask", [1, 1, 1, 1, 2, 1, 1, 1], "positive definite"),
    ("multitask-unmeasured", [1, 1, 1, 1, 1, 1, 1], "positive definite"),
    ("selection", [5, 6, 0.5], "k = 6"),
    ("over-optimisation-peaks", [0, 1], "peak"),
    ("heavy-tailed-gaming", [10, 2, 1.5], "no variance"),
    ("contagion-events", [10, 0, 0.3, 0, 11, 3], "start = 11"),
    ("mm1", [1, 1], "no steady state"),
    ("mmc", [3, 1, 2], "no steady state"),
    ("mg1", [0.99, 1, 1], "saturation"),
    ("priority", [0.6, 0.6, 1], "no steady state"),
    ("credibility", [1, 1, 2, 3, 1, 1], "k = 3"),
    ("review-capacity", [1.25, 0.8, 1.2], "saturation"),
    ("index-coverage", [100, 8], "equal scrambles"),
  ]

  @Test(arguments: refused)
  func `where theory has no answer there is a refusal that says why`(
    name: String, values: [Double], word: String
  ) throws {
    let outcome = try VerificationCatalogue.find(name).check(values).outcomes[0]
    let refusal = try #require(outcome.refusal)
    #expect(refusal.description.contains(word))
    #expect(outcome.passes)
  }

  @Test func `any number of threads gives the same figures, in the order of the rows`() async throws
  {
    let wanted = try ["contagion-events", "campbell-decay"].map {
      try VerificationCatalogue.find($0)
    }
    let together = try await VerificationBatch.check(wanted, seed: 3, threads: 4)
    for (verification, report) in zip(wanted, together) {
      #expect(report.verification.name == verification.name)
      let alone = try verification.checkRows(seed: 3)
      #expect(report.outcomes.map(\.parameters) == verification.rows.map(\.parameters))
      #expect(
        report.outcomes.flatMap(\.comparisons).map(\.obtained)
          == alone.outcomes.flatMap(\.comparisons).map(\.obtained))
    }
  }

  @Test func `the same seed gives the same figures, another seed others`() throws {
    let verification = try VerificationCatalogue.find("contagion-events")
    let values = [10, 0.1, 0.3, 0, 0, 5]
    let first = try verification.check(values, seed: 1).outcomes[0].comparisons.map(\.obtained)
    let again = try verification.check(values, seed: 1).outcomes[0].comparisons.map(\.obtained)
    let other = try verification.check(values, seed: 2).outcomes[0].comparisons.map(\.obtained)
    #expect(first == again)
    #expect(first != other)
  }
}
