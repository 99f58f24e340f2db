import Experiments

extension Chart {
  /// How many people game and how many tokens that burns, by policy.
  static func gaming(_ context: ReportContext) -> Chart? {
    let bands = MeasureBands(
      marks: [
        .init(
          measure: "gaming_people_share", words: "people", color: ChartTheme.truth,
          shape: "circle"),
        .init(
          measure: "gaming_token_share", words: "tokens", color: ChartTheme.claimed,
          shape: "diamond"),
      ], axis: "Share that is gaming")
    guard let data = bands.data(context),
      data.records.contains(where: { ($0.number("mean") ?? 0) > 0 })
    else { return nil }
    let words = context.policyNames.compactMap { policy -> String? in
      guard let people = context.words("gaming_people_share", policy) else { return nil }
      let tokens = context.words("gaming_token_share", policy).map { ", \($0) of tokens" }
      return "\(policy): \(people) of people\(tokens ?? "")"
    }
    return Chart(
      name: "gaming", title: "How many people game, and how many tokens that burns",
      caption: """
        People: those who game in a week, by any technique. Tokens: those burnt for the metric alone, \
        of all tokens; techniques that burn none, such as taking easy work, do not show there. \
        Bars are 95 % intervals.
        """,
      description: "Share of people and of tokens that is gaming, by policy. "
        + words.joined(separator: "; ") + ".",
      data: data, layout: bands.layout(data),
      notes: context.cautions(about: bands.marks.map(\.measure)),
      marks: bands.layers(context, data, format: "~%"))
  }
}
