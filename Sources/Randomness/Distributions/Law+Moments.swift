import CGSL

extension Distribution {
  /// The expected value; nil where it does not exist.
  ///
  /// In closed form for every family and modifier but rounding, which sums up to 2^14 whole
  /// numbers and treats the fractional part as uniform beyond them.
  public var mean: Double? {
    let mean = law.mean
    return mean.isFinite ? mean : nil
  }

  /// The expected squared deviation from the mean; nil where it does not exist.
  public var variance: Double? {
    guard law.mean.isFinite else { return nil }
    let variance = law.variance
    return variance.isFinite ? Swift.max(0, variance) : nil
  }

  /// The square root of the variance; nil where that does not exist.
  public var standardDeviation: Double? { variance?.squareRoot() }
}

extension Law {
  var mean: Double {
    switch self {
    case .constant(let value): value
    case .exponential(let mean), .gaussian(let mean, _), .poisson(let mean): mean
    case .lognormal(let zeta, let sigma): exp(zeta + sigma * sigma / 2)
    case .uniform(let low, let high): low + (high - low) / 2
    case .gamma(let shape, let scale): shape * scale
    case .weibull(let scale, let exponent): scale * gsl_sf_gamma(1 + 1 / exponent)
    case .pareto(let exponent, let minimum):
      exponent > 1 ? exponent * minimum / (exponent - 1) : .infinity
    case .beta(let a, let b): a / (a + b)
    case .triangular(let low, let mode, let high): (low + mode + high) / 3
    case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
    case .binomial(let trials, let probability): Double(trials) * probability
    case .negativeBinomial(let p, let n): n * (1 - p) / p
    case .logarithmic(let p): -p / ((1 - p) * log1p(-p))
    case .shifted(let shifted): shifted.base.mean + shifted.offset
    case .scaled(let scaled): scaled.base.mean * scaled.factor
    case .mixture(let mixture): mixture.average(\.mean)
    case .discrete, .empirical, .rounded, .capped, .clamped: moment(1, upTo: .infinity)
    }
  }

  var variance: Double {
    switch self {
    case .constant: return 0
    case .exponential(let mean): return mean * mean
    case .poisson(let mean): return mean
    case .gaussian(_, let sigma): return sigma * sigma
    case .lognormal(let zeta, let sigma):
      return expm1(sigma * sigma) * exp(2 * zeta + sigma * sigma)
    case .uniform(let low, let high): return (high - low) * (high - low) / 12
    case .gamma(let shape, let scale): return shape * scale * scale
    case .weibull(let scale, let exponent):
      let first = gsl_sf_gamma(1 + 1 / exponent)
      return scale * scale * (gsl_sf_gamma(1 + 2 / exponent) - first * first)
    case .pareto(let exponent, let minimum):
      guard exponent > 2 else { return .infinity }
      let excess = exponent - 1
      return minimum * minimum * exponent / (excess * excess * (exponent - 2))
    case .beta(let a, let b):
      return a * b / ((a + b) * (a + b) * (a + b + 1))
    case .triangular(let low, let mode, let high):
      let (left, right) = (mode - low, high - mode)
      return (left * left + left * right + right * right) / 18
    case .pert(let low, let mode, let high):
      return (high - low) * (high - low) * Self.betaOfPert(low, mode, high).variance
    case .binomial(let trials, let probability):
      return Double(trials) * probability * (1 - probability)
    case .negativeBinomial(let p, let n): return n * (1 - p) / (p * p)
    case .logarithmic(let p):
      let norm = log1p(-p)
      return -p * (p + norm) / ((1 - p) * (1 - p) * norm * norm)
    case .shifted(let shifted): return shifted.base.variance
    case .scaled(let scaled): return scaled.base.variance * scaled.factor * scaled.factor
    case .mixture(let mixture):
      let mean = mean
      return mixture.average { $0.variance + ($0.mean - mean) * ($0.mean - mean) }
    case .discrete(let table):
      let mean = mean
      return zip(table.values, table.weights).reduce(0) {
        $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean)
      }
    case .empirical(let sample):
      let mean = mean
      return sample.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        / Double(sample.values.count)
    case .rounded, .capped, .clamped:
      let mean = mean
      return moment(2, upTo: .infinity) - mean * mean
    }
  }
}
