import Experiments
import Measures
import Rainbow
import Reporting

/// A comparison of policies as text, at most a hundred columns wide: policies are rows, measures
/// are columns, and below each policy stands its paired difference to the baseline.
struct ComparisonText {
  private let comparison: StudyComparison
  private let nameWidth: Int

  /// Arranges a comparison.
  init(_ comparison: StudyComparison) {
    self.comparison = comparison
    let names = comparison.policies.map(\.count).max() ?? 0
    let differences =
      comparison.alternatives.isEmpty
      ? 0 : comparison.policies[comparison.baseline].count + Self.differenceSign.count
    nameWidth = max(names, differences)
  }

  /// The blocks of the comparison and their legend.
  var text: String {
    (Self.blocks.flatMap(block) + [legend]).joined(separator: "\n\n")
  }

  private var legend: String {
    let baseline = comparison.policies[comparison.baseline]
    var lines = ["mean ± half-width of the 95 % interval over replications; – undefined."]
    if hasUnreadDashboard {
      lines.append(
        """
        \(baseline) has no metric of its own to be judged; there each policy's metric is read as it \
        stands under \(baseline), where nobody is rewarded by it.
        """)
    }
    if !comparison.alternatives.isEmpty {
      lines.append(
        """
        − \(baseline): paired difference on the same random numbers; \
        \(Mark.interval) its interval excludes 0; \
        \(Mark.adjusted) also after Holm's correction.
        """)
    }
    lines += flagLines
    lines.append("goodhart list measures names every measure; goodhart explain defines it.")
    return lines.map { $0.wrapped(to: Self.lineWidth).dim }.joined(separator: "\n")
  }

  /// What the marks behind levels mean; only those that are there.
  private var flagLines: [String] {
    let flags = comparison.measures.flatMap { $0.flags.flatMap { $0 } }
    let meanings = FlagMark.allCases.filter { mark in flags.contains { FlagMark($0) == mark } }
      .map { "\($0.rawValue) \($0.meaning)" }
    guard !meanings.isEmpty else { return [] }
    return [
      "behind a level: \(meanings.joined(separator: "; ")); the mean does not tell it all, and "
        + "flags.csv says more."
    ]
  }

  /// Whether a measure of the leading metric is undefined under the baseline and yet compared.
  private var hasUnreadDashboard: Bool {
    comparison.measures.contains { compared in
      compared.measure.readsDashboard && compared.levels[comparison.baseline].mean == nil
        && compared.differences.contains { $0?.estimate.mean != nil }
    }
  }

  /// Measures that are told together, as many lines of columns as the width demands.
  private func block(title: String, groups: [Measure.Group]) -> [String] {
    let columns = comparison.measures
      .filter { groups.contains($0.measure.group) }
      .map { MeasureColumn($0, baseline: comparison.baseline) }
    let chunks = columns.chunks(within: Self.lineWidth, besideNamesOf: nameWidth) {
      MeasureColumn.gap.count + $0.width
    }
    return chunks.enumerated().map { number, columns in
      let heading = number == 0 ? title : "\(title), continued"
      return ([heading.bold] + lines(of: columns)).joined(separator: "\n")
    }
  }

  private func lines(of columns: [MeasureColumn]) -> [String] {
    let height = columns.map(\.heading.count).max() ?? 0
    let headings = (0..<height).map { line in
      padded("") + columns.map { $0.headingLine(line, of: height) }.joined()
    }
    let rows = comparison.policies.indices.flatMap { policy in
      let level = padded(comparison.policies[policy]) + columns.map { $0.level(policy) }.joined()
      guard policy != comparison.baseline else { return [level] }
      let name = Self.differenceSign + comparison.policies[comparison.baseline]
      let difference = padded(name).dim + columns.map { $0.difference(policy) }.joined()
      return [level, difference]
    }
    return (headings + rows).map(\.withoutTrailingSpace)
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, nameWidth - name.count))
  }

  private static let lineWidth = 100
  private static let differenceSign = "  − "

  private static let blocks: [(title: String, groups: [Measure.Group])] = [
    ("What the dashboard claims, and what is true", [.claim, .truth]),
    ("How the metric is gamed", [.gaming]),
    ("What it risks", [.risk]),
    ("Whom the metric finds, what waits, and what it costs", [.ranking, .people, .work, .cost]),
  ]
}

