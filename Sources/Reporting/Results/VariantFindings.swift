import Experiments
import Measures

/// What variants of a scenario say in plain words: which policy is best where, and which
/// conclusions hold in all of them.
public struct VariantFindings: Sendable {
  private let variants: VariantResults
  private let best: Int?

  /// Reads variants.
  ///
  /// - Parameter best: the policy that the study itself finds best.
  public init(_ variants: VariantResults, best: Int?) {
    self.variants = variants
    self.best = best
  }

  /// The sentences, most important first.
  public var sentences: [String] {
    [stability, holding, turning, few].compactMap { $0 }
  }

  /// In how many variants the recommended policy stays best, and what is best elsewhere.
  private var stability: String? {
    guard let best else { return nil }
    let won = variants.variantsWon(by: best)
    let count = "\(won.count) of \(variants.names.count) \(plural)"
    guard won.count < variants.names.count else {
      return "\(variants.policies[best]) has the highest net value in all \(won.count) \(plural)."
    }
    let elsewhere = variants.policies.indices.filter { $0 != best }.compactMap { policy in
      let places = variants.variantsWon(by: policy).map { variants.names[$0] }
      return places.isEmpty
        ? nil : "\(variants.policies[policy]) under \(places.joined(separator: "; "))"
    }
    return """
      \(variants.policies[best]), the best of the study, has the highest net value in \(count); \
      best elsewhere: \(elsewhere.joined(separator: " – ")).
      """
  }

  /// The conclusions that hold in every variant.
  private var holding: String? {
    let text = list(.holds) { $0.signs[0] == .higher ? "higher" : "lower" }
    return text.map { "Holds under every \(singular): \($0)." }
  }

  /// The conclusions that turn round.
  private var turning: String? {
    let turning = list(.reverses) { _ in "" }
    let undecided = variants.conclusions.count { $0.verdict == .undecided }
    let rest = "\(undecided) others are sure under some only"
    return turning.map { "Changes sign: \($0); \(rest)." }
      ?? (undecided > 0 ? "No conclusion changes sign; \(rest)." : nil)
  }

  private var few: String? {
    guard variants.replications < 5 else { return nil }
    return "only \(variants.replications) replications a \(singular): read intervals with care."
  }

  /// Conclusions of a verdict, policy by policy.
  private func list(
    _ verdict: VariantResults.Conclusion.Verdict,
    _ word: (VariantResults.Conclusion) -> String
  ) -> String? {
    let conclusions = variants.conclusions.filter { $0.verdict == verdict }
    guard !conclusions.isEmpty else { return nil }
    return variants.policies.indices.compactMap { policy in
      let own = conclusions.filter { $0.policy == policy }.map {
        let title = variants.measures[$0.measure].title
        return [title.startingSmall, word($0)]
          .filter { !$0.isEmpty }.joined(separator: " ")
      }
      return own.isEmpty ? nil : "\(variants.policies[policy]): \(own.joined(separator: "; "))"
    }.joined(separator: " – ")
  }

  private var singular: String {
    switch variants.kind {
    case .decisionRules: "rule"
    case .corners: "corner"
    }
  }

  private var plural: String { singular + "s" }
}

extension String {
  /// The text as it stands within a sentence: abbreviations such as `VaR` keep their capital.
  var startingSmall: String {
    guard let second = dropFirst().first, second.isLowercase, first?.isUppercase == true,
      !dropFirst().prefix(4).contains(where: \.isUppercase)
    else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
