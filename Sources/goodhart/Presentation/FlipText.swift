import Experiments
import Foundation
import Measures
import Rainbow
import Reporting

/// What flips the recommended policy, in words and in a table.
struct FlipText {
  private let results: FlipResults
  private let measure: Measure
  private let fixed: [UnmovedAssumption]
  private let format: QuantityFormat

  /// Takes results, the measure that policies were judged by, and the assumptions that were not
  /// moved.
  init(_ results: FlipResults, _ measure: Measure, fixed: [UnmovedAssumption]) {
    self.results = results
    self.measure = measure
    self.fixed = fixed
    let estimates = results.ranking.map(results.estimate)
    format = QuantityFormat(
      unit: measure.unit, values: estimates.map(\.mean),
      halfWidths: results.ranking.map { results.lead(over: $0).halfWidth() })
  }

  /// The text.
  var text: String {
    ([recommendation(best.bold).wrapped(to: 100), first] + table + [rest.wrapped(to: 100)])
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What it says in words: the recommendation, the nearest flips, what else was tried.
  var sentences: [String] {
    let flips = results.flips.prefix(Self.toldFlips).map {
      let direction = results.directions[$0]
      return "It flips when " + sentence(direction, results.axes[direction.axis].name)
    }
    return [recommendation(best)] + (flips.isEmpty ? [Self.noFlip] : flips) + [rest]
  }

  private var best: String { results.policies[results.recommended] }

  // MARK: In words

  private func recommendation(_ best: String) -> String {
    let estimate = results.estimate(results.recommended)
    let next = results.ranking[1]
    let lead = results.lead(over: next)
    return """
      Recommended: \(best). \(measure.title): \(format.phrase(estimate.mean)), \
      \(format.phrase(lead.mean)) \(format.halfWidth(lead.halfWidth())) better than \
      \(results.policies[next]); the best in \(percent(results.probabilityOfBest(results.recommended))) \
      of resamples.
      """
  }

  private static let toldFlips = 3
  private static let noFlip = "No assumption that was searched flips it within its usual range."

  private var first: String {
    let flips = results.flips.prefix(Self.toldFlips)
    guard !flips.isEmpty else { return Self.noFlip }
    let sentences = flips.enumerated().map { number, flip in
      let direction = results.directions[flip]
      let name = results.axes[direction.axis].name.bold
      return "\(number + 1). \(sentence(direction, name))".wrapped(to: 100, indent: "   ")
    }
    return (["It flips first when"] + sentences).joined(separator: "\n")
  }

  private func sentence(_ direction: FlipDirection, _ name: String) -> String {
    let axis = results.axes[direction.axis]
    guard let boundary = direction.boundary, let value = boundary.value else { return name }
    let verb = direction.end == 0 ? "falls below" : "rises above"
    let others = boundary.overtakers.map { overtaker in
      boundary.overtakers.count == 1
        ? results.policies[overtaker.policy]
        : "\(results.policies[overtaker.policy]) (\(percent(overtaker.share)))"
    }
    return """
      \(name) \(verb) \(axis.shown(value)) \(interval(boundary, axis)) instead of \
      \(axis.shown(axis.reference)): then \(others.joined(separator: " or ")) is better. Probability \
      \(percent(boundary.probability)); \(percent(boundary.distance)) of the usual range away.
      """
  }

  private func interval(_ boundary: FlipBoundary, _ axis: FlipAxis) -> String {
    let near = boundary.near.map(axis.shown) ?? "beyond the range"
    let far = boundary.far.map(axis.shown) ?? "beyond the range"
    return "[\(near) to \(far)]"
  }

  // MARK: The table

  /// What has a row: flips, and what may be one with a probability that is worth telling.
  private var shown: [Int] {
    results.flips
      + results.possibleFlips.filter {
        results.directions[$0].boundary?.probability ?? 0 >= Self.leastProbability
      }
  }

  private static let leastProbability = 0.05

  private var table: [String] {
    guard !shown.isEmpty else { return [] }
    let headings = ["assumption", "default", "boundary", "95 % interval", "moved", "prob.", "then"]
    let rows = shown.map { row(results.directions[$0]) }
    let lines = AlignedColumns(headings: headings, rows: rows).lines(width: 100)
    let title = "Boundaries, nearest first; then those that are less probable than not".bold
    let legend = """
      moved: distance from the default over the width of the usual range. prob.: share of resamples \
      of the replications with a boundary in the range, among those that recommend \(best).
      """.wrapped(to: 100).dim
    return [([title] + lines).joined(separator: "\n"), legend]
  }

  private func row(_ direction: FlipDirection) -> [String] {
    let axis = results.axes[direction.axis]
    guard let boundary = direction.boundary else { return [] }
    return [
      axis.name, axis.shown(axis.reference),
      boundary.value.map(axis.shown) ?? (direction.end == 0 ? "below" : "above"),
      "\(boundary.near.map(axis.shown) ?? "beyond") to \(boundary.far.map(axis.shown) ?? "beyond")",
      percent(boundary.distance), percent(boundary.probability),
      boundary.overtakers.first.map { results.policies[$0.policy] } ?? "",
    ]
  }

  // MARK: What is left

  private var rest: String {
    func count(_ status: FlipDirection.Status) -> Int {
      results.directions.count { $0.status == status }
    }
    var sentences = [
      "\(assumptions(results.axes.count)) moved in \(results.directions.count) directions."
    ]
    let firm = count(.searched) - shown.count
    if firm > 0 {
      sentences.append(
        "\(firm) searched with a probability of a flip below \(percent(Self.leastProbability)).")
    }
    if count(.distant) > 0 {
      sentences.append("\(count(.distant)) ruled out at the end of the range.")
    }
    if count(.ineffective) > 0 { sentences.append("\(count(.ineffective)) change nothing here.") }
    if count(.promising) > 0 {
      sentences.append("\(count(.promising)) not searched, since --refine put others first.")
    }
    if !fixed.isEmpty {
      sentences.append(
        "\(assumptions(fixed.count)) left as they are, most being distributions; --format json "
          + "tells which and why.")
    }
    if results.undefinedRuns > 0 {
      sentences.append(
        "\(results.undefinedRuns) of \(results.runs) runs have no value of \(measure.identifier) "
          + "and are left out of means.")
    }
    return sentences.joined(separator: " ")
  }

  private func assumptions(_ count: Int) -> String {
    count == 1 ? "1 assumption" : "\(count) assumptions"
  }

  private func percent(_ share: Double?) -> String {
    share.map { "\(Int(($0 * 100).rounded())) %" } ?? "–"
  }
}

extension FlipAxis {
  /// A number as people read it: to three digits, and whole numbers that lie on either side of it.
  func shown(_ number: Double) -> String {
    if isWhole, number != number.rounded() {
      return "\(text(of: number.rounded(.down))) to \(text(of: number.rounded(.up)))"
    }
    guard number != 0, number.isFinite else { return text(of: number) }
    let scale = pow(10, 2 - log10(abs(number)).rounded(.down))
    return text(of: (number * scale).rounded() / scale)
  }
}

/// Words in columns.
struct AlignedColumns {
  let headings: [String]
  let rows: [[String]]

  /// The heading and the rows; where they are too wide, the first column loses its beginnings.
  func lines(width: Int) -> [String] {
    var widths = headings.indices.map { column in
      ([headings] + rows).map { $0[column].count }.max() ?? 0
    }
    let total = widths.reduce(0, +) + 2 * (widths.count - 1)
    if total > width { widths[0] = max(12, widths[0] - (total - width)) }
    return ([headings] + rows).map { line(of: $0, widths) }
  }

  private func line(of row: [String], _ widths: [Int]) -> String {
    zip(row, widths).map { text, width in
      let cut = text.count > width ? "…" + text.suffix(width - 1) : text
      return cut + String(repeating: " ", count: max(0, width - cut.count))
    }.joined(separator: "  ").withoutTrailingSpace
  }
}
