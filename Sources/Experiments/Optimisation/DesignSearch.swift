/// Searches for the best design within a budget of runs.
///
/// 1. Screening: designs that fill the space get few replications.
/// 2. Survivors: the best of each combination of discrete values, then the best of all, get more.
/// 3. Local searches start from the best survivors. They are raced: each gets an equal share of half
///    of what is left, then the better half of them goes on (sequential halving; Z. Karnin,
///    T. Koren, O. Somekh, "Almost optimal exploration in multi-armed bandits", ICML 2013).
/// 4. Finalists: the best designs that were met get the most replications, and the best is chosen.
///
/// Designs are only ever compared on the same replications.
struct DesignSearch {
  let space: SearchSpace
  let plan: SearchPlan
  let seed: UInt64
  private(set) var evaluations: DesignEvaluations

  init(
    _ space: SearchSpace, _ plan: SearchPlan, _ evaluations: DesignEvaluations, seed: UInt64
  ) {
    self.space = space
    self.plan = plan
    self.evaluations = evaluations
    self.seed = seed
  }

  /// Searches and returns the number of the best design.
  mutating func run() async throws -> Int {
    let starts = try await survivors(of: screening())
    try await race(starts)
    return try await bestOfFinalists()
  }

  // MARK: Screening

  /// The design of the file if it lies in the space, and designs that fill the space.
  private mutating func screening() async throws -> [SearchSpace.Candidate] {
    let start = startCandidate
    try await evaluations.evaluate(
      [(.unchanged, start?.positions)], replications: plan.searchReplications, stage: .start)
    var candidates = start.map { [$0] } ?? []
    for candidate in try space.spread(plan.screenedDesigns, seed: seed)
    where !candidates.contains(where: { $0.point == candidate.point }) {
      candidates.append(candidate)
    }
    try await evaluate(candidates, plan.screeningReplications, .screening)
    return candidates
  }

  private var startCandidate: SearchSpace.Candidate? {
    let positions = evaluations.problem.start.compactMap { $0 }
    guard positions.count == space.factors.count, positions.allSatisfy((0...1).contains) else {
      return nil
    }
    return space.candidate(at: positions)
  }

  // MARK: Survivors

  /// The candidates from which local searches start, the best first.
  ///
  /// Each combination of discrete values sends its best before any sends a second: which combination
  /// is best is seen only after the numbers that go with it have been found.
  private mutating func survivors(
    of candidates: [SearchSpace.Candidate]
  ) async throws -> [SearchSpace.Candidate] {
    let ranked = sorted(candidates, on: plan.screeningReplications)
    var seen: Set<[Double]> = []
    var best: [SearchSpace.Candidate] = []
    var others: [SearchSpace.Candidate] = []
    for candidate in ranked {
      if seen.insert(space.combination(of: candidate)).inserted {
        best.append(candidate)
      } else {
        others.append(candidate)
      }
    }
    let kept = Array((best + others).prefix(Self.survivorsPerRestart * plan.restarts))
    try await evaluate(kept, plan.searchReplications, .screening)
    let promoted = sorted(kept, on: plan.searchReplications)
    let leaders = promoted.filter { best.contains($0) }
    let rest = promoted.filter { !best.contains($0) }
    return Array((leaders + rest).prefix(plan.restarts))
  }

  private static let survivorsPerRestart = 3

  // MARK: Local searches

  private mutating func race(_ starts: [SearchSpace.Candidate]) async throws {
    var active = starts.map { Climb(LocalSearch(space: space, start: $0)) }
    while !active.isEmpty, movesLeft > 0 {
      let share = active.count == 1 ? movesLeft : movesLeft / (2 * active.count)
      try await climb(&active, moves: max(1, share))
      let merits = active.map { merit($0.best) }
      let order = active.indices.sorted { left, right in
        merits[left] == merits[right] ? left < right : merits[left] > merits[right]
      }
      let kept = order.prefix((active.count + 1) / 2).filter { !active[$0].isSettled }
      // Where the better half has settled, the others may go on with what is left.
      let going = kept.isEmpty ? order.filter { !active[$0].isSettled } : Array(kept)
      active = going.map { active[$0] }
    }
  }

  /// A local search on its way.
  private struct Climb {
    var search: LocalSearch
    var best: SearchSpace.Candidate
    var isSettled = false

    init(_ search: LocalSearch) {
      self.search = search
      best = search.start
    }
  }

