import Experiments
import Measures
import Reporting

/// What flips the recommended policy, for programs; keys are stable.
struct FlipDocument {
  private let results: FlipResults
  private let measure: Measure
  private let fixed: [UnmovedAssumption]

  /// Takes results, the measure that policies were judged by, and the assumptions that were not
  /// moved.
  init(_ results: FlipResults, _ measure: Measure, fixed: [UnmovedAssumption]) {
    self.results = results
    self.measure = measure
    self.fixed = fixed
  }

  /// The document.
  var document: JSONValue {
    [
      "measure": .string(measure.identifier),
      "recommended": .string(results.policies[results.recommended]),
      "probabilityOfBest": .number(results.probabilityOfBest(results.recommended)),
      "replications": .integer(results.options.replications),
      "runs": .integer(results.runs),
      "undefinedRuns": .integer(results.undefinedRuns),
      "policies": .array(
        results.ranking.map { policy in
          [
            "name": .string(results.policies[policy]),
            "probabilityOfBest": .number(results.probabilityOfBest(policy)),
            "value": .object(results.estimate(policy).members),
            "behind": .object(results.lead(over: policy).members),
          ]
        }),
      "flips": .array(results.flips.map { direction(results.directions[$0]) }),
      "possibleFlips": .array(results.possibleFlips.map { direction(results.directions[$0]) }),
      "others": .array(others.map { direction(results.directions[$0]) }),
      "notMoved": .array(
        fixed.map { ["assumption": .string($0.path), "reason": .string($0.reason)] }),
    ]
  }

  private var others: [Int] {
    let told = Set(results.flips + results.possibleFlips)
    return results.directions.indices.filter { !told.contains($0) }
  }

  private func direction(_ direction: FlipDirection) -> JSONValue {
    let axis = results.axes[direction.axis]
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    func text(_ value: Double?) -> JSONValue { value.map { .string(axis.shown($0)) } ?? .null }
    let boundary = direction.boundary
    return [
      "assumption": .string(axis.name),
      "direction": .string(direction.end == 0 ? "down" : "up"),
      "status": .string(direction.status.rawValue),
      "default": .string(axis.shown(axis.reference)),
      "end": .string(axis.shown(axis.number(at: direction.end))),
      "boundary": text(boundary?.value),
      "near": text(boundary?.near),
      "far": text(boundary?.far),
      "boundaryValue": number(boundary?.value),
      "distance": number(boundary?.distance),
      "probability": number(boundary?.probability),
      "overtakenBy": .array(
        (boundary?.overtakers ?? []).map {
          ["policy": .string(results.policies[$0.policy]), "share": .number($0.share)]
        }),
    ]
  }
}
