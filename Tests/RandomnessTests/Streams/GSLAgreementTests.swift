import CGSL
import Randomness
import Testing

/// Shortcuts that repeat a formula of the library must agree with it to the last bit and consume
/// the same words.
@Suite struct GSLAgreementTests {
  private func agree<Value: Equatable>(
    _ ours: (inout RandomStream) -> Value,
    _ library: (UnsafePointer<gsl_rng>) -> Value,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var (left, right) = (RandomStream.test(), RandomStream.test())
    var disagreements = 0
    for _ in 0..<20_000 where ours(&left) != right.withGSL(library) { disagreements += 1 }
    #expect(disagreements == 0, sourceLocation: sourceLocation)
    #expect(left == right, "the same words are consumed", sourceLocation: sourceLocation)
  }

  @Test func `words and uniform numbers are the library's`() {
    agree({ UInt($0.bits()) }, { gsl_rng_get($0) })
    agree({ $0.uniform() }, { gsl_rng_uniform($0) })
    agree({ $0.uniformPositive() }, { gsl_rng_uniform_pos($0) })
  }

  @Test(arguments: [1, 2, 3, 17, 168, 1 << 20, 3_000_000_000, Int(UInt32.max)])
  func `choices are the library's`(count: Int) {
    agree({ $0.index(below: count) }, { Int(gsl_rng_uniform_int($0, UInt(count))) })
  }

  @Test(arguments: [0, 0.05, 0.5, 0.999, 1])
  func `events are the library's`(probability: Double) {
    agree({ $0.bernoulli(probability) }, { gsl_ran_bernoulli($0, probability) == 1 })
  }

  @Test(arguments: [1e-9, 0.3, 1, 2.5, 1e6])
  func `exponential variates are the library's`(mean: Double) throws {
    agree({ $0.exponential(mean: mean) }, { gsl_ran_exponential($0, mean) })
    let distribution = try Distribution.exponential(mean: mean)
    agree({ distribution.sample(from: &$0) }, { gsl_ran_exponential($0, mean) })
  }

  @Test func `gaussian and lognormal variates are the library's ziggurat`() throws {
    agree({ $0.gaussian() }, { gsl_ran_gaussian_ziggurat($0, 1) })
    agree(
      { $0.lognormal(zeta: 0.4, sigma: 1.7) }, { exp(0.4 + gsl_ran_gaussian_ziggurat($0, 1.7)) })
    let gaussian = try Distribution.gaussian(mean: 5, sigma: 2)
    agree({ gaussian.sample(from: &$0) }, { 5 + gsl_ran_gaussian_ziggurat($0, 2) })
    let lognormal = try Distribution.lognormal(zeta: 0.4, sigma: 1.7)
    agree(
      { lognormal.sample(from: &$0) }, { exp(0.4 + gsl_ran_gaussian_ziggurat($0, 1.7)) })
  }

  @Test func `further families are the library's`() throws {
    let pairs: [(Distribution, (UnsafePointer<gsl_rng>) -> Double)] = try [
      (.uniform(low: -1, high: 4), { gsl_ran_flat($0, -1, 4) }),
      (.gamma(shape: 0.3, scale: 2), { gsl_ran_gamma($0, 0.3, 2) }),
      (.weibull(scale: 3, exponent: 0.6), { gsl_ran_weibull($0, 3, 0.6) }),
      (.pareto(exponent: 1.5, minimum: 6), { gsl_ran_pareto($0, 1.5, 6) }),
      (.beta(a: 0.2, b: 0.1), { gsl_ran_beta($0, 0.2, 0.1) }),
      (.poisson(mean: 12), { Double(gsl_ran_poisson($0, 12)) }),
      (.binomial(trials: 30, probability: 0.2), { Double(gsl_ran_binomial($0, 0.2, 30)) }),
      (
        .negativeBinomial(p: 0.475, n: 1.042),
        { Double(gsl_ran_negative_binomial($0, 0.475, 1.042)) }
      ),
      (.logarithmic(p: 0.946), { Double(gsl_ran_logarithmic($0, 0.946)) }),
    ]
    for (distribution, library) in pairs { agree({ distribution.sample(from: &$0) }, library) }
  }

  @Test func `weighted choices are the library's`() throws {
    let weights = [0.5, 3, 0.01, 7, 2, 2, 0.2]
    let table = try #require(gsl_ran_discrete_preproc(weights.count, weights))
    defer { gsl_ran_discrete_free(table) }
    let distribution = try Distribution.discrete(
      values: weights.indices.map(Double.init), weights: weights)
    agree({ distribution.sample(from: &$0) }, { Double(gsl_ran_discrete($0, table)) })
  }

  @Test func `a shuffle is the library's`() {
    agree(
      { stream in
        var elements = Array(0..<20)
        stream.shuffle(&elements)
        return elements
      },
      { generator in
        var elements = Array(0..<20)
        elements.withUnsafeMutableBytes {
          gsl_ran_shuffle(generator, $0.baseAddress, 20, MemoryLayout<Int>.stride)
        }
        return elements
      })
  }

  @Test func `an error in the library does not abort the process`() {
    var stream = RandomStream.test()
    #expect(stream.withGSL { gsl_rng_uniform_int($0, 0) } == 0)
  }
}
