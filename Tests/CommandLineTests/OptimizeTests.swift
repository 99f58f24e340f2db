import Foundation
import SwiftCSV
import Testing

/// `goodhart optimize` from a scenario to a design that was confirmed.
@Suite(.serialized) struct OptimizeTests {
  private static let audited = """
      audited:
        extends: tokenBoard
        audit: {rate: 10 % / week, sanction: 8 h}

    """

  private static let question = """
    optimize:
      policy: audited
      vary:
        policies.audited.audit.rate: 1 % / week..40 % / week log
        policies.audited.board.visibleTo: [nobody, organisation]
      subjectTo:
        gaming_people_share: {atMost: 60 %}

    """

  private static func scratch(_ more: String = question) throws -> ScratchFolder {
    let scratch = ScratchFolder()
    try scratch.write(ScratchFolder.tinyScenario + audited + more, to: "tiny.yaml")
    return scratch
  }

  private static let files = [
    "SHA256SUMS", "assumptions.csv", "confirmation.csv", "data_dictionary.csv", "datapackage.json",
    "findings.csv", "measures.csv", "pareto.csv", "policies.csv", "provenance.json",
    "report.html", "scenario.yaml", "search.csv",
  ]

  @Test func `what the scenario declares is searched, confirmed and written`() throws {
    let scratch = try Self.scratch()
    let outcome = try Program(in: scratch.root).run(["optimize", "tiny.yaml", "--budget", "90"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("at most 90 runs: "))
    #expect(
      outcome.output.contains(
        "Design of 'audited' for the greatest Net value with People gaming at most 60 %"),
      "\(outcome.output)")
    for words in [
      "policies.audited.audit.rate", "10 % / week", "On 7 fresh replications",
      "People gaming at most 60 %: ", " of 90 runs: ",
    ] { #expect(outcome.output.contains(words), "\(words) in \(outcome.output)") }
    #expect(outcome.output.split(separator: "\n").filter { $0.count > 100 } == [])
    #expect(try scratch.names(in: "Results/tiny-optimize") == Self.files)
    let search = try NamedCSV(string: try scratch.text("Results/tiny-optimize/search.csv"))
    #expect(search.header.contains("policies.audited.audit.rate"))
    // Objective, bounded measure and tail loss of every design.
    #expect(search.rows.count % 3 == 0)
    #expect(search.rows.filter { $0["chosen"] == "true" }.count == 3)
    let confirmation = try NamedCSV(
      string: try scratch.text("Results/tiny-optimize/confirmation.csv"))
    #expect(confirmation.rows.filter { $0["design"] == "chosen" }.allSatisfy { $0["n"] == "7" })
  }

  @Test func `options stand in place of the scenario's question, and threads change nothing`()
    throws
  {
    let scratch = try Self.scratch("")
    let arguments = [
      "optimize", "tiny.yaml", "--policy", "audited", "--vary",
      "policies.audited.audit.sanction=0 h..16 h", "--maximize", "true_value_h", "--subject-to",
      "token_cost_usd<=$1 k", "--budget", "80", "--format", "json",
    ]
    let program = Program(in: scratch.root)
    let one = try program.run(arguments + ["--threads", "1", "--out", "one"])
    let two = try program.run(arguments + ["--threads", "2", "--out", "two"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == two.output)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(document["maximize"] as? String == "true_value_h")
    let constraints = try #require(document["constraints"] as? [[String: Any]])
    #expect(constraints.first?["bound"] as? Double == 1000)
    #expect(["holds", "undecided", "violated"].contains(constraints.first?["verdict"] as? String))
    for name in ["search.csv", "confirmation.csv", "pareto.csv"] {
      #expect(try scratch.text("one/\(name)") == scratch.text("two/\(name)"))
    }
  }

  /// A mistake: what is typed after `optimize tiny.yaml`, and words that the message must hold.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var words: [String]

    init(_ arguments: String..., says words: [String]) {
      self.arguments = arguments
      self.words = words
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "--maximize", "net_valu_usd",
      says: ["--maximize: there is no measure 'net_valu_usd'", "'net_value_usd'"]),
    Mistake(
      "--maximize", "metric_cost_of_gaming_h", says: ["--maximize", "goodhart list measures"]),
    Mistake(
      "--subject-to", "gaming_people_share<=10 h",
      says: ["--subject-to gaming_people_share<=10 h", "unit that does not fit", "80 %"]),
    Mistake(
      "--subject-to", "cvar95_annual_loss_usd<=2",
      says: ["has no dollar sign", "$200"]),
    Mistake("--subject-to", "gaming_people_share", says: ["no bound is named", "<= or >="]),
    Mistake(
      "--subject-to", "gaming_peple_share<=10 %",
      says: ["there is no measure 'gaming_peple_share'", "'gaming_people_share'"]),
    Mistake("--policy", "auditd", says: ["--policy: there is no policy 'auditd'", "'audited'"]),
    Mistake(
      "--vary", "policies.audited.audit.rat=0 % / week..1 % / week",
      says: ["--vary", "rat", "policies.audited.audit.rate"]),
    Mistake("--vary", "policies.audited.audit.rate=1 h..2 h", says: ["--vary", "1 h"]),
    Mistake("--budget", "20", says: ["--budget", "20", "at least 75"]),
    Mistake("--budget", "many", says: ["many", "--budget"]),
    Mistake("--confirm", "1", says: ["--confirm 1", "from 2"]),
    Mistake("--policies", "audited", says: ["--policies", "--policy NAME"]),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told, exits with 2 and leaves nothing`(mistake: Mistake) throws {
    let scratch = try Self.scratch()
    let outcome = try Program(in: scratch.root).run(["optimize", "tiny.yaml"] + mistake.arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("error: "))
    for word in mistake.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(try scratch.names() == ["tiny.yaml"])
  }

  @Test func `without anything to choose, or a policy, it says what to give`() throws {
    let scratch = try Self.scratch("")
    let program = Program(in: scratch.root)
    let nothing = try program.run(["optimize", "tiny.yaml", "--policy", "audited"])
    #expect(nothing.status == 2)
    #expect(nothing.errors.contains("nothing may be chosen"))
    let nobody = try program.run(["optimize", "tiny.yaml"])
    #expect(nobody.status == 2)
    #expect(nobody.errors.contains("no policy to design is named"))
    #expect(nobody.errors.contains("tokenBoard, audited"))
  }

  @Test func `to choose the world as well is allowed and warned of`() throws {
    let scratch = try Self.scratch("")
    let outcome = try Program(in: scratch.root).run([
      "optimize", "tiny.yaml", "--policy", "audited", "--budget", "75", "--vary",
      "behaviour.adoptionInertia=0 h..3 h",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("warning: 'behaviour.adoptionInertia' is no part of the policy"))
  }
}
