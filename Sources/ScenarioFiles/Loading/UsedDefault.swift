/// A value that the scenario left to its default, with the evidence for it.
public struct UsedDefault: Sendable, Equatable {
  /// Where the value would have been written: `workforce.developer.teamSize`.
  public let path: String
  /// The default, as YAML.
  public let value: String
  /// What the key means.
  public let meaning: String
  /// Where the default comes from.
  public let source: String
  /// How well it is known.
  public let confidence: Confidence
}

extension [UsedDefault] {
  /// How many defaults are known how well: "measured 12, derived 30, assumed 41".
  public var confidenceSummary: String {
    let counts = Confidence.allCases.map { confidence in
      (confidence, count { $0.confidence == confidence })
    }
    let facts = counts.filter { $0.0 != .convention }.map { "\($0.0.rawValue) \($0.1)" }
    return facts.joined(separator: ", ")
  }
}
