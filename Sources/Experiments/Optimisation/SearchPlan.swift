/// How many runs go into each part of a search, known before the first is made.
public struct SearchPlan: Sendable, Equatable {
  /// Runs in all, at most.
  public var budget: Int
  /// Designs that fill the space to begin with.
  public var screenedDesigns: Int
  /// Replications of each of them.
  public var screeningReplications: Int
  /// Replications of every design of a local search, and of those it may start from.
  public var searchReplications: Int
  /// Designs among which the best is chosen in the end.
  public var finalists: Int
  /// Replications of each of them.
  public var finalReplications: Int
  /// Local searches that are begun.
  public var restarts: Int
  /// Fresh replications on which the chosen design, the one of the file and the baseline are
  /// compared.
  public var confirmationReplications: Int

  /// Plans a search.
  ///
  /// A quarter of the budget confirms; of the rest, about a third fills the space, half climbs, and
  /// what remains tells the best apart. A design on trial gets few replications, one that may be
  /// chosen six times as many.
  ///
  /// - Parameters:
  ///   - budget: runs in all.
  ///   - confirmation: fresh replications, in place of a quarter of the budget.
  /// - Throws: ``OptimisationError/budgetTooSmall(_:least:)``.
  public init(budget: Int, confirmation: Int? = nil) throws(OptimisationError) {
    self.budget = budget
    let affordable = (budget - Self.leastSearch) / Self.confirmedDesigns
    confirmationReplications =
      confirmation ?? max(5, min(budget / (4 * Self.confirmedDesigns), affordable))
    let rest = budget - Self.confirmedDesigns * confirmationReplications
    guard rest >= Self.leastSearch else {
      throw .budgetTooSmall(
        budget, least: Self.leastSearch + Self.confirmedDesigns * confirmationReplications)
    }
    screeningReplications = max(2, min(20, rest / 300))
    searchReplications = 2 * screeningReplications
    finalReplications = rest < 150 ? 4 * screeningReplications : 6 * screeningReplications
    finalists = rest < 150 ? 2 : 5
    restarts = rest < 150 ? 2 : 4
    screenedDesigns = max(4, rest * 3 / 10 / screeningReplications)
  }

  /// The chosen design, the one of the file, and the baseline.
  static let confirmedDesigns = 3
  private static let leastSearch = 60

  /// Runs that the search may make before the finalists are compared.
  var runsBeforeFinal: Int {
    runsOfSearch - finalists * (finalReplications - searchReplications)
      - finalReplications
  }

  /// Runs that the search may make in all.
  var runsOfSearch: Int { budget - Self.confirmedDesigns * confirmationReplications }

  /// Replications of the confirmation: numbers that no search ever uses.
  var confirmationRange: Range<Int> {
    Self.firstConfirmation..<Self.firstConfirmation + confirmationReplications
  }

  /// The first replication that is kept for confirmation.
  static let firstConfirmation = 1_000_000
}
