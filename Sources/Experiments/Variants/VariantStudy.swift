import Measures
import WorkplaceModel

/// A list of variants of a scenario, compared on the same random numbers.
struct VariantStudy: Sendable {
  /// What kind of variants they are.
  var kind: VariantResults.Kind
  var factors: [VariantFactor]
  var variants: [Variant]
  /// Replications of every variant, from the first of the study on.
  var replications: Int

  /// The studies of variants that a run asks for.
  static func studies(of scenario: Scenario, _ options: StudyOptions) -> [VariantStudy] {
    [decisionRules(of: scenario), options.corners.map { corners(of: scenario, $0) }]
      .compactMap { $0 }
  }

  /// The variants that share each trajectory, by position; but for those which the study itself
  /// simulates.
  private var groups: [[Int]] {
    var numbers: [Int] = []
    for variant in variants where !numbers.contains(variant.trajectory) {
      numbers.append(variant.trajectory)
    }
    return numbers.compactMap { number in
      let group = variants.indices.filter { variants[$0].trajectory == number }
      return group.contains { variants[$0].isUnchanged } && group.count == 1 ? nil : group
    }
  }

  /// What has to be simulated: one plan for each trajectory.
  func plans(_ options: StudyOptions) -> [StudyPlan] {
    var options = options
    options.keepEmployeeWeeks = false
    return groups.map { group in
      StudyPlan(
        variants[group[0]].scenario, options, replications: replications,
        repriced: group.dropFirst().map { variants[$0].scenario })
    }
  }

  /// Arranges what came of the plans, and of the study itself where it is a variant.
  func results(of runs: [[[PolicyRun]]], beside study: StudyResults) -> VariantResults {
    var values = [[VariantValues]](repeating: [], count: variants.count)
    for (group, runs) in zip(groups, runs) {
      for (place, variant) in group.enumerated() {
        values[variant] = policyValues(variant, baseline: study.scenario.baseline, runs) {
          place == 0 ? $0.record : $0.repriced[place - 1]
        }
      }
    }
    for variant in variants.indices where values[variant].isEmpty {
      values[variant] = policyValues(
        variant, baseline: study.scenario.baseline,
        study.runs.map { Array($0.prefix(replications)) }, \.record)
    }
    return VariantResults(
      kind: kind, factors: factors, names: variants.map(\.name), levels: variants.map(\.levels),
      policies: study.scenario.policies.map(\.name), baseline: study.scenario.baseline,
      replications: replications, measures: study.catalogue.headline, values: values)
  }

  private func policyValues(
    _ variant: Int, baseline: Int, _ runs: [[PolicyRun]],
    _ record: (PolicyRun) -> ReplicationRecord
  ) -> [VariantValues] {
    let catalogue = MeasureCatalogue(variants[variant].scenario)
    let places = catalogue.headline.compactMap { measure in
      catalogue.position(of: measure.identifier)
    }
    let base = runs[baseline].map(record)
    return runs.indices.map { policy in
      VariantValues(
        levels: places.map { place in runs[policy].map { record($0).measures[place] } },
        baseline: places.map { place in
          base.map {
            catalogue.measures[place].readsDashboard
              ? $0.readings[policy][place] : $0.measures[place]
          }
        })
    }
  }
}

/// The headline values of one policy in one variant, by measure, then replication.
struct VariantValues: Sendable {
  /// Under the policy.
  var levels: [[Double]]
  /// Under the baseline, as the policy's dashboard reads it.
  var baseline: [[Double]]
}
