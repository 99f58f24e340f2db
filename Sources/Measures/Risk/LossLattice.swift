import Foundation
import WorkplaceModel

/// The distribution of a compound Poisson loss on the points 0, h, 2h, ...
///
/// Each severity is spread over the lattice so that the mean of every cell is kept (local moment
/// matching, Gerber 1982):
///
///     f(0) = 1 - LEV(h)/h,   f(j) = (2 LEV(jh) - LEV((j-1)h) - LEV((j+1)h)) / h
///
/// The compound probabilities are the inverse transform of exp(lambda (f^ - 1)). Exponential
/// tilting by e^(-20) over the lattice pushes the wrap-around of the heavy tail below 1e-8
/// (Grübel and Hermesmeier 1999); severity beyond the last point cannot reach a sum before it, so
/// cutting it off changes nothing on the lattice.
struct LossLattice {
  /// Distance between points in US dollars.
  let step: Double
  /// Probability of each point; what is missing to 1 lies beyond the lattice.
  let probabilities: [Double]

  /// Computes the distribution on `count` points, a power of two.
  ///
  /// - Complexity: O(classes × n + n log n)
  init(_ classes: [LossClass], step: Double, count: Int) {
    self.step = step
    let tilt = 20 / Double(count)
    var real = [Double](repeating: 0, count: count)
    for lossClass in classes {
      Self.add(lossClass, step: step, to: &real)
    }
    for index in 0..<count { real[index] *= exp(-tilt * Double(index)) }
    let rate = classes.reduce(0) { $0 + $1.perYear }
    var imaginary = [Double](repeating: 0, count: count)
    let transform = FourierTransform(count: count)
    transform.transform(&real, &imaginary)
    for index in 0..<count {
      let size = exp(real[index] - rate)
      let angle = imaginary[index]
      real[index] = size * cos(angle)
      imaginary[index] = size * sin(angle)
    }
    transform.invert(&real, &imaginary)
    for index in 0..<count { real[index] = max(0, real[index] * exp(tilt * Double(index))) }
    probabilities = real
  }

  /// Adds the yearly number of incidents of each lattice severity.
  private static func add(_ lossClass: LossClass, step: Double, to density: inout [Double]) {
    let severity = lossClass.severity
    var previous = 0.0
    var current = severity.limitedMean(upTo: step)
    density[0] += lossClass.perYear * (1 - current / step)
    for index in 1..<density.count {
      let end = Double(index + 1) * step
      let next = severity.limitedMean(upTo: end)
      density[index] += lossClass.perYear * max(0, 2 * current - previous - next) / step
      // Beyond the limit nothing follows.
      if Double(index) * step > severity.limit { break }
      previous = current
      current = next
    }
  }

  /// Probability of a loss up to half a step above a point.
  func probability(upToPoint point: Int) -> Double {
    probabilities[0...point].reduce(0, +)
  }

  /// The quantile at `p`, and the mean of the loss where it is at most the quantile.
  ///
  /// The distribution function is interpolated between the middles of lattice cells; at zero it
  /// jumps to `atZero`.
  ///
  /// - Returns: nil if the lattice ends before the quantile.
  func quantile(_ p: Double, atZero: Double) -> (quantile: Double, meanBelow: Double)? {
    var below = atZero
    var start = 0.0
    var sum = 0.0
    for (point, probability) in probabilities.enumerated() {
      let mass = point == 0 ? max(0, probability - atZero) : probability
      let end = (Double(point) + 0.5) * step
      if below + mass >= p {
        let quantile = mass > 0 ? start + (end - start) * (p - below) / mass : start
        return (quantile, sum + (p - below) * (start + quantile) / 2)
      }
      below += mass
      sum += mass * Double(point) * step
      start = end
    }
    return nil
  }
}
