import Foundation

/// A goal and a proxy M = G + ξ, of which the highest share is kept.
///
/// What is left of the goal is settled by the tail of the discrepancy ξ: benign where it is light,
/// catastrophic where it is heavier than the goal's.
///
/// Sources: Manheim and Garrabrant 2018 (arXiv 1803.04585); El-Mhamdi and Hoang 2024 (arXiv
/// 2410.09638), who classify by ρ_α = corr(G, M | top α); Kwa, Thomas and Garriga-Alonso 2024 (arXiv
/// 2407.14503); Majka and El-Mhamdi 2025 (arXiv 2505.23445).
struct TailSelection {
  let goal: DiscrepancyLaw
  let discrepancy: DiscrepancyLaw

  /// Over which of the two is integrated; the other one's partial moments are exact.
  enum Order { case overGoal, overDiscrepancy }

  /// Moments of those selected.
  struct Selected {
    /// Share α of those whose proxy is above the threshold.
    var share: Double
    var goal: Double
    var discrepancy: Double
    /// corr(G, M) among them.
    var correlation: Double
  }

  /// Those whose proxy is above a threshold.
  func selected(above threshold: Double, _ order: Order) throws -> Selected {
    let (outer, inner) = laws(order)
    func moment(_ power: Int, _ part: @escaping ((Double, Double, Double)) -> Double) throws
      -> Double
    {
      try integral(threshold, outer, inner, power, part)
    }
    let share = try moment(0) { $0.0 }
    let outerMean = try moment(1) { $0.0 } / share
    let outerSquare = try moment(2) { $0.0 } / share
    let innerMean = try moment(0) { $0.1 } / share
    let innerSquare = try moment(0) { $0.2 } / share
    let product = try moment(1) { $0.1 } / share
    let covariance = product - outerMean * innerMean
    let outerVariance = outerSquare - outerMean * outerMean
    let innerVariance = innerSquare - innerMean * innerMean
    let isGoal = order == .overGoal
    let goalVariance = isGoal ? outerVariance : innerVariance
    let proxyVariance = outerVariance + innerVariance + 2 * covariance
    return Selected(
      share: share, goal: isGoal ? outerMean : innerMean,
      discrepancy: isGoal ? innerMean : outerMean,
      correlation: (goalVariance + covariance) / (goalVariance * proxyVariance).squareRoot())
  }

  /// The highest share of all by the proxy.
  func selected(share: Double, _ order: Order) throws -> Selected {
    guard share < 1 else { return try selected(above: -1e4, order) }
    return try selected(above: threshold(share: share, order), order)
  }

  /// The threshold above which a share lies.
  func threshold(share: Double, _ order: Order) throws -> Double {
    let (outer, inner) = laws(order)
    return try Root.within(-60...2e4) { threshold in
      let mass = (try? integral(threshold, outer, inner, 0) { $0.0 }) ?? .nan
      return log(share) - log(max(mass, 1e-300))
    }
  }

  /// Mean goal above a threshold, without the moments that may not exist.
  func meanGoal(above threshold: Double) throws -> Double {
    let (outer, inner) = laws(.overGoal)
    return try integral(threshold, outer, inner, 1) { $0.0 }
      / integral(threshold, outer, inner, 0) { $0.0 }
  }

  private func laws(_ order: Order) -> (outer: DiscrepancyLaw, inner: DiscrepancyLaw) {
    order == .overGoal ? (goal, discrepancy) : (discrepancy, goal)
  }

  /// ∫ x^power f(x) part(tail moments of the inner law above threshold − x) dx.
  private func integral(
    _ threshold: Double, _ outer: DiscrepancyLaw, _ inner: DiscrepancyLaw, _ power: Int,
    _ part: @escaping ((Double, Double, Double)) -> Double
  ) throws -> Double {
    // Below `low` the inner law cannot reach the threshold; above `high` it always does.
    let low = max(outer.extent.low, threshold - inner.extent.high)
    let high = min(outer.extent.high, threshold - inner.extent.low)
    var total = 0.0
    if low < high {
      let near = [-8, -3, -1, 0, 1, 3, 8].map { threshold + $0 }
      total = try Integral.over(
        low...high, breaks: outer.breaks + near + inner.breaks.map { threshold - $0 },
        absolute: 1e-18
      ) { x in
        (power == 0 ? 1 : power == 1 ? x : x * x) * outer.density(x)
          * part(inner.tail(threshold - x))
      }
    }
    let certain = max(high, outer.extent.low)
    if certain < outer.extent.high {
      let rest = outer.tail(certain)
      total +=
        part(inner.tail(-1e6)) * (power == 0 ? rest.mass : power == 1 ? rest.first : rest.second)
    }
    return total
  }
}
