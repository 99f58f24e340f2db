import Experiments
import Measures
import Rainbow
import Reporting
import WorkplaceModel

/// What a search found, for people: the design, what it gains on fresh runs, whether bounds hold, and
/// what else could be had.
struct OptimisationText {
  private let presentation: OptimisationPresentation
  private var results: OptimisationResults { presentation.results }

  init(_ presentation: OptimisationPresentation) { self.presentation = presentation }

  /// How the budget will be spent, told before.
  static func announcement(of plan: SearchPlan) -> String {
    let fresh = 3 * plan.confirmationReplications
    return "at most \(plan.budget) runs: \(plan.screenedDesigns) designs × "
      + "\(plan.screeningReplications) to begin with, then climbing from the best "
      + "\(plan.restarts), \(plan.finalists) finalists × \(plan.finalReplications), and "
      + "\(fresh) fresh runs to confirm"
  }

  /// The whole text.
  var text: String {
    ([heading, designTable] + confirmationBlocks + [legend, findings] + frontBlocks + [cost])
      .joined(separator: "\n\n")
  }

  // MARK: Design

  private var heading: String {
    let problem = results.problem
    var words = "Design of '\(problem.policy)' for the greatest \(presentation.title(0))"
    if !problem.constraints.isEmpty {
      words +=
        " with "
        + problem.constraints.indices.map { index in
          "\(presentation.title(index + 1)) \(presentation.bound(index))"
        }.joined(separator: ", ")
    }
    return words.wrapped(to: 100).bold
  }

  private var designTable: String {
    Listing(
      columns: ["KEY", "FROM", "TO"],
      rows: results.problem.factors.indices.map { factor in
        let from = presentation.question.startTexts[factor] ?? "not set"
        let to = results.setting(of: factor, design: results.chosen) ?? "as it is"
        return [results.problem.factors[factor].path, from, from == to ? "as it is" : to]
      }
    ).text(as: .table)
  }

  // MARK: Confirmation

  private var confirmationBlocks: [String] {
    FigureTable(
      rows: [
        .init(name: "design found"), .init(name: "design of the file"),
        .init(name: "  gain", isMinor: true), .init(name: "baseline \(results.baseline)"),
        .init(name: "  gain", isMinor: true),
      ],
      columns: presentation.measures.map(confirmationColumn)
    ).blocks(title: "On \(results.confirmation.replications.count) fresh replications")
  }

  private func confirmationColumn(_ measure: Int) -> FigureTable.Column {
    let confirmation = results.confirmation
    let levels = [confirmation.chosen, confirmation.start, confirmation.baseline].map {
      Estimate($0[measure])
    }
    let overStart = confirmation.gainOverStart(measure).estimate
    let overBaseline = confirmation.gainOverBaseline(measure).estimate
    let format = format(measure, levels + [overStart, overBaseline])
    func level(_ estimate: Estimate) -> FigureTable.Cell {
      FigureTable.Cell(estimate: estimate, isSigned: false)
    }
    func gain(_ estimate: Estimate) -> FigureTable.Cell {
      FigureTable.Cell(estimate: estimate, mark: estimate.excludesZero ? "*" : "")
    }
    return FigureTable.Column(
      heading: presentation.title(measure).wrapped(to: 18).split(separator: "\n").map(String.init)
        + [format.unitText],
      format: format,
      cells: [
        level(levels[0]), level(levels[1]), gain(overStart), level(levels[2]), gain(overBaseline),
      ])
  }

  private var legend: String {
    """
    Means with 95 % intervals. Gain: the design found less the one above, paired; * its interval \
    excludes 0. None of these runs was seen by the search.
    """.wrapped(to: 100).dim
  }

  private func format(_ measure: Int, _ estimates: [Estimate]) -> QuantityFormat {
    QuantityFormat(
      unit: presentation.measure(measure)?.unit ?? .score, values: estimates.map(\.mean),
      halfWidths: estimates.map { $0.halfWidth() })
  }

  // MARK: Findings

  private var findings: String {
    sentences.map { "- \($0)".wrapped(to: 100, indent: "  ") }.joined(separator: "\n")
  }

  /// What it says in words: what is gained, what the search had promised, whether bounds hold.
  var sentences: [String] { [gain, optimism].compactMap { $0 } + constraints }

