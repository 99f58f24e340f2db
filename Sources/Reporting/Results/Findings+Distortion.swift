import Experiments
import Measures

extension Findings {
  /// What the metric and gaming did, in words; none without counterfactuals.
  public var distortionSentences: [String] {
    [costOfMetric, shareOfGaming, adoption].compactMap { $0 }
  }

  /// The policy whose metric changes net value most, and gaming's part in it.
  private var costOfMetric: String? {
    guard let net = comparison.measure("net_value_usd"),
      let policy = largest(net, \.metric), let effect = net.distortions[policy].metric
    else { return nil }
    let format = Self.format(net, [effect, net.distortions[policy].gaming])
    var text = """
      The metric changes net value most under \(name(policy)): \
      \(Self.change(effect, format)) per person-week against the same people unobserved
      """
    if let gaming = net.distortions[policy].gaming {
      text += ", of which gaming makes \(Self.change(gaming, format))"
    }
    return text + "."
  }

  /// The policy under which gaming itself burns most tokens, and what it does to true value.
  private var shareOfGaming: String? {
    guard let tokens = comparison.measure("tokens_per_person_week_tokens"),
      let value = comparison.measure("true_value_h"),
      let policy = largest(tokens, \.gaming), let burnt = tokens.distortions[policy].gaming,
      let lost = value.distortions[policy].gaming
    else { return nil }
    guard burnt.excludesZero else {
      return "What gaming itself does to tokens cannot be told from luck under any policy."
    }
    let effect =
      lost.excludesZero
      ? "changes true value by \(Self.change(lost, Self.format(value, [lost])))"
      : "does not change true value measurably"
    return """
      Gaming itself moves tokens most under \(name(policy)): \
      \(Self.change(burnt, Self.format(tokens, [burnt]))) per person-week against the same policy \
      with honest people; it \(effect).
      """
  }

  /// Whether a metric makes more people useful users.
  private var adoption: String? {
    guard let useful = comparison.measure("active_useful_share"),
      let policy = largest(useful, \.metric), let effect = useful.distortions[policy].metric,
      effect.excludesZero
    else { return nil }
    return """
      Useful activity changes most under \(name(policy)): \
      \(Self.change(effect, Self.format(useful, [effect]))) of people in a week.
      """
  }

  private func largest(
    _ compared: ComparedMeasure, _ part: KeyPath<ComparedDistortion, Estimate?>
  ) -> Int? {
    compared.distortions.indices
      .filter {
        !compared.distortions[$0].isNothing && compared.distortions[$0][keyPath: part]?.mean != nil
      }
      .max { size(compared, part, $0) < size(compared, part, $1) }
  }

  private func size(
    _ compared: ComparedMeasure, _ part: KeyPath<ComparedDistortion, Estimate?>, _ policy: Int
  ) -> Double {
    abs(compared.distortions[policy][keyPath: part]?.mean ?? 0)
  }

  private static func format(
    _ compared: ComparedMeasure, _ estimates: [Estimate?]
  ) -> QuantityFormat {
    let known = estimates.compactMap { $0 }
    return QuantityFormat(
      unit: compared.measure.unit, values: known.map(\.mean),
      halfWidths: known.map { $0.halfWidth() })
  }

  private static func change(_ estimate: Estimate, _ format: QuantityFormat) -> String {
    let sign = (estimate.mean ?? 0) > 0 ? "+" : ""
    return [sign + format.phrase(estimate.mean), format.halfWidth(estimate.halfWidth())]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
