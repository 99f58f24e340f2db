import CGSL

extension Law {
  /// The distribution function P(X <= x).
  func probability(atMost x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.isInfinite { return x > 0 ? 1 : 0 }
    return switch self {
    case .constant(let value): value <= x ? 1 : 0
    case .exponential(let mean): x <= 0 ? 0 : gsl_cdf_exponential_P(x, mean)
    case .lognormal(let zeta, let sigma): x <= 0 ? 0 : gsl_cdf_lognormal_P(x, zeta, sigma)
    case .gaussian(let mean, let sigma): gsl_cdf_gaussian_P(x - mean, sigma)
    case .uniform(let low, let high): gsl_cdf_flat_P(x, low, high)
    case .gamma(let shape, let scale): x <= 0 ? 0 : gsl_cdf_gamma_P(x, shape, scale)
    case .weibull(let scale, let exponent): x <= 0 ? 0 : gsl_cdf_weibull_P(x, scale, exponent)
    case .pareto(let exponent, let minimum): gsl_cdf_pareto_P(x, exponent, minimum)
    case .beta(let a, let b): gsl_cdf_beta_P(x, a, b)
    case .triangular(let low, let mode, let high):
      Self.triangularCumulative(x, low: low, mode: mode, high: high)
    case .pert(let low, let mode, let high):
      Self.betaOfPert(low, mode, high).probability(atMost: (x - low) / (high - low))
    case .poisson, .binomial, .negativeBinomial, .logarithmic: probability(ofCountsUpTo: x)
    case .discrete(let table): table.cumulative[table.values.countOfSorted(atMost: x)]
    case .empirical(let sample):
      Double(sample.values.countOfSorted(atMost: x)) / Double(sample.values.count)
    case .shifted(let shifted): shifted.base.probability(atMost: shifted.preimage(of: x))
    case .scaled(let scaled): scaled.base.probability(atMost: scaled.preimage(of: x))
    case .rounded(let rounded):
      switch rounded.direction {
      case .down: rounded.base.probability(below: x.rounded(.down) + 1)
      case .up: rounded.base.probability(atMost: x.rounded(.down))
      }
    case .capped(let capped):
      if x < capped.low {
        0
      } else if x >= capped.high {
        1
      } else {
        capped.conditional(capped.base.probability(atMost: x))
      }
    case .clamped(let clamped):
      x < clamped.low ? 0 : x >= clamped.high ? 1 : clamped.base.probability(atMost: x)
    case .mixture(let mixture): mixture.average { $0.probability(atMost: x) }
    }
  }

  /// The left limit of the distribution function, P(X < x); differs only where single values have
  /// positive probability.
  func probability(below x: Double) -> Double {
    if x.isNaN { return .nan }
    if x.isInfinite { return x > 0 ? 1 : 0 }
    return switch self {
    case .exponential, .lognormal, .gaussian, .uniform, .gamma, .weibull, .pareto, .beta,
      .triangular, .pert:
      probability(atMost: x)
    case .constant(let value): value < x ? 1 : 0
    case .poisson, .binomial, .negativeBinomial, .logarithmic:
      probability(ofCountsUpTo: x.rounded(.up) - 1)
    case .discrete(let table): table.cumulative[table.values.countOfSorted(below: x)]
    case .empirical(let sample):
      Double(sample.values.countOfSorted(below: x)) / Double(sample.values.count)
    case .shifted(let shifted): shifted.base.probability(below: shifted.preimage(of: x))
    case .scaled(let scaled): scaled.base.probability(below: scaled.preimage(of: x))
    case .rounded(let rounded):
      switch rounded.direction {
      case .down: rounded.base.probability(below: x.rounded(.up))
      case .up: rounded.base.probability(atMost: x.rounded(.up) - 1)
      }
    case .capped(let capped):
      if x <= capped.low {
        0
      } else if x > capped.high {
        1
      } else {
        capped.conditional(capped.base.probability(below: x))
      }
    case .clamped(let clamped):
      x <= clamped.low ? 0 : x > clamped.high ? 1 : clamped.base.probability(below: x)
    case .mixture(let mixture): mixture.average { $0.probability(below: x) }
    }
  }

  /// The distribution function of the families that count things.
  private func probability(ofCountsUpTo x: Double) -> Double {
    guard x >= 0 else { return 0 }
    guard x < Double(UInt32.max) else { return 1 }
    let count = UInt32(x)
    return switch self {
    case .poisson(let mean): gsl_cdf_poisson_P(count, mean)
    case .binomial(let trials, let probability):
      gsl_cdf_binomial_P(count, probability, UInt32(trials))
    case .negativeBinomial(let p, let n): gsl_cdf_negative_binomial_P(count, p, n)
    case .logarithmic(let p): Self.logarithmic(upTo: count, p: p)
    default: .nan
    }
  }

  /// The logarithmic distribution function, which GSL lacks: the sum of its probabilities
  /// -p^k / (k log(1 - p)).
  ///
  /// - Complexity: O(min(count, 40 / (1 - p))).
  private static func logarithmic(upTo count: UInt32, p: Double) -> Double {
    guard count > 0 else { return 0 }
    var power = 1.0
    var sum = 0.0
    for k in 1...count {
      power *= p
      let term = power / Double(k)
      sum += term
      if term < sum * 1e-18 { break }
    }
    return min(1, -sum / log1p(-p))
  }

  private static func triangularCumulative(
    _ x: Double, low: Double, mode: Double, high: Double
  ) -> Double {
    if x <= low {
      0
    } else if x >= high {
      1
    } else if x < mode {
      (x - low) * (x - low) / ((high - low) * (mode - low))
    } else {
      1 - (high - x) * (high - x) / ((high - low) * (high - mode))
    }
  }
}

extension Shifted {
  /// The value of the base law that becomes `x`.
  ///
  /// A whole number that becomes exactly `x` wins over the rounded difference, so that the jumps
  /// of counts stay where the samples are.
  func preimage(of x: Double) -> Double {
    let value = x - offset
    let whole = value.rounded()
    return whole + offset == x ? whole : value
  }
}

extension Scaled {
  /// The value of the base law that becomes `x`; see `Shifted.preimage(of:)`.
  func preimage(of x: Double) -> Double {
    let value = x / factor
    let whole = value.rounded()
    return whole * factor == x ? whole : value
  }
}

extension Capped {
  /// The probability given the interval, from that of the base law.
  func conditional(_ probability: Double) -> Double {
    min(max((probability - massBelow) / mass, 0), 1)
  }
}

extension Mixture {
  /// The average of a quantity over the components.
  func average(_ quantity: (Law) -> Double) -> Double {
    var sum = 0.0
    for (weight, component) in zip(weights, components) { sum += weight * quantity(component) }
    return sum
  }
}

extension [Double] {
  /// How many elements are at most `x`; the elements ascend.
  func countOfSorted(atMost x: Double) -> Int { partition { $0 <= x } }

  /// How many elements are below `x`; the elements ascend.
  func countOfSorted(below x: Double) -> Int { partition { $0 < x } }

  private func partition(_ belongsLeft: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongsLeft(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
