import CGSL
import Foundation
import Incentives

/// What is expected of the k highest of n standard normal draws.
enum SelectedProxy {
  /// The mean of a function of the draws over the k highest of n.
  ///
  /// A draw z is among them when fewer than k of the other n − 1 exceed it, so
  ///
  ///     E[g] = (n/k) ∫ g(z) φ(z) P(Binomial(n − 1, 1 − Φ(z)) ≤ k − 1) dz
  ///
  /// With g(z) = z and k = 1 this is the expected maximum E[Z_(n:n)] (David and Nagaraja 2003,
  /// "Order Statistics", section 3.1).
  static func mean(
    top chosen: Int, of number: Int, breaks: [Double] = [],
    _ function: @escaping (Double) -> Double
  ) throws -> Double {
    let share = Double(chosen) / Double(number)
    let edge = share < 1 ? StandardNormal.quantile(1 - share) : -12
    return try Integral.over(-12...12, breaks: breaks + [edge - 1, edge, edge + 1]) { z in
      let above = StandardNormal.probability(below: -z)
      let isChosen = gsl_cdf_binomial_P(UInt32(chosen - 1), above, UInt32(number - 1))
      return function(z) * StandardNormal.density(z) * isChosen / share
    }
  }

  /// The mean of the k highest of n standard normal draws: (1/k) Σ_{j≤k} E[Z_(j:n)].
  static func mean(top chosen: Int, of number: Int) throws -> Double {
    guard chosen < number else { return 0 }
    return try mean(top: chosen, of: number) { $0 }
  }
}
