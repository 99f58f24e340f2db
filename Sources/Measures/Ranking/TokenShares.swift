/// Who holds the tokens: shares of all tokens by people's place in the order of tokens burnt.
public struct TokenShares: Sendable, Equatable {
  /// A part of the people, those with most tokens first.
  public enum Group: String, CaseIterable, Sendable {
    /// The hundredth with most tokens.
    case top = "top 1 %"
    /// The rest of the tenth with most tokens.
    case next = "next 9 %"
    /// Everybody else.
    case other = "other 90 %"

    /// Where the group begins and ends in the order of people.
    var range: Range<Double> {
      switch self {
      case .top: 0..<0.01
      case .next: 0.01..<0.1
      case .other: 0.1..<1
      }
    }
  }

  /// Tokens of a group over all tokens; NaN if nobody burns any.
  public struct Share: Sendable, Equatable {
    /// Burnt for work.
    public var work: Double
    /// Burnt for the metric alone.
    public var gaming: Double
  }

  /// The shares in the order of groups; they add up to 1.
  public let shares: [Share]

  /// Sorts people by their tokens of the evaluation window.
  ///
  /// A fraction of a person counts as that fraction of the person's tokens, so that groups have their
  /// size in every organisation; see ``Inequality/topShare(_:of:)``.
  public init(_ people: [PersonTotals]) {
    let sorted = people.enumerated().sorted {
      (-$0.element.tokens, $0.offset) < (-$1.element.tokens, $1.offset)
    }.map(\.element)
    let total = sorted.reduce(0) { $0 + $1.tokens }
    let count = Double(people.count)
    shares = Group.allCases.map { group in
      let (start, end) = (group.range.lowerBound * count, group.range.upperBound * count)
      var share = Share(work: 0, gaming: 0)
      for (place, person) in sorted.enumerated() {
        let part = min(end, Double(place + 1)) - max(start, Double(place))
        guard part > 0 else { continue }
        share.work += part * person.honestTokens
        share.gaming += part * person.gamingTokens
      }
      return total > 0
        ? Share(work: share.work / total, gaming: share.gaming / total)
        : Share(work: .nan, gaming: .nan)
    }
  }
}

extension PersonTotals {
  /// Tokens burnt for work and for the metric alone.
  fileprivate var tokens: Double { honestTokens + gamingTokens }
}
