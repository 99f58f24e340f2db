/// How unequally an amount is spread over people.
package enum Inequality {
  /// Gini coefficient of amounts that are not negative.
  ///
  /// 0 if all have the same, near 1 if one has everything; NaN if nobody has anything.
  /// The organisation is the whole population, so there is no correction for sampling.
  package static func gini(_ amounts: [Double]) -> Double {
    let total = amounts.reduce(0, +)
    guard total > 0 else { return .nan }
    let count = Double(amounts.count)
    var weighted = 0.0
    for (index, amount) in amounts.sorted().enumerated() {
      weighted += (2 * Double(index + 1) - count - 1) * amount
    }
    return weighted / (count * total)
  }

  /// Share of the total that the top `share` of people hold.
  ///
  /// A fraction of a person counts as that fraction of the person's amount.
  package static func topShare(_ share: Double, of amounts: [Double]) -> Double {
    let total = amounts.reduce(0, +)
    guard total > 0 else { return .nan }
    var places = share * Double(amounts.count)
    var held = 0.0
    for amount in amounts.sorted(by: >) {
      held += min(1, places) * amount
      places -= 1
      if places <= 0 { break }
    }
    return held / total
  }
}
