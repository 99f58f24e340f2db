import Experiments

/// The words and bars that tell how far an experiment is: a line for each policy and one for all.
struct ProgressBars {
  private let progress: ExperimentProgress
  private let isOpenEnded: Bool

  /// More policies than this are told by the one that is farthest behind.
  static let mostPolicies = 12

  init(_ progress: ExperimentProgress, isOpenEnded: Bool = false) {
    self.progress = progress
    self.isOpenEnded = isOpenEnded
  }

  /// The lines, none longer than the terminal is wide.
  func lines(width: Int) -> [String] {
    let policies = shown
    let nameWidth = min(24, (policies.map(\.name.count) + [3]).max() ?? 3)
    let rows = policies.map { policy in
      Self.row(
        policy.name, nameWidth, policy.fraction,
        "\(policy.finishedRuns) of \(policy.expectedRuns)")
    }
    return (rows + [Self.row("all", nameWidth, progress.fraction, total)])
      .map { String($0.prefix(max(1, width - 1))) }
  }

  /// The policies that have a line: none where there is one only, since it is all.
  private var shown: [ExperimentProgress.Policy] {
    let policies = progress.policies.filter { $0.expectedRuns > 0 }
    if policies.count <= 1 { return [] }
    if policies.count <= Self.mostPolicies { return policies }
    return policies.min { $0.fraction < $1.fraction }.map { [$0] } ?? []
  }

  private var total: String {
    var text = "\(progress.finishedRuns) of \(progress.expectedRuns)"
    if isOpenEnded { text += " so far" }
    if progress.finishedRuns < progress.expectedRuns, let seconds = progress.secondsLeft {
      text += ", \(Self.duration(seconds)) left"
      if isOpenEnded { text += " of these" }
    }
    return text
  }

  private static func row(
    _ name: String, _ nameWidth: Int, _ fraction: Double, _ text: String
  ) -> String {
    let short = name.count <= nameWidth ? name : name.prefix(nameWidth - 1) + "…"
    let padded = short + String(repeating: " ", count: nameWidth - short.count)
    let percent = "\(Int((100 * fraction).rounded(.down)))"
    let space = String(repeating: " ", count: max(0, 3 - percent.count))
    return "\(padded) \(bar(fraction)) \(space)\(percent) %  \(text)"
  }

  private static func bar(_ fraction: Double) -> String {
    let cells = 20
    let filled = min(cells, max(0, Int((fraction * Double(cells)).rounded(.down))))
    return String(repeating: "━", count: filled) + String(repeating: "─", count: cells - filled)
  }

  /// A duration as people say it, never more precise than it is.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: "a few seconds"
    case ..<55: "about \(5 * Int((seconds / 5).rounded())) s"
    case ..<570: "about \(max(1, Int((seconds / 60).rounded()))) min"
    case ..<3300: "about \(5 * Int((seconds / 300).rounded())) min"
    default: "about \(Double(Int((seconds / 360).rounded())) / 10) h"
    }
  }
}
