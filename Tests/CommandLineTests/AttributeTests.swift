import Foundation
import SwiftCSV
import Testing

/// `goodhart attribute` as users run it.
@Suite(.serialized) struct AttributeTests {
  @Test func `a net effect is split into parts that add up, in text, tables and JSON`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let outcome = try program.run(["attribute", "tiny.yaml"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.first == "Net value, $: what each channel does to it")
    #expect(lines.count { $0.hasPrefix("tokenBoard  ") } == 1)
    #expect(lines.contains { $0.hasPrefix("- tokenBoard: of a net effect of ") })
    #expect(
      try scratch.names(in: "Results/tiny-attribute").filter { $0.hasSuffix(".csv") } == [
        "assumptions.csv", "attribution.csv", "channels.csv", "data_dictionary.csv", "findings.csv",
        "interactions.csv", "measures.csv", "policies.csv",
      ])
    let parts = try NamedCSV(
      string: try scratch.text("Results/tiny-attribute/attribution.csv")
    ).rows
    #expect(
      parts.map { $0["part"] } == [
        "running_it", "noise", "redirection", "gaming", "risk", "total",
      ])
    let means = parts.map { Double($0["mean"] ?? "") ?? .nan }
    #expect(abs(means.prefix(5).reduce(0, +) - means[5]) < 1e-9)
    let json = try program.run(["attribute", "tiny.yaml", "--format", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(Set(document.keys) == ["experiment", "replications", "attributions", "findings"])
    let first = try #require((document["attributions"] as? [[String: Any]])?.first)
    #expect(
      Set(first.keys) == [
        "policy", "measure", "unit", "acting", "total", "runningIt", "channels",
      ])
  }

  @Test func `the same bytes come out for one thread and for two`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let measures = "net_value_usd,kendall_tau_b_coefficient"
    for threads in ["1", "2"] {
      let outcome = try program.run([
        "attribute", "tiny.yaml", "--measure", measures, "--threads", threads, "--out", threads,
        "--quiet",
      ])
      #expect(outcome.status == 0)
      #expect(outcome.output == "")
    }
    for name in try scratch.names(in: "1") {
      #expect(try scratch.text("1/\(name)") == scratch.text("2/\(name)"), "\(name)")
    }
  }

  @Test(arguments: [
    (["--measure", "net_valeu_usd"], ["'net_valeu_usd'", "did you mean 'net_value_usd'?"]),
    (["--measure", "zzzz"], ["'zzzz'", "goodhart list measures"]),
    (["--measure", ","], ["--measure", "separated by commas"]),
    (["--measure", "realised_distortion_coefficient"], ["'realised_distortion_coefficient'"]),
    (["--policies", "tokenBord"], ["no policy 'tokenBord'", "'tokenBoard'"]),
    (
      ["--policies", "noMetric"], ["nothing to split: noMetric", "expected a policy with a metric"]
    ),
    (["--replications", "0"], ["--replications 0", "at least 1"]),
    (["--set", "horizn=3 weeks"], ["horizn", "'horizon'"]),
    (["--format", "xml"], ["xml", "csv"]),
    (["--out", "tiny.yaml"], ["tiny.yaml is not a folder"]),
  ])
  func `what is wrong is told, exits with 2 and leaves nothing`(
    arguments: [String], words: [String]
  ) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["attribute", "tiny.yaml"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(try scratch.names() == ["tiny.yaml"])
  }
}
