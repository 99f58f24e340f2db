import ArgumentParser
import Experiments
import Incentives
import ScenarioFiles
import WorkplaceModel

/// The assumptions that a search for flips moves, and those that it leaves.
struct FlipAxes {
  /// Those that are moved.
  private(set) var moved: [FlipAxis] = []
  /// Those that are not, with the reasons.
  private(set) var fixed: [UnmovedAssumption] = []

  /// What is varied by hand, and the assumptions of the language with their usual ranges.
  ///
  /// - Throws: `ScenarioErrors`, `ValidationError`.
  init(
    _ loaded: LoadedScenario, _ group: FactorOptionGroup, withAssumptions: Bool
  ) throws {
    let factors = try group.factors(of: loaded)
    moved = try factors.map { try Self.axis(of: $0, in: loaded) }
    if withAssumptions { take(loaded.assumptions, of: loaded) }
    guard !moved.isEmpty else {
      throw ValidationError(
        "there is nothing to move; expected --vary KEY=RANGE, such as "
          + "--vary behaviour.adoptionInertia='0 h..3 h'.")
    }
  }

  /// Two keys, with the ranges that are given by hand or else the usual ones.
  ///
  /// - Throws: `ScenarioErrors`, `ValidationError`.
  init(_ loaded: LoadedScenario, _ group: FactorOptionGroup, plane keys: [String]) throws {
    let factors = try group.factors(of: loaded)
    let assumptions = loaded.assumptions
    moved = try keys.map { key in
      if let factor = factors.first(where: { $0.path == key }) {
        return try Self.axis(of: factor, in: loaded)
      }
      if let assumption = assumptions.varied.first(where: {
        $0.path == key || $0.keys.contains(key)
      }) {
        return assumption.axis
      }
      throw ValidationError(
        Self.refusal(of: key, assumptions, known: factors.map(\.path)))
    }
  }

  private static func refusal(
    of key: String, _ assumptions: LoadedScenario.Assumptions, known: [String]
  ) -> String {
    if let left = assumptions.fixed.first(where: { $0.path == key }) {
      return "--plane: '\(key)' \(left.reason); expected a number with a range, or one that is "
        + "given by --vary."
    }
    let names = assumptions.varied.map(\.path) + known
    let nearest = NearestName.nearest(to: key, among: names)
    return "--plane: '\(key)' has no usual range; expected the key of an assumption, or --vary "
      + "\(key)=RANGE beside it" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
  }

  private static func axis(of factor: Factor, in loaded: LoadedScenario) throws -> FlipAxis {
    guard case .interval(_, _, _, let notation) = factor.range else {
      throw ValidationError(
        "--vary \(factor.path): has values one by one; expected a range such as 0 h..3 h, since a "
          + "boundary lies between two values.")
    }
    guard
      let reference = loaded.number(
        at: factor.path, prefix: notation.prefix, unit: notation.unit),
      let axis = FlipAxis(factor, reference: reference)
    else {
      throw ValidationError(
        "--vary \(factor.path): the scenario has no number there to start from; expected one in "
          + "the file, or by --set \(factor.path)=VALUE.")
    }
    return axis
  }

  private mutating func take(
    _ assumptions: LoadedScenario.Assumptions, of loaded: LoadedScenario
  ) {
    fixed = assumptions.fixed.map { UnmovedAssumption(path: $0.path, reason: $0.reason) }
    for assumption in assumptions.varied {
      guard !moved.contains(where: { assumption.keys.contains($0.name) }) else { continue }
      let axis = assumption.axis
      do {
        for end in [0.0, 1.0] {
          _ = try loaded.variant(axis.settings(at: end).map { ($0.path, $0.value) })
        }
        moved.append(axis)
      } catch {
        let reason = error.diagnostics.first?.message ?? "it is refused"
        fixed.append(
          UnmovedAssumption(
            path: assumption.path, reason: "cannot reach the ends of its range: \(reason)"))
      }
    }
  }
}

/// An assumption that a search for flips leaves as it is, and why.
struct UnmovedAssumption {
  /// Where it stands.
  var path: String
  /// Why, such as "is a distribution".
  var reason: String
}

extension Assumption {
  /// The assumption as something that is moved.
  ///
  /// Ranges over an order of magnitude and more are divided in equal ratios.
  var axis: FlipAxis {
    let isWide = usual.lowerBound > 0 && usual.upperBound >= 10 * usual.lowerBound
    let factor = Factor(
      path,
      .interval(
        low: usual.lowerBound, high: usual.upperBound, scale: isWide ? .logarithmic : .linear,
        notation: notation))
    guard let axis = FlipAxis(factor, reference: value, keys: keys) else {
      preconditionFailure("a range makes an axis")
    }
    return axis
  }
}
