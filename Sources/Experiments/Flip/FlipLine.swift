/// A way from one point of the scenario to another, and where along it the recommended policy is
/// first overtaken.
///
/// Between points that were looked at, leads are straight lines; the boundary is closed in on until
/// that no longer matters beside the uncertainty of the boundary itself.
struct FlipLine: Sendable {
  /// The point at a position between 0, the start, and 1, the end.
  let point: @Sendable (Double) -> DesignPoint
  /// The position that a position stands for, where not every one makes sense.
  let settled: @Sendable (Double) -> Double
  /// The policy that is recommended at the start.
  let recommended: Int
  /// Policies that may overtake it.
  private(set) var rivals: [Int]
  /// What was looked at, by rising position.
  private(set) var nodes: [Node] = []
  private var refinements = 0
  /// Where the boundary was reckoned before the latest node.
  private var latest: Double?

  /// A position and what policies are worth there.
  struct Node: Sendable {
    var position: Double
    var worth: PolicyWorth
  }

  /// Where a rival overtakes.
  struct Crossing: Sendable, Equatable {
    var position: Double
    var rival: Int
  }

  init(
    recommended: Int, rivals: [Int], settled: @escaping @Sendable (Double) -> Double = { $0 },
    point: @escaping @Sendable (Double) -> DesignPoint
  ) {
    self.recommended = recommended
    self.rivals = rivals
    self.settled = settled
    self.point = point
  }

  /// The policies that are looked at.
  var policies: [Int] { ([recommended] + rivals).sorted() }

  /// Adds what policies are worth at a position.
  mutating func add(_ worth: PolicyWorth, at position: Double) {
    nodes.removeAll { $0.position == position }
    let place = nodes.firstIndex { $0.position > position } ?? nodes.count
    nodes.insert(Node(position: position, worth: worth), at: place)
  }

  /// Lets one more policy overtake; the line is to be looked at anew.
  mutating func admit(_ rival: Int) {
    rivals.append(rival)
    rivals.sort()
    latest = nil
  }

  /// Where the recommended policy is first overtaken; nil where it never is.
  ///
  /// A policy that is not the best at the start is overtaken there.
  ///
  /// - Parameter weights: how often each replication counts; nil for once.
  func crossing(_ weights: [Double]? = nil) -> Crossing? {
    var before = [Double](repeating: .nan, count: rivals.count)
    for (index, node) in nodes.enumerated() {
      var first: Crossing?
      for (place, rival) in rivals.enumerated() {
        let lead = node.worth.lead(of: recommended, over: rival, weights)
        defer { before[place] = lead }
        guard lead < 0 else { continue }
        var position = node.position
        if index > 0, before[place] >= 0 {
          let start = nodes[index - 1].position
          position = start + (position - start) * before[place] / (before[place] - lead)
        }
        if position < first?.position ?? .infinity {
          first = Crossing(position: position, rival: rival)
        }
      }
      if let first { return first }
    }
    return nil
  }

  /// Where resamples of the replications have the boundary.
  func crossings(_ resamples: Resamples) -> [Crossing?] { resamples.weights.map { crossing($0) } }

  /// The position to be looked at next; nil once more would not tell more.
  ///
  /// - Parameter tolerance: width of the stretch that holds the boundary, below which all is exact
  ///   enough.
  mutating func next(_ resamples: Resamples, limit: Int, tolerance: Double) -> Double? {
    guard refinements < limit, let crossing = crossing(), crossing.position > 0,
      let high = nodes.firstIndex(where: { $0.position >= crossing.position }), high > 0
    else { return nil }
    let bracket = nodes[high - 1].position...nodes[high].position
    let width = bracket.upperBound - bracket.lowerBound
    let interval = resamples.interval(of: crossings(resamples).map { $0?.position ?? .infinity })
    let spread = min(1, interval.high) - interval.low
    let isSettled = latest.map { abs($0 - crossing.position) <= tolerance } ?? false
    let candidate: Double?
    if width > max(tolerance, 0.25 * spread), !isSettled {
      candidate = closingIn(on: crossing.position, within: bracket)
    } else {
      candidate = [interval.low, interval.high].first { isFarFromNodes($0, spread) }
    }
    guard let candidate = candidate.map(settled), tellsNew(candidate) else { return nil }
    latest = crossing.position
    refinements += 1
    return candidate
  }

  /// A position in a stretch that narrows it from both sides.
  ///
  /// The straight line between its ends hits the boundary better each time but leaves one end where
  /// it is; once it comes near one end, as far again beyond brings the other end near.
  private func closingIn(on crossing: Double, within bracket: ClosedRange<Double>) -> Double {
    let (low, high) = (bracket.lowerBound, bracket.upperBound)
    let width = high - low
    let middle = low + width / 2
    let nearest = min(crossing - low, high - crossing)
    guard nearest < 0.05 * width else { return crossing }
    let step = max(2 * nearest, 1e-3 * width)
    let beyond = crossing - low < high - crossing ? crossing + step : crossing - step
    return beyond > low && beyond < high ? beyond : middle
  }

  /// Whether an end of the interval stands so far from what was looked at that bends of the lines
  /// between may move it.
  private func isFarFromNodes(_ position: Double, _ spread: Double) -> Bool {
    guard position.isFinite, position > 0, position < 1, spread.isFinite, spread > 0.02 else {
      return false
    }
    return !nodes.contains { abs($0.position - position) < 0.25 * spread }
  }

  /// Whether a position sets anything that its neighbours do not; whole numbers lie apart.
  private func tellsNew(_ position: Double) -> Bool {
    let wanted = point(position)
    return !nodes.contains { $0.position == position || point($0.position) == wanted }
  }
}
