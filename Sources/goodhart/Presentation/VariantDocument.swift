import Experiments
import Measures
import Reporting

/// Variants of a scenario for programs; keys are stable.
struct VariantDocument {
  private let variants: VariantResults
  private let best: Int?

  /// Takes variants and the policy that the study itself finds best.
  init(_ variants: VariantResults, best: Int?) {
    self.variants = variants
    self.best = best
  }

  /// The document.
  var document: JSONValue {
    [
      "kind": .string(variants.kind.rawValue),
      "replications": .integer(variants.replications),
      "variants": .array(variants.names.indices.map(variantDocument)),
      "findings": .array(
        VariantFindings(variants, best: best).sentences.map { .string($0) }),
    ]
  }

  private func variantDocument(_ variant: Int) -> JSONValue {
    let ranking = variants.ranking(variant: variant)
    return [
      "name": .string(variants.names[variant]),
      "best": ranking.first.map { .string(variants.policies[$0]) } ?? .null,
      "policies": .array(
        variants.policies.indices.map { policy in
          let value = variants.netValue.map {
            variants.estimate(of: $0, policy: policy, variant: variant)
          }
          let regret = variants.regret(policy: policy, variant: variant)
          return [
            "name": .string(variants.policies[policy]),
            "rank": ranking.firstIndex(of: policy).map { .integer($0 + 1) } ?? .null,
            "netValue": value.map { .object($0.members) } ?? .null,
            "regret": regret.map { .object($0.members) } ?? .null,
          ]
        }),
    ]
  }
}
