import Foundation
import WorkplaceModel

/// The designs among which a search chooses: the cube of positions, rounded to values that can be
/// written down.
struct SearchSpace: Sendable {
  let factors: [Factor]
  /// Share of an interval that still makes a difference.
  let resolution: Double

  /// A design of the space.
  struct Candidate: Sendable, Equatable {
    /// Where it lies, one position for each factor, after rounding.
    var positions: [Double]
    /// What it sets.
    var point: DesignPoint
  }

  init(_ factors: [Factor], resolution: Double = 1e-3) {
    self.factors = factors
    self.resolution = resolution
  }

  /// The design at positions of any size: those outside of the cube are mirrored into it, so that
  /// the objective goes on beyond a side instead of ending there.
  func candidate(at positions: [Double]) -> Candidate {
    var rounded: [Double] = []
    var settings: [Setting] = []
    for (factor, position) in zip(factors, positions) {
      let (position, text) = value(of: factor, at: Self.mirrored(position))
      rounded.append(position)
      settings.append(Setting(factor.path, text))
    }
    return Candidate(positions: rounded, point: DesignPoint(settings))
  }

  private func value(of factor: Factor, at position: Double) -> (position: Double, text: String) {
    switch factor.range {
    case .levels(let levels):
      let index = min(levels.count - 1, Int(position * Double(levels.count)))
      return ((Double(index) + 0.5) / Double(levels.count), levels[index])
    case .interval(let low, let high, let scale, let notation):
      let number = factor.number(at: position) ?? low
      // Of a whole number every digit counts; of others, those that the resolution leaves.
      let step =
        scale == .linear ? resolution * (high - low) : resolution * number * log(high / low)
      let rounded =
        notation.isWhole ? number.rounded() : Self.rounded(number, toDigitOf: step)
      let kept = min(high, max(low, rounded))
      return (factor.position(of: kept) ?? position, notation.text(of: kept))
    }
  }

  /// The number without the digits that are worth less than a step.
  private static func rounded(_ number: Double, toDigitOf step: Double) -> Double {
    let decimals = Int((-log10(step)).rounded(.up))
    guard decimals < 0 else {
      return Double(String(format: "%.\(min(decimals, 17))f", number)) ?? number
    }
    let unit = pow(10, Double(-decimals))
    return (number / unit).rounded() * unit
  }

  /// The position mirrored at 0 and 1 as often as it takes.
  private static func mirrored(_ position: Double) -> Double {
    let period = abs(position).truncatingRemainder(dividingBy: 2)
    return period <= 1 ? period : 2 - period
  }
}

extension SearchSpace {
  /// Most values of a factor that are tried one by one.
  private static let mostValues = 12

  /// Positions of a factor that has few values; nil where it is searched as a number.
  func values(of factor: Int) -> [Double]? {
    switch factors[factor].range {
    case .levels(let levels):
      return levels.indices.map { (Double($0) + 0.5) / Double(levels.count) }
    case .interval(let low, let high, _, let notation):
      guard notation.isWhole, high - low < Double(Self.mostValues) else { return nil }
      return stride(from: low.rounded(.up), through: high, by: 1).compactMap {
        factors[factor].position(of: $0)
      }
    }
  }

  /// The factors that are searched as numbers.
  var continuous: [Int] { factors.indices.filter { values(of: $0) == nil } }

  /// The positions of the factors with few values, which tell apart the combinations of them.
  func combination(of candidate: Candidate) -> [Double] {
    factors.indices.filter { values(of: $0) != nil }.map { candidate.positions[$0] }
  }

  /// The designs that differ from one in a single factor: in any other value where there are few,
  /// by one where it is a whole number.
  func neighbours(of candidate: Candidate) -> [Candidate] {
    var neighbours: [Candidate] = []
    for factor in factors.indices {
      for position in otherPositions(of: factor, than: candidate.positions[factor]) {
        var positions = candidate.positions
        positions[factor] = position
        let neighbour = self.candidate(at: positions)
        if neighbour.point != candidate.point, !neighbours.contains(neighbour) {
          neighbours.append(neighbour)
        }
      }
    }
    return neighbours
  }

  private func otherPositions(of factor: Int, than position: Double) -> [Double] {
    if let values = values(of: factor) { return values }
    guard case .interval(let low, let high, _, let notation) = factors[factor].range,
      notation.isWhole, let number = factors[factor].number(at: position)?.rounded()
    else { return [] }
    return [number - 1, number + 1].filter { (low...high).contains($0) }
      .compactMap { factors[factor].position(of: $0) }
  }

  /// Designs that fill the space: the best of several Latin hypercubes.
  func spread(_ count: Int, seed: UInt64) throws(DesignError) -> [Candidate] {
    let hypercube = try LatinHypercube(factorCount: factors.count, rowCount: count, tries: 10)
    let rows = hypercube.rows(seed: seed)
    return (0..<rows.rowCount).map { candidate(at: Array(rows[$0])) }
  }
}
