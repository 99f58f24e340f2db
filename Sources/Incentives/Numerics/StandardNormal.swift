import Foundation

/// The standard normal distribution, as far as expected standings need it.
public enum StandardNormal {
  /// Probability density at `x`.
  public static func density(_ x: Double) -> Double {
    Foundation.exp(-0.5 * x * x) * 0.398_942_280_401_432_7
  }

  /// Probability of a value below `x`.
  public static func probability(below x: Double) -> Double {
    0.5 * Foundation.erfc(-x * 0.5.squareRoot())
  }

  /// The value below which a draw lies with the given probability.
  ///
  /// Acklam's rational approximation (2003, relative error 1.2e-9) sharpened by one step of
  /// Halley's method to full precision.
  ///
  /// - Returns: Minus infinity for 0, infinity for 1, NaN outside 0 to 1.
  public static func quantile(_ probability: Double) -> Double {
    guard probability > 0, probability < 1 else {
      return probability == 0 ? -.infinity : probability == 1 ? .infinity : .nan
    }
    // The upper half mirrors the lower one, where small probabilities keep their digits.
    if probability > 0.5 { return -quantile(1 - probability) }
    let estimate = approximateQuantile(probability)
    let error = Self.probability(below: estimate) - probability
    let step = error / density(estimate)
    let sharpened = estimate - step / (1 + estimate * step / 2)
    return sharpened.isFinite ? sharpened : estimate
  }

  private static func approximateQuantile(_ probability: Double) -> Double {
    if probability < 0.02425 {
      let q = (-2 * Foundation.log(probability)).squareRoot()
      let numerator =
        ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
          - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783
      let denominator =
        (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
          + 3.754408661907416) * q + 1
      return numerator / denominator
    }
    let q = probability - 0.5
    let r = q * q
    let numerator =
      (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
        + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q
    let denominator =
      ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
        + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
    return numerator / denominator
  }

  /// Owen's T function: the probability that X > h and 0 < Y < aX for independent normals.
  ///
  /// T(h, a) = (1/2π) ∫₀ᵃ exp(−h²(1+x²)/2)/(1+x²) dx (Owen 1956), by 20-point Gauss–Legendre
  /// quadrature for |a| ≤ 1 and by reflection otherwise; absolute error below 1e-14.
  ///
  /// - Parameters:
  ///   - h: Any number; the function is even in it.
  ///   - a: Any number; the function is odd in it.
  public static func owensT(_ h: Double, _ a: Double) -> Double {
    if a < 0 { return -owensT(h, -a) }
    let h = abs(h)
    if a <= 1 { return owensIntegral(h, a) }
    let below = probability(below: h)
    let belowScaled = a.isInfinite ? (h == 0 ? 0.5 : 1) : probability(below: a * h)
    let reflected = a.isInfinite ? 0 : owensIntegral(a * h, 1 / a)
    // For h and a h far out, 1 − Φ keeps the digits that Φ loses.
    return 0.5 * (below + belowScaled) - below * belowScaled - reflected
  }

  private static func owensIntegral(_ h: Double, _ a: Double) -> Double {
    guard a > 0 else { return 0 }
    let half = -0.5 * h * h
    var sum = 0.0
    for index in 0..<10 {
      let (node, weight) = legendre[index]
      let low = 0.5 * a * (1 - node)
      let high = 0.5 * a * (1 + node)
      sum +=
        weight
        * (Foundation.exp(half * (1 + low * low)) / (1 + low * low)
          + Foundation.exp(half * (1 + high * high)) / (1 + high * high))
    }
    return sum * 0.5 * a / (2 * Double.pi)
  }

  /// Positive nodes and weights of the 20-point Gauss–Legendre rule.
  private static let legendre: [(Double, Double)] = [
    (0.0765265211334973383, 0.1527533871307262814),
    (0.2277858511416450682, 0.1491729864726042409),
    (0.3737060887154195488, 0.1420961093183824020),
    (0.5108670019508271265, 0.1316886384491768869),
    (0.6360536807265150250, 0.1181945319615186063),
    (0.7463319064601507957, 0.1019301198172407052),
    (0.8391169718222187823, 0.0832767415767047131),
    (0.9122344282513259461, 0.0626720483341087903),
    (0.9639719272779138093, 0.0406014298003864460),
    (0.9931285991850949957, 0.0176140071391508932),
  ]
}
