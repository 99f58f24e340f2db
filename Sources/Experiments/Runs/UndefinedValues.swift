/// A measure that has no value in some runs of an arm.
///
/// Such values are kept, and left out of means; a mean over the rest is a mean over runs that were
/// chosen by what happened in them.
public struct UndefinedValues: Sendable, Equatable {
  /// What was in force.
  public var arm: Arm
  /// Identifier of the measure.
  public var measure: String
  /// Runs without a value.
  public var count: Int
  /// All runs.
  public var runs: Int
}

/// Counts undefined values, each run once.
struct UndefinedValueCount {
  private var counted: Set<RunRequest> = []
  private var runs: [Arm: Int] = [:]
  private var missing: [Arm: [Int]] = [:]

  /// Adds a run, unless it was added before.
  mutating func add(_ outcome: RunOutcome, of request: RunRequest) {
    guard counted.insert(request).inserted else { return }
    runs[request.arm, default: 0] += 1
    let none = [Int](repeating: 0, count: outcome.measures.count)
    for (index, value) in outcome.measures.enumerated() where value.isNaN {
      missing[request.arm, default: none][index] += 1
    }
  }

  /// What was found, by policy, then arm, then measure; measures that an arm never has are left out.
  func found(_ measures: [String], policies: [String]) -> [UndefinedValues] {
    func place(_ arm: Arm) -> Int { policies.firstIndex(of: arm.policy) ?? policies.count }
    return missing.keys.sorted { (place($0), $0.key) < (place($1), $1.key) }.flatMap { arm in
      let total = runs[arm] ?? 0
      return zip(measures, missing[arm] ?? []).compactMap { measure, count in
        count > 0 && count < total
          ? UndefinedValues(arm: arm, measure: measure, count: count, runs: total) : nil
      }
    }
  }
}