/// How sure a difference is.
private enum Mark {
  static let interval = "*"
  static let adjusted = "**"
  static let width = 2

  static func of(_ difference: ComparedDifference) -> String {
    guard difference.estimate.excludesZero else { return "" }
    guard let p = difference.adjustedProbability, p < 0.05 else { return interval }
    return adjusted
  }
}

/// What is not steady about a level.
private enum FlagMark: String, CaseIterable {
  case cycle = "~"
  case rise = "↗"
  case fall = "↘"
  case states = "‖"

  init(_ flag: SteadinessFlag) {
    switch flag.kind {
    case .cycle: self = .cycle
    case .drift(let change): self = change > 0 ? .rise : .fall
    case .states: self = .states
    }
  }

  var meaning: String {
    switch self {
    case .cycle: "goes round in a cycle of a few weeks"
    case .rise: "still rises in the weeks it is averaged over"
    case .fall: "still falls in them"
    case .states: "settles in two states, depending on luck"
    }
  }

  static func of(_ flags: [SteadinessFlag]) -> String {
    allCases.filter { mark in flags.contains { FlagMark($0) == mark } }.map(\.rawValue).joined()
  }
}

/// One measure as a column: levels and differences in the same unit and with the same decimals.
private struct MeasureColumn {
  static let gap = "  "
  let heading: [String]
  let width: Int
  private let compared: ComparedMeasure
  private let format: QuantityFormat
  private let valueWidth: Int
  private let halfWidthWidth: Int
  private let markWidth: Int

  init(_ compared: ComparedMeasure, baseline: Int) {
    self.compared = compared
    let format = compared.format
    self.format = format
    let estimates = compared.levels + compared.differences.compactMap { $0?.estimate }
    let levels = compared.levels.map { format.digits($0.mean).count }
    let signed = compared.differences.map { format.signedDigits($0?.estimate.mean).count }
    valueWidth = (levels + signed).max() ?? 0
    halfWidthWidth = estimates.map { format.halfWidth($0.halfWidth()).count }.max() ?? 0
    let flags = compared.flags.map { FlagMark.of($0).count }.max() ?? 0
    markWidth = max(compared.levels.count > 1 ? Mark.width : 0, flags)
    let cell = valueWidth + 1 + halfWidthWidth
    let title = compared.measure.title.wrapped(to: max(11, cell)).split(separator: "\n")
    heading = title.map(String.init) + [format.unitText]
    let text = max(cell, heading.map(\.count).max() ?? 0)
    width = text + markWidth
  }

  func headingLine(_ line: Int, of height: Int) -> String {
    let offset = line - (height - heading.count)
    return aligned(offset >= 0 ? heading[offset] : "", mark: "")
  }

  func level(_ policy: Int) -> String {
    let estimate = compared.levels[policy]
    return aligned(
      cell(format.digits(estimate.mean), estimate), mark: FlagMark.of(compared.flags[policy]))
  }

  /// Green where the difference is surely for the better, red where it is surely for the worse.
  func difference(_ policy: Int) -> String {
    guard let difference = compared.differences[policy] else { return aligned("", mark: "") }
    let text = aligned(
      cell(format.signedDigits(difference.estimate.mean), difference.estimate),
      mark: Mark.of(difference))
    guard difference.estimate.excludesZero, let value = difference.estimate.mean else {
      return text.dim
    }
    switch compared.measure.preference {
    case .neutral: return text
    case .higher: return value > 0 ? text.green : text.red
    case .lower: return value < 0 ? text.green : text.red
    }
  }

  /// What is 0 in every replication stands alone: nothing about it is uncertain.
  private func cell(_ number: String, _ estimate: Estimate) -> String {
    let isExactlyZero = estimate.mean == 0 && estimate.halfWidth() == 0
    let number = isExactlyZero ? "0" : number
    let halfWidth = isExactlyZero ? "" : format.halfWidth(estimate.halfWidth())
    let space = String(repeating: " ", count: max(0, halfWidthWidth - halfWidth.count))
    return number + " " + halfWidth + space
  }

  private func aligned(_ text: String, mark: String) -> String {
    let before = String(repeating: " ", count: max(0, width - markWidth - text.count))
    let after = String(repeating: " ", count: max(0, markWidth - mark.count))
    return Self.gap + before + text + mark + after
  }
}