  private var gain: String {
    if results.keepsStart {
      return results.isFeasible
        ? "No design that was tried is better than the one of the file, which is kept."
        : "No design that was tried keeps all bounds, and none violates them less than the one of "
          + "the file."
    }
    let gain = results.confirmation.gainOverStart(0).estimate
    let format = format(0, [gain])
    let title = presentation.title(0)
    let infeasible =
      results.isFeasible
      ? ""
      : "No design that was tried keeps all bounds; this one violates them least. "
    guard let mean = gain.mean, let interval = gain.interval() else {
      return infeasible + "\(title) is undefined on fresh runs, so nothing is gained for sure."
    }
    let range =
      "(95 %: \(format.phrase(interval.lowerBound)) to "
      + "\(format.phrase(interval.upperBound)))"
    guard gain.excludesZero else {
      return infeasible + "It is not shown that the design found changes \(title): "
        + "\(format.phrase(mean)) against the one of the file \(range)."
    }
    return infeasible
      + "The design found \(mean > 0 ? "gains" : "loses") \(format.phrase(abs(mean))) of \(title) "
      + "against the one of the file \(range)."
  }

  private var optimism: String? {
    guard !results.keepsStart, let promised = results.promisedGain.mean,
      let confirmed = results.confirmation.gainOverStart(0).estimate.mean
    else { return nil }
    let format = format(0, [results.promisedGain, results.confirmation.gainOverStart(0).estimate])
    var words =
      "The search itself had promised \(format.phrase(promised)), "
      + "\(format.phrase(abs(promised - confirmed))) "
      + (promised >= confirmed ? "more than fresh runs confirm" : "less than fresh runs confirm")
    if let optimism = results.optimism {
      let levels = self.format(0, [results.estimate(of: 0, design: results.chosen)])
      words +=
        "; the mean it had seen lay \(levels.phrase(abs(optimism.mean))) "
        + (optimism.mean >= 0 ? "above" : "below") + " that of fresh runs"
      if let halfWidth = optimism.halfWidth { words += " (±\(levels.digits(halfWidth)))" }
    }
    return words + "."
  }

  private var constraints: [String] {
    results.problem.constraints.indices.map { index in
      let estimate = Estimate(results.confirmation.chosen[index + 1])
      let format = format(index + 1, [estimate])
      let words =
        "\(presentation.title(index + 1)) \(presentation.bound(index)): "
      guard estimate.missing == 0, let mean = estimate.mean else {
        return words + "undecided, since it is undefined in \(estimate.missing) fresh runs."
      }
      let figure = "mean \(format.phrase(mean)) \(format.halfWidth(estimate.halfWidth()))"
      return switch results.verdicts[index] {
      case .holds: words + "holds with 95 % confidence (\(figure))."
      case .violated: words + "violated with 95 % confidence (\(figure))."
      case .undecided: words + "undecided at 95 % (\(figure)); more --confirm may tell."
      }
    }
  }

  // MARK: Front

  private static let mostOnFront = 8

  private var frontBlocks: [String] {
    let front = presentation.front
    guard front.count > 1 else { return [] }
    let shown = Array(front.prefix(Self.mostOnFront))
    let title =
      "Trade-offs: \(front.count) of \(results.designs.count) designs that no other surpasses in all"
    let blocks = FigureTable(
      rows: shown.map { FigureTable.Row(name: name(of: $0)) },
      columns: results.axes.map { axis in frontColumn(axis.measure, shown) }
    ).blocks(title: title)
    let lines = shown.map { design in
      "\(name(of: design)): \(settings(of: design))".wrapped(to: 100, indent: "    ")
    }
    let more =
      front.count > shown.count ? "; \(front.count - shown.count) more are in pareto.csv" : ""
    let note = """
      Changes against the design of the file, as the search saw them, so too good for designs that \
      luck favoured; o: does not keep the bounds there\(more).
      """.wrapped(to: 100).dim
    return blocks + [lines.joined(separator: "\n"), note]
  }

  private func name(of design: Int) -> String {
    let mark = design == results.chosen ? " (found)" : design == 0 ? " (file)" : ""
    return "design \(design)\(mark)\(results.isFeasible(design) ? "" : " o")"
  }

  private func frontColumn(_ measure: Int, _ designs: [Int]) -> FigureTable.Column {
    let changes = designs.map { results.difference(of: measure, design: $0).estimate }
    let format = format(measure, changes)
    return FigureTable.Column(
      heading: presentation.title(measure).wrapped(to: 18).split(separator: "\n").map(String.init)
        + [format.unitText],
      format: format,
      cells: changes.map {
        FigureTable.Cell(estimate: $0, mark: $0.excludesZero ? "*" : "")
      })
  }

  private func settings(of design: Int) -> String {
    results.problem.factors.indices.map { factor in
      let name = results.problem.factors[factor].path.split(separator: ".").last ?? ""
      return "\(name) \(presentation.text(of: factor, design: design))"
    }.joined(separator: ", ")
  }

  // MARK: Cost

  private var cost: String {
    let runs = results.searchRuns + results.confirmationRuns
    return "\(runs) of \(results.plan.budget) runs: \(results.searchRuns) to search "
      + "\(results.designs.count) designs, \(results.confirmationRuns) to confirm."
  }
}
