import CGSL
import Foundation
import Incentives
import Randomness

/// Gaming of variance 1 that is added to a standard normal goal, with a light or a heavy tail.
enum GamingTail: Sendable, Equatable {
  case normal
  /// Student's t, scaled to variance 1.
  case student(degreesOfFreedom: Double)
  /// Lognormal, scaled to variance 1; all values are positive.
  case lognormal(sigma: Double)

  /// The law by its number on the command line.
  init(law: Int, shape: Double) throws {
    switch law {
    case 1: self = .normal
    case 2:
      guard shape > 2 else {
        throw VerificationRefusal(
          "Student's t with \(shape) degrees of freedom has no variance; expected more than 2")
      }
      self = .student(degreesOfFreedom: shape)
    default: self = .lognormal(sigma: shape)
    }
  }

  /// What a draw of the standard law is multiplied by.
  private var scale: Double {
    switch self {
    case .normal: 1
    case .student(let degrees): ((degrees - 2) / degrees).squareRoot()
    case .lognormal(let sigma): 1 / (exp(sigma * sigma) * expm1(sigma * sigma)).squareRoot()
    }
  }

  /// One draw.
  func draw(from stream: inout RandomStream) -> Double {
    switch self {
    case .normal: stream.gaussian()
    case .student(let degrees): scale * stream.withGSL { gsl_ran_tdist($0, degrees) }
    case .lognormal(let sigma): scale * stream.lognormal(zeta: 0, sigma: sigma)
    }
  }

  private func density(_ x: Double) -> Double {
    switch self {
    case .normal: StandardNormal.density(x)
    case .student(let degrees): gsl_ran_tdist_pdf(x / scale, degrees) / scale
    case .lognormal(let sigma): x > 0 ? gsl_ran_lognormal_pdf(x / scale, 0, sigma) / scale : 0
    }
  }

  private func probability(above x: Double) -> Double {
    switch self {
    case .normal: StandardNormal.probability(below: -x)
    case .student(let degrees): gsl_cdf_tdist_Q(x / scale, degrees)
    case .lognormal(let sigma): x > 0 ? gsl_cdf_lognormal_Q(x / scale, 0, sigma) : 1
    }
  }

  /// The goal expected of whoever has the greatest P = T + X of n, by quadrature.
  ///
  ///     n ∫ [∫ t φ(t) f_X(p − t) dt] F_P(p)^(n−1) dp,   1 − F_P(p) = ∫ φ(t) P(X > p − t) dt
  func goalOfBest(of number: Int) throws -> Double {
    guard number > 1 else { return 0 }
    let others = Double(number - 1)
    // Within ±9 standard deviations lies all of T that a double can tell from nothing.
    let reach = 9.0
    var failure: (any Error)?
    func folded(_ p: Double, _ weight: @escaping (Double) -> Double) -> Double {
      do {
        return try Integral.over(
          -reach...reach, breaks: [p - 1, p - 0.1, p, p + 1], absolute: 1e-16
        ) { StandardNormal.density($0) * weight($0) }
      } catch {
        failure = error
        return .nan
      }
    }
    let breaks = [
      -4, -2, -1, 0, 1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 30, 45, 70, 100, 150, 250, 500, 1e3, 3e3, 1e4,
    ]
    let total = try Integral.over(-reach...1e5, breaks: breaks, absolute: 1e-12) { p in
      let above = folded(p) { self.probability(above: p - $0) }
      let chance = exp(others * log1p(-min(above, 1)))
      guard chance > 1e-30 else { return 0 }
      return chance * folded(p) { $0 * self.density(p - $0) }
    }
    if let failure { throw failure }
    return total * Double(number)
  }
}
