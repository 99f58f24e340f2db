/// A search that climbs from one design: the simplex on the factors that are numbers, by turns with
/// moves of one factor at a time on those that are not.
///
/// Like the simplex it is led again from its start by every call, so it is a pure function of its
/// start and of the merits known so far.
struct LocalSearch: Sendable {
  let space: SearchSpace
  /// Where it begins.
  let start: SearchSpace.Candidate

  /// How far the search has come.
  enum State: Equatable {
    /// It cannot go on without the merits of these designs.
    case needs([SearchSpace.Candidate])
    /// No move improves on this design.
    case settled(SearchSpace.Candidate)
  }

  /// Goes as far as the known merits allow.
  ///
  /// - Parameter merit: how good a design is; nil where that is not known yet.
  func state(_ merit: @escaping (SearchSpace.Candidate) -> Merit?) -> State {
    guard var best = merit(start) else { return .needs([start]) }
    var design = start
    var step = Self.firstStep
    while true {
      let before = best
      switch climbed(from: design, step: step, merit) {
      case .needs(let designs): return .needs(designs)
      case .settled(let found):
        if let reached = merit(found), reached > best { (design, best) = (found, reached) }
      }
      let neighbours = space.neighbours(of: design)
      let unknown = neighbours.filter { merit($0) == nil }
      guard unknown.isEmpty else { return .needs(unknown) }
      for neighbour in neighbours {
        if let reached = merit(neighbour), reached > best { (design, best) = (neighbour, reached) }
      }
      // A simplex can collapse before the top; a smaller one, started there, tells.
      step /= 4
      if best == before, step < Self.lastStep { return .settled(design) }
    }
  }

  private static let firstStep = 0.2
  private static let lastStep = 0.05

  /// The best design that a simplex finds with the factors of few values held fast.
  private func climbed(
    from design: SearchSpace.Candidate, step: Double,
    _ merit: @escaping (SearchSpace.Candidate) -> Merit?
  ) -> State {
    let moving = space.continuous
    guard !moving.isEmpty else { return .settled(design) }
    func candidate(_ place: [Double]) -> SearchSpace.Candidate {
      var positions = design.positions
      for (factor, position) in zip(moving, place) { positions[factor] = position }
      return space.candidate(at: positions)
    }
    let simplex = SimplexSearch(
      start: moving.map { design.positions[$0] }, step: max(step, 2 * space.resolution),
      tolerance: space.resolution)
    switch simplex.state({ merit(candidate($0))?.descent }) {
    case .converged(let place): return .settled(candidate(place))
    case .needs(let places):
      var unknown: [SearchSpace.Candidate] = []
      for place in places.map(candidate) where !unknown.contains(place) { unknown.append(place) }
      return .needs(unknown)
    }
  }
}
