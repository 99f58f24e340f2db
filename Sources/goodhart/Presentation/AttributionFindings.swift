import Experiments
import Measures
import Reporting
import WorkplaceModel

/// What an attribution says in plain words: the largest part of each net effect, whether it is
/// sure, and where it matters which channels act besides.
struct AttributionFindings {
  private let attribution: Attribution
  private let measures: [Measure]

  /// Reads an attribution.
  init(_ attribution: Attribution, measures: [Measure]) {
    self.attribution = attribution
    self.measures = measures
  }

  /// The sentences, by policy and measure.
  var sentences: [String] {
    let several = measures.count > 1
    return attribution.attributions.flatMap { one -> [String] in
      guard let measure = measures.first(where: { $0.identifier == one.measure }) else { return [] }
      let subject = several ? "\(one.policy), \(measure.title.lowercasedFirst)" : one.policy
      let words = Words(one, measure)
      return [words.largest, words.order].compactMap { $0 }.map { "\(subject): \($0)" }
    }
  }

  /// What limits them.
  var cautions: [String] {
    guard attribution.replications < 5 else { return [] }
    let count = attribution.replications
    return count == 1
      ? ["one replication has no intervals: nothing here is sure."]
      : ["only \(count) replications: read intervals with care."]
  }
}

extension AttributionFindings {
  /// Sentences about one policy and measure.
  private struct Words {
    let attribution: PolicyAttribution
    let format: QuantityFormat

    init(_ attribution: PolicyAttribution, _ measure: Measure) {
      self.attribution = attribution
      let estimates = AttributionPart.allCases.map { $0.estimate(in: attribution) }
      format = QuantityFormat(
        unit: measure.unit, values: estimates.map(\.mean),
        halfWidths: estimates.map { $0.halfWidth() })
    }

    /// The largest part.
    var largest: String {
      let parts = AttributionPart.allCases.filter { $0 != .total }
        .map { (part: $0, estimate: $0.estimate(in: attribution)) }
      let size = { (estimate: Estimate) in abs(estimate.mean ?? 0) }
      guard let first = parts.max(by: { size($0.estimate) < size($1.estimate) }),
        first.estimate.mean != nil
      else { return "the net effect is undefined." }
      guard size(first.estimate) > 0 else { return "it changes nothing in any replication." }
      let total = attribution.total
      let surely =
        first.estimate.excludesZero
        ? "" : first.estimate.halfWidth() == nil ? "" : ", which may be luck: its interval holds 0"
      return """
        of a net effect of \(phrase(total)), the largest part is \(first.part.name), \
        \(phrase(first.estimate))\(surely).
        """
    }

    /// The channel whose part depends most on which others act, among those for which that is sure;
    /// nil where the order makes little difference.
    var order: String? {
      let told = AttributionPart.allCases.compactMap { part -> (Double, String)? in
        guard let channel = part.channel, attribution.orderEffect(of: channel).excludesZero,
          let range = attribution.range(over: channel)
        else { return nil }
        let sentence = """
          what \(part.name) does depends on what else acts: alone \
          \(phrase(attribution.alone(channel).mean)), beside all others \
          \(phrase(attribution.last(channel).mean)) (from \(phrase(range.lowerBound)) to \
          \(phrase(range.upperBound))).
          """
        return (range.upperBound - range.lowerBound, sentence)
      }
      let largest =
        AttributionPart.allCases.filter { $0 != .total }
        .compactMap { $0.estimate(in: attribution).mean.map(abs) }.max() ?? 0
      guard let most = told.max(by: { $0.0 < $1.0 }), most.0 >= 0.1 * largest else { return nil }
      return most.1
    }

    private func phrase(_ estimate: Estimate) -> String {
      let half = estimate.halfWidth().map { " \(format.halfWidth($0))" } ?? ""
      return phrase(estimate.mean) + half
    }

    private func phrase(_ value: Double?) -> String {
      let text = format.phrase(value)
      return (value ?? 0) > 0 ? "+" + text : text
    }
  }
}

extension String {
  /// The text with a small first letter.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
