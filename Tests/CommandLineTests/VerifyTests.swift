import Foundation
import Testing

/// `goodhart verify` as users run it.
@Suite(.serialized) struct VerifyTests {
  private func verify(_ arguments: String...) throws -> Program.Outcome {
    try run(arguments)
  }

  private func run(_ arguments: [String]) throws -> Program.Outcome {
    let scratch = ScratchFolder()
    return try withExtendedLifetime(scratch) {
      try Program(in: scratch.root).run(["verify"] + arguments)
    }
  }

  @Test func `one result is shown row by row`() throws {
    let outcome = try verify("persistent-gamer")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "2p persistent-gamer: Somebody who games every week, audited at random")
    #expect(outcome.output.contains("rate 0.05, detection 0.7, weeks 52"))
    #expect(lines.count { $0.hasPrefix("  P(caught)") && $0.hasSuffix("pass") } == 3)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func `any parameters may be given, in either form, also negative ones`() throws {
    let outcome = try verify("logit", "--u1", "-2", "--u2=-2", "--precision", "1", "--u3", "-2")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("precision 1, u1 -2, u2 -2, u3 -2"))
    #expect(outcome.output.contains("0.333333333"))
  }

  @Test func `JSON for programs has stable keys, word for word`() throws {
    let outcome = try verify("piece-rate", "--price", "3", "--risk-aversion", "0", "--json")
    #expect(outcome.status == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(Set(document.keys) == ["passes", "seed", "results"])
    let result = try #require((document["results"] as? [[String: Any]])?.first)
    #expect(
      Set(result.keys) == [
        "name", "section", "title", "source", "rows", "figures", "failures",
        "largestRelativeError", "largestStandardErrors", "outcomes",
      ])
    #expect(outcome.output.contains(Self.goldenFigure))
  }

  private static let goldenFigure = """
                {
                  "name": "b*",
                  "expected": 3,
                  "tabulated": null,
                  "closedForm": 3,
                  "obtained": 3,
                  "error": 0,
                  "allowed": 1e-06,
                  "standardError": null,
                  "passes": true
                }
    """

  @Test func `a refusal is an answer`() throws {
    let outcome = try verify("mm1", "--lambda", "2", "--mu", "1")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("refused: no steady state"))
    let json = try verify("mm1", "--lambda", "2", "--mu", "1", "--json")
    #expect(json.output.contains("\"refusal\": \"no steady state"))
  }

  @Test func `another seed gives other figures`() throws {
    let first = try verify("contagion-events", "--people", "10", "--seed", "1")
    let second = try verify("contagion-events", "--people", "10", "--seed", "2")
    #expect(first.output != second.output)
    #expect(try verify("contagion-events", "--people", "10", "--seed", "1").output == first.output)
  }

  @Test func `what there is can be listed, and the parameters of one`() throws {
    let all = try verify("--list")
    #expect(all.status == 0)
    #expect(all.output.contains("2l       mmc "))
    let one = try verify("mmc", "--list")
    #expect(one.output.contains("--lambda"))
    #expect(one.output.contains("a whole number from 1 to 500"))
    let json = try verify("--list", "--json")
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]])
    #expect(entries.count > 30)
  }

  @Test(arguments: [
    (["mmx"], ["no verification is called 'mmx'", "--list"]),
    (["persistant-gamer"], ["did you mean 'persistent-gamer'?"]),
    (["mmc", "--servers", "3"], ["mmc has no parameter 'servers'", "lambda, mu, c"]),
    (["mmc", "--lamda", "3"], ["did you mean 'lambda'?"]),
    (["mmc", "--c", "0"], ["mmc --c 0", "a whole number from 1 to 500"]),
    (["mmc", "--mu", "fast"], ["mmc --mu fast", "a number from"]),
    (["mmc", "--c"], ["--c: expected a number after it"]),
    (["mmc", "mm1"], ["'mm1'", "one name"]),
    (["--c", "3"], ["--c: expected the name of a result"]),
    (["mmc", "--seed", "-1"], ["--seed"]),
  ])
  func `what is wrong is told, and exits with 2`(arguments: [String], words: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
  }
}
