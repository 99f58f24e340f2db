import Foundation
import Measures
import WorkplaceModel

/// 2m: a year's loss, a Poisson number of lognormal losses.
enum AnnualLoss {
  static let all = [moments, quantiles, shortfall]

  private static let parameters: [Verification.Parameter] = [
    .init("lambda", "expected losses a year, λ", standard: 3, range: 1e-3...200),
    .init("mu", "log of the median loss, μ", standard: 0, range: -50...50),
    .init("sigma", "log standard deviation of a loss, σ", standard: 2, range: 0.1...3),
  ]

  // The table prints the μ of its third row, ln 50, to six digits, and its other columns for ln 50.

  private static func loss(_ values: [Double]) -> CompoundLoss {
    CompoundLoss([
      LossClass(
        perYear: values[0],
        severity: Severity(median: exp(values[1]), sigma: values[2], limit: .infinity))
    ])
  }

  /// Lattice points that keep the error of a quantile below one in ten million of it.
  private static let points = 1 << 16

  // MARK: Moments

  private static let moments = Verification(
    "annual-loss", section: "2m", "Annual loss: probability of none, mean and variance",
    source: "compound Poisson: E = λ e^(μ + σ²/2), Var = λ e^(2μ + 2σ²) (Klugman et al. 2012)",
    parameters: parameters,
    rows: [
      .init([1, 0, 1], named: momentNames, [1.6487213, 7.3890561, 2.7182818], digits: 8),
      .init([3, 0, 2], named: momentNames, [22.167168, 8942.874, 94.56677], digits: 7),
      .init(
        [2, log(50), 1.5], named: momentNames, [308.02168, 450085.66, 670.88423], digits: 8),
      .init([52, 0, 1], named: momentNames, [85.733506, 384.23092, 19.601809], digits: 8),
    ]
  ) { values in
    let loss = loss(values)
    let mean = values[0] * exp(values[1] + values[2] * values[2] / 2)
    let variance = values[0] * exp(2 * values[1] + 2 * values[2] * values[2])
    return [
      .exact("mean", mean, loss.mean), .exact("variance", variance, loss.variance),
      .exact("s.d.", variance.squareRoot(), loss.variance.squareRoot()),
    ]
  }

  private static let momentNames = ["mean", "variance", "s.d."]

  // MARK: Quantiles

  private static let quantiles = Verification(
    "value-at-risk", section: "2m", "Annual loss: quantiles",
    source: "Panjer 1981 on a first-moment-matched lattice (Gerber 1982), extrapolated to step 0",
    parameters: parameters,
    rows: [
      .init(
        [1, 0, 1], named: quantileNames,
        [0.367879, 0.661729, 4.54654, 6.57179, 12.3393, 15.4061], digits: 6),
      .init(
        [3, 0, 2], named: quantileNames,
        [0.0497871, 6.31915, 47.265, 82.4543, 246.158, 375.258], digits: 6),
      .init(
        [2, log(50), 1.5], named: quantileNames,
        [0.135335, 123.666, 748.218, 1167.76, 2703.75, 3713.89], digits: 6),
      .init(
        [52, 0, 1], named: quantileNames,
        [2.61028e-23, 83.9903, 111.297, 120.405, 139.863, 148.048], digits: 6),
    ]
  ) { values in
    let loss = loss(values)
    let recursion = PanjerRecursion(perYear: values[0], median: exp(values[1]), sigma: values[2])
    return [.exact("P(no loss)", exp(-values[0]), loss.probabilityOfNoLoss)]
      + (try zip(quantileNames.dropFirst(), [0.5, 0.9, 0.95, 0.99, 0.995]).map { name, p in
        let found = loss.tail(p, points: points).valueAtRisk
        return .exact(name, try recursion.quantile(p, near: found), found)
      })
  }

  private static let quantileNames = [
    "P(no loss)", "median", "VaR 90", "VaR 95", "VaR 99", "VaR 99.5",
  ]

  // MARK: Expected shortfall

  private static let shortfall = Verification(
    "expected-shortfall", section: "2m", "Annual loss: mean of the worst years",
    source: "ES = (E[S] − E[S; S ≤ VaR])/(1 − p) with the exact mean; Panjer 1981",
    parameters: parameters,
    rows: [
      .init([1, 0, 1], named: shortfallNames, [10.3622, 17.4856], digits: 6),
      .init([3, 0, 2], named: shortfallNames, [215.116, 548.457], digits: 6),
      .init([2, log(50), 1.5], named: shortfallNames, [2268.82, 4687.13], digits: 6),
      .init([52, 0, 1], named: shortfallNames, [132.623, 152.139], digits: 6),
    ]
  ) { values in
    let loss = loss(values)
    let recursion = PanjerRecursion(perYear: values[0], median: exp(values[1]), sigma: values[2])
    return try zip(shortfallNames, [0.95, 0.99]).map { name, p in
      let tail = loss.tail(p, points: points)
      let edge = try recursion.quantile(p, near: tail.valueAtRisk)
      return .exact(
        name, (recursion.mean - recursion.meanBelow(edge, probability: p)) / (1 - p),
        tail.expectedShortfall)
    }
  }

  private static let shortfallNames = ["ES 95", "ES 99"]
}
