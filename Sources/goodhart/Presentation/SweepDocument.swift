import Experiments
import Reporting
import WorkplaceModel

/// A sweep for programs; keys are stable.
struct SweepDocument {
  private let results: SweepResults
  private let standing: SweepStanding
  private let seed: UInt64

  /// Takes a sweep; the seed is that of the resampling behind intervals.
  init(_ results: SweepResults, _ standing: SweepStanding, seed: UInt64) {
    self.results = results
    self.standing = standing
    self.seed = seed
  }

  /// The document.
  var document: JSONValue {
    let findings = SweepFindings(results, standing, seed: seed)
    return [
      "points": .integer(results.pointCount),
      "replications": .integer(results.sweep.replications),
      "runs": .integer(results.sweep.runCount(policies: results.policies.count)),
      "design": .string(results.sweep.design.kindInWords),
      "factors": .array(
        results.sweep.design.factors.map {
          ["path": .string($0.path), "range": .string($0.range.text)]
        }),
      "measure": .string(results.sweep.measures[0].identifier),
      "baseline": .string(results.policies[results.baseline]),
      "recommended": standing.recommended.map { .string(results.policies[$0]) } ?? .null,
      "policies": .array(results.policies.indices.map(policyDocument)),
      "findings": .array(findings.sentences.map { .string($0) }),
      "cautions": .array(findings.cautions.map { .string($0) }),
    ]
  }

  private func policyDocument(_ policy: Int) -> JSONValue {
    let estimate = Estimate(standing.means[policy])
    let isBaseline = policy == results.baseline
    return [
      "name": .string(results.policies[policy]), "mean": number(estimate.mean),
      "bestShare": number(standing.shareHeld(by: policy, .notBest)),
      "betterThanBaselineShare": number(isBaseline ? nil : standing.shareBetter(policy)),
      "undefined": .integer(results.undefinedCount(of: 0, policy: policy)),
      "sensitivity": .array(sensitivity(policy, isBaseline ? .value : .difference)),
      "losesToAny": box(policy, .notBest),
      "losesToBaseline": isBaseline ? .null : box(policy, .worseThanBaseline),
    ]
  }

  private func sensitivity(
    _ policy: Int, _ quantity: SweepSensitivity.Quantity
  ) -> [JSONValue] {
    SweepSensitivity(of: 0, policy: policy, quantity, in: results, seed: seed).indices.map {
      [
        "factor": .string(results.sweep.design.factors[$0.factor].path),
        "quantity": .string(quantity.rawValue), "figure": .string($0.name.rawValue),
        "value": number($0.estimate.value), "lower95": number($0.estimate.interval?.lowerBound),
        "upper95": number($0.estimate.interval?.upperBound),
      ]
    }
  }

  private func box(_ policy: Int, _ question: SweepStanding.Question) -> JSONValue {
    guard let found = standing.box(of: policy, question) else { return .null }
    return [
      "coverage": .number(found.quality.coverage), "density": .number(found.quality.density),
      "support": .number(found.quality.support),
      "bounds": .array(
        zip(found.box.restrictions, found.quasiProbabilities).map { restriction, probability in
          let factor = results.sweep.design.factors[restriction.factor]
          let bound = factor.bound(restriction.bound)
          return [
            "factor": .string(factor.path), "least": bound.least.map { .string($0) } ?? .null,
            "greatest": bound.greatest.map { .string($0) } ?? .null,
            "levels": bound.levels.map { .string($0) } ?? .null,
            "quasiP": .number(probability),
          ]
        }),
    ]
  }

  private func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}
