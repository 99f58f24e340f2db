import CGSL

// Where a method says "equals", the library's formula is repeated inline because the call costs
// more than the arithmetic; a test proves that the results agree to the last bit.
extension RandomStream {
  /// A number in [0, 1), a multiple of 2^-32; equals `gsl_rng_uniform`.
  @inlinable
  public mutating func uniform() -> Double {
    Double(bits()) * 0x1p-32
  }

  /// A number in (0, 1); equals `gsl_rng_uniform_pos`.
  @inlinable
  public mutating func uniformPositive() -> Double {
    while true {
      let value = uniform()
      if value > 0 { return value }
    }
  }

  /// True with the given probability; equals `gsl_ran_bernoulli`.
  ///
  /// A probability of zero or less is never true, one or more always.
  @inlinable
  public mutating func bernoulli(_ probability: Double) -> Bool {
    uniform() < probability
  }

  /// An integer from zero up to, not including, `count`, all equally likely; equals
  /// `gsl_rng_uniform_int`.
  ///
  /// Unbiased: words beyond the last full multiple are drawn again.
  @inlinable
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0 && count <= Int(UInt32.max), "a choice needs 1 ... 2^32 - 1 options")
    let count = UInt32(truncatingIfNeeded: count)
    let scale = UInt32.max / count
    while true {
      let choice = bits() / scale
      if choice < count { return Int(choice) }
    }
  }

  /// An exponential variate; equals `gsl_ran_exponential`.
  @inlinable
  public mutating func exponential(mean: Double) -> Double {
    -mean * log1p(-uniform())
  }

  /// A standard Gaussian variate, by `gsl_ran_gaussian_ziggurat`, the library's fastest method.
  @inlinable
  public mutating func gaussian() -> Double {
    withGSL { gsl_ran_gaussian_ziggurat($0, 1) }
  }

  /// A lognormal variate with median exp(zeta): the exponential of a ziggurat Gaussian.
  ///
  /// The library's own `gsl_ran_lognormal` uses the polar method, which is slower and consumes a
  /// varying number of words; the distribution is the same.
  @inlinable
  public mutating func lognormal(zeta: Double, sigma: Double) -> Double {
    exp(zeta + sigma * gaussian())
  }

  /// A gamma variate with mean `shape * scale`, by `gsl_ran_gamma`.
  @inlinable
  public mutating func gamma(shape: Double, scale: Double) -> Double {
    withGSL { gsl_ran_gamma($0, shape, scale) }
  }

  /// A beta variate with mean `a / (a + b)`, by `gsl_ran_beta`.
  @inlinable
  public mutating func beta(_ a: Double, _ b: Double) -> Double {
    withGSL { gsl_ran_beta($0, a, b) }
  }

  /// A Poisson count, by `gsl_ran_poisson`.
  @inlinable
  public mutating func poisson(mean: Double) -> Int {
    Int(withGSL { gsl_ran_poisson($0, mean) })
  }

  /// The number of successes in independent trials, by `gsl_ran_binomial`.
  @inlinable
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    let trials = UInt32(trials)
    return Int(withGSL { gsl_ran_binomial($0, probability, trials) })
  }

  /// Puts elements in a random order, all orders equally likely; the order of `gsl_ran_shuffle`.
  @inlinable
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    var last = elements.count - 1
    while last > 0 {
      elements.swapAt(last, index(below: last + 1))
      last -= 1
    }
  }
}
