import Foundation
import Testing

import Reporting

/// `goodhart reproduce`: a folder made again, byte by byte.
@Suite(.serialized) struct ReproduceTests {
  private static func results(_ more: [String] = []) throws -> ScratchFolder {
    let scratch = try ScratchFolder.withTinyScenario()
    try scratch.write("extends: tiny.yaml\nscenario: heir\nreplications: 2\n", to: "heir.yaml")
    let outcome = try Program(in: scratch.root).run(
      ["run", "heir.yaml", "--out", "out", "--quiet"] + more)
    #expect(outcome.status == 0)
    return scratch
  }

  /// Replaces a file and its line in the list of hashes, as somebody would who hides a change.
  private static func forge(_ scratch: ScratchFolder, _ name: String, _ text: String) throws {
    try scratch.write(text, to: "out/\(name)")
    let lines = try scratch.text("out/SHA256SUMS").split(separator: "\n").map { line in
      line.hasSuffix("  \(name)") ? "\(SHA256.hexDigest(of: text))  \(name)" : String(line)
    }
    try scratch.write(lines.joined(separator: "\n") + "\n", to: "out/SHA256SUMS")
  }

  @Test(arguments: [
    [], ["--employees", "--no-common-random-numbers"],
    ["--corners", "--corner-replications", "1", "--policies", "noMetric", "--seed", "12"],
  ])
  func `what was not touched comes out the same, whatever the options were`(
    options: [String]
  ) throws {
    let scratch = try Self.results(options)
    let names = try scratch.names(in: "out").filter { $0 != "report.html" }
    let outcome = try Program(in: scratch.root).run(["reproduce", "out/"])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("same       provenance.json\n"))
    #expect(outcome.output.hasSuffix("\(names.count) of \(names.count) files are the same.\n"))
    #expect(try scratch.names() == ["heir.yaml", "out", "tiny.yaml"])
  }

  @Test func `an altered file is told, and so is what differs`() throws {
    let scratch = try Self.results()
    try scratch.write(try scratch.text("out/flags.csv") + "x", to: "out/flags.csv")
    try Self.forge(scratch, "summary.csv", "policy\nforged\n")
    let outcome = try Program(in: scratch.root).run(["reproduce", "out"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("altered    flags.csv is not what SHA256SUMS says\n"))
    #expect(outcome.output.contains("different  flags.csv\n"))
    #expect(outcome.output.contains("different  summary.csv\n"))
    #expect(outcome.output.contains("same       weekly.csv\n"))
    #expect(!outcome.output.contains("altered    summary.csv"))
  }

  @Test func `an altered scenario is not run`() throws {
    let scratch = try Self.results()
    let text = try scratch.text("out/scenario.yaml").replacing("seed: 7", with: "seed: 8")
    try scratch.write(text, to: "out/scenario.yaml")
    let outcome = try Program(in: scratch.root).run(["reproduce", "out"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "altered    scenario.yaml is not what SHA256SUMS says\n")
  }

  @Test func `other versions are told`() throws {
    let scratch = try Self.results()
    let text = try scratch.text("out/provenance.json")
      .replacing(#""goodhart:version": ""#, with: #""goodhart:version": "9."#)
    try Self.forge(scratch, "provenance.json", text)
    let outcome = try Program(in: scratch.root).run(["reproduce", "out"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("note: made with goodhart 9."))
    #expect(outcome.output.contains("different  provenance.json\n"))
  }

  @Test func `what is no results folder is refused`() throws {
    let scratch = try Self.results()
    let program = Program(in: scratch.root)
    for (folder, words) in [
      (".", "is not a results folder: it has no SHA256SUMS"), ("nowhere", "it has no SHA256SUMS"),
    ] {
      let outcome = try program.run(["reproduce", folder])
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(words))
    }
    try Self.forge(scratch, "provenance.json", "{}")
    let outcome = try program.run(["reproduce", "out"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("does not say which command made the folder"))
  }
}
