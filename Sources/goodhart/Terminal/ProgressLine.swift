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
    guard isVisible else { return }
    isDrawn.withLock { isDrawn in
      isDrawn = true
      Console.printFragment("\r\u{1B}[2K" + Self.text(progress))
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
  static func text(_ progress: StudyProgress) -> String {
    let done = min(max(progress.fraction, 0), 1)
    let cells = 20
    let filled = Int((done * Double(cells)).rounded(.down))
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: cells - filled)
    let percent = Int((100 * done).rounded(.down))
    var text = "\(bar) \(percent) %  run \(progress.completedRuns) of \(progress.totalRuns)"
    if progress.elapsedSeconds >= 2, done >= 0.025, done < 1,
      let seconds = progress.estimatedSecondsLeft
    {
      text += ", \(remaining(seconds)) left"
    }
    return text
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
