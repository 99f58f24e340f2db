import Foundation

/// One line on the terminal that tells how far a run is and how long it will still take.
///
/// Silent unless standard error is a terminal.
struct ProgressLine {
  private let isVisible: Bool
  private let start = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  /// Creates the line; nothing is drawn yet.
  init(isVisible: Bool = Console.canRedraw) { self.isVisible = isVisible }

  /// Redraws the line, at most ten times a second.
  ///
  /// - Parameters:
  ///   - fraction: Part of the work that is done, between 0 and 1.
  ///   - activity: What is running.
  mutating func show(fraction: Double, activity: String) {
    guard isVisible else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < .milliseconds(100), fraction < 1 { return }
    lastDrawn = now
    let elapsed = start.duration(to: now)
    let text = Self.text(
      fraction: fraction, activity: activity, elapsedSeconds: elapsed / .seconds(1))
    Console.printFragment("\r\u{1B}[2K" + text)
  }

  /// Removes the line.
  mutating func clear() {
    guard isVisible, lastDrawn != nil else { return }
    Console.printFragment("\r\u{1B}[2K")
    lastDrawn = nil
  }

  /// The line's words: share done, what is running, and time left once it can be told.
  ///
  /// Time left is time spent times work left over work done. It is withheld for the first two
  /// seconds and the first fortieth of the work, when it would mislead.
  static func text(fraction: Double, activity: String, elapsedSeconds: Double) -> String {
    let done = min(max(fraction, 0), 1)
    let cells = 20
    let filled = Int((done * Double(cells)).rounded(.down))
    let bar = String(repeating: "━", count: filled) + String(repeating: "─", count: cells - filled)
    var text = "\(bar) \(Int((100 * done).rounded(.down))) %  \(activity)"
    if elapsedSeconds >= 2, done >= 0.025, done < 1 {
      text += "  \(remaining(elapsedSeconds * (1 - done) / done)) left"
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
    default: "about \(String(Double(Int((seconds / 360).rounded())) / 10)) h"
    }
  }
}
