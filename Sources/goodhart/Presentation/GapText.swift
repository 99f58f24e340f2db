import Experiments
import RunStore

/// Which runs are missing from shards, for people: the shards that are not there, and the cells (design
/// point and replication), shortened.
struct GapText {
  private let gaps: MissingRuns
  private let missingShards: [Int]
  private let count: Int

  init(_ gaps: MissingRuns, missingShards: [Int], of part: SQLiteRunArchive) {
    self.gaps = gaps
    self.missingShards = missingShards
    count = part.manifest.shard.flatMap { Shard($0) }?.count ?? 1
  }

  /// The text, without a final line feed.
  var text: String {
    var lines = ["\(gaps.addresses.count) of \(gaps.wanted) runs are missing"]
    if !missingShards.isEmpty {
      let names = Self.shortened(missingShards.map { "\($0)/\(count)" }, to: 10)
      lines[0] += "; there is no file of shard \(names)"
    }
    let cells = cellsByPoint
    lines += cells.prefix(Self.limit).map { point, replications in
      let name = point.isEmpty ? "the scenario as it is" : point
      return "  \(name): replication\(replications.count == 1 ? "" : "s") "
        + Self.shortened(replications.map { "\($0)" }, to: 12)
    }
    if cells.count > Self.limit { lines.append("  and at \(cells.count - Self.limit) more points") }
    return lines.joined(separator: "\n")
  }

  /// Replications with missing runs by design point, in the order in which they were asked for.
  private var cellsByPoint: [(point: String, replications: [Int])] {
    var order: [String] = []
    var replications: [String: Set<Int>] = [:]
    for address in gaps.addresses {
      if replications[address.point] == nil { order.append(address.point) }
      replications[address.point, default: []].insert(address.replication)
    }
    return order.map { ($0, (replications[$0] ?? []).sorted()) }
  }

  private static func shortened(_ words: [String], to limit: Int) -> String {
    words.count <= limit
      ? words.joined(separator: ", ")
      : words.prefix(limit).joined(separator: ", ") + " and \(words.count - limit) more"
  }

  private static let limit = 10
}
