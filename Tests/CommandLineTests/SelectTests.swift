import Foundation
import SwiftCSV
import Testing

/// `goodhart select` from a scenario file to a results folder.
@Suite(.serialized) struct SelectTests {
  @Test func `a selection says which policy to pick and after how many replications`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(
      ["select", "tiny.yaml", "--indifference", "$2k", "--first", "4"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("Selection of the best policy by net value\n"))
    #expect(outcome.output.contains("\n- Pick "))
    #expect(outcome.output.contains("With probability 95 % at least"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(
      try scratch.names(in: "Results/tiny-select") == [
        "SHA256SUMS", "assumptions.csv", "data_dictionary.csv", "datapackage.json", "findings.csv",
        "measures.csv", "policies.csv", "provenance.json", "report.html", "rounds.csv",
        "scenario.yaml", "selection.csv",
      ])
    let table = try NamedCSV(string: try scratch.text("Results/tiny-select/selection.csv"))
    #expect(table.rows.map { $0["policy"] } == ["noMetric", "tokenBoard"])
    #expect(table.rows.filter { $0["selected"] == "true" }.count == 1)
    #expect(table.rows.allSatisfy { Int($0["replications_count"] ?? "").map { $0 >= 4 } == true })
    let provenance = try scratch.text("Results/tiny-select/provenance.json")
    #expect(provenance.contains("--indifference '$2k' --first 4 --measure net_value_usd"))
  }

  @Test func `what cannot be decided is said, and nothing is selected`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(
      [
        "select", "tiny.yaml", "--indifference", "$0.01", "--first", "2", "--max", "2", "--out",
        "out",
      ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Not decided after 4 replications in all"))
    let table = try NamedCSV(string: try scratch.text("out/selection.csv"))
    #expect(table.rows.allSatisfy { $0["selected"] == "false" && $0["in_play"] == "true" })
  }

  @Test func `a budget is spent, whatever the number of threads`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let words = [
      "select", "tiny.yaml", "--method", "ocba", "--budget", "12", "--first", "3", "--format",
      "json",
    ]
    let one = try program.run(words + ["--out", "one", "--threads", "1"])
    let two = try program.run(words + ["--out", "two", "--threads", "2"])
    #expect(one.output == two.output)
    #expect(try scratch.text("one/rounds.csv") == scratch.text("two/rounds.csv"))
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(
      Set(document.keys) == [
        "method", "measure", "goal", "settings", "decided", "best", "probability", "replications",
        "policies", "findings",
      ])
    #expect(document["replications"] as? Int == 12)
  }
}
