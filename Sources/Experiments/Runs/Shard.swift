/// One of several parts of an experiment that machines compute without knowing of each other.
///
/// Cells (design point and replication) are numbered in the order in which the experiment asks for
/// them; shard i of n has those whose number k leaves k mod n = i.
public struct Shard: Hashable, Sendable {
  /// Number of the shard, from 0.
  public var index: Int
  /// How many shards there are.
  public var count: Int

  /// Creates a shard; nil unless 0 <= index < count.
  public init?(index: Int, count: Int) {
    guard count >= 1, (0..<count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads `0/3`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
    self.init(index: index, count: count)
  }

  /// Whether the shard has the cell of this number.
  public func has(cell number: Int) -> Bool { number % count == index }
}
