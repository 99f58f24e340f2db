/// The search for what changes the recommended policy.
///
/// The recommended policy is the one with the greatest mean worth where nothing is moved. Then both
/// ends of every range are looked at with few replications; where a flip may lie, the range between
/// is looked at with all of them, and the boundary nearest to the default closed in on. All points
/// and policies share the random numbers of a replication, so that what differs between points is
/// the assumption.
public struct FlipStudy<Source: RunSource>: Sendable {
  let source: Source
  let options: FlipOptions
  let onStage: @Sendable (FlipStage) -> Void

  /// Creates a study.
  ///
  /// - Parameter onStage: told before each stage how many runs it takes.
  public init(
    _ source: Source, _ options: FlipOptions,
    onStage: @escaping @Sendable (FlipStage) -> Void = { _ in }
  ) {
    precondition(options.replications >= 2, "one replication says nothing about precision")
    self.source = source
    self.options = options
    self.onStage = onStage
  }

  /// Moves assumptions one at a time.
  ///
  /// - Throws: ``FlipError``; what the source throws.
  public func flips(along axes: [FlipAxis]) async throws -> FlipResults {
    var known = try KnownWorth(source, options)
    onStage(.atDefault(runs: source.policies.count * options.replications))
    let base = try await FlipBase(&known, options)
    var directions = axes.indices.flatMap { axis in
      [0.0, 1.0].filter { $0 != axes[axis].referencePosition }
        .map { FlipDirection(axis: axis, end: $0) }
    }
    try await screen(&directions, along: axes, from: base, &known)
    let chosen = Self.mostPromising(directions, options)
    for place in chosen { directions[place].status = .searched }
    let ways = chosen.map { line(of: directions[$0], along: axes, from: base) }
    let pointRuns = ways.reduce(0) { $0 + $1.policies.count * options.replications }
    onStage(
      .searching(
        directions: ways.count, runs: pointRuns * options.grid,
        most: pointRuns * (options.grid + options.refinements)))
    let lines = try await search(ways, steps: options.grid, from: base, &known)
    let resamples = base.resamples
    for (place, line) in zip(chosen, lines) {
      directions[place].conclude(line, resamples, axes[directions[place].axis])
    }
    return FlipResults(
      options: options, policies: source.policies, base: base, axes: axes, directions: directions,
      runs: known.runs, undefinedRuns: known.undefinedRuns)
  }

  // MARK: Screening

  private func screen(
    _ directions: inout [FlipDirection], along axes: [FlipAxis], from base: FlipBase,
    _ known: inout KnownWorth<Source>
  ) async throws {
    let count = min(options.screeningReplications, options.replications)
    let wishes = directions.map { direction in
      KnownWorth<Source>.Wish(
        point: DesignPoint(axes[direction.axis].settings(at: direction.end)),
        policies: base.contenders, replications: 0..<count)
    }
    onStage(
      .screening(directions: wishes.count, runs: wishes.count * base.contenders.count * count))
    try await known.learn(wishes)
    for (place, wish) in wishes.enumerated() {
      directions[place].screen(known.worth(wish), from: base)
    }
  }

  /// The directions in which a flip may lie, nearest expected flip first.
  private static func mostPromising(
    _ directions: [FlipDirection], _ options: FlipOptions
  ) -> [Int] {
    let promising = directions.indices.filter { directions[$0].status == .promising }
      .sorted { first, second in
        let (left, right) = (directions[first].expectedShare, directions[second].expectedShare)
        return left == right ? first < second : left < right
      }
    return Array(promising.prefix(options.refined ?? promising.count))
  }

  // MARK: Searching

  private func line(
    of direction: FlipDirection, along axes: [FlipAxis], from base: FlipBase
  ) -> FlipLine {
    let axis = axes[direction.axis]
    let start = axis.referencePosition
    let end = direction.end
    return FlipLine(
      recommended: base.recommended, rivals: direction.rivals,
      settled: { (axis.settled(start + $0 * (end - start)) - start) / (end - start) }
    ) { share in
      let position = share == 1 ? end : start + share * (end - start)
      return DesignPoint(share == 0 ? [] : axis.settings(at: position))
    }
  }

  /// Looks at lines in equal steps, and closes in on the boundaries of all of them side by side.
  func search(
    _ lines: [FlipLine], steps: Int, from base: FlipBase, _ known: inout KnownWorth<Source>
  ) async throws -> [FlipLine] {
    var lines = lines
    let positions = (0...steps).map { Double($0) / Double(steps) }
    try await look(
      at: lines.indices.map { line in (line, positions.map(lines[line].settled)) }, &lines, &known)
    var open = Array(lines.indices)
    while !open.isEmpty {
      var wanted: [(line: Int, positions: [Double])] = []
      for line in open {
        if let next = lines[line].next(
          base.resamples, limit: options.refinements, tolerance: Self.tolerance)
        {
          wanted.append((line, [next]))
        } else if let rival = try await overlooked(on: lines[line], from: base, &known) {
          lines[line].admit(rival)
          wanted.append((line, lines[line].nodes.map(\.position)))
        }
      }
      try await look(at: wanted, &lines, &known)
      open = wanted.map(\.line)
    }
    return lines
  }

  /// Share of a line below which a boundary is exact enough, were there no noise.
  private static var tolerance: Double { 1e-8 }

  private func look(
    at wanted: [(line: Int, positions: [Double])], _ lines: inout [FlipLine],
    _ known: inout KnownWorth<Source>
  ) async throws {
    let wishes = wanted.flatMap { line, positions in
      positions.map { position in
        (
          line, position,
          KnownWorth<Source>.Wish(
            point: lines[line].point(position), policies: lines[line].policies,
            replications: 0..<options.replications)
        )
      }
    }
    try await known.learn(wishes.map(\.2))
    for (line, position, wish) in wishes { lines[line].add(known.worth(wish), at: position) }
  }

  /// A policy that was not looked at along a line because it stayed far behind at its ends, and yet
  /// is the best where the boundary was found.
  private func overlooked(
    on line: FlipLine, from base: FlipBase, _ known: inout KnownWorth<Source>
  ) async throws -> Int? {
    guard let crossing = line.crossing(), line.policies.count < base.contenders.count,
      let node = line.nodes.min(by: {
        abs($0.position - crossing.position) < abs($1.position - crossing.position)
      })
    else { return nil }
    let wish = KnownWorth<Source>.Wish(
      point: line.point(node.position), policies: base.contenders,
      replications: 0..<options.replications)
    try await known.learn([wish])
    guard let best = known.worth(wish).ranking().first, !line.policies.contains(best) else {
      return nil
    }
    return best
  }
}

/// A part of the work, told before it begins.
public enum FlipStage: Sendable, Equatable {
  /// All policies where nothing is moved.
  case atDefault(runs: Int)
  /// The ends of all ranges.
  case screening(directions: Int, runs: Int)
  /// The way to the ends where a flip may lie: at first, and at most once boundaries are closed in on.
  case searching(directions: Int, runs: Int, most: Int)
  /// The plane of two assumptions, before boundaries are closed in on.
  case mapping(cells: Int, runs: Int)
}
