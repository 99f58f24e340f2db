import Foundation
import Randomness

/// Contests in which effort itself is what counts: by lot in proportion to it, or by the highest.
enum EffortAuctions {
  static let all = [lottery, allPay]

  private static func parameters(_ largest: Double) -> [Verification.Parameter] {
    [
      .init("n", "how many compete", standard: 5, range: 2...largest, isWhole: true),
      .init("prize", "the prize V", standard: 1, range: 1e-3...1e3),
    ]
  }

  // MARK: Tullock

  private static let lottery = Verification(
    "effort-lottery", section: "P3.5", "A prize by lot in proportion to effort",
    source: "Tullock 1980 with exponent 1: e* = V(n−1)/n²",
    parameters: parameters(1000),
    rows: [(2, 0.25), (3, 0.222222), (5, 0.16), (10, 0.09)].map {
      .init([$0, 1], named: ["effort"], [$1], decimals: 6)
    }
  ) { values in
    let (people, prize) = (values[0], values[1])
    let effort = prize * (people - 1) / (people * people)
    // Best replies to what the others did, of which everybody follows a part of the way.
    var found = prize / 2
    for _ in 0..<400 {
      let others = (people - 1) * found
      let reply = try Maximum.within(0...prize, steps: 200) { own in
        own + others > 0 ? prize * own / (own + others) - own : prize / people
      }.place
      let change = (reply - found) * min(0.5, 2 / people)
      found += change
      if abs(change) < 1e-11 * prize { break }
    }
    return [
      .exact("effort", effort, found),
      .exact("rent", prize / people - effort, prize / people - found),
    ]
  }

  // MARK: All pay

  private static let allPay = Verification(
    "all-pay-auction", section: "P3.5", "A prize for the highest effort, which all have spent",
    source: "Baye, Kovenock and de Vries 1996: F(e) = (e/V)^(1/(n−1))",
    parameters: parameters(100),
    rows: [
      (2, 0.666667, 0.083333), (3, 0.6, 0.088889), (5, 0.555556, 0.071111),
      (10, 0.526316, 0.042632),
    ].map { (people: Double, greatest: Double, variance: Double) in
      .init(
        [people, 1], named: ["mean", "greatest", "variance"], [1 / people, greatest, variance],
        decimals: 6)
    }
  ) { values, seed in
    let (people, prize) = (values[0], values[1])
    func quantile(_ place: Double) -> Double { prize * pow(place, people - 1) }
    let mean = try Integral.over(0...1) { quantile($0) }
    let square = try Integral.over(0...1) { quantile($0) * quantile($0) }
    let greatest = try Integral.over(0...1) { people * pow($0, people - 1) * quantile($0) }
    let drawn = RepeatedSelection(candidates: Int(people), selected: 1).means(seed: seed) { luck in
      let bid = quantile(luck.uniform())
      return (goal: bid, proxy: bid)
    }
    let variance = 1 / (2 * people - 1) - 1 / (people * people)
    return [
      .exact("mean", prize / people, mean),
      .exact("greatest", prize * people / (2 * people - 1), greatest),
      .exact("variance", prize * prize * variance, square - mean * mean),
      .simulated("greatest, selected", prize * people / (2 * people - 1), drawn.goal),
    ]
  }
}
