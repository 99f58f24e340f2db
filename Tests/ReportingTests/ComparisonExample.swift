import Experiments
import Measures
import Reporting

/// A comparison made by hand, three replications of three policies.
struct ComparisonExample {
  /// Values by measure, then policy, then replication.
  var values: [String: [[Double]]] = [
    "tokens_per_person_week_tokens": [
      [2e6, 2.1e6, 1.9e6], [8e6, 8.2e6, 7.8e6], [2e6, 2.1e6, 1.9e6],
    ],
    "active_nominal_share": [[0.40, 0.42, 0.41], [0.83, 0.84, 0.82], [0.41, 0.42, 0.43]],
    "active_useful_share": [[0.20, 0.21, 0.22], [0.21, 0.20, 0.19], [0.20, 0.21, 0.22]],
    "true_value_h": [[25, 26, 27], [24, 25.1, 25.9], [25, 26, 27]],
    "gaming_people_share": [[0, 0, 0], [0.3, 0.31, 0.32], [0, 0, 0.1]],
    "gaming_token_share": [[0, 0, 0], [0.6, 0.61, 0.62], [0, 0, 0.1]],
    "using_loops_share": [[0, 0, 0], [0.2, 0.2, 0.2], [0, 0, 0.1]],
    "using_top_up_share": [[0, 0, 0], [0.1, 0.1, 0.1], [0, 0, 0]],
    "kendall_tau_b_coefficient": [
      [.nan, .nan, .nan], [0.01, -0.02, 0.03], [0.5, 0.52, .nan],
    ],
    "expected_annual_loss_usd": [[1e5, 1.1e5, 1.2e5], [3e5, 3e5, 3e5], [1e5, 1.1e5, 1.2e5]],
    "cvar95_annual_loss_usd": [[1e6, 1.1e6, 1.2e6], [3e6, 3e6, 3e6], [1e6, 1.1e6, 1.2e6]],
    "net_value_usd": [[2500, 2600, 2700], [2400, 2490, 2610], [2510, 2611, 2712]],
  ]
  var policies = ["noMetric", "tokenBoard", "outcomeKPI"]
  var replications = 3

  /// The comparison, its measures in the order of the catalogue.
  var comparison: StudyComparison {
    let measures = MeasureCatalogue.common.measures.compactMap { measure in
      values[measure.identifier].map { compared(measure, $0) }
    }
    return StudyComparison(
      policies: policies, baseline: 0, replications: replications, measures: measures,
      recommendation: recommendation)
  }

  private func compared(_ measure: Measure, _ values: [[Double]]) -> ComparedMeasure {
    ComparedMeasure(
      measure: measure, levels: values.map { Estimate($0) },
      differences: values.indices.map { policy in
        guard policy > 0 else { return nil }
        let difference = Estimate(zip(values[policy], values[0]).map { $0 - $1 })
        return ComparedDifference(
          estimate: difference, adjustedProbability: difference.probabilityOfZero.map { $0 * 2 })
      })
  }

  private var recommendation: Recommendation? {
    values["net_value_usd"].flatMap {
      Recommendation(PairedValues(policies: policies, values: $0), seed: 1)
    }
  }
}
