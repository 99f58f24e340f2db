import Experiments
import RunStore
import Synchronization

/// The archive of a session: what was found in it, what was added, and what happens when the disk
/// takes no more.
///
/// Where the archive is a safety net only, losing it is told and does not stop the work.
final class KeptRuns: RunArchive {
  let archive: SQLiteRunArchive
  /// Runs that were there when the session began.
  let found: Int
  private let isVital: Bool
  private let sealing: @Sendable (SQLiteRunArchive, _ runs: Int) throws -> Void
  private let state = Mutex(State())

  private struct State {
    var added = 0
    var hasFailed = false
  }

  /// Wraps an archive.
  ///
  /// - Parameters:
  ///   - isVital: whether the work is for nothing without it.
  ///   - seal: what to do when all runs of a shard are there.
  init(
    _ archive: SQLiteRunArchive, found: Int, isVital: Bool,
    seal: @escaping @Sendable (SQLiteRunArchive, _ runs: Int) throws -> Void = { _, _ in }
  ) {
    self.archive = archive
    self.found = found
    self.isVital = isVital
    sealing = seal
  }

  /// Runs that are in the archive.
  var count: Int { state.withLock { found + $0.added } }

  func bytes(of address: RunAddress) throws -> [UInt8]? { try archive.bytes(of: address) }

  func addresses() throws -> Set<RunAddress> { try archive.addresses() }

  func keep(_ bytes: [UInt8], at address: RunAddress) throws {
    guard !state.withLock({ $0.hasFailed }) else { return }
    do {
      try archive.keep(bytes, at: address)
      state.withLock { $0.added += 1 }
    } catch {
      if isVital { throw error }
      state.withLock { $0.hasFailed = true }
      Console.printMessage("caution: further runs are not kept: \(error)")
    }
  }

  func seal() throws { try sealing(archive, count) }
}
