import Foundation
import SwiftCSV
import Testing

/// `goodhart run` from a scenario file to a results folder.
@Suite(.serialized) struct RunTests {
  private static let files = [
    "SHA256SUMS", "assumptions.csv", "comparisons.csv", "data_dictionary.csv", "datapackage.json",
    "distortion.csv", "findings.csv", "flags.csv", "incidents.csv", "loss_exceedance.csv",
    "measures.csv", "metric_quality.csv", "pairs.csv", "policies.csv", "provenance.json",
    "replications.csv", "report.html", "scenario.yaml", "selection.csv", "summary.csv",
    "token_shares.csv",
    "value_bridge.csv", "weekly.csv", "weekly_summary.csv",
  ]

  @Test func `a run prints a comparison and writes a folder of the scenario's name`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("tiny: A study of a moment\n8 people · 4 weeks"))
    #expect(outcome.output.contains("\ntokenBoard "))
    #expect(outcome.output.contains("\n  − noMetric "))
    #expect(outcome.output.contains(#/What it says\n- (Pick|Cannot tell) /#))
    #expect(outcome.output.hasSuffix("Results: Results/tiny\nReport:  Results/tiny/report.html\n"))
    #expect(try scratch.names(in: "Results/tiny") == Self.files)
    #expect(try scratch.names(in: "Results") == ["tiny"])
  }

  @Test func `the page is a hundred columns wide and holds no colour codes in a pipe`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--measures", "all"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.filter { $0.count > 100 } == [])
    #expect(lines.filter { $0.hasSuffix(" ") } == [])
    #expect(!outcome.output.contains("\u{1B}"))
    #expect(lines.count > 60)
  }

  @Test func `every table is what its package says`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    _ = try Program(in: scratch.root).run(["run", "tiny.yaml", "--out", "out", "--employees"])
    let text = try scratch.text("out/datapackage.json")
    let package = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 20)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let table = try NamedCSV(string: try scratch.text("out/\(path)"))
      #expect(table.header == fields.map { $0["name"] as? String })
      let key = schema["primaryKey"] as? [String] ?? []
      let identities = table.rows.map { row in key.map { row[$0] ?? "" } }
      #expect(Set(identities).count == identities.count, "the key of \(path) repeats")
    }
    let weeks = try NamedCSV(string: try scratch.text("out/employee_weeks.csv"))
    #expect(weeks.rows.count == 2 * 3 * 4 * 8)
  }

  @Test func `the same bytes come out for one thread, for two, and for a rerun`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    for (folder, threads) in [("one", "1"), ("two", "2"), ("again", "1")] {
      let arguments = ["run", "tiny.yaml", "--threads", threads, "--employees", "--quiet"]
      #expect(try program.run(arguments + ["--out", folder]).status == 0)
    }
    for name in try scratch.names(in: "one") {
      let expected = try scratch.text("one/\(name)")
      #expect(try scratch.text("two/\(name)") == expected)
      #expect(try scratch.text("again/\(name)") == expected)
    }
  }

  @Test func `counterfactuals are told after the comparison, and can be left out`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let with = try program.run(["run", "tiny.yaml", "--out", "with"]).output
    let parts = ["What it says\n- ", "\n\nWhat the metric did\n", "\n  by gaming", "\n\nResults: "]
    let places = parts.map { with.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    let honest = try program.run(
      ["run", "tiny.yaml", "--counterfactuals", "honest", "--out", "honest"]
    ).output
    #expect(honest.contains("What the metric did") && !honest.contains("by gaming"))
    let without = try program.run(
      ["run", "tiny.yaml", "--counterfactuals", "none", "--out", "without"]
    ).output
    #expect(!without.contains("What the metric did"))
    #expect(!(try scratch.names(in: "without").contains("distortion.csv")))
    #expect(try scratch.text("without/scenario.yaml").contains("counterfactuals: none"))
    #expect(try scratch.text("with/weekly.csv") == scratch.text("without/weekly.csv"))
    let rows = try NamedCSV(string: try scratch.text("with/distortion.csv")).rows
    #expect(Set(rows.compactMap { $0["part"] }) == ["metric", "gaming", "response"])
    let own = rows.filter { $0["policy"] == "noMetric" && $0["n"] != "0" }
    #expect(own.allSatisfy { $0["distortion"] == "0" })
  }

  @Test func `corners are told, written and part of the JSON document`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let arguments = [
      "run", "tiny.yaml", "--corners", "--corner-replications", "2", "--counterfactuals", "none",
    ]
    let text = try program.run(arguments + ["--out", "out"]).output
    #expect(text.contains("Net value where friction, severity and credibility are low or high"))
    #expect(text.contains("\n  regret "))
    #expect(text.split(separator: "\n").filter { $0.count > 100 } == [])
    // Nobody promises anything, so credibility is left out.
    let corners = try NamedCSV(string: try scratch.text("out/corners.csv"))
    #expect(corners.rows.count == 4 * 2)
    #expect(corners.rows.allSatisfy { $0["n"] == "2" })
    #expect(try scratch.names(in: "out").contains("corners_conclusions.csv"))
    let json = try program.run(arguments + ["--out", "out", "--format", "json"]).output
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let variants = try #require(document["variants"] as? [[String: Any]])
    #expect(variants.count == 1)
    #expect(variants[0]["kind"] as? String == "corners")
    #expect((variants[0]["variants"] as? [Any])?.count == 4)
  }

  @Test func `standard input gives the bytes that the file gives`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "file", "--quiet"])
    let outcome = try program.run(
      ["run", "-", "--out", "stdin", "--quiet"], input: ScratchFolder.tinyScenario)
    #expect(outcome.status == 0)
    for name in Self.files {
      #expect(try scratch.text("stdin/\(name)") == scratch.text("file/\(name)"))
    }
  }

  @Test func `the resolved scenario in the folder gives the same tables again`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "first", "--seed", "11", "--quiet"])
    let outcome = try program.run(["run", "first/scenario.yaml", "--out", "second", "--quiet"])
    #expect(outcome.status == 0)
    for name in Self.files {
      #expect(try scratch.text("second/\(name)") == scratch.text("first/\(name)"))
    }
  }

  @Test func `the warm-up gives the same figures when it is not forked`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "forked", "--quiet"])
    _ = try program.run(["run", "tiny.yaml", "--out", "repeated", "--quiet", "--no-fork"])
    for name in Self.files {
      #expect(try scratch.text("repeated/\(name)") == scratch.text("forked/\(name)"))
    }
  }

  @Test func `a policy less changes no byte of the other policies' rows`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "both", "--quiet"])
    _ = try program.run(
      ["run", "tiny.yaml", "--policies", "noMetric", "--out", "alone", "--quiet"])
    for name in ["summary.csv", "replications.csv", "weekly.csv", "loss_exceedance.csv"] {
      let both = try scratch.text("both/\(name)").split(separator: "\n")
      let alone = try scratch.text("alone/\(name)").split(separator: "\n")
      #expect(alone == both.filter { !$0.hasPrefix("tokenBoard,") })
      #expect(both.count > alone.count)
    }
  }

  @Test func `the hashes are those of the files`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    _ = try Program(in: scratch.root).run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    let check = Process()
    check.executableURL = URL(fileURLWithPath: "/bin/sh")
    check.arguments = [
      "-c",
      "command -v sha256sum >/dev/null || alias sha256sum='shasum -a 256'; "
        + "sha256sum -c SHA256SUMS >/dev/null",
    ]
    check.currentDirectoryURL = URL(fileURLWithPath: scratch.path("out"))
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
    let lines = try scratch.text("out/SHA256SUMS").split(separator: "\n")
    // All but the list itself and the page, which is made from the rest.
    #expect(lines.count == Self.files.count - 2)
  }

  @Test func `provenance names program, seed and command, and no machine and no time`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    _ = try Program(in: scratch.root).run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    let text = try scratch.text("out/provenance.json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let activities = try #require(document["activity"] as? [String: [String: Any]])
    let activity = try #require(activities["goodhart:run"])
    #expect(activity["goodhart:command"] as? String == "goodhart run scenario.yaml")
    #expect(activity["goodhart:seed"] as? String == "7")
    #expect(activity["goodhart:replications"] as? Int == 3)
    let entities = try #require(document["entity"] as? [String: Any])
    #expect(entities["goodhart:summary.csv"] != nil)
    #expect(entities["goodhart:trajectories/tokenBoard"] != nil)
    #expect(!text.contains(scratch.root))
    #expect(!text.contains(ProcessInfo.processInfo.hostName))
    #expect(text.firstMatch(of: /\d{4}-\d{2}-\d{2}/) == nil)
  }
}
