import Foundation
import Testing

/// Arguments and files that are wrong, and what the program says about them.
@Suite(.serialized) struct ExitCodeTests {
  /// A mistake: what is typed, and words that the message must hold.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var words: [String]
    var input = ""

    init(_ arguments: String..., input: String = "", says words: [String]) {
      self.arguments = arguments
      self.words = words
      self.input = input
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let mistakes: [Mistake] = [
    Mistake("bogus", says: ["bogus"]),
    Mistake("--bogus", says: ["--bogus"]),
    Mistake("run", says: ["<scenario>", "--help"]),
    Mistake("run", "tiny.yaml", "second.yaml", says: ["second.yaml"]),
    Mistake("run", "tiny.yaml", "--bogus", says: ["--bogus"]),
    Mistake("run", "missing.yaml", says: ["missing.yaml", "cannot be read"]),
    Mistake("run", ".", says: ["cannot be read"]),
    Mistake("run", "tiny.yaml", "--threads", "0", says: ["--threads 0", "1 to 1024"]),
    Mistake("run", "tiny.yaml", "--threads", "2000", says: ["--threads 2000"]),
    Mistake("run", "tiny.yaml", "--threads", "many", says: ["many", "--threads"]),
    Mistake("run", "tiny.yaml", "--replications", "0", says: ["--replications 0"]),
    Mistake("run", "tiny.yaml", "--replications", "2.5", says: ["2.5"]),
    Mistake("run", "tiny.yaml", "--seed", "-1", says: ["--seed"]),
    Mistake("run", "tiny.yaml", "--seed", "99999999999999999999", says: ["--seed"]),
    Mistake("run", "tiny.yaml", "--format", "xml", says: ["xml", "csv"]),
    Mistake("run", "tiny.yaml", "--measures", "some", says: ["some", "headline"]),
    Mistake("run", "tiny.yaml", "--policies", ",", says: ["--policies"]),
    Mistake("run", "tiny.yaml", "--policies", "tokenBord", says: ["tokenBord", "'tokenBoard'"]),
    Mistake("run", "tiny.yaml", "--set", "horizon", says: ["--set horizon", "key"]),
    Mistake("run", "tiny.yaml", "--set", "horizn=3 weeks", says: ["horizn", "'horizon'"]),
    Mistake("run", "tiny.yaml", "--set", "horizon=3 apples", says: ["3 apples"]),
    Mistake("run", "tiny.yaml", "--out", "", says: ["--out"]),
    Mistake("run", "tiny.yaml", "--out", "tiny.yaml", says: ["tiny.yaml is not a folder"]),
    Mistake("run", "tiny.yaml", "--out", "tiny.yaml/x", says: ["tiny.yaml/x", "is a file"]),
    Mistake("run", "tiny.yaml", "--out", "/", says: ["not a file of earlier results"]),
    Mistake("run", "tiny.yaml", "--out", ".", says: ["tiny.yaml", "would be lost"]),
    Mistake("run", "tiny.yaml", "--shard", "3/3", says: ["--shard 3/3", "such as 0/3"]),
    Mistake("run", "tiny.yaml", "--shard", "1", says: ["--shard 1", "i/n"]),
    Mistake("run", "tiny.yaml", "--shard", "-1/2", says: ["--shard"]),
    Mistake("run", "tiny.yaml", "--shard", "0/0", says: ["--shard 0/0", "i/n"]),
    Mistake(
      "run", "tiny.yaml", "--shard", "0/2", "--keep-runs", "x", says: ["--keep-runs", "--out"]),
    Mistake("run", "tiny.yaml", "--keep-runs", "", says: ["--keep-runs"]),
    Mistake("run", "tiny.yaml", "--keep-runs", "tiny.yaml", says: ["tiny.yaml is not an archive"]),
    Mistake("run", "tiny.yaml", "--resume", says: ["nothing to resume"]),
    Mistake("run", "tiny.yaml", "--out", "/proc/x", says: ["/proc/x"]),
    Mistake("merge", says: ["<files>"]),
    Mistake("merge", "none.sqlite", says: ["there is no file none.sqlite"]),
    Mistake("merge", "tiny.yaml", says: ["tiny.yaml is not an archive of runs"]),
    Mistake("merge", "tiny.yaml", "--out", "", says: ["--out"]),
    Mistake("reproduce", says: ["<folder>"]),
    Mistake("reproduce", "nowhere", says: ["nowhere is not a results folder"]),
    Mistake("reproduce", ".", says: ["it has no SHA256SUMS"]),
    Mistake("reproduce", ".", "--threads", "0", says: ["--threads 0"]),
    Mistake("select", "tiny.yaml", says: ["--indifference", "'$20'"]),
    Mistake("select", "tiny.yaml", "--replications", "9", says: ["--replications", "--max"]),
    Mistake("select", "tiny.yaml", "--indifference", "0", says: ["--indifference 0", "above 0"]),
    Mistake("select", "tiny.yaml", "--indifference", "3 h", says: ["3 h", "'$20'"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "$20", "--confidence", "95",
      says: ["--confidence 95", "95%"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "$20", "--measure", "net_valu_usd",
      says: ["net_valu_usd", "'net_value_usd'"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "0.1", "--measure",
      "realised_distortion_coefficient", says: ["realised_distortion_coefficient"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "1", "--measure", "tokens_per_person_week_tokens",
      says: ["--goal highest"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "$20", "--budget", "9", says: ["--method ocba"]),
    Mistake("select", "tiny.yaml", "--method", "ocba", says: ["--budget"]),
    Mistake(
      "select", "tiny.yaml", "--method", "ocba", "--budget", "9", says: ["--budget 9", "10"]),
    Mistake(
      "select", "tiny.yaml", "--method", "ocba", "--budget", "9", "--max", "9",
      says: ["--max", "--method kn"]),
    Mistake("select", "tiny.yaml", "--method", "best", says: ["best", "ocba"]),
    Mistake("select", "tiny.yaml", "--indifference", "$20", "--first", "1", says: ["--first 1"]),
    Mistake("select", "tiny.yaml", "--indifference", "$20", "--max", "5", says: ["--max 5", "10"]),
    Mistake(
      "select", "tiny.yaml", "--indifference", "$20", "--policies", "noMetric",
      says: ["one policy", "at least two"]),
    Mistake("run", "-", input: "scenario: [", says: ["<stdin>:"]),
    Mistake("run", "-", input: "", says: ["<stdin>"]),
    Mistake("flip", says: ["<scenario>", "--help"]),
    Mistake("flip", "tiny.yaml", "--replications", "1", says: ["--replications 1", "at least 2"]),
    Mistake(
      "flip", "tiny.yaml", "--policies", "noMetric", says: ["--policies", "only 'noMetric'"]),
    Mistake("flip", "tiny.yaml", "--measure", "net_valu_usd", says: ["'net_value_usd'"]),
    Mistake(
      "flip", "tiny.yaml", "--measure", "tokens_per_person_week_tokens",
      says: ["neither more nor less", "net_value_usd"]),
    Mistake("flip", "tiny.yaml", "--plane", "behaviour.hassle", says: ["--plane", "two keys"]),
    Mistake(
      "flip", "tiny.yaml", "--plane", "behaviour.hassle", "behaviour.hassle", says: ["twice"]),
    Mistake(
      "flip", "tiny.yaml", "--plane", "behaviour.hasle", "behaviour.flagCost",
      says: ["'behaviour.hasle'", "'behaviour.hassle'"]),
    Mistake(
      "flip", "tiny.yaml", "--plane", "workforce.developer.traits.promiseCredibility",
      "behaviour.flagCost",
      says: ["is a distribution"]),
    Mistake(
      "flip", "tiny.yaml", "--vary", "behaviour.hassle=0.5 h, 1 h",
      says: ["--vary behaviour.hassle", "0 h..3 h"]),
    Mistake(
      "flip", "tiny.yaml", "--vary", "behaviour.hasle=0 h..3 h",
      says: ["hasle", "'behaviour.hassle'"]),
    Mistake("flip", "tiny.yaml", "--vary", "behaviour.hassle=3 h..0 h", says: ["--vary", "lower"]),
    Mistake("flip", "tiny.yaml", "--no-assumptions", says: ["nothing to move", "--vary"]),
    Mistake("flip", "tiny.yaml", "--contenders", "1", says: ["--contenders 1", "from 2"]),
    Mistake("flip", "tiny.yaml", "--grid", "0", says: ["--grid 0"]),
    Mistake("flip", "tiny.yaml", "--screening", "0", says: ["--screening 0"]),
    Mistake("check", "-", input: "scenario: x\nworkforc: {}\n", says: ["2:1", "'workforce'"]),
    Mistake("check", "missing.yaml", says: ["missing.yaml"]),
    Mistake("check", "tiny.yaml", "--format", "csv", says: ["csv"]),
    Mistake("list", says: ["<kind>"]),
    Mistake("list", "apples", says: ["apples", "observables"]),
    Mistake("list", "policies", says: ["expected a scenario"]),
    Mistake("list", "observables", "tiny.yaml", says: ["takes no scenario"]),
    Mistake("list", "metrics", "missing.yaml", says: ["missing.yaml"]),
    Mistake("explain", says: ["<name>"]),
    Mistake("explain", "promiseCredibilty", says: ["'promiseCredibility'"]),
    Mistake("explain", "zzzzzzzz", says: ["nothing is called 'zzzzzzzz'"]),
    Mistake("schema", "tiny.yaml", says: ["tiny.yaml"]),
    Mistake("new", says: ["<name>"]),
    Mistake("new", "tiny", says: ["tiny.yaml exists"]),
    Mistake("new", "../escape", says: ["is not a name"]),
    Mistake("new", "", says: ["is not a name"]),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told on standard error, exits with 2 and leaves nothing`(
    mistake: Mistake
  ) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(mistake.arguments, input: mistake.input)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("error: "))
    for word in mistake.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(try scratch.names() == ["tiny.yaml"])
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["help", "run"], ["run", "--help"], ["check", "tiny.yaml"],
    ["list", "techniques"], ["explain", "lognormal"], ["schema"], [],
  ])
  func `what is right exits with 0 and says nothing on standard error`(
    arguments: [String]
  ) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.output.isEmpty)
  }
}
