import ArgumentParser
@preconcurrency import Dispatch
import Foundation
import Synchronization

/// What Ctrl-C and a request to terminate do to a run.
///
/// While it simulates, every finished run is kept already, so the program ends at once. While it
/// writes, the writing is cancelled, which removes what was begun.
final class Interruption: Sendable {
  private let writing = Mutex<Task<Void, any Error>?>(nil)
  private let sources: [any DispatchSourceSignal]
  private let notice: @Sendable () -> String
  private let temporaryFolder: String?

  /// Takes over both signals until the program ends.
  ///
  /// - Parameter notice: what is there when the program stops, in words.
  init(notice: @escaping @Sendable () -> String) {
    self.notice = notice
    temporaryFolder = Invocation.current.temporaryFolder
    // A write beyond the largest file size shall fail, not kill.
    signal(SIGXFSZ, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [weak self] in self?.interrupt() }
      source.resume()
    }
  }

  /// Runs the part of the work that must either finish or leave nothing behind.
  ///
  /// - Throws: What the work throws; `ExitStatus.interrupted` when it was interrupted.
  func whileWriting(_ work: @escaping @Sendable () throws -> Void) async throws {
    let task = Task { try work() }
    writing.withLock { $0 = task }
    defer { writing.withLock { $0 = nil } }
    do {
      try await task.value
    } catch is CancellationError {
      Console.printMessage("interrupted; \(stopped())")
      throw ExitStatus.interrupted
    } catch {
      Console.printMessage(stopped())
      throw error
    }
  }

  /// What is there, once nothing else is left.
  private func stopped() -> String {
    guard let temporaryFolder else { return notice() }
    try? FileManager.default.removeItem(atPath: temporaryFolder)
    return "nothing was written"
  }

  private func interrupt() {
    writing.withLock { task in
      if let task {
        task.cancel()
      } else {
        Console.printFragment(Console.canRedraw ? "\r\u{1B}[2K" : "")
        Console.printMessage("interrupted; \(stopped())")
        // Not `exit`: the threads that still simulate must not meet a program taking itself down.
        _exit(ExitStatus.interrupted.rawValue)
      }
    }
  }
}
