extension PatientRuleInduction {
  /// The box with its faces moved outward, step by step, where that does not thin it.
  ///
  /// In each step one face moves over the nearest rows outside of it that all other restrictions
  /// admit, or one level more is admitted: the step after which the box is densest, and of equal
  /// ones that which adds most cases.
  ///
  /// - Complexity: O(rows x restrictions²) for each step.
  func pasted(_ box: ScenarioBox, in data: DiscoveryData) -> ScenarioBox {
    var box = box
    var quality = data.quality(of: box)
    while true {
      let size = max(1, Int(pastingShare * Double(quality.rows)))
      var best: (box: ScenarioBox, quality: BoxQuality)?
      for index in box.restrictions.indices {
        for wider in widened(box, at: index, by: size, in: data) {
          let candidate = data.quality(of: wider)
          guard candidate.cases > quality.cases, candidate.density >= quality.density else {
            continue
          }
          let rank = (candidate.density, candidate.cases)
          if best.map({ rank > ($0.quality.density, $0.quality.cases) }) ?? true {
            best = (wider, candidate)
          }
        }
      }
      guard let best else { return box }
      (box, quality) = best
    }
  }

  /// Boxes in which one restriction is a step wider; without it if nothing is left outside.
  private func widened(
    _ box: ScenarioBox, at index: Int, by size: Int, in data: DiscoveryData
  ) -> [ScenarioBox] {
    let restriction = box.restrictions[index]
    let others = box.removing(at: index)
    let outside = data.rows(in: others).map { data.value(of: restriction.factor, in: $0) }
      .filter { !restriction.bound.admits($0) }
    func replaced(by bound: ScenarioBox.Bound) -> ScenarioBox {
      others.adding(.init(factor: restriction.factor, bound))
    }
    guard !outside.isEmpty else { return [others] }
    switch restriction.bound {
    case .atLeast:
      let limit = Self.limit(beyond: size, of: outside.map { -$0 }.sorted())
      return [limit.map { replaced(by: .atLeast(-$0)) } ?? others]
    case .atMost:
      let limit = Self.limit(beyond: size, of: outside.sorted())
      return [limit.map { replaced(by: .atMost($0)) } ?? others]
    case .among(let levels):
      let excluded = Set(outside.map { Int($0) })
      return excluded.count == 1
        ? [others] : excluded.sorted().map { replaced(by: .among((levels + [$0]).sorted())) }
    }
  }

  /// A limit between the last of the first `size` values, with those equal to it, and the next; nil
  /// if there is none.
  private static func limit(beyond size: Int, of ascending: [Double]) -> Double? {
    var end = min(size, ascending.count)
    while end < ascending.count, ascending[end] == ascending[end - 1] { end += 1 }
    return end < ascending.count
      ? ascending[end - 1] + (ascending[end] - ascending[end - 1]) / 2 : nil
  }
}
