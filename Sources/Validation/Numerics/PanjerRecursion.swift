import Foundation
import Incentives

/// The distribution of a compound Poisson-lognormal sum by Panjer's recursion, as a second route to
/// what the simulator computes by Fourier transform.
///
///     f_S(0) = e^(λ(f(0) − 1)),   f_S(k) = (λ/k) Σ_j j f(j) f_S(k − j)
///
/// Severities stand on a lattice that keeps the mean of each cell (Gerber 1982). Its error falls
/// with the square of the step and is extrapolated to step 0 (Richardson) from three lattices.
struct PanjerRecursion: Sendable {
  /// Expected number a year.
  let perYear: Double
  /// Median of one loss.
  let median: Double
  /// Log standard deviation of one loss.
  let sigma: Double

  /// Expected loss of a year.
  var mean: Double { perYear * median * exp(sigma * sigma / 2) }

  /// Points below the value asked for, on the coarsest lattice.
  private static let points = 1_024

  /// The loss not exceeded with probability p; 0 if a year without loss is at least as likely.
  ///
  /// - Parameter estimate: where the search begins.
  func quantile(_ p: Double, near estimate: Double) throws -> Double {
    guard p > exp(-perYear) else { return 0 }
    func excess(_ logarithm: Double) -> Double {
      extrapolated(exp(logarithm)) { $0.reduce(0, +) } - p
    }
    let start = estimate > 0 && estimate.isFinite ? log(estimate) : log(median)
    var width = 1e-3
    while excess(start - width) > 0 || excess(start + width) < 0 {
      width *= 8
      guard width < 100 else { throw NumericalFailure(description: "no bracket of the quantile") }
    }
    return exp(try Root.within((start - width)...(start + width), excess))
  }

  /// E[S; S ≤ x] at the quantile x of a probability.
  func meanBelow(_ quantile: Double, probability: Double) -> Double {
    guard quantile > 0 else { return 0 }
    return extrapolated(quantile) { probabilities in
      let step = quantile / (Double(probabilities.count) - 0.5)
      return probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * step * $1.element }
    }
  }

  /// A sum over the lattice points below x, extrapolated to step 0.
  private func extrapolated(_ x: Double, _ sum: ([Double]) -> Double) -> Double {
    let counts = [1, 2, 4].map { Self.points * $0 }
    let steps = counts.map { x / (Double($0) - 0.5) }
    var values = zip(counts, steps).map { sum(probabilities(count: $0, step: $1)) }
    // Neville's scheme in the square of the step.
    let squares = steps.map { $0 * $0 }
    for order in 1..<values.count {
      for index in 0..<(values.count - order) {
        let (near, far) = (squares[index + order], squares[index])
        values[index] = (far * values[index + 1] - near * values[index]) / (far - near)
      }
    }
    return values[0]
  }

  /// Probabilities of the first points of the lattice.
  private func probabilities(count: Int, step: Double) -> [Double] {
    let limited = (0...count).map { limitedMean(upTo: Double($0) * step) }
    var severity = [1 - limited[1] / step]
    for index in 1..<count {
      severity.append((2 * limited[index] - limited[index - 1] - limited[index + 1]) / step)
    }
    let weighted = severity.enumerated().map { perYear * Double($0.offset) * $0.element }
    var sums: [Double] = [exp(perYear * (severity[0] - 1))]
    sums.reserveCapacity(count)
    for point in 1..<count {
      var total = 0.0
      for index in 1...point { total += weighted[index] * sums[point - index] }
      sums.append(total / Double(point))
    }
    return sums
  }

  /// E[min(X, x)] of the lognormal.
  private func limitedMean(upTo x: Double) -> Double {
    guard x > 0 else { return 0 }
    let score = log(x / median) / sigma
    return median * exp(sigma * sigma / 2) * StandardNormal.probability(below: score - sigma)
      + x * StandardNormal.probability(below: -score)
  }
}
