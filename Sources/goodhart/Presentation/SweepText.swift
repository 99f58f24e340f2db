import Experiments
import Foundation
import Measures
import Rainbow
import Reporting
import WorkplaceModel

/// A sweep in words: which policy is best where, what decides, where the best one loses.
struct SweepText {
  private let results: SweepResults
  private let standing: SweepStanding
  private let scenario: String
  private let seed: UInt64
  private let seconds: Double

  /// Takes a sweep and the time that its runs took.
  init(
    _ results: SweepResults, _ standing: SweepStanding, scenario: String, seed: UInt64,
    seconds: Double
  ) {
    self.results = results
    self.standing = standing
    self.scenario = scenario
    self.seed = seed
    self.seconds = seconds
  }

  /// Everything that is printed.
  var text: String {
    let findings = SweepFindings(results, standing, seed: seed)
    return [
      heading, table,
      (["What it says".bold]
        + findings.sentences.map { "- \($0)".wrapped(to: 100, indent: "  ") })
        .joined(separator: "\n"),
      findings.cautions.map { "caution: \($0)".wrapped(to: 100, indent: "  ") }
        .joined(separator: "\n"),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var heading: String {
    let design = results.sweep.design
    let factors = design.factors.map { "  \($0.path): \($0.range.text)".truncated(to: 100) }
    let cost = Self.cost(
      points: design.pointCount, policies: results.policies.count,
      replications: results.sweep.replications)
    return
      ([
        "Sweep of \(scenario)".bold, "\(cost), \(Self.duration(seconds))",
        "Factors (\(design.kindInWords)):",
      ] + factors).joined(separator: "\n")
  }

  /// A row for each policy: its mean over the points, its range, and how often it holds its own.
  private var table: String {
    let measure = results.sweep.measures[0]
    let estimates = standing.means.map { Estimate($0) }
    let ends = standing.means.map { means in
      let defined = means.filter { !$0.isNaN }
      return (low: defined.min(), high: defined.max())
    }
    let format = QuantityFormat(
      unit: measure.unit, values: ends.flatMap { [$0.low, $0.high] }, halfWidths: [])
    let unit = format.unitText.isEmpty ? "" : " (\(format.unitText))"
    let baseline = results.policies[results.baseline]
    var rows = [
      [measure.title + unit, "mean", "least", "greatest", "best at", "beats \(baseline) at"]
    ]
    for policy in results.policies.indices {
      rows.append([
        results.policies[policy] + (policy == standing.recommended ? " *" : ""),
        format.digits(estimates[policy].mean), format.digits(ends[policy].low),
        format.digits(ends[policy].high),
        Self.percent(standing.shareHeld(by: policy, .notBest)),
        policy == results.baseline
          ? "" : Self.percent(standing.shareBetter(policy)),
      ])
    }
    let legend = "* best on average; shares are of the points, which count alike".dim
    return SweepText.aligned(rows) + "\n" + legend
  }

  /// Rows of words in columns, the first of which is on the left and is cut to leave room.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    let room = 100 - widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    let first = max(12, min(widths[0], room))
    return rows.enumerated().map { number, row in
      let name = row[0].truncated(to: first)
      let line =
        name + String(repeating: " ", count: max(0, first - name.count))
        + zip(row, widths).dropFirst().map { cell, width in
          "  " + String(repeating: " ", count: width - cell.count) + cell
        }.joined()
      return number == 0 ? line.withoutTrailingSpace.bold : line.withoutTrailingSpace
    }.joined(separator: "\n")
  }
}

extension SweepText {
  /// How many runs a sweep takes, and about how long.
  static func cost(points: Int, policies: Int, replications: Int, seconds: Double? = nil) -> String
  {
    let runs = points * policies * replications
    let text =
      "\(count(points, "point")) × \(count(policies, "policy", "policies")) × "
      + "\(count(replications, "replication")) = \(count(runs, "run"))"
    guard let seconds else { return text }
    return text + "\nabout \(duration(seconds)) (one point was simulated to see how long it takes)"
  }

  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<9.95: String(format: "%.1f s", seconds)
    case ..<119.5: "\(Int(seconds.rounded())) s"
    case ..<7199: "\(Int((seconds / 60).rounded())) min"
    default: String(format: "%.1f h", seconds / 3600)
    }
  }

  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share > 0, share < 0.005 { return "< 1 %" }
    if share < 1, share > 0.995 { return "> 99 %" }
    return "\(Int((100 * share).rounded())) %"
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let digits = Array(String(number))
    let grouped = digits.indices.map { index in
      let rest = digits.count - index
      return (index > 0 && rest.isMultiple(of: 3) ? "," : "") + String(digits[index])
    }.joined()
    return "\(grouped) \(number == 1 ? one : many ?? one + "s")"
  }
}

extension String {
  /// The text, or its beginning and an ellipsis where it is longer than so many characters.
  fileprivate func truncated(to length: Int) -> String {
    count <= length ? self : prefix(max(0, length - 1)) + "…"
  }
}

extension SweepDesign {
  /// How the points were chosen, in words.
  var kindInWords: String {
    switch kind {
    case .factorial: "full factorial"
    case .latinHypercube: "Latin hypercube"
    case .sobol(let design): "Sobol' sequence, \(design.baseCount) base rows"
    case .morris(let design):
      "Morris, \(SweepText.count(design.trajectoryCount, "trajectory", "trajectories"))"
    case .listed: "listed points"
    }
  }
}
