import Experiments
import Foundation
import Testing

@testable import RunStore

@Suite("An archive of runs in a file") struct SQLiteRunArchiveTests {
  /// A folder of one test, removed with it.
  private final class Scratch {
    let root = FileManager.default.temporaryDirectory.path + "/archive-\(UUID())"
    init() throws {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: root) }
    func path(_ name: String) -> String { root + "/" + name }
    var names: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: root).sorted() }
    }
  }

  private static func manifest(shard: String? = nil) -> RunManifest {
    RunManifest(
      command: ["sweep", "scenario.yaml", "--factor", "a b\nc"], scenario: "seed: 1\n",
      sources: ["digest  sources/1/base.yaml"], program: "1.0.0", numericalLibrary: "GSL 2.7",
      compiler: "Swift", platform: "Linux x86_64", build: "abc", shard: shard)
  }

  private static let address = RunAddress(point: "seed=2", arm: "tokenBoard", replication: 3)
  private static let other = RunAddress(point: "", arm: "tokenBoard", replication: 3)

  @Test("gives back what was kept and what it is of, after it was opened again too")
  func keeps() throws {
    let scratch = try Scratch()
    let path = scratch.path("deep/runs.sqlite")
    let archive = SQLiteRunArchive(newAt: path, manifest: Self.manifest())
    #expect(try archive.bytes(of: Self.address) == nil && archive.count == 0 && !archive.exists)
    #expect(try scratch.names == [])
    try archive.keep([1, 2, 3], at: Self.address)
    try archive.keep([], at: Self.other)
    #expect(try archive.bytes(of: Self.address) == [1, 2, 3])
    try archive.close()
    let again = try SQLiteRunArchive(existingAt: path)
    #expect(again.manifest == Self.manifest())
    #expect(try again.bytes(of: Self.address) == [1, 2, 3])
    #expect(try again.bytes(of: Self.other) == [])
    #expect(try again.addresses() == [Self.address, Self.other])
    try again.keep([4], at: Self.address)
    #expect(try again.bytes(of: Self.address) == [4] && again.count == 2)
    again.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("deep")) == [])
  }

  @Test("has what was kept when the program is gone without closing it")
  func survives() throws {
    let scratch = try Scratch()
    let archive = SQLiteRunArchive(newAt: scratch.path("runs.sqlite"), manifest: Self.manifest())
    try archive.keep([1, 2, 3], at: Self.address)
    // What a killed program leaves: the file and its log, copied while both are open.
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: scratch.path("runs.sqlite" + suffix), toPath: scratch.path("left.sqlite" + suffix))
    }
    let left = try SQLiteRunArchive(existingAt: scratch.path("left.sqlite"))
    #expect(try left.bytes(of: Self.address) == [1, 2, 3])
    #expect(left.manifest == Self.manifest())
  }

  @Test("belongs to one program while it is written")
  func isExclusive() throws {
    let scratch = try Scratch()
    let path = scratch.path("runs.sqlite")
    let archive = SQLiteRunArchive(newAt: path, manifest: Self.manifest())
    try archive.keep([1], at: Self.address)
    #expect(throws: RunArchiveError.inUse(path: path)) { try SQLiteRunArchive(existingAt: path) }
    try archive.close()
    #expect(try SQLiteRunArchive(existingAt: path).count == 1)
  }

  @Test("sealed is one plain file that many may read")
  func seals() throws {
    let scratch = try Scratch()
    let archive = SQLiteRunArchive(
      newAt: scratch.path(".part.sqlite"), manifest: Self.manifest(shard: "0/2"))
    try archive.keep([1], at: Self.address)
    try archive.seal(as: scratch.path("part.sqlite"))
    #expect(try scratch.names == ["part.sqlite"])
    let readers = try (0..<2).map { _ in
      try SQLiteRunArchive(existingAt: scratch.path("part.sqlite"), isReadOnly: true)
    }
    for reader in readers { #expect(try reader.bytes(of: Self.address) == [1]) }
    #expect(try scratch.names == ["part.sqlite"])
  }

  @Test("without a single run can be sealed too, as the shard of a small experiment may be")
  func sealsEmpty() throws {
    let scratch = try Scratch()
    let archive = SQLiteRunArchive(
      newAt: scratch.path(".part.sqlite"), manifest: Self.manifest(shard: "1/2"))
    try archive.seal(as: scratch.path("part.sqlite"))
    let read = try SQLiteRunArchive(existingAt: scratch.path("part.sqlite"), isReadOnly: true)
    #expect(try read.count == 0 && read.manifest.shard == "1/2")
  }

  @Test("is told from other files, damaged ones and none")
  func refuses() throws {
    let scratch = try Scratch()
    let path = scratch.path("file")
    #expect(throws: RunArchiveError.notFound(path: path)) { try SQLiteRunArchive(existingAt: path) }
    try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
    #expect(throws: RunArchiveError.notArchive(path: path)) {
      try SQLiteRunArchive(existingAt: path)
    }
    let archive = SQLiteRunArchive(newAt: scratch.path("good"), manifest: Self.manifest())
    for number in 0..<200 {
      let address = RunAddress(point: "", arm: "a", replication: number)
      try archive.keep([UInt8](repeating: 7, count: 1000), at: address)
    }
    try archive.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("good")))
    for index in stride(from: 4096, to: bytes.count, by: 1) { bytes[index] = 0xFF }
    try bytes.write(to: URL(fileURLWithPath: scratch.path("bad")))
    #expect(throws: RunArchiveError.self) {
      let bad = try SQLiteRunArchive(existingAt: scratch.path("bad"))
      _ = try bad.addresses()
    }
  }

  @Test("that cannot be made says why, and leaves nothing")
  func cannotBeMade() throws {
    let archive = SQLiteRunArchive(newAt: "/proc/runs.sqlite", manifest: Self.manifest())
    let error = #expect(throws: RunArchiveError.self) { try archive.keep([1], at: Self.address) }
    #expect(error?.description.hasPrefix("cannot write /proc/runs.sqlite: ") == true)
  }

  @Test("joined with others has the runs of all, and refuses what overlaps or does not belong")
  func joins() throws {
    let scratch = try Scratch()
    func part(_ name: String, _ shard: String?, _ replications: [Int]) throws -> SQLiteRunArchive {
      let archive = SQLiteRunArchive(
        newAt: scratch.path("." + name), manifest: Self.manifest(shard: shard))
      for replication in replications {
        let address = RunAddress(point: "", arm: "a", replication: replication)
        try archive.keep([UInt8(replication)], at: address)
      }
      try archive.seal(as: scratch.path(name))
      return try SQLiteRunArchive(existingAt: scratch.path(name), isReadOnly: true)
    }
    let (zero, one, two) = (
      try part("0", "0/3", [0, 3]), try part("1", "1/3", [1, 4]), try part("2", "2/3", [2])
    )
    let joined = try JoinedRunArchive([two, zero, one])
    #expect(try joined.addresses().count == 5)
    #expect(try joined.bytes(of: RunAddress(point: "", arm: "a", replication: 4)) == [4])
    #expect(joined.missingShards == [])
    #expect(try JoinedRunArchive([two, zero]).missingShards == [1])
    for (parts, words) in [
      ([zero, one, try part("again", "1/3", [7])], "shard 1/3 is there twice"),
      ([zero, try part("overlap", "1/3", [3])], "overlap: both have replication 3 of a"),
      ([zero, try part("half", "1/2", [9])], "is one of 3 shards"),
      ([zero, try part("whole", nil, [9])], "is not a shard"),
    ] {
      let error = #expect(throws: RunJoinError.self) { try JoinedRunArchive(parts) }
      #expect(error?.description.contains(words) == true)
    }
  }
}
