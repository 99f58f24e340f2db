import Experiments
import Foundation
import Reporting
import Synchronization

/// Tells how far a run or an experiment is: bars on a terminal, a line of JSON now and then for
/// programs, nothing in a pipe.
final class ProgressReport: Sendable {
  /// How it is told.
  enum Kind: Sendable {
    /// Bars, redrawn in place.
    case bars
    /// A JSON object a line, at most one a second.
    case events
    /// Not at all.
    case none

    /// What suits the streams.
    static func standard(isForPrograms: Bool) -> Kind {
      Console.canRedraw ? .bars : isForPrograms ? .events : .none
    }
  }

  private struct State {
    var drawnLines = 0
    var latest: ExperimentProgress?
    var lastEvent = -Double.infinity
    var stage: String?
    var isFinished = false
  }

  private let kind: Kind
  private let isOpenEnded: Bool
  private let state = Mutex(State())

  /// Creates the report; nothing is told yet.
  ///
  /// - Parameter isOpenEnded: whether more may be needed than is known.
  init(_ kind: Kind, isOpenEnded: Bool = false) {
    self.kind = kind
    self.isOpenEnded = isOpenEnded
  }

  /// Tells how far the work is.
  func show(_ progress: ExperimentProgress) {
    switch kind {
    case .none: return
    case .bars: draw(progress)
    case .events: state.withLock { tell(progress, &$0) }
    }
  }

  /// Removes the bars.
  func clear() {
    state.withLock { state in
      Console.printFragment(Self.erasing(state.drawnLines))
      state.drawnLines = 0
    }
  }

  /// Ends the report.
  func finish() {
    if kind == .bars { clear() }
    guard kind == .events else { return }
    state.withLock { state in
      guard let latest = state.latest, !state.isFinished else { return }
      state.isFinished = true
      Self.print("finished", latest)
    }
  }

  private func draw(_ progress: ExperimentProgress) {
    let text = ProgressBars(progress, isOpenEnded: isOpenEnded)
    state.withLock { state in
      let lines = text.lines(width: Console.width)
      Console.printFragment(
        Self.erasing(state.drawnLines) + lines.map { $0 + "\n" }.joined())
      state.drawnLines = lines.count
    }
  }

  private static func erasing(_ lines: Int) -> String {
    String(repeating: "\u{1B}[1A\u{1B}[2K", count: lines)
  }

  private func tell(_ progress: ExperimentProgress, _ state: inout State) {
    if state.latest == nil { Self.print("started", progress) }
    state.latest = progress
    if !progress.stage.isEmpty, progress.stage != state.stage {
      state.stage = progress.stage
      Self.print("stage", progress)
      state.lastEvent = progress.elapsedSeconds
    } else if progress.elapsedSeconds - state.lastEvent >= 1 {
      state.lastEvent = progress.elapsedSeconds
      Self.print("progress", progress)
    }
  }

  private static func print(_ event: String, _ progress: ExperimentProgress) {
    Console.printMessage(document(event, progress).line())
  }

  /// An event for programs.
  static func document(_ event: String, _ progress: ExperimentProgress) -> JSONValue {
    [
      "event": .string(event), "stage": .string(progress.stage),
      "finished": .integer(progress.finishedRuns), "found": .integer(progress.foundRuns),
      "expected": .integer(progress.expectedRuns), "fraction": .number(progress.fraction),
      "seconds": .number(progress.elapsedSeconds),
      "secondsLeft": progress.secondsLeft.map { .number($0) } ?? .null,
      "policies": .array(
        progress.policies.map { policy in
          [
            "name": .string(policy.name), "finished": .integer(policy.finishedRuns),
            "found": .integer(policy.foundRuns), "expected": .integer(policy.expectedRuns),
          ]
        }),
    ]
  }
}
