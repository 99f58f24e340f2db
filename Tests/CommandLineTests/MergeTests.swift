import Foundation
import Testing

/// Shards made without knowing of each other, and joined.
@Suite(.serialized) struct MergeTests {
  private static let arguments = [
    "run", "tiny.yaml", "--corners", "--corner-replications", "2", "--employees", "--quiet",
  ]

  private static func shards(
    _ scratch: ScratchFolder, _ indices: [Int], of count: Int = 3, named prefix: String = "part",
    _ more: [String] = []
  ) throws {
    for index in indices {
      let outcome = try Program(in: scratch.root).run(
        arguments + more + ["--shard", "\(index)/\(count)", "--out", "\(prefix)\(index).sqlite"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private static func expectSame(_ scratch: ScratchFolder, _ first: String, _ second: String) throws
  {
    let names = try scratch.names(in: first)
    #expect(try scratch.names(in: second) == names)
    for name in names {
      let (one, two) = (scratch.path("\(first)/\(name)"), scratch.path("\(second)/\(name)"))
      #expect(FileManager.default.contentsEqual(atPath: one, andPath: two), "\(name) differs")
    }
  }

  @Test func `three shards in any order give the bytes of one run`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    try Self.shards(scratch, [2, 0, 1])
    #expect(
      try scratch.names() == ["part0.sqlite", "part1.sqlite", "part2.sqlite", "tiny.yaml"])
    // A duplicate execution is harmless.
    try Self.shards(scratch, [1])
    let merged = try program.run(
      ["merge", "part1.sqlite", "part2.sqlite", "part0.sqlite", "--out", "merged"])
    #expect(merged.status == 0, "\(merged.errors)")
    let whole = try program.run(Self.arguments.filter { $0 != "--quiet" } + ["--out", "whole"])
    #expect(merged.output == whole.output.replacing(" whole", with: " merged"))
    try Self.expectSame(scratch, "merged", "whole")
  }

  @Test func `files the scenario was made from are remembered`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    try scratch.write("extends: tiny.yaml\nscenario: heir\nreplications: 2\n", to: "heir.yaml")
    for index in 0..<2 {
      let shard = ["run", "heir.yaml", "--shard", "\(index)/2", "--out", "\(index).sqlite"]
      let outcome = try program.run(shard)
      #expect(outcome.output.contains("Shard \(index) of 2: 3 runs in \(index).sqlite"))
    }
    #expect(try program.run(["merge", "0.sqlite", "1.sqlite", "--quiet"]).status == 0)
    #expect(try program.run(["run", "heir.yaml", "--out", "whole", "--quiet"]).status == 0)
    #expect(try scratch.text("whole/provenance.json").contains("sources/1/tiny.yaml"))
    try Self.expectSame(scratch, "Results/heir", "whole")
  }

  @Test func `gaps are listed, overlaps and mixtures refused, and nothing is written`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    try Self.shards(scratch, [0, 1, 2])
    try Self.shards(scratch, [1], named: "other", ["--seed", "8"])
    try Self.shards(scratch, [0], of: 2, named: "half")
    try scratch.write(String(repeating: "no database\n", count: 100), to: "foreign.sqlite")
    try FileManager.default.copyItem(
      atPath: scratch.path("part1.sqlite"), toPath: scratch.path("copy1.sqlite"))
    let before = try scratch.names()
    let refusals: [(files: [String], words: [String])] = [
      (
        ["part0", "part2"],
        [
          "runs are missing; there is no file of shard 1/3", "\n  policies: replication 1\n",
          "\n  counterfactuals: replication",
        ]
      ),
      (
        ["part0", "part1", "copy1"], ["shard 1/3 is there twice", "part1.sqlite and copy1.sqlite"]
      ),
      (["part0", "other1", "part2"], ["are of different experiments:\n  seed: 7 -> 8\n"]),
      (["part0", "half0"], ["part0.sqlite is one of 3 shards, and half0.sqlite one of 2"]),
      (["part0", "foreign"], ["foreign.sqlite is not an archive of runs"]),
      (["part0", "nowhere"], ["there is no file nowhere.sqlite"]),
    ]
    for (files, words) in refusals {
      let outcome = try program.run(["merge"] + files.map { $0 + ".sqlite" } + ["--out", "merged"])
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
      #expect(try scratch.names() == before)
    }
    let whole = ["run", "tiny.yaml", "--keep-runs", "whole.sqlite", "--quiet"]
    #expect(try program.run(whole).status == 0)
    let outcome = try program.run(["merge", "whole.sqlite"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("whole.sqlite is not a shard"))
  }
}
