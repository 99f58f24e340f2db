import Foundation

/// The reply to rivals that pays most, searched for everywhere and not only near a first-order
/// condition.
struct BestReply: Sendable, Equatable {
  /// The reply.
  let effort: Double
  /// What it pays.
  let payoff: Double

  /// Searches a range: a grid of equal steps, then a golden section around its best point.
  ///
  /// - Parameters:
  ///   - also: an effort that is tried besides, such as the one that should be an equilibrium.
  init(in range: ClosedRange<Double>, also: Double, steps: Int = 600, payoff: (Double) -> Double) {
    let width = (range.upperBound - range.lowerBound) / Double(steps)
    let grid = (0...steps).map { range.lowerBound + Double($0) * width }
    let best =
      (grid + [also]).map { (effort: $0, payoff: payoff($0)) }
      .max { $0.payoff < $1.payoff } ?? (also, payoff(also))
    let around =
      max(
        range.lowerBound, best.effort - width)...min(
        range.upperBound, best.effort + width)
    let refined = Self.goldenSection(around, payoff)
    let value = payoff(refined)
    (effort, self.payoff) = value > best.payoff ? (refined, value) : best
  }

  /// The greatest value of a function with one peak in a range, to about 1e-8 of the range.
  static func goldenSection(
    _ range: ClosedRange<Double>, _ function: (Double) -> Double
  ) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var (low, high) = (range.lowerBound, range.upperBound)
    var (left, right) = (high - ratio * (high - low), low + ratio * (high - low))
    var (atLeft, atRight) = (function(left), function(right))
    for _ in 0..<90 {
      if atLeft >= atRight {
        (high, right, atRight) = (right, left, atLeft)
        left = high - ratio * (high - low)
        atLeft = function(left)
      } else {
        (low, left, atLeft) = (left, right, atRight)
        right = low + ratio * (high - low)
        atRight = function(right)
      }
    }
    return (low + high) / 2
  }

  /// Refuses a first-order condition from which somebody would rather depart.
  ///
  /// - Parameters:
  ///   - effort: the solution of the first-order condition.
  ///   - payoff: what it pays if everybody chooses it.
  ///   - scale: size of the prizes; gains below a billionth of it are rounding.
  /// - Throws: `VerificationRefusal` with the reply that pays more.
  func refuse(departingFrom effort: Double, paying payoff: Double, scale: Double) throws {
    guard self.payoff > payoff + 1e-9 * scale else { return }
    func text(_ number: Double) -> String { String(format: "%.3g", number) }
    throw VerificationRefusal(
      "no equilibrium in pure strategies: the first-order condition asks for an effort of "
        + "\(text(effort)), but against such rivals \(text(self.effort)) pays "
        + "\(text(self.payoff - payoff)) more; best replies chase one another")
  }
}
