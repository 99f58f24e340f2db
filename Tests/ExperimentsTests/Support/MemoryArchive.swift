import Experiments
import Synchronization

/// An archive in memory, which can be made to forget.
final class MemoryArchive: RunArchive {
  private let runs = Mutex<[RunAddress: [UInt8]]>([:])
  private let added = Mutex(0)

  init(_ runs: [RunAddress: [UInt8]] = [:]) { self.runs.withLock { $0 = runs } }

  /// Everything that is kept.
  var contents: [RunAddress: [UInt8]] { runs.withLock { $0 } }

  /// How many runs were kept since the archive was made.
  var keptRuns: Int { added.withLock { $0 } }

  func bytes(of address: RunAddress) -> [UInt8]? { runs.withLock { $0[address] } }

  func addresses() -> Set<RunAddress> { runs.withLock { Set($0.keys) } }

  func keep(_ bytes: [UInt8], at address: RunAddress) {
    runs.withLock { $0[address] = bytes }
    added.withLock { $0 += 1 }
  }
}

/// The values at the ends of a value's tree of fields, numbers by their bits.
enum Leaves {
  static func of(_ value: Any) -> [String] {
    if let number = value as? Double { return [String(number.bitPattern, radix: 16)] }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty {
      return mirror.displayStyle == .collection || mirror.displayStyle == .optional
        ? [] : ["\(value)"]
    }
    return mirror.children.flatMap { of($0.value) }
  }
}
