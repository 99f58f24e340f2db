import Measures
import WorkplaceModel

/// Looks for cycles, drifts and multiple steady states in the headline figures of every policy.
///
/// A policy under which nothing of a kind happens gets a flag of that kind with probability
/// ``level`` at most: p values are adjusted after Holm over all tests of the kind under the policy.
/// The family is the policy's own, so another policy in the study changes no flag. What is sure but
/// small is left out.
struct SteadinessSearch {
  /// Chance of any false flag of one kind under one policy.
  static let level = 0.01
  /// Least share of week-to-week variance of a cycle worth a flag.
  static let leastCycleShare = 0.1
  /// Least change over the window, and least distance between states, over the size of the mean.
  static let leastRelativeChange = 0.05
  /// The fewest replications in which two states can be told at all.
  static let fewestForStates = 10

  private let catalogue: MeasureCatalogue
  private let window: Range<Int>
  /// Positions in the catalogue of headline measures that are weekly, each with its position in
  /// rows of weekly values.
  private let weekly: [(measure: Int, column: Int)]
  private let headline: [Int]

  init(_ scenario: Scenario, _ catalogue: MeasureCatalogue) {
    self.catalogue = catalogue
    window = (scenario.horizonWeeks - scenario.evaluationWeeks)..<scenario.horizonWeeks
    weekly = catalogue.weekly.enumerated()
      .filter { catalogue.measures[$0.element].isHeadline }
      .map { (measure: $0.element, column: $0.offset) }
    headline = catalogue.measures.indices.filter { catalogue.measures[$0].isHeadline }
  }

  /// The flags of every policy, by kind, then measure.
  func flags(in runs: [[PolicyRun]]) -> [[SteadinessFlag]] {
    let replications = runs.first?.count ?? 0
    let dip = replications >= Self.fewestForStates ? DipTest(count: replications) : nil
    return runs.map { runs in
      let series = weekly.map { measure, column in
        (measure, runs.map { run in window.map { run.record.weekly[$0][column] } })
      }.filter { $0.1.allSatisfy { $0.allSatisfy(\.isFinite) } }
      return cycles(in: series) + drifts(in: series) + states(in: runs, dip)
    }
  }

  private typealias Series = (measure: Int, values: [[Double]])

  private func cycles(in series: [Series]) -> [SteadinessFlag] {
    let tests = series.flatMap { measure, values in
      CycleTest.periods.compactMap { period in
        CycleTest(period: period, series: values).map { (measure: measure, test: $0) }
      }
    }
    let adjusted = HolmAdjustment.adjusted(tests.map(\.test.probability))
    let flags = zip(tests, adjusted).compactMap { found, probability -> SteadinessFlag? in
      guard let probability, probability < Self.level, found.test.share >= Self.leastCycleShare
      else { return nil }
      return SteadinessFlag(
        measure: found.measure, kind: .cycle(weeks: found.test.period),
        statistic: found.test.share, probability: probability)
    }
    // Of several periods of a measure, the one that explains most.
    return flags.filter { flag in
      !flags.contains { $0.measure == flag.measure && $0.statistic > flag.statistic }
    }
  }

  private func drifts(in series: [Series]) -> [SteadinessFlag] {
    let tests = series.compactMap { measure, values in
      DriftTest(series: values).map { (measure: measure, test: $0) }
    }
    let adjusted = HolmAdjustment.adjusted(tests.map(\.test.probability))
    return zip(tests, adjusted).compactMap { found, probability in
      guard let probability, probability < Self.level,
        abs(found.test.relativeChange) >= Self.leastRelativeChange
      else { return nil }
      return SteadinessFlag(
        measure: found.measure, kind: .drift(relativeChange: found.test.relativeChange),
        statistic: found.test.slope, probability: probability)
    }
  }

  private func states(in runs: [PolicyRun], _ dip: DipTest?) -> [SteadinessFlag] {
    guard let dip else { return [] }
    let samples = headline.compactMap { measure -> (measure: Int, sorted: [Double])? in
      let values = runs.map { $0.record.measures[measure] }
      guard values.allSatisfy(\.isFinite), Set(values).count > 1 else { return nil }
      return (measure, values.sorted())
    }
    let adjusted = HolmAdjustment.adjusted(samples.map { dip.probability(of: $0.sorted) })
    return zip(samples, adjusted).compactMap { sample, probability in
      guard let probability, probability < Self.level else { return nil }
      let states = TwoStates(sample.sorted)
      let mean = Estimate(sample.sorted).mean ?? 0
      guard states.high - states.low >= Self.leastRelativeChange * abs(mean) else { return nil }
      return SteadinessFlag(
        measure: sample.measure,
        kind: .states(
          low: states.low, lowReplications: states.split, high: states.high,
          highReplications: sample.sorted.count - states.split),
        statistic: DipTest.dip(of: sample.sorted), probability: probability)
    }
  }
}

/// Values in ascending order cut in two where the parts are closest within and farthest between
/// (least sum of squares).
struct TwoStates {
  /// Values in the lower part; at least 1.
  private(set) var split = 1
  /// Mean of the lower part.
  private(set) var low = 0.0
  /// Mean of the upper part.
  private(set) var high = 0.0

  /// - Precondition: at least two values.
  init(_ sorted: [Double]) {
    let total = sorted.reduce(0, +)
    var below = 0.0
    var best = -Double.infinity
    for split in 1..<sorted.count {
      below += sorted[split - 1]
      let low = below / Double(split)
      let high = (total - below) / Double(sorted.count - split)
      let between =
        Double(split) * Double(sorted.count - split) * (high - low) * (high - low)
      guard between > best else { continue }
      best = between
      (self.split, self.low, self.high) = (split, low, high)
    }
  }
}
