import Foundation
import SwiftCSV
import Testing

/// What is printed, and on which stream.
@Suite(.serialized) struct OutputFormatTests {
  @Test func `CSV holds every policy and headline measure, and cautions stay apart`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--format", "csv"])
    let table = try NamedCSV(string: outcome.output)
    #expect(
      table.header == [
        "policy", "measure", "unit", "mean", "lower_95", "upper_95", "n", "difference",
        "difference_lower_95", "difference_upper_95", "p", "p_holm", "metric_effect",
        "metric_effect_lower_95", "metric_effect_upper_95", "gaming_effect",
        "gaming_effect_lower_95", "gaming_effect_upper_95", "flags",
      ])
    #expect(table.rows.count == 2 * 19)
    #expect(table.rows.filter { $0["policy"] == "noMetric" }.allSatisfy { $0["difference"] == "" })
    #expect(outcome.errors.contains("caution: only 3 replications"))
  }

  @Test func `JSON has stable keys and agrees with the tables`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(
      ["run", "tiny.yaml", "--format", "json", "--out", "out"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      Set(document.keys) == [
        "scenario", "title", "goodhart", "people", "weeks", "warmUpWeeks", "evaluationWeeks",
        "replications", "seed", "baseline", "policies", "recommendation", "findings",
        "distortionFindings", "cautions", "variants", "results",
      ])
    let policies = try #require(document["policies"] as? [[String: Any]])
    #expect(policies.map { $0["name"] as? String } == ["noMetric", "tokenBoard"])
    let measures = try #require(policies[1]["measures"] as? [String: [String: Any]])
    let value = try #require(measures["true_value_h"])
    #expect(value["unit"] as? String == "hours")
    let difference = try #require(value["difference"] as? [String: Any])
    #expect(Set(difference.keys) == ["mean", "halfWidth95", "replications", "p", "pHolm"])
    let summary = try NamedCSV(string: try scratch.text("out/summary.csv"))
    let row = try #require(
      summary.rows.first { $0["policy"] == "tokenBoard" && $0["measure"] == "true_value_h" })
    let printed = try #require(row["mean"])
    #expect(outcome.output.contains("\"mean\": \(printed),"))
  }

  @Test func `quiet prints nothing at all`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--quiet"])
    #expect(outcome.status == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "")
  }

  @Test func `checking says what is understood and where defaults come from`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let text = try program.run(["check", "tiny.yaml", "--seed", "12"]).output
    #expect(text.contains("8 developer in teams of 4"))
    #expect(text.contains("3 replications, seed 12"))
    #expect(text.contains("metric   tokens = total_tokens"))
    #expect(text.contains("Defaults, assumed ("))
    #expect(text.contains("Valid; defaults used: measured "))
    let json = try program.run(["check", "tiny.yaml", "--format", "json"]).output
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let defaults = try #require(document["defaults"] as? [[String: String]])
    #expect(defaults.count > 50)
    #expect(defaults.allSatisfy { $0["source"]?.isEmpty == false })
  }

  @Test(arguments: ["policies", "metrics", "measures"])
  func `what a scenario declares is listed in all three forms`(kind: String) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let csv = try NamedCSV(
      string: try program.run(["list", kind, "tiny.yaml", "--format", "csv"]).output)
    let json = try program.run(["list", kind, "tiny.yaml", "--format", "json"]).output
    let things = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: String]])
    #expect(things.map { $0["name"] } == csv.rows.map { $0["name"] })
    #expect(!things.isEmpty)
    let text = try program.run(["list", kind, "tiny.yaml"]).output
    for thing in things { #expect(text.contains(thing["name"] ?? "?")) }
    #expect(text.split(separator: "\n").filter { $0.count > 100 } == [])
  }

  @Test(arguments: ["observables", "measures", "distributions", "techniques"])
  func `everything that is listed can be explained`(kind: String) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let listed = try NamedCSV(string: try program.run(["list", kind, "--format", "csv"]).output)
    #expect(listed.rows.count >= 8)
    for name in listed.rows.compactMap({ $0["name"] }).enumerated()
    where name.offset.isMultiple(of: 7) {
      let outcome = try program.run(["explain", name.element])
      #expect(outcome.status == 0, "\(name.element): \(outcome.errors)")
      #expect(outcome.output.contains(name.element))
    }
  }

  @Test func `scenarios are listed from the folder that holds them`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    #expect(try program.run(["list", "scenarios"]).output == "file  name  title\n")
    try FileManager.default.createDirectory(
      atPath: scratch.path("Scenarios"), withIntermediateDirectories: false)
    try scratch.write(ScratchFolder.tinyScenario, to: "Scenarios/tiny.yaml")
    let text = try program.run(["list", "scenarios"]).output
    #expect(text.contains("Scenarios/tiny.yaml  tiny  A study of a moment\n"))
  }

  @Test func `a new scenario is valid as it is, and nothing is overwritten`() throws {
    let scratch = ScratchFolder()
    let program = Program(in: scratch.root)
    #expect(try program.run(["new", "pilot"]).output.contains("wrote pilot.yaml"))
    #expect(try program.run(["check", "pilot.yaml"]).status == 0)
    let before = try scratch.text("pilot.yaml")
    #expect(try program.run(["new", "pilot"]).status == 2)
    #expect(try scratch.text("pilot.yaml") == before)
  }

  @Test func `the schema is JSON and describes the keys of scenarios`() throws {
    let scratch = ScratchFolder()
    let outcome = try Program(in: scratch.root).run(["schema"])
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(properties["policies"] != nil)
    #expect(properties["workforce"] != nil)
  }
}
