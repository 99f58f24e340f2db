import CGSL

extension Law {
  /// A draw; the families that dominate simulations are inlined into the caller.
  @inlinable
  func sample(from stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value): value
    case .exponential(let mean): stream.exponential(mean: mean)
    case .lognormal(let zeta, let sigma): stream.lognormal(zeta: zeta, sigma: sigma)
    case .gaussian(let mean, let sigma): mean + sigma * stream.gaussian()
    default: sampleFurther(from: &stream)
    }
  }

  /// A draw from one of the families that are not inlined.
  @usableFromInline
  func sampleFurther(from stream: inout RandomStream) -> Double {
    switch self {
    case .constant, .exponential, .lognormal, .gaussian:
      sample(from: &stream)
    case .uniform(let low, let high):
      stream.withGSL { gsl_ran_flat($0, low, high) }
    case .gamma(let shape, let scale):
      stream.gamma(shape: shape, scale: scale)
    case .weibull(let scale, let exponent):
      stream.withGSL { gsl_ran_weibull($0, scale, exponent) }
    case .pareto(let exponent, let minimum):
      stream.withGSL { gsl_ran_pareto($0, exponent, minimum) }
    case .beta(let a, let b):
      stream.beta(a, b)
    case .triangular(let low, let mode, let high):
      Self.triangular(at: stream.uniform(), low: low, mode: mode, high: high)
    case .pert(let low, let mode, let high):
      low + (high - low) * Self.betaOfPert(low, mode, high).sample(from: &stream)
    case .poisson(let mean):
      Double(stream.poisson(mean: mean))
    case .binomial(let trials, let probability):
      Double(stream.binomial(trials: trials, probability: probability))
    case .negativeBinomial(let p, let n):
      Double(stream.withGSL { gsl_ran_negative_binomial($0, p, n) })
    case .logarithmic(let p):
      Double(stream.withGSL { gsl_ran_logarithmic($0, p) })
    case .discrete(let table):
      table.values[table.choice.sample(from: &stream)]
    case .empirical(let sample):
      sample.values[stream.index(below: sample.values.count)]
    case .shifted(let shifted):
      shifted.offset + shifted.base.sample(from: &stream)
    case .scaled(let scaled):
      scaled.factor * scaled.base.sample(from: &stream)
    case .rounded(let rounded):
      rounded.direction.round(rounded.base.sample(from: &stream))
    case .capped(let capped):
      capped.sample(from: &stream)
    case .clamped(let clamped):
      min(max(clamped.base.sample(from: &stream), clamped.low), clamped.high)
    case .mixture(let mixture):
      mixture.components[mixture.choice.sample(from: &stream)].sample(from: &stream)
    }
  }

  /// The triangular quantile; GSL has no triangular distribution, so this is its definition here.
  static func triangular(at p: Double, low: Double, mode: Double, high: Double) -> Double {
    let share = (mode - low) / (high - low)
    return p < share
      ? low + ((high - low) * (mode - low) * p).squareRoot()
      : high - ((high - low) * (high - mode) * (1 - p)).squareRoot()
  }

  /// The beta law that a PERT law stretches over its range.
  ///
  /// Source: D. G. Malcolm et al., "Application of a technique for research and development
  /// program evaluation", Operations Research 7 (1959); the mode weighs four times an end.
  static func betaOfPert(_ low: Double, _ mode: Double, _ high: Double) -> Law {
    let width = high - low
    return .beta(a: 1 + 4 * (mode - low) / width, b: 1 + 4 * (high - mode) / width)
  }
}

extension Capped {
  /// Below this share of the base law, inversion is cheaper than drawing again and again.
  private static let leastMassToResample = 0.02

  func sample(from stream: inout RandomStream) -> Double {
    if mass < Self.leastMassToResample {
      return quantile(stream.uniformPositive())
    }
    while true {
      let value = base.sample(from: &stream)
      if value >= low && value <= high { return value }
    }
  }

  func quantile(_ p: Double) -> Double {
    min(max(base.quantile(massBelow + p * mass), low), high)
  }
}

extension Distribution.Rounding {
  func round(_ value: Double) -> Double {
    switch self {
    case .down: value.rounded(.down)
    case .up: value.rounded(.up)
    }
  }
}
