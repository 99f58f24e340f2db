import Experiments
import Foundation
import Measures
import Rainbow
import Reporting

/// What a selection was asked for.
enum SelectionSetting {
  case kimNelson(KimNelsonSelection.Design)
  case budget(OptimalBudgetAllocation.Design)
}

/// What a selection found, for people, for programs and as tables.
struct SelectionReport {
  private let outcome: SelectionOutcome
  private let setting: SelectionSetting
  private let policies: [String]
  private let measure: Measure
  private let sign: Double
  private let format: QuantityFormat

  /// Takes what was found.
  init(
    _ outcome: SelectionOutcome, _ setting: SelectionSetting, policies: [String],
    measure: Measure, goal: PairedValues.Goal
  ) {
    self.outcome = outcome
    self.setting = setting
    self.policies = policies
    self.measure = measure
    sign = goal.sign
    format = QuantityFormat(unit: measure.unit, values: outcome.means, halfWidths: [])
  }

  // MARK: People

  /// The policies, most replications first, and the verdict; at most a hundred columns.
  var text: String {
    let title = "Selection of the best policy by \(measure.title.lowercased())"
    let columns = [
      "", "replications", format.unitText.isEmpty ? "mean" : "mean, \(format.unitText)",
    ]
    let rows = order.map { policy in
      [
        policies[policy], "\(outcome.replications[policy])", format.digits(mean(policy)),
        verdict(on: policy),
      ]
    }
    let widths = (0..<3).map { column in
      ([columns] + rows).map { $0[column].count }.max() ?? 0
    }
    let lines = ([columns + [""]] + rows).map { row in
      let cells = row.enumerated().map { column, cell in
        guard column < 3 else { return cell }
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }
      return cells.joined(separator: "  ").withoutTrailingSpace
    }
    return ([title.bold] + lines).joined(separator: "\n") + "\n\n"
      + sentences.map { "- \($0)".wrapped(to: 100, indent: "  ") }.joined(separator: "\n")
  }

  /// What it says in words.
  var sentences: [String] {
    let best = policies[outcome.best]
    let level = format.phrase(mean(outcome.best))
    let total = outcome.totalReplications
    let least = outcome.replications.min() ?? 0
    let most = outcome.replications.max() ?? 0
    let each = least == most ? "\(most) of each policy" : "\(least) to \(most) of a policy"
    let spent = "\(total) replications in all, \(each)"
    switch setting {
    case .kimNelson(let design):
      let amount = QuantityFormat(
        unit: measure.unit, values: [design.indifference], halfWidths: []
      ).phrase(design.indifference)
      guard outcome.isDecided else {
        let left = outcome.inPlay.map { policies[$0] }.joined(separator: ", ")
        return [
          """
          Not decided after \(spent): \(left) are left, and \(best) is ahead with \(level); ask for \
          more with --max, or for less with a larger --indifference.
          """
        ]
      }
      return [
        "Pick \(best): \(measure.title.lowercased()) \(level), selected after \(spent).",
        """
        With probability \(percent(design.confidence)) at least it is the best, or within \(amount) \
        of the best, as far as differences between policies are normal.
        """,
      ]
    case .budget(let design):
      return [
        "Best mean: \(best), \(level), after \(spent) of a budget of \(design.budget).",
        """
        The approximate probability that it is the best is \
        \(RecommendationText.text(ofProbability: outcome.probability ?? 0)), reckoned as if policies \
        were independent; common random numbers make it higher. It is no guarantee.
        """,
      ]
    }
  }

  private var order: [Int] {
    policies.indices.sorted { first, second in
      (outcome.replications[second], outcome.means[second], first)
        < (outcome.replications[first], outcome.means[first], second)
    }
  }

  private func mean(_ policy: Int) -> Double { sign * outcome.means[policy] }

  private func verdict(on policy: Int) -> String {
    if policy == outcome.best { return outcome.isDecided ? "selected" : "ahead" }
    if case .budget = setting { return "" }
    return outcome.inPlay.contains(policy) ? "left" : "dropped"
  }

  private func percent(_ share: Double) -> String { String(format: "%.4g %%", 100 * share) }

  // MARK: Programs

  /// The document; keys are stable.
  var document: JSONValue {
    [
      "method": .string(method),
      "measure": .string(measure.identifier),
      "goal": .string(sign > 0 ? "highest" : "lowest"),
      "settings": .object(settings),
      "decided": .bool(outcome.isDecided),
      "best": .string(policies[outcome.best]),
      "probability": outcome.probability.map { .number($0) } ?? .null,
      "replications": .integer(outcome.totalReplications),
      "policies": .array(
        policies.indices.map { policy in
          [
            "name": .string(policies[policy]),
            "replications": .integer(outcome.replications[policy]),
            "mean": .number(mean(policy)),
            "inPlay": .bool(outcome.inPlay.contains(policy)),
          ]
        }),
      "findings": .array(sentences.map { .string($0) }),
    ]
  }

  private var method: String {
    switch setting {
    case .kimNelson: "kn"
    case .budget: "ocba"
    }
  }

  private var settings: [(key: String, value: JSONValue)] {
    switch setting {
    case .kimNelson(let design):
      [
        ("indifference", .number(design.indifference)), ("confidence", .number(design.confidence)),
        ("first", .integer(design.first)), ("max", .integer(design.most)),
      ]
    case .budget(let design):
      [
        ("budget", .integer(design.budget)), ("first", .integer(design.first)),
        ("increment", .integer(design.increment)),
      ]
    }
  }

  // MARK: Tables

  /// `selection` and `rounds`.
  var tables: [ResultTable] { [selection, rounds] }

  private var selection: ResultTable {
    ResultTable(
      name: "selection", title: "Every policy at the end of the selection.",
      columns: [
        .init("policy", .text, "The policy in force."),
        .init("measure", .text, "Identifier of the measure."),
        .init("unit", .text, "Unit of the measure."),
        .init("replications_count", .integer, unit: "count", "Replications that count."),
        .init("mean", .number, "Mean over them."),
        .init("in_play", .boolean, "Whether it may still be the best."),
        .init("selected", .boolean, "Whether it is the one to pick; false for all if undecided."),
      ], primaryKey: ["policy"],
      rows: policies.indices.map { policy in
        [
          .text(policies[policy]), .text(measure.identifier), .text(measure.unit.rawValue),
          .integer(outcome.replications[policy]), .init(mean(policy)),
          .boolean(outcome.inPlay.contains(policy)),
          .boolean(outcome.isDecided && policy == outcome.best),
        ]
      })
  }

  private var rounds: ResultTable {
    ResultTable(
      name: "rounds", title: "Every policy whenever one was dropped or the budget was spent on.",
      columns: [
        .init("round", .integer, "Number of the round, from 0."),
        .init("policy", .text, "The policy in force."),
        .init("replications_count", .integer, unit: "count", "Replications so far."),
        .init("mean", .number, "Mean over them."),
        .init("in_play", .boolean, "Whether it may still be the best."),
        .init(
          "probability_correct_share", .number, unit: "share",
          "Approximate probability that the best mean is the best, where it is estimated."),
      ], primaryKey: ["round", "policy"],
      rows: outcome.rounds.enumerated().flatMap { number, round in
        policies.indices.map { policy in
          [
            .integer(number), .text(policies[policy]), .integer(round.replications[policy]),
            .init(sign * round.means[policy]), .boolean(round.isInPlay[policy]),
            .init(round.probability),
          ]
        }
      })
  }
}
