import Experiments

/// Several archives of one experiment read as one.
public struct JoinedRunArchive: RunArchive {
  /// The archives, in the order of their shards.
  public let parts: [SQLiteRunArchive]
  private let places: [RunAddress: Int]

  /// Joins archives.
  ///
  /// - Throws: ``RunJoinError``; ``RunArchiveError``.
  public init(_ parts: [SQLiteRunArchive]) throws {
    let parts = parts.sorted { Self.number($0) < Self.number($1) }
    try Self.checkShards(of: parts)
    var places: [RunAddress: Int] = [:]
    for (index, part) in parts.enumerated() {
      for address in try part.addresses() {
        if let other = places.updateValue(index, forKey: address) {
          throw RunJoinError.sameRun(address, parts[other].path, part.path)
        }
      }
    }
    self.parts = parts
    self.places = places
  }

  /// The bytes of a run; nil if no part has it.
  public func bytes(of address: RunAddress) throws -> [UInt8]? {
    try places[address].flatMap { try parts[$0].bytes(of: address) }
  }

  /// Where all runs are.
  public func addresses() throws -> Set<RunAddress> { Set(places.keys) }

  /// Joined archives are only read.
  public func keep(_ bytes: [UInt8], at address: RunAddress) throws {
    preconditionFailure("joined archives are only read")
  }

  private static func number(_ part: SQLiteRunArchive) -> Int {
    part.manifest.shard.flatMap { Shard($0) }?.index ?? 0
  }

  /// Every shard of as many as there are, once.
  private static func checkShards(of parts: [SQLiteRunArchive]) throws {
    let shards = try parts.map { part in
      guard let shard = part.manifest.shard.flatMap({ Shard($0) }) else {
        throw RunJoinError.notShard(part.path)
      }
      return shard
    }
    guard let first = shards.first else { return }
    for (part, shard) in zip(parts, shards) where shard.count != first.count {
      throw RunJoinError.differentCounts(
        (parts[0].path, first.count), (part.path, shard.count))
    }
    for (index, shard) in shards.enumerated().dropFirst() where shard == shards[index - 1] {
      throw RunJoinError.sameShard(shard, parts[index - 1].path, parts[index].path)
    }
  }

  /// The shards that no part is of, from 0.
  public var missingShards: [Int] {
    guard let count = parts.first?.manifest.shard.flatMap({ Shard($0) })?.count else { return [] }
    return Set(0..<count).subtracting(parts.map(Self.number)).sorted()
  }
}

/// Why archives cannot be joined.
public enum RunJoinError: Error, Sendable, CustomStringConvertible {
  /// A file holds a whole experiment, or part of one that was not cut into shards.
  case notShard(String)
  /// Experiments cut into different numbers of shards.
  case differentCounts((String, Int), (String, Int))
  /// Two files of one shard.
  case sameShard(Shard, String, String)
  /// A run in two files.
  case sameRun(RunAddress, String, String)

  /// One line for people.
  public var description: String {
    switch self {
    case .notShard(let path): "\(path) is not a shard; expected files made with --shard i/n"
    case .differentCounts(let first, let second):
      "\(first.0) is one of \(first.1) shards, and \(second.0) one of \(second.1)"
    case .sameShard(let shard, let first, let second):
      "shard \(shard.index)/\(shard.count) is there twice: \(first) and \(second); leave one out"
    case .sameRun(let address, let first, let second):
      "\(first) and \(second) overlap: both have replication \(address.replication) of "
        + "\(address.arm)" + (address.point.isEmpty ? "" : " at \(address.point)")
    }
  }
}
