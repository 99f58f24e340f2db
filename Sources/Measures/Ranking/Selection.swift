/// Who is chosen when the best of a ranking are taken.
///
/// Employees tied at the edge share the places left: each is chosen with the same probability. So
/// what is computed from a selection is the expectation over fair lots.
package struct Selection {
  /// Probability of being chosen, by employee.
  let probabilities: [Double]
  /// How many are chosen.
  let places: Int

  /// Chooses the highest share of `values`, rounded to whole places, at least one.
  package init(highest share: Double, of values: [Double]) {
    places = max(1, Int((share * Double(values.count)).rounded()))
    probabilities = Self.probabilities(places: places, values: values)
  }

  /// Chooses the lowest share of `values`.
  package init(lowest share: Double, of values: [Double]) {
    self.init(highest: share, of: values.map { -$0 })
  }

  private static func probabilities(places: Int, values: [Double]) -> [Double] {
    guard !values.isEmpty else { return [] }
    let edge = values.sorted(by: >)[min(places, values.count) - 1]
    let above = values.count { $0 > edge }
    let tied = values.count { $0 == edge }
    let chance = Double(places - above) / Double(tied)
    return values.map { $0 > edge ? 1 : $0 == edge ? chance : 0 }
  }

  /// Mean of a quantity over the chosen.
  package func mean(of quantity: [Double]) -> Double {
    guard !probabilities.isEmpty else { return .nan }
    return zip(probabilities, quantity).reduce(0) { $0 + $1.0 * $1.1 } / Double(places)
  }

  /// Expected share of the chosen that another selection, with lots of its own, chooses too.
  package func overlap(with other: Selection) -> Double { mean(of: other.probabilities) }
}
