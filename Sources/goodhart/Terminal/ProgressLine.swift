import Experiments
import Foundation
import Synchronization

/// One line on the terminal that tells how far a run is and how long it will still take.
///
/// Silent unless standard error is a terminal.
final class ProgressLine: Sendable {
  private let isVisible: Bool
  private let isDrawn = Mutex(false)

  /// Creates the line; nothing is drawn yet.
  init(isVisible: Bool = Console.canRedraw) { self.isVisible = isVisible }

  /// Redraws the line.
  func show(_ progress: StudyProgress) {
    show(
      Self.text(
        weeks: progress.completedUnits, of: progress.totalUnits, runs: progress.completedRuns,
        of: progress.totalRuns, elapsedSeconds: progress.elapsedSeconds))
  }

  /// Redraws the line for an experiment.
  func show(_ progress: ExperimentProgress) {
    show("run \(progress.finishedRuns) of \(progress.expectedRuns)")
  }

  /// Redraws the line with words of one's own.
  func show(_ text: String) {
    guard isVisible else { return }
    isDrawn.withLock { isDrawn in
      isDrawn = true
      Console.printFragment("\r\u{1B}[2K" + text)
    }
  }

  /// Removes the line.
  func clear() {
    isDrawn.withLock { isDrawn in
      if isDrawn { Console.printFragment("\r\u{1B}[2K") }
      isDrawn = false
    }
  }

  /// The line's words: share done, what is running, and time left once it can be told.
  ///
  /// Time left is withheld for the first two seconds and the first fortieth of the work, when it
  /// would mislead.
  static func text(
    weeks: Int, of totalWeeks: Int, runs: Int, of totalRuns: Int, elapsedSeconds: Double
  ) -> String {
    let done = totalWeeks > 0 ? Double(weeks) / Double(totalWeeks) : 1
    let cells = 20
    let filled = Int((done * Double(cells)).rounded(.down))
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: cells - filled)
    let text = "\(bar) \(Int((100 * done).rounded(.down))) %  run \(runs) of \(totalRuns)"
    guard elapsedSeconds >= 2, done >= 0.025, done < 1 else { return text }
    return text + ", \(remaining(elapsedSeconds * (1 - done) / done)) left"
  }

  /// A duration as people say it, never more precise than it is.
  private static func remaining(_ seconds: Double) -> String {
    switch seconds {
    case ..<10: "a few seconds"
    case ..<55: "about \(5 * Int((seconds / 5).rounded())) s"
    case ..<570: "about \(max(1, Int((seconds / 60).rounded()))) min"
    case ..<3300: "about \(5 * Int((seconds / 300).rounded())) min"
    default: "about \(Double(Int((seconds / 360).rounded())) / 10) h"
    }
  }
}
