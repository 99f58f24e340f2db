/// A name that formulas may use for a sum of token classes.
///
/// Token classes are kept separate everywhere; totals are expanded when a formula is parsed, so
/// that a change of counting rule is a change of formula and of nothing else.
public enum DerivedObservable: String, CaseIterable, Sendable, Hashable {
  /// Fresh input, cache reads, cache writes and output.
  case totalTokens = "total_tokens"
  /// Fresh input, cache reads and cache writes.
  case inputTokens = "input_tokens"
  /// Fresh input, cache writes and output: everything but cache reads.
  case nonCacheTokens = "non_cache_tokens"

  /// The name by which formulas call the sum.
  public var name: String { rawValue }

  /// The unit of the sum.
  public var unit: String { "tokens" }

  /// The observables that are added up.
  public var terms: [Observable] {
    switch self {
    case .totalTokens: [.freshInputTokens, .cacheReadTokens, .cacheWriteTokens, .outputTokens]
    case .inputTokens: [.freshInputTokens, .cacheReadTokens, .cacheWriteTokens]
    case .nonCacheTokens: [.freshInputTokens, .cacheWriteTokens, .outputTokens]
    }
  }

  /// What is added up, in one sentence.
  public var definition: String {
    terms.map(\.name).joined(separator: " + ")
  }
}
