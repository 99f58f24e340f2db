import Foundation
import WorkplaceModel

/// Incidents of one class: how many a year, and what one costs.
public struct LossClass: Sendable {
  /// Expected number a year.
  public var perYear: Double
  /// Cost of one.
  public var severity: Severity

  /// Creates a class.
  public init(perYear: Double, severity: Severity) {
    self.perYear = perYear
    self.severity = severity
  }
}

/// The distribution of a year's total loss: Poisson numbers of limited lognormal losses.
///
/// Several classes add up to one compound Poisson variable whose severity is their mixture. Moments
/// are exact. Quantiles come from the Fourier transform of a first-moment-matched lattice (see
/// `LossLattice`); expected shortfall uses the exact mean, because a lattice always misses some of
/// a heavy tail.
public struct CompoundLoss: Sendable {
  /// The classes that can occur.
  public let classes: [LossClass]

  /// Creates the distribution; classes that never occur are left out.
  public init(_ classes: [LossClass]) {
    self.classes = classes.filter { $0.perYear > 0 && $0.severity.mean > 0 }
  }

  /// Expected number of incidents a year.
  public var perYear: Double { classes.reduce(0) { $0 + $1.perYear } }

  /// Expected loss of a year in US dollars.
  public var mean: Double { classes.reduce(0) { $0 + $1.perYear * $1.severity.mean } }

  /// Variance of the loss of a year.
  public var variance: Double { classes.reduce(0) { $0 + $1.perYear * $1.severity.meanSquare } }

  /// Probability of a year without loss.
  public var probabilityOfNoLoss: Double { exp(-perYear) }

  /// Probability that some single incident of the year costs more than `loss` US dollars (OEP).
  public func occurrenceExceedance(of loss: Double) -> Double {
    let rate = classes.reduce(0) { $0 + $1.perYear * $1.severity.exceedance(of: loss) }
    return -expm1(-rate)
  }

  /// Probability that the whole year costs more than `loss` US dollars (AEP).
  ///
  /// - Parameter points: lattice points below `loss`; a power of two.
  public func aggregateExceedance(of loss: Double, points: Int = 1024) -> Double {
    guard loss >= 0 else { return 1 }
    guard !classes.isEmpty else { return 0 }
    guard loss > 0 else { return 1 - probabilityOfNoLoss }
    let lattice = LossLattice(classes, step: loss / (Double(points) - 0.5), count: 2 * points)
    return max(0, 1 - lattice.probability(upToPoint: points - 1))
  }

  /// Value at risk and expected shortfall at probability `p`, for example 0.95, in US dollars.
  ///
  /// - Parameter points: number of lattice points; a power of two. The relative error falls with
  ///   its square.
  public func tail(_ p: Double, points: Int = 1 << 13) -> Tail {
    precondition(p > 0 && p < 1, "a probability strictly between 0 and 1")
    guard !classes.isEmpty else { return Tail(valueAtRisk: 0, expectedShortfall: 0) }
    guard p > probabilityOfNoLoss else {
      return Tail(valueAtRisk: 0, expectedShortfall: mean / (1 - p))
    }
    let range = rangeHolding(p)
    let lattice = LossLattice(classes, step: range / Double(points), count: points)
    guard let (quantile, massBelow) = lattice.quantile(p, atZero: probabilityOfNoLoss) else {
      return Tail(valueAtRisk: .nan, expectedShortfall: .nan)
    }
    return Tail(valueAtRisk: quantile, expectedShortfall: (mean - massBelow) / (1 - p))
  }

  /// A range about twice as long as the quantile at `p`, found on coarse lattices.
  private func rangeHolding(_ p: Double) -> Double {
    let points = 1024
    var range = max(2 * mean, classes.map(\.severity.median).min() ?? 0)
    for _ in 0..<200 {
      let lattice = LossLattice(classes, step: range / Double(points), count: points)
      if let (quantile, _) = lattice.quantile(p, atZero: probabilityOfNoLoss) {
        if quantile > range / 32 { return 2 * quantile }
        range = max(range / 16, 4 * quantile)
      } else {
        range *= 4
      }
    }
    return range
  }

  /// The bad end of the distribution.
  public struct Tail: Sendable, Equatable {
    /// The quantile: the loss not exceeded with probability p.
    public var valueAtRisk: Double
    /// The mean of the worst 1 - p of years.
    public var expectedShortfall: Double
  }
}
