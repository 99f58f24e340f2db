import Experiments
import Measures
import WorkplaceModel

/// Which values of single runs are undefined, for people: of the headline measures one by one, of the
/// rest in all.
struct UndefinedValuesText {
  private let values: [UndefinedValues]
  private let catalogue: MeasureCatalogue

  /// Takes what was counted.
  init(_ values: [UndefinedValues], _ scenario: Scenario) {
    self.values = values
    catalogue = MeasureCatalogue(scenario)
  }

  /// A line for each headline measure and policy, the most frequent first; few of them.
  var cautions: [String] {
    let headline = Set(catalogue.headline.map(\.identifier))
    let told = values.filter { headline.contains($0.measure) }
      .enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map(\.element)
    var lines = told.prefix(Self.limit).map { value in
      "\(value.measure) is undefined in \(value.count) of \(value.runs) runs of \(value.arm.key), "
        + "which are left out of its means"
    }
    let rest = values.count - lines.count
    if rest > 0, !lines.isEmpty {
      lines.append(
        "\(rest) more pairs of a measure and a policy have undefined values; tables count them")
    }
    return lines
  }

  private static let limit = 4
}
