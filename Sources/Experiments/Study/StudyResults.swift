import Measures
import WorkplaceModel

/// What a study found: every replication under every policy, and the comparisons drawn from them.
public struct StudyResults: Sendable {
  /// What was simulated, with the policies that were kept.
  public let scenario: Scenario
  /// The measures, in the order of tables.
  public let catalogue: MeasureCatalogue
  /// How it was run.
  public let options: StudyOptions
  /// By policy of the scenario, then replication.
  public private(set) var runs: [[PolicyRun]]
  /// Weekly figures that are not steady in the evaluation window, and so are not told by their mean
  /// alone; by policy of the scenario.
  public let flags: [[SteadinessFlag]]
  /// What came of the counterfactuals; nil until they have been simulated, or if none are wanted.
  public private(set) var counterfactuals: CounterfactualRuns?
  /// What is kept of the sketches, by policy; nothing until there are counterfactuals.
  private(set) var sketchFigures: [SketchFigures]
  /// What came of variants of the scenario.
  public internal(set) var variants: [VariantResults] = []
  /// How the warm-up was found; nil if it was declared.
  public internal(set) var warmUp: WarmUpFinding?
  /// What is said where replications ended before the precision asked for was reached.
  public internal(set) var precisionCaution: String?
  /// Seconds the study took; differs from run to run.
  public internal(set) var elapsedSeconds = 0.0

  init(
    scenario: Scenario, catalogue: MeasureCatalogue, options: StudyOptions, runs: [[PolicyRun]]
  ) {
    self.scenario = scenario
    self.catalogue = catalogue
    self.options = options
    self.runs = runs
    sketchFigures = runs.map { _ in SketchFigures() }
    flags = SteadinessSearch(scenario, catalogue).flags(in: runs)
  }

  /// Adds what came of the counterfactuals, and fills in the measures that compare with both.
  mutating func add(_ counterfactuals: CounterfactualRuns) {
    var counterfactuals = counterfactuals
    for policy in runs.indices {
      for replication in runs[policy].indices {
        func sketch(_ counterfactual: Counterfactual) -> RunSketch? {
          counterfactuals.runs(of: counterfactual, policy: policy, among: runs)?[replication]
            .reading(by: policy)?.sketch
        }
        guard let own = runs[policy][replication].reading(by: policy)?.sketch,
          let unobserved = sketch(.unobserved)
        else { continue }
        sketchFigures[policy].add(own, unobserved: unobserved)
        runs[policy][replication].record.add(
          Distortion(policy: own, honest: sketch(.honest), unobserved: unobserved), catalogue)
      }
    }
    runs = runs.map { $0.map(\.withoutSketches) }
    counterfactuals.dropSketches()
    self.counterfactuals = counterfactuals
  }

  /// Level of every interval.
  public static let confidence = 0.95

  /// Events executed after the policies were switched on.
  public var events: UInt64 {
    runs.reduce(0) { $1.reduce($0) { $0 + $1.events } }
  }

  /// Processor seconds spent after the policies were switched on; differs from run to run.
  public var cpuSeconds: Double {
    runs.reduce(0) { $1.reduce($0) { $0 + $1.cpuSeconds } }
  }

  /// Hash over the trajectories of all runs.
  public var fingerprint: UInt64 {
    var hash = FowlerNollVoHash()
    for (policy, policyRuns) in zip(scenario.policies, runs) {
      hash.add(policy.name)
      for run in policyRuns { hash.add(run.fingerprint) }
    }
    return hash.value
  }

  /// Index of the policy called `name`.
  public func policyIndex(_ name: String) -> Int? {
    scenario.policies.firstIndex { $0.name == name }
  }

  /// The values of a measure by replication, NaN where undefined.
  ///
  /// - Parameters:
  ///   - measure: position in the catalogue.
  ///   - policy: index of the policy.
  public func values(of measure: Int, policy: Int) -> [Double] {
    runs[policy].map { $0.record.measures[measure] }
  }

  /// The values that the baseline is compared with: for a measure that reads a dashboard, what the
  /// policy's own dashboard reads under the baseline.
  public func baselineValues(of measure: Int, against policy: Int) -> [Double] {
    let readsDashboard = catalogue.measures[measure].readsDashboard
    return runs[scenario.baseline].map { run in
      readsDashboard ? run.record.readings[policy][measure] : run.record.measures[measure]
    }
  }

  /// The mean of a measure under a policy and its precision.
  ///
  /// With a single replication whose evaluation window is long enough, by batch means.
  public func estimate(of measure: Int, policy: Int) -> Estimate {
    let values = values(of: measure, policy: policy)
    guard let batches = batches(of: measure, policy: policy) else { return Estimate(values) }
    return Estimate(mean: values[0], batches: batches.means)
  }

  /// How a measure under a policy differs from the baseline.
  public func difference(of measure: Int, policy: Int) -> PairedDifference {
    let own = values(of: measure, policy: policy)
    let baseline = baselineValues(of: measure, against: policy)
    if let batches = differenceBatches(of: measure, policy: policy) {
      return PairedDifference(batchesOf: batches, policy: own[0], baseline: baseline[0])
    }
    return PairedDifference(policy: own, baseline: baseline)
  }

  /// The mean of the measure called `identifier` under the policy called `policy`.
  public func estimate(of identifier: String, policy: String) -> Estimate? {
    guard let measure = catalogue.position(of: identifier), let policy = policyIndex(policy)
    else { return nil }
    return estimate(of: measure, policy: policy)
  }

  /// The difference of the measure called `identifier` under the policy called `policy`.
  public func difference(of identifier: String, policy: String) -> PairedDifference? {
    guard let measure = catalogue.position(of: identifier), let policy = policyIndex(policy)
    else { return nil }
    return difference(of: measure, policy: policy)
  }

  /// Every comparison of a policy with the baseline, in the order of the catalogue.
  ///
  /// P values of the headline measures are adjusted together, as one family for each policy; so a
  /// policy added to a study changes no figure of another.
  public func comparisons(of policy: Int) -> [Comparison] {
    let differences = catalogue.measures.indices.map { difference(of: $0, policy: policy) }
    let family = catalogue.measures.indices.filter { catalogue.measures[$0].isHeadline }
    let adjusted = HolmAdjustment.adjusted(
      family.map { differences[$0].estimate.probabilityOfZero })
    var holm = [Double?](repeating: nil, count: differences.count)
    for (measure, probability) in zip(family, adjusted) { holm[measure] = probability }
    return catalogue.measures.indices.map { index in
      Comparison(
        measure: catalogue.measures[index], difference: differences[index],
        adjustedProbability: holm[index])
    }
  }

  /// Every table of the results folder, in the order of the design; employee weeks last, if kept.
  public func tables() -> [ResultTable] {
    [
      summary(), comparisons(), replications(), weekly(), weeklySummary(), metricQuality(),
      incidents(), lossExceedance(), flagTable(),
    ] + comparisonTables
      + [valueBridge(), distortion(), tokenShares(), targetDistribution()].compactMap { $0 }
      + variants.flatMap(\.tables)
      + [employeeWeeks()].compactMap { $0 }
  }
}

/// One measure of a policy compared with the baseline.
public struct Comparison: Sendable {
  /// What is compared.
  public var measure: Measure
  /// The paired difference.
  public var difference: PairedDifference
  /// The p value adjusted for the other headline measures of the policy; nil for other measures.
  public var adjustedProbability: Double?
}
