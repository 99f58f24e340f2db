import Experiments
import Measures
import Rainbow
import Reporting

/// Net value and regret of every policy in every variant of a scenario.
struct VariantText {
  private let variants: VariantResults
  private let best: Int?

  /// Takes variants and the policy that the study itself finds best.
  init(_ variants: VariantResults, best: Int?) {
    self.variants = variants
    self.best = best
  }

  /// The blocks, their legend and what they say; nil where there is no net value.
  var text: String? {
    guard let netValue = variants.netValue else { return nil }
    let table = FigureTable(
      rows: variants.policies.flatMap {
        [FigureTable.Row(name: $0), .init(name: "  regret", isMinor: true)]
      },
      columns: variants.names.indices.map { column($0, netValue) })
    let findings = VariantFindings(variants, best: best).sentences.map {
      "- \($0)".wrapped(to: 100, indent: "  ")
    }
    return (table.blocks(title: title) + [legend, findings.joined(separator: "\n")])
      .joined(separator: "\n\n")
  }

  private func column(_ variant: Int, _ netValue: Int) -> FigureTable.Column {
    let values = variants.policies.indices.map {
      variants.estimate(of: netValue, policy: $0, variant: variant)
    }
    let regrets = variants.policies.indices.map { variants.regret(policy: $0, variant: variant) }
    let format = QuantityFormat(
      unit: .usd, values: values.map(\.mean), halfWidths: regrets.map { $0?.halfWidth() })
    return FigureTable.Column(
      heading: variants.names[variant].split(separator: ", ").map(String.init)
        + [format.unitText],
      format: format,
      cells: variants.policies.indices.flatMap { policy -> [FigureTable.Cell?] in
        [
          FigureTable.Cell(estimate: values[policy], isSigned: false),
          regrets[policy].map {
            FigureTable.Cell(
              estimate: $0, isSigned: false, mark: $0.excludesZero ? "*" : "")
          },
        ]
      })
  }

  private var title: String {
    switch variants.kind {
    case .decisionRules: "Net value by the rule that people decide by"
    case .corners: "Net value where friction, severity and credibility are low or high"
    }
  }

  private var legend: String {
    """
    Per person-week, \(variants.replications) replications each. Regret: the best policy of the \
    column less this one, paired; 0 is the best; * its 95 % interval excludes 0.
    """.wrapped(to: 100).dim
  }
}
