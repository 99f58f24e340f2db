/// Where a run is kept: its design point, its arm and its replication, as text.
public struct RunAddress: Hashable, Sendable {
  /// ``DesignPoint/key``; empty for the scenario as its file has it.
  public var point: String
  /// ``Arm/key``.
  public var arm: String
  /// The number of the replication.
  public var replication: Int

  /// Creates an address.
  public init(point: String, arm: String, replication: Int) {
    self.point = point
    self.arm = arm
    self.replication = replication
  }
}

/// Keeps finished runs as bytes, so that an experiment that was stopped goes on where it was.
///
/// An archive belongs to one experiment; that the scenario is still the same is for whoever opens
/// the archive to see to. It is used from several threads.
public protocol RunArchive: Sendable {
  /// The bytes of a run; nil if it has not been finished.
  ///
  /// - Throws: What the medium throws when it cannot be read.
  func bytes(of address: RunAddress) throws -> [UInt8]?

  /// Where all finished runs are.
  ///
  /// - Throws: What the medium throws when it cannot be read.
  func addresses() throws -> Set<RunAddress>

  /// Keeps a run; it outlives the program from then on.
  ///
  /// - Throws: What the medium throws when it cannot be written.
  func keep(_ bytes: [UInt8], at address: RunAddress) throws

  /// Called when every run of a shard is kept, and before ``ShardDone`` is thrown.
  ///
  /// - Throws: What the medium throws when it cannot be written.
  func seal() throws
}

extension RunArchive {
  /// Nothing to do.
  public func seal() throws {}
}

extension RunOutcome {
  /// The outcome as bytes: fingerprint, then measures, each in 8 bytes, lowest first.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * (measures.count + 1))
    for word in [fingerprint] + measures.map(\.bitPattern) {
      for shift in stride(from: UInt64(0), to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return bytes
  }

  /// Reads an outcome back; nil unless it has this many measures.
  init?(bytes: [UInt8], measures count: Int) {
    guard bytes.count == 8 * (count + 1) else { return nil }
    let words = stride(from: 0, to: bytes.count, by: 8).map { start in
      (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << (8 * UInt64($1)) }
    }
    self.init(measures: words.dropFirst().map(Double.init(bitPattern:)), fingerprint: words[0])
  }
}
