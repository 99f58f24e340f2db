import Foundation
import Synchronization

/// One line on the terminal, redrawn, that tells what is being done.
///
/// Silent unless standard error is a terminal.
final class ProgressLine: Sendable {
  private let isVisible: Bool
  private let isDrawn = Mutex(false)

  /// Creates the line; nothing is drawn yet.
  init(isVisible: Bool = Console.canRedraw) { self.isVisible = isVisible }

  /// Redraws the line.
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
}
