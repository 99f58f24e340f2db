import CGSL
import Foundation
import Incentives
import Randomness

/// How far a proxy lies from its goal: laws with their partial moments.
enum DiscrepancyLaw: Sendable, Equatable {
  case normal(deviation: Double)
  case exponential(rate: Double)
  /// Student's t of variance 1.
  case student(degrees: Double)
  /// Lognormal with median 1, less its mean.
  case lognormal(sigma: Double)
  /// Laplace of variance 1.
  case laplace

  /// Where all the probability is that a double can tell from nothing; infinite for heavy tails.
  var extent: (low: Double, high: Double) {
    switch self {
    case .normal(let deviation): (-13 * deviation, 13 * deviation)
    case .exponential(let rate): (0, 45 / rate)
    case .student: (-.infinity, .infinity)
    case .lognormal(let sigma): (-exp(sigma * sigma / 2), .infinity)
    case .laplace: (-30, 30)
    }
  }

  func density(_ x: Double) -> Double {
    switch self {
    case .normal(let deviation): return StandardNormal.density(x / deviation) / deviation
    case .exponential(let rate): return x >= 0 ? rate * exp(-rate * x) : 0
    case .student(let degrees):
      let scale = ((degrees - 2) / degrees).squareRoot()
      return gsl_ran_tdist_pdf(x / scale, degrees) / scale
    case .lognormal(let sigma):
      let shifted = x + exp(sigma * sigma / 2)
      return shifted > 0 ? gsl_ran_lognormal_pdf(shifted, 0, sigma) : 0
    case .laplace: return gsl_ran_laplace_pdf(x, 0.5.squareRoot())
    }
  }

  /// E[X^k; X > x] for k = 0, 1, 2.
  func tail(_ x: Double) -> (mass: Double, first: Double, second: Double) {
    switch self {
    case .normal(let deviation):
      let z = x / deviation
      let (mass, density) = (StandardNormal.probability(below: -z), StandardNormal.density(z))
      return (mass, deviation * density, deviation * deviation * (mass + z * density))
    case .exponential(let rate):
      let from = max(x, 0)
      let mass = exp(-rate * from)
      let first = from + 1 / rate
      return (mass, mass * first, mass * (from * from + 2 * first / rate))
    case .student(let degrees):
      let scale = ((degrees - 2) / degrees).squareRoot()
      let t = x / scale
      let mass = gsl_cdf_tdist_Q(t, degrees)
      let first = gsl_ran_tdist_pdf(t, degrees) * (degrees + t * t) / (degrees - 1)
      // (1 + t²/ν) times the density of ν degrees is, but for scale, that of ν − 2.
      let lower = gsl_cdf_tdist_Q(t * scale, degrees - 2)
      let second = degrees * ((degrees - 1) / (degrees - 2) * lower - mass)
      return (mass, scale * first, scale * scale * second)
    case .lognormal(let sigma):
      let mean = exp(sigma * sigma / 2)
      let from = x + mean
      guard from > 0 else { return (1, 0, mean * mean * expm1(sigma * sigma)) }
      let z = log(from) / sigma
      let mass = StandardNormal.probability(below: -z)
      let first = mean * StandardNormal.probability(below: sigma - z)
      let second = exp(2 * sigma * sigma) * StandardNormal.probability(below: 2 * sigma - z)
      return (mass, first - mean * mass, second - 2 * mean * first + mean * mean * mass)
    case .laplace:
      let scale = 0.5.squareRoot()
      let far = abs(x)
      let half = exp(-far / scale) / 2
      let second = half * (far * far + 2 * scale * far + 2 * scale * scale)
      // Both moments of the stretch from −|x| to |x| are known: nothing, and all but two tails.
      return (x >= 0 ? half : 1 - half, half * (far + scale), x >= 0 ? second : 1 - second)
    }
  }

  /// Points between which the density is smooth and not too peaked.
  var breaks: [Double] {
    switch self {
    case .normal(let deviation): [-4, -1, 1, 4].map { $0 * deviation }
    case .exponential(let rate): [1, 4, 12].map { $0 / rate }
    case .student: [-30, -10, -3, -1, 0, 1, 3, 10, 30]
    case .lognormal(let sigma):
      [-3, -2, -1, 0, 1, 2, 3].map { exp($0 * sigma) - exp(sigma * sigma / 2) }
    case .laplace: [-10, -3, 0, 3, 10]
    }
  }

  /// One draw.
  func draw(from stream: inout RandomStream) -> Double {
    switch self {
    case .normal(let deviation): deviation * stream.gaussian()
    case .exponential(let rate): stream.exponential(mean: 1 / rate)
    case .student(let degrees):
      ((degrees - 2) / degrees).squareRoot() * stream.withGSL { gsl_ran_tdist($0, degrees) }
    case .lognormal(let sigma): stream.lognormal(zeta: 0, sigma: sigma) - exp(sigma * sigma / 2)
    case .laplace: stream.withGSL { gsl_ran_laplace($0, 0.5.squareRoot()) }
    }
  }
}
