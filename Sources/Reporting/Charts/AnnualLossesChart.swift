import Experiments

extension Chart {
  /// What incidents are expected to cost in a year, and in a bad one, by policy.
  static func annualLosses(_ context: ReportContext) -> Chart? {
    let bands = MeasureBands(
      marks: [
        .init(
          measure: "expected_annual_loss_usd", words: "expected", color: ChartTheme.truth,
          shape: "circle"),
        .init(
          measure: "var95_annual_loss_usd", words: "VaR 95", color: ChartTheme.claimed,
          shape: "diamond"),
        .init(
          measure: "cvar95_annual_loss_usd", words: "CVaR 95", color: ChartTheme.useful,
          shape: "square"),
      ], axis: "Loss in a year, $")
    guard let data = bands.data(context),
      data.records.contains(where: { ($0.number("mean") ?? 0) > 0 })
    else { return nil }
    let words = context.policyNames.compactMap { policy -> String? in
      let figures = bands.marks.compactMap { mark in
        context.words(mark.measure, policy).map { "\(mark.words) \($0)" }
      }
      return figures.isEmpty ? nil : "\(policy): \(figures.joined(separator: ", "))"
    }
    return Chart(
      name: "annual-losses", title: "What incidents cost in a year, and in a bad one",
      caption: """
        Expected: the average year. VaR 95: what one year in twenty exceeds. CVaR 95: the average of \
        those worst years. Lines are 95 % intervals.
        """,
      description: "Loss through incidents in a year, by policy. "
        + words.joined(separator: "; ") + ".",
      data: data, layout: bands.layout(data),
      notes: context.cautions(about: bands.marks.map(\.measure)),
      marks: bands.layers(context, data, format: "$~s"))
  }
}
