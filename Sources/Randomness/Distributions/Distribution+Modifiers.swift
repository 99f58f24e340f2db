import CGSL

extension Distribution {
  /// The least probability that a cap must leave.
  ///
  /// A cap that removes nearly everything is a mistake in units far more often than an intention.
  public static let leastMassOfCap = 1e-6

  /// This distribution moved by a constant.
  public func shifted(by offset: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.any.check(offset, "offset", of: "shift")
    return Distribution(law.shifted(by: offset))
  }

  /// This distribution multiplied by a positive constant, as when the unit changes.
  public func scaled(by factor: Double) throws(DistributionError) -> Distribution {
    try ParameterRange.positive.check(factor, "factor", of: "scale")
    let scaled = Distribution(law.scaled(by: factor))
    try ParameterRange.any.check(scaled.law.quantile(0.5), "median", of: "scale")
    return scaled
  }

  /// This distribution with its values rounded to whole numbers.
  public func rounded(_ direction: Rounding) -> Distribution {
    Distribution(law.isWhole ? law : .rounded(Rounded(law, direction)))
  }

  /// This distribution given that the value lies within bounds: others are drawn again.
  ///
  /// The shape inside the bounds is kept; nothing piles up at the ends. When less than 2 % of the
  /// probability remains, draws are made by inversion instead, with the same result.
  ///
  /// - Throws: `DistributionError` when the bounds are reversed or hold less than
  ///   `leastMassOfCap`.
  public func capped(
    min low: Double? = nil, max high: Double? = nil
  ) throws(DistributionError) -> Distribution {
    let (low, high) = try Self.bounds(low, high, of: "cap")
    guard low > support.lowerBound || high < support.upperBound else { return self }
    let capped = Capped(law, low: low, high: high)
    guard capped.mass >= Self.leastMassOfCap else {
      throw DistributionError(
        what: "cap", parameter: "bounds",
        found: "\(low.plain) to \(high.plain), with probability \(max(0, capped.mass))",
        expected: "at least \(Self.leastMassOfCap) of \(description)")
    }
    return Distribution(.capped(capped))
  }

  /// This distribution with values outside the bounds replaced by the nearest bound.
  ///
  /// The bounds take the probability of everything beyond them.
  ///
  /// - Throws: `DistributionError` when the bounds are reversed.
  public func clamped(
    min low: Double? = nil, max high: Double? = nil
  ) throws(DistributionError) -> Distribution {
    let (low, high) = try Self.bounds(low, high, of: "clamp")
    guard low > support.lowerBound || high < support.upperBound else { return self }
    if low >= support.upperBound || low == high { return Distribution(.constant(low)) }
    if high <= support.lowerBound { return Distribution(.constant(high)) }
    return Distribution(.clamped(Clamped(law, low: low, high: high)))
  }

  private static func bounds(
    _ low: Double?, _ high: Double?, of what: String
  ) throws(DistributionError) -> (low: Double, high: Double) {
    if let low { try ParameterRange.any.check(low, "min", of: what) }
    if let high { try ParameterRange(from: low).check(high, "max", of: what) }
    return (low ?? -.infinity, high ?? .infinity)
  }
}

extension Law {
  /// The moved law, in the same family where the family is closed under moving.
  fileprivate func shifted(by offset: Double) -> Law {
    if offset == 0 { return self }
    return switch self {
    case .constant(let value): .constant(value + offset)
    case .gaussian(let mean, let sigma): .gaussian(mean: mean + offset, sigma: sigma)
    case .uniform(let low, let high): .uniform(low: low + offset, high: high + offset)
    case .triangular(let low, let mode, let high):
      .triangular(low: low + offset, mode: mode + offset, high: high + offset)
    case .pert(let low, let mode, let high):
      .pert(low: low + offset, mode: mode + offset, high: high + offset)
    case .discrete(let table):
      .discrete(DiscreteTable(values: table.values.map { $0 + offset }, weights: table.weights))
    case .empirical(let sample):
      .empirical(
        EmpiricalSample(values: sample.values.map { $0 + offset }, source: sample.source))
    case .shifted(let shifted): .shifted(Shifted(shifted.base, by: shifted.offset + offset))
    default: .shifted(Shifted(self, by: offset))
    }
  }

  /// The multiplied law, in the same family where the family has a scale.
  fileprivate func scaled(by factor: Double) -> Law {
    if factor == 1 { return self }
    return switch self {
    case .constant(let value): .constant(value * factor)
    case .exponential(let mean): .exponential(mean: mean * factor)
    case .lognormal(let zeta, let sigma): .lognormal(zeta: zeta + log(factor), sigma: sigma)
    case .gaussian(let mean, let sigma): .gaussian(mean: mean * factor, sigma: sigma * factor)
    case .uniform(let low, let high): .uniform(low: low * factor, high: high * factor)
    case .gamma(let shape, let scale): .gamma(shape: shape, scale: scale * factor)
    case .weibull(let scale, let exponent): .weibull(scale: scale * factor, exponent: exponent)
    case .pareto(let exponent, let minimum):
      .pareto(exponent: exponent, minimum: minimum * factor)
    case .triangular(let low, let mode, let high):
      .triangular(low: low * factor, mode: mode * factor, high: high * factor)
    case .pert(let low, let mode, let high):
      .pert(low: low * factor, mode: mode * factor, high: high * factor)
    case .discrete(let table):
      .discrete(DiscreteTable(values: table.values.map { $0 * factor }, weights: table.weights))
    case .empirical(let sample):
      .empirical(
        EmpiricalSample(values: sample.values.map { $0 * factor }, source: sample.source))
    case .scaled(let scaled): .scaled(Scaled(scaled.base, by: scaled.factor * factor))
    default: .scaled(Scaled(self, by: factor))
    }
  }

  /// Whether only whole numbers can occur.
  fileprivate var isWhole: Bool {
    switch self {
    case .poisson, .binomial, .negativeBinomial, .logarithmic, .rounded: true
    case .constant(let value): value == value.rounded()
    case .discrete(let table): table.values.allSatisfy { $0 == $0.rounded() }
    case .empirical(let sample): sample.values.allSatisfy { $0 == $0.rounded() }
    case .shifted(let shifted):
      shifted.base.isWhole && shifted.offset == shifted.offset.rounded()
    case .scaled(let scaled): scaled.base.isWhole && scaled.factor == scaled.factor.rounded()
    case .capped(let capped): capped.base.isWhole
    case .clamped(let clamped):
      clamped.base.isWhole && clamped.low.isWholeOrInfinite && clamped.high.isWholeOrInfinite
    case .mixture(let mixture): mixture.components.allSatisfy(\.isWhole)
    default: false
    }
  }
}

extension Double {
  fileprivate var isWholeOrInfinite: Bool { self == rounded() }
}
