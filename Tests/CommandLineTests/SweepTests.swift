import Foundation
import SwiftCSV
import Testing

/// `goodhart sweep` from a scenario to its tables, and what it refuses.
@Suite(.serialized) struct SweepTests {
  private static let scenario =
    ScratchFolder.tinyScenario + """
      parameters: {goal: 80}

      """
  private static let basic = [
    "sweep", "tiny.yaml", "--replications", "2", "--design", "lhs", "--rows", "4", "--vary",
    "behaviour.adoptionInertia=0 h..3 h", "--vary", "workforce.developer.count=4..8",
  ]

  @Test func `a sweep writes its tables and says who wins where`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(Self.basic)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    #expect(
      outcome.output.hasPrefix(
        "Sweep of tiny\n4 points × 2 policies × 2 replications = 16 runs, "))
    #expect(outcome.output.contains("\n- Best on average: "))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(
      try scratch.names(in: "Results/tiny-sweep") == [
        "SHA256SUMS", "assumptions.csv", "boxes.csv", "data_dictionary.csv", "datapackage.json",
        "findings.csv", "measures.csv", "points.csv", "policies.csv", "provenance.json",
        "report.html", "scenario.yaml", "sensitivity.csv", "sweep.csv",
      ])
    let sweep = try NamedCSV(string: try scratch.text("Results/tiny-sweep/sweep.csv"))
    #expect(sweep.rows.count == 4 * 2 * 5)
    #expect(
      sweep.header.prefix(4) == [
        "point", "behaviour_adoption_inertia_h", "workforce_developer_count", "policy",
      ])
    #expect(sweep.rows.allSatisfy { Int($0["workforce_developer_count"] ?? "") != nil })
    #expect(sweep.rows.allSatisfy { $0["n"] == "2" || $0["missing"] != "0" })
  }

  @Test func `the same bytes come out for one thread and for two`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    for threads in ["1", "2"] {
      let arguments = Self.basic + ["--quiet", "--threads", threads, "--out", threads]
      #expect(try Program(in: scratch.root).run(arguments).status == 0)
    }
    for name in try scratch.names(in: "1") {
      #expect(try scratch.text("1/\(name)") == (try scratch.text("2/\(name)")), "\(name)")
    }
  }

  @Test func `factors of the scenario, parameters, and JSON`() throws {
    let scratch = ScratchFolder()
    let text =
      Self.scenario.replacing("goal: 80 %", with: "goal: \"${goal} %\"")
      + "factors: {parameters.goal: 50..100}\n"
    try scratch.write(text, to: "tiny.yaml")
    let outcome = try Program(in: scratch.root).run([
      "sweep", "tiny.yaml", "--replications", "1", "--design", "factorial", "--levels", "2",
      "--format", "json",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(document["points"] as? Int == 2)
    #expect(document["runs"] as? Int == 4)
    #expect((document["policies"] as? [Any])?.count == 2)
  }

  @Test func `points may be listed`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    try scratch.write(
      "horizon,policies.tokenBoard.board.visibleTo\n4 weeks,organisation\n5 weeks,nobody\n",
      to: "points.csv")
    let outcome = try Program(in: scratch.root).run([
      "sweep", "tiny.yaml", "--replications", "1", "--points", "points.csv", "--measures",
      "true_value_h", "--format", "csv",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try NamedCSV(string: outcome.output)
    #expect(table.rows.map { $0["horizon_weeks"] } == ["4", "4", "5", "5"])
    #expect(table.rows.last?["policies_token_board_board_visible_to"] == "nobody")
  }

  @Test func `a dry run tells the price and writes nothing`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(
      Self.basic + ["--rows", "1000", "--dry-run"])
    #expect(
      outcome.output.hasPrefix(
        "1,000 points × 2 policies × 2 replications = 4,000 runs\nabout "))
    #expect(try scratch.names() == ["tiny.yaml"])
  }

  /// What is typed behind `sweep tiny.yaml`, and the message.
  static let mistakes: [(arguments: [String], message: String)] = [
    (
      [],
      "error: nothing varies; expected --vary KEY=RANGE, such as --vary "
        + "behaviour.adoptionInertia='0 h..3 h', or 'factors' in the scenario\n"
    ),
    (
      ["--vary", "behaviour.adoptionInertai=0 h..3 h"],
      "did you mean 'behaviour.adoptionInertia'?\n  behaviour.adoptionInertai=0 h..3 h\n"
        + "            ^\n1 error\n"
    ),
    (
      ["--vary", "economics.hourValue=$50..200"],
      "--vary:1:26: error: '$50' and '200' are not in the same unit; expected the unit at both "
        + "ends, such as 0 h..3 h\n  economics.hourValue=$50..200\n"
        + "                           ^\n1 error\n"
    ),
    (
      ["--vary", "economics.hourValue=$200..$50"],
      "--vary:1:21: error: the range from '$200' to '$50' is empty; expected the lower end first\n"
        + "  economics.hourValue=$200..$50\n                      ^\n1 error\n"
    ),
    (
      ["--vary", "policies.board.target.goal=50 %..90 %"],
      "--vary:1:10: error: there is no 'board' among the policies of this scenario; expected one "
        + "of noMetric, tokenBoard; did you mean 'policies.tokenBoard.target.goal'?\n"
        + "  policies.board.target.goal=50 %..90 %\n           ^\n1 error\n"
    ),
    (
      ["--vary", "behaviour.adoptionInertia=-1 h..3 h"],
      "--vary behaviour.adoptionInertia:1:1: error: '-1 h' is out of range; expected at least 0 "
        + "h\n  -1 h\n  ^\n1 error\n"
    ),
    (
      ["--vary", "seed=1..9", "--rows", "2"],
      "error: --rows 2: this design comes in groups of 3 points; expected at least "
        + "6\n"
    ),
    (
      ["--vary", "seed=1..9", "--design", "morris", "--levels", "3"],
      "error: --design morris: 3 levels of a Morris design: expected an even number from 2, so "
        + "that every level is visited equally often\n"
    ),
    (
      ["--vary", "seed=1..9", "--measures", "net_valu_usd"],
      "error: --measures: there is no measure 'net_valu_usd'; expected headline, all, or names "
        + "that 'goodhart list measures' prints; did you mean 'net_value_usd'?\n1 error\n"
    ),
    (
      ["--points", "missing.csv"],
      "error: --points: 'missing.csv' cannot be read; expected the path of a CSV file\n"
    ),
    (
      ["--points", "bad.csv"],
      "bad.csv, point 2: horizon:1:1: error: '0 weeks' is out of range; expected from 1 weeks to "
        + "5200 weeks\n  0 weeks\n  ^\n1 error\n"
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `what makes no sense is told before anything is simulated`(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let scratch = try ScratchFolder.withTinyScenario()
    try scratch.write("horizon\n4 weeks\n0 weeks\n", to: "bad.csv")
    let outcome = try Program(in: scratch.root).run(["sweep", "tiny.yaml"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasSuffix(message), "\(outcome.errors)")
    #expect(try scratch.names() == ["bad.csv", "tiny.yaml"])
  }

  @Test(arguments: [
    (["--rows", "0"], "--rows 0: expected a whole number of at least 1."),
    (
      ["--levels", "1", "--design", "morris"], "--levels 1: expected a whole number of at least 2."
    ),
    (["--levels", "3"], "--levels: a sobol design has no levels"),
    (["--design", "factorial", "--rows", "9"], "--rows: a factorial design has every combination"),
    (["--points", "p.csv", "--rows", "9"], "--points lists the points"),
    (["--design", "grid"], "grid"),
  ])
  func `options that contradict each other are refused`(
    arguments: [String], message: String
  ) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["sweep", "tiny.yaml"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
