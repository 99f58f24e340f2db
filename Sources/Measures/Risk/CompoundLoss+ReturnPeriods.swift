import Foundation
import WorkplaceModel

extension CompoundLoss {
  /// The loss in US dollars that a year's *total* exceeds once in so many years on average (AEP).
  ///
  /// The quantile of the annual loss at 1 - 1/T; 0 where fewer years than that lose anything.
  public func aggregateLoss(returnPeriod years: Double) -> Double {
    precondition(years > 1, "a return period of more than a year")
    return tail(1 - 1 / years).valueAtRisk
  }

  /// The loss in US dollars that a year's *largest incident* exceeds once in so many years (OEP).
  ///
  /// The largest of a Poisson number of incidents exceeds x with probability 1 - e^(-r(x)), r(x)
  /// being the yearly number beyond x; so the loss solves r(x) = -ln(1 - 1/T). Where a limit makes
  /// r jump over that, the loss is the limit. Source: MODEL 4; Klugman, Panjer and Willmot, "Loss
  /// Models", on the maximum of a random number of claims.
  public func occurrenceLoss(returnPeriod years: Double) -> Double {
    precondition(years > 1, "a return period of more than a year")
    let rate = -log1p(-1 / years)
    return smallestLoss { loss in
      classes.reduce(0) { $0 + $1.perYear * $1.severity.exceedance(of: loss) } <= rate
    }
  }
}

/// What the distribution of a year's loss is reported by.
struct RiskFigures: Sendable {
  /// Value at risk and expected shortfall at 95 and 99 %.
  var tail95: CompoundLoss.Tail
  var tail99: CompoundLoss.Tail
  /// Losses by return period, in the order of ``returnPeriods``.
  var aggregate: [Double]
  var occurrence: [Double]

  /// Return periods in years.
  static let returnPeriods = [10, 50, 200]

  init(_ loss: CompoundLoss) {
    tail95 = loss.tail(0.95)
    tail99 = loss.tail(0.99)
    aggregate = Self.returnPeriods.map { loss.aggregateLoss(returnPeriod: Double($0)) }
    occurrence = Self.returnPeriods.map { loss.occurrenceLoss(returnPeriod: Double($0)) }
  }
}