  /// Evaluations that the budget still has for local searches.
  private var movesLeft: Int {
    (plan.runsBeforeFinal - evaluations.runs) / plan.searchReplications
  }

  /// Lets every search evaluate up to a number of designs.
  private mutating func climb(_ active: inout [Climb], moves: Int) async throws {
    var left = active.map { $0.isSettled ? 0 : moves }
    while left.contains(where: { $0 > 0 }), movesLeft > 0 {
      var wanted = active.map { _ in [SearchSpace.Candidate]() }
      for index in active.indices where left[index] > 0 {
        switch state(of: active[index].search) {
        case .settled(let design):
          active[index].best = design
          active[index].isSettled = true
          left[index] = 0
        case .needs(let designs):
          wanted[index] = Array(designs.prefix(left[index]))
          left[index] -= wanted[index].count
        }
      }
      let moves = Array(wanted.joined().prefix(movesLeft))
      try await evaluate(moves, plan.searchReplications, .localSearch)
      for index in active.indices {
        for design in wanted[index] where merit(design) > merit(active[index].best) {
          active[index].best = design
        }
      }
    }
  }

  private func state(of search: LocalSearch) -> LocalSearch.State {
    let (evaluations, replications) = (evaluations, plan.searchReplications)
    return search.state { evaluations.merit(of: $0.point, replications: replications) }
  }

  // MARK: Finalists

  /// The number of the best design, chosen on more replications among the best that were met.
  private mutating func bestOfFinalists() async throws -> Int {
    // The design of the file stands first: only a better one takes its place.
    let finalists = [.unchanged] + finalists
    // What climbing has left over tells the finalists apart.
    let spare = (plan.runsOfSearch - evaluations.runs) / finalists.count
    let replications = max(
      plan.finalReplications, min(plan.searchReplications + spare, 2 * plan.finalReplications))
    try await evaluations.evaluate(
      finalists.map { ($0, nil) }, replications: replications, stage: .localSearch)
    let best = sorted(finalists, on: replications).first ?? .unchanged
    return evaluations.number(of: best) ?? 0
  }

  /// The best designs that were met, some of them with room to spare below the bounds.
  ///
  /// The best keep the bounds by so little, and were chosen for it, that more runs may show all of
  /// them to violate some; so two in five are the best of those that keep clear of the bounds.
  private var finalists: [DesignPoint] {
    let met = evaluations.designs.filter {
      $0.replications >= plan.searchReplications && $0.point != .unchanged
    }.map(\.point)
    let clear = sorted(
      met, on: plan.searchReplications, slack: Self.clearance * OptimisationProblem.slack)
    var finalists = Array(clear.prefix(plan.finalists * 2 / 5))
    for point in sorted(met, on: plan.searchReplications)
    where finalists.count < plan.finalists && !finalists.contains(point) {
      finalists.append(point)
    }
    return finalists
  }

  /// How many times farther than others some finalists keep away from the bounds.
  private static let clearance = 3.0

  // MARK: Common steps

  private mutating func evaluate(
    _ candidates: [SearchSpace.Candidate], _ replications: Int, _ stage: SearchStage
  ) async throws {
    try await evaluations.evaluate(
      candidates.map { ($0.point, $0.positions) }, replications: replications, stage: stage)
  }

  private func sorted(
    _ candidates: [SearchSpace.Candidate], on replications: Int
  ) -> [SearchSpace.Candidate] {
    let places = Dictionary(
      candidates.enumerated().map { ($1.point, $0) }, uniquingKeysWith: { first, _ in first })
    return sorted(candidates.map(\.point), on: replications).compactMap { point in
      places[point].map { candidates[$0] }
    }
  }

  /// The designs in the order of their merits, the best first; of equals the earlier first.
  private func sorted(
    _ points: [DesignPoint], on replications: Int, slack: Double = OptimisationProblem.slack
  ) -> [DesignPoint] {
    let merits = points.map {
      evaluations.merit(of: $0, replications: replications, slack: slack) ?? .none
    }
    return points.indices.sorted { left, right in
      merits[left] == merits[right] ? left < right : merits[left] > merits[right]
    }.map { points[$0] }
  }

  private func merit(_ point: DesignPoint) -> Merit {
    evaluations.merit(of: point, replications: plan.searchReplications)
      ?? .none
  }

  private func merit(_ candidate: SearchSpace.Candidate) -> Merit { merit(candidate.point) }
}
