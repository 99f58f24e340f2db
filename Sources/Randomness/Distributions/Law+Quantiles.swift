import CGSL

extension Law {
  /// The smallest number x with P(X <= x) >= p, for p within [0, 1]; the ends of the support at
  /// zero and one.
  func quantile(_ p: Double) -> Double {
    if p <= 0 { return support.low }
    if p >= 1 { return support.high }
    switch self {
    case .constant(let value):
      return value
    case .exponential(let mean):
      return gsl_cdf_exponential_Pinv(p, mean)
    case .lognormal(let zeta, let sigma):
      return gsl_cdf_lognormal_Pinv(p, zeta, sigma)
    case .gaussian(let mean, let sigma):
      return mean + gsl_cdf_gaussian_Pinv(p, sigma)
    case .uniform(let low, let high):
      return gsl_cdf_flat_Pinv(p, low, high)
    case .gamma(let shape, let scale):
      return confirmed(gsl_cdf_gamma_Pinv(p, shape, scale), at: p)
    case .weibull(let scale, let exponent):
      return gsl_cdf_weibull_Pinv(p, scale, exponent)
    case .pareto(let exponent, let minimum):
      return gsl_cdf_pareto_Pinv(p, exponent, minimum)
    case .beta(let a, let b):
      return confirmed(gsl_cdf_beta_Pinv(p, a, b), at: p)
    case .triangular(let low, let mode, let high):
      return Self.triangular(at: p, low: low, mode: mode, high: high)
    case .pert(let low, let mode, let high):
      return low + (high - low) * Self.betaOfPert(low, mode, high).quantile(p)
    case .poisson, .binomial, .negativeBinomial, .logarithmic, .mixture:
      return bisected(at: p)
    case .discrete(let table):
      let index = table.cumulative.countOfSorted(below: p) - 1
      return table.values[min(max(index, 0), table.values.count - 1)]
    case .empirical(let sample):
      let count = sample.values.count
      let rank = Int((p * Double(count)).rounded(.up))
      return sample.values[min(max(rank, 1), count) - 1]
    case .shifted(let shifted):
      return shifted.offset + shifted.base.quantile(p)
    case .scaled(let scaled):
      return scaled.factor * scaled.base.quantile(p)
    case .rounded(let rounded):
      let whole = rounded.direction.round(rounded.base.quantile(p))
      // Rounding down is not continuous from the left: when nothing lies just above a whole
      // number, the one before may already hold the probability.
      return probability(atMost: whole - 1) >= p ? whole - 1 : whole
    case .capped(let capped):
      return capped.quantile(p)
    case .clamped(let clamped):
      return min(max(clamped.base.quantile(p), clamped.low), clamped.high)
    }
  }

  /// The smallest and the greatest value that can occur; infinite where there is none.
  var support: (low: Double, high: Double) {
    switch self {
    case .constant(let value): (value, value)
    case .exponential, .lognormal, .gamma, .weibull, .poisson, .negativeBinomial: (0, .infinity)
    case .gaussian: (-.infinity, .infinity)
    case .uniform(let low, let high), .triangular(let low, _, let high),
      .pert(let low, _, let high):
      (low, high)
    case .pareto(_, let minimum): (minimum, .infinity)
    case .beta: (0, 1)
    case .binomial(let trials, _): (0, Double(trials))
    case .logarithmic: (1, .infinity)
    case .discrete(let table): table.values.ends
    case .empirical(let sample): sample.values.ends
    case .shifted(let shifted):
      (shifted.base.support.low + shifted.offset, shifted.base.support.high + shifted.offset)
    case .scaled(let scaled):
      (scaled.base.support.low * scaled.factor, scaled.base.support.high * scaled.factor)
    case .rounded(let rounded):
      (
        rounded.direction.round(rounded.base.support.low),
        rounded.direction.round(rounded.base.support.high)
      )
    case .capped(let capped):
      (max(capped.base.support.low, capped.low), min(capped.base.support.high, capped.high))
    case .clamped(let clamped):
      (
        min(max(clamped.base.support.low, clamped.low), clamped.high),
        min(max(clamped.base.support.high, clamped.low), clamped.high)
      )
    case .mixture(let mixture):
      (
        mixture.components.reduce(.infinity) { min($0, $1.support.low) },
        mixture.components.reduce(-.infinity) { max($0, $1.support.high) }
      )
    }
  }

  /// The library's iterative quantile when it satisfies the distribution function, else bisection.
  ///
  /// GSL's gamma and beta quantiles stop early or return no number for small shapes.
  private func confirmed(_ quantile: Double, at p: Double) -> Double {
    let error = abs(probability(atMost: quantile) - p)
    return error <= 1e-12 + 1e-9 * min(p, 1 - p) ? quantile : bisected(at: p)
  }

  /// The quantile by bisection over all doubles of the support.
  ///
  /// Halving the *ordered bit patterns* reaches the last bit of any magnitude, and the exact place
  /// of a jump, in 64 steps.
  private func bisected(at p: Double) -> Double {
    var (low, high) = (support.low.ordinal, support.high.ordinal)
    while low < high {
      let middle = low + Int64(bitPattern: UInt64(bitPattern: high &- low) / 2)
      if probability(atMost: Double(ordinal: middle)) >= p {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return Double(ordinal: high)
  }
}

extension [Double] {
  fileprivate var ends: (low: Double, high: Double) { (self[0], self[count - 1]) }
}

extension Double {
  /// The position of this number in the ascending sequence of all doubles.
  fileprivate var ordinal: Int64 {
    let bits = Int64(bitPattern: bitPattern)
    return bits >= 0 ? bits : Int64.min &- bits
  }

  fileprivate init(ordinal: Int64) {
    self.init(bitPattern: UInt64(bitPattern: ordinal >= 0 ? ordinal : Int64.min &- ordinal))
  }
}
