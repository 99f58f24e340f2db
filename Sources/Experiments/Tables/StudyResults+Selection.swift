import Measures
import WorkplaceModel

extension StudyResults {
  /// Net value by policy and replication.
  public var netValues: PairedValues? {
    guard let measure = catalogue.position(of: Self.recommendedBy) else { return nil }
    return PairedValues(
      policies: scenario.policies.map(\.name),
      values: scenario.policies.indices.map { values(of: measure, policy: $0) })
  }

  /// Which policy to pick by net value; nil with fewer than two policies.
  public var recommendation: Recommendation? {
    netValues.flatMap {
      Recommendation($0, confidence: Self.confidence, seed: scenario.seed)
    }
  }

  /// `selection` and `pairs`.
  var comparisonTables: [ResultTable] {
    guard let values = netValues, let measure = catalogue.measure(Self.recommendedBy) else {
      return []
    }
    let tables = ComparisonTables(
      values, recommendation, measure: measure, confidence: Self.confidence)
    return [tables.selection, tables.pairs]
  }

  /// The measure that policies are recommended by.
  static let recommendedBy = "net_value_usd"
}
