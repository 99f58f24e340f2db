extension Distribution: CustomStringConvertible {
  /// The distribution in words, such as "lognormal(zeta 0, sigma 0.35), at most 40".
  public var description: String { law.description }
}

extension Law: CustomStringConvertible {
  @usableFromInline var description: String {
    switch self {
    case .constant(let value): value.plain
    case .exponential(let mean): call("exponential", ("mean", mean))
    case .lognormal(let zeta, let sigma): call("lognormal", ("zeta", zeta), ("sigma", sigma))
    case .gaussian(let mean, let sigma): call("gaussian", ("mean", mean), ("sigma", sigma))
    case .uniform(let low, let high): call("uniform", ("low", low), ("high", high))
    case .gamma(let shape, let scale): call("gamma", ("shape", shape), ("scale", scale))
    case .weibull(let scale, let exponent):
      call("weibull", ("scale", scale), ("exponent", exponent))
    case .pareto(let exponent, let minimum):
      call("pareto", ("exponent", exponent), ("minimum", minimum))
    case .beta(let a, let b): call("beta", ("a", a), ("b", b))
    case .triangular(let low, let mode, let high):
      call("triangular", ("low", low), ("mode", mode), ("high", high))
    case .pert(let low, let mode, let high):
      call("pert", ("low", low), ("mode", mode), ("high", high))
    case .poisson(let mean): call("poisson", ("mean", mean))
    case .binomial(let trials, let probability):
      call("binomial", ("trials", Double(trials)), ("probability", probability))
    case .negativeBinomial(let p, let n): call("negativeBinomial", ("p", p), ("n", n))
    case .logarithmic(let p): call("logarithmic", ("p", p))
    case .discrete(let table):
      "discrete("
        + zip(table.values, table.weights).map { "\($0.plain): \($1.plain)" }
        .joined(separator: ", ") + ")"
    case .empirical(let sample):
      "empirical(\(sample.values.count) values, \(sample.source))"
    case .shifted(let shifted):
      "\(shifted.offset.plain) + \(shifted.base.description)"
    case .scaled(let scaled): "\(scaled.factor.plain) * \(scaled.base.description)"
    case .rounded(let rounded):
      "\(rounded.direction == .down ? "floor" : "ceil")(\(rounded.base.description))"
    case .capped(let capped):
      "\(capped.base.description) given \(bounds(capped.low, capped.high))"
    case .clamped(let clamped):
      "\(clamped.base.description) clamped to \(bounds(clamped.low, clamped.high))"
    case .mixture(let mixture):
      "mixture("
        + zip(mixture.weights, mixture.components).map { "\($0.plain): \($1.description)" }
        .joined(separator: ", ") + ")"
    }
  }

  private func call(_ name: String, _ parameters: (name: String, value: Double)...) -> String {
    "\(name)(\(parameters.map { "\($0.name) \($0.value.plain)" }.joined(separator: ", ")))"
  }

  private func bounds(_ low: Double, _ high: Double) -> String {
    switch (low.isFinite, high.isFinite) {
    case (true, true): "\(low.plain) to \(high.plain)"
    case (true, false): "at least \(low.plain)"
    default: "at most \(high.plain)"
    }
  }
}
