import Foundation
import WorkplaceModel

extension Severity {
  /// Mean loss of one incident, limit included, in US dollars.
  public var mean: Double { limitedMean(upTo: .infinity) }

  /// Mean of the loss cut to a layer that ends at `bound`, in US dollars: E[min(X, bound)].
  ///
  /// The limited expected value of the lognormal law with zeta = ln(median),
  ///
  ///     E[min(X, x)] = e^(zeta + sigma²/2) Phi((ln x - zeta - sigma²) / sigma) + x P(X > x)
  ///
  /// taken at the smaller of `bound` and the limit. Source: Klugman, Panjer and Willmot, "Loss
  /// Models", appendix A, lognormal distribution.
  public func limitedMean(upTo bound: Double) -> Double {
    let end = min(bound, limit)
    guard end > 0, median > 0 else { return 0 }
    guard sigma > 0 else { return min(median, end) }
    let total = median * exp(sigma * sigma / 2)
    guard end < .infinity else { return total }
    let deviate = log(end / median) / sigma
    return total * normalProbability(below: deviate - sigma) + end
      * normalProbability(above: deviate)
  }

  /// Mean of the squared loss, limit included.
  public var meanSquare: Double {
    guard median > 0 else { return 0 }
    guard sigma > 0 else { return min(median, limit) * min(median, limit) }
    let total = median * median * exp(2 * sigma * sigma)
    guard limit < .infinity else { return total }
    let deviate = log(limit / median) / sigma
    return total * normalProbability(below: deviate - 2 * sigma)
      + limit * limit * normalProbability(above: deviate)
  }

  /// Probability that one incident costs more than `loss` US dollars.
  public func exceedance(of loss: Double) -> Double {
    guard loss < limit else { return 0 }
    guard loss > 0 else { return loss < 0 || median > 0 ? 1 : 0 }
    guard sigma > 0 else { return median > loss ? 1 : 0 }
    return normalProbability(above: log(loss / median) / sigma)
  }
}

/// Probability that a standard normal variable is below `deviate`.
func normalProbability(below deviate: Double) -> Double {
  erfc(-deviate / 2.0.squareRoot()) / 2
}

/// Probability that a standard normal variable is above `deviate`.
func normalProbability(above deviate: Double) -> Double {
  erfc(deviate / 2.0.squareRoot()) / 2
}
