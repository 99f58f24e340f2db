import Experiments
import Measures
import Rainbow
import Reporting

/// What the metric did to the same people and work, and how much of it is gaming.
struct DistortionText {
  private let comparison: StudyComparison

  /// Takes a comparison of all measures.
  init(_ comparison: StudyComparison) { self.comparison = comparison }

  /// The block and its legend; nil without counterfactuals.
  var text: String? {
    guard comparison.measures.contains(where: { !$0.distortions.isEmpty }) else { return nil }
    let parts =
      policies.isEmpty ? ["What the metric did".bold] : table.blocks(title: "What the metric did")
    return (parts + [legend]).joined(separator: "\n\n")
  }

  private var measures: [ComparedMeasure] { Self.measures.compactMap(comparison.measure) }

  /// The policies that their metric can do something to.
  private var policies: [Int] {
    comparison.policies.indices.filter { policy in
      comparison.measures.contains {
        !$0.distortions.isEmpty && !$0.distortions[policy].isNothing
      }
    }
  }

  private var hasWhole: Bool {
    comparison.measures.contains { $0.distortions.contains { $0.metric != nil } }
  }

  private var table: FigureTable {
    FigureTable(
      rows: policies.flatMap { policy in
        let name = comparison.policies[policy]
        return hasWhole
          ? [FigureTable.Row(name: name), .init(name: "  by gaming", isMinor: true)]
          : [FigureTable.Row(name: name)]
      },
      columns: measures.map(column))
  }

  private func column(_ compared: ComparedMeasure) -> FigureTable.Column {
    let estimates = policies.flatMap { policy -> [Estimate?] in
      let distortion = compared.distortions[policy]
      return hasWhole ? [distortion.metric, distortion.gaming] : [distortion.gaming]
    }
    let format = QuantityFormat(
      unit: compared.measure.unit, values: estimates.map { $0?.mean },
      halfWidths: estimates.map { $0?.halfWidth() })
    let title = compared.measure.title.wrapped(to: 13).split(separator: "\n").map(String.init)
    return FigureTable.Column(
      heading: title + [format.unitText], format: format,
      cells: estimates.map { estimate in
        estimate.map { FigureTable.Cell(estimate: $0, mark: $0.excludesZero ? "*" : "") }
      })
  }

  private var legend: String {
    var lines: [String] = []
    if hasWhole {
      lines.append(
        """
        A policy less the same people and work with no metric: nothing shown, demanded, rewarded, \
        promised or audited.
        """)
    }
    lines.append(
      (hasWhole ? "By gaming: the" : "The")
        + " policy less the same with no technique of gaming available. "
        + "* its 95 % interval excludes 0; distortion.csv has every measure.")
    let rest = comparison.policies.indices.filter { !policies.contains($0) }
      .map { comparison.policies[$0] }
    if !rest.isEmpty {
      lines.append("Nothing to take away, so no distortion: \(rest.joined(separator: ", ")).")
    }
    return lines.map { $0.wrapped(to: 100).dim }.joined(separator: "\n")
  }

  private static let measures = [
    "tokens_per_person_week_tokens", "active_useful_share", "true_value_h",
    "expected_annual_loss_usd", "net_value_usd",
  ]
}
