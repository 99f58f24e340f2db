import Measures
import WorkplaceModel

/// Every policy at every point of a design, on the same people, work and chance.
public struct Sweep: Sendable {
  /// The points.
  public var design: SweepDesign
  /// Replications of every point, from the first of the study on.
  public var replications: Int
  /// What is kept of a run, the first being what policies are judged by.
  public var measures: [SweptMeasure]

  /// The most runs that are asked for at a time, so that memory does not grow with the sweep.
  static let runsPerRequest = 20_000

  /// Describes a sweep.
  ///
  /// - Parameters:
  ///   - design: the points.
  ///   - replications: at least 1.
  ///   - measures: at least one.
  public init(_ design: SweepDesign, replications: Int, measures: [SweptMeasure]) {
    precondition(replications >= 1 && !measures.isEmpty, "a sweep has runs, and keeps something")
    self.design = design
    self.replications = replications
    self.measures = measures
  }

  /// How many runs a sweep of some policies takes.
  public func runCount(policies: Int) -> Int { design.pointCount * replications * policies }

  /// Makes the runs.
  ///
  /// What is kept takes 8 bytes for each run and measure.
  ///
  /// - Throws: ``UnknownMeasure``; what the source throws, the runs that are missing of all parts
  ///   together.
  public func results(from source: some RunSource) async throws -> SweepResults {
    let positions = try measures.map { measure in
      guard let position = source.position(of: measure.identifier) else {
        throw UnknownMeasure(name: measure.identifier, known: source.measures)
      }
      return position
    }
    var results = SweepResults(
      sweep: self, policies: source.policies, baseline: source.baseline)
    var missing: [RunAddress] = []
    var wanted = 0
    // A shard is dealt out of one request, whatever memory that takes.
    let parts =
      source.givesOutcomes ? parts(policies: source.policies.count) : [0..<design.pointCount]
    for points in parts {
      do {
        wanted += points.count * replications * source.policies.count
        let outcomes = try await source.outcomes(of: requests(points, source.policies))
        results.append(outcomes, positions)
      } catch let error as MissingRuns {
        missing += error.addresses
      }
    }
    if !missing.isEmpty { throw MissingRuns(missing, of: wanted) }
    return results
  }

  /// Points cut into parts, each of which is one request.
  private func parts(policies: Int) -> [Range<Int>] {
    let size = max(1, Self.runsPerRequest / max(1, policies * replications))
    return stride(from: 0, to: design.pointCount, by: size).map {
      $0..<min($0 + size, design.pointCount)
    }
  }

  /// By point, then policy, then replication.
  private func requests(_ points: Range<Int>, _ policies: [String]) -> [RunRequest] {
    points.flatMap { row in
      let point = design.point(row)
      return policies.flatMap { policy in
        (0..<replications).map { RunRequest(point, Arm(policy), replication: $0) }
      }
    }
  }
}

/// A measure that a sweep keeps.
public struct SweptMeasure: Sendable, Equatable {
  /// Name in tables.
  public var identifier: String
  /// Name for people.
  public var title: String
  /// Unit of its values.
  public var unit: Measure.Unit
  /// Which direction is better.
  public var preference: Measure.Preference

  /// Describes a measure.
  public init(
    _ identifier: String, title: String, unit: Measure.Unit, preference: Measure.Preference
  ) {
    self.identifier = identifier
    self.title = title
    self.unit = unit
    self.preference = preference
  }

  /// A measure of the catalogue.
  public init(_ measure: Measure) {
    self.init(
      measure.identifier, title: measure.title, unit: measure.unit,
      preference: measure.preference)
  }

  /// Whether a value is better than another; more is, unless less is better.
  public func isBetter(_ value: Double, than other: Double) -> Bool {
    preference == .lower ? value < other : value > other
  }
}

/// A source has no measure of a name.
public struct UnknownMeasure: Error, Sendable, Equatable {
  /// The name.
  public var name: String
  /// The names that there are.
  public var known: [String]
}
