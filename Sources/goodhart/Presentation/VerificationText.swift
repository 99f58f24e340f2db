import Foundation
import Reporting
import Validation

/// What verifications found, for people and for programs.
struct VerificationText {
  private let reports: [VerificationReport]
  private let seed: UInt64
  private let isDetailed: Bool

  /// Presents reports.
  ///
  /// - Parameter isDetailed: whether every quantity of every row is shown.
  init(_ reports: [VerificationReport], seed: UInt64, isDetailed: Bool) {
    self.reports = reports
    self.seed = seed
    self.isDetailed = isDetailed
  }

  /// For people.
  var table: String {
    isDetailed ? reports.map(details).joined(separator: "\n\n") : overview
  }

  // MARK: Overview

  /// One line for each result, and a total.
  private var overview: String {
    let header = ["", "result", "rows", "figures", "relative", "std errors", ""]
    let lines = reports.map { report in
      [
        report.verification.section, report.verification.name, String(report.outcomes.count),
        String(report.comparisons), Self.short(report.largestRelativeError),
        report.largestStandardErrors.map { Self.decimal($0) } ?? "–",
        report.failures == 0 ? "pass" : "FAIL in \(report.failures)",
      ]
    }
    let body = Self.aligned([header] + lines, rightAligned: [2, 3, 4, 5])
    let failing = reports.filter { $0.failures > 0 }.map(\.verification.name)
    let hint =
      failing.isEmpty
      ? "" : "\nsee: " + failing.map { "goodhart verify \($0)" }.joined(separator: ", ")
    let asked = Set(reports.map(\.verification.name))
    let left = VerificationCatalogue.all.filter { $0.takesMinutes && !asked.contains($0.name) }
      .map { "goodhart verify \($0.name)" }
    let rest =
      left.isEmpty ? "" : "\nleft out, since it takes minutes: " + left.joined(separator: ", ")
    return body + "\n\n" + total.wrapped(to: 100) + rest + hint
  }

  /// The last line: what was compared, and how it ended.
  private var total: String {
    let rows = reports.reduce(0) { $0 + $1.outcomes.count }
    let failures = reports.reduce(0) { $0 + $1.failures }
    let figures = reports.reduce(0) { $0 + $1.comparisons }
    let verdict = failures == 0 ? "all pass" : "\(failures) FAIL"
    let relative = reports.compactMap(\.largestRelativeError).max()
    let standardErrors = reports.compactMap(\.largestStandardErrors).max()
    return "\(reports.count) results, \(rows) rows, \(figures) figures: \(verdict). Largest error "
      + "\(Self.short(relative)) of what is computed (allowed 1e-06), "
      + "\(standardErrors.map { Self.decimal($0) } ?? "–") standard errors of what is simulated "
      + "(allowed 3; seed \(seed))."
  }

  // MARK: Details

  private func details(of report: VerificationReport) -> String {
    let verification = report.verification
    let head = """
      \(verification.section) \(verification.name): \(verification.title)
      \(verification.source)
      """.wrapped(to: 100, indent: "  ")
    return head + report.outcomes.map { "\n\n" + details(of: $0, verification) }.joined()
  }

  private func details(of outcome: VerificationOutcome, _ verification: Verification) -> String {
    let parameters = zip(verification.parameters, outcome.parameters)
      .map { "\($0.name) \(Self.number($1))" }.joined(separator: ", ").wrapped(
        to: 100, indent: "  ")
    if let refusal = outcome.refusal {
      let verdict = outcome.passes ? "refused" : "FAIL, refused"
      return parameters + "\n" + "  \(verdict): \(refusal)".wrapped(to: 100, indent: "  ")
    }
    if outcome.expectsRefusal == true {
      return parameters + "\n  FAIL: expected a refusal, for there is no such value"
    }
    let header = ["", "expected", "obtained", "error", "allowed", ""]
    let lines = outcome.comparisons.map { comparison in
      [
        "  " + comparison.name, Self.number(comparison.expected),
        Self.number(comparison.obtained), Self.error(of: comparison),
        Self.tolerance(of: comparison),
        comparison.passes ? "pass" : "FAIL" + Self.reason(comparison),
      ]
    }
    return parameters + "\n" + Self.aligned([header] + lines, rightAligned: [1, 2, 3, 4])
  }

  /// Where the table and the closed form disagree, the table may be wrong: both are shown.
  private static func reason(_ comparison: VerificationOutcome.Comparison) -> String {
    comparison.tabulated == nil ? "" : " (closed form \(number(comparison.closedForm)))"
  }

  private static func error(of comparison: VerificationOutcome.Comparison) -> String {
    comparison.tolerance.isSimulated
      ? decimal(comparison.error) + " s.e." : short(comparison.error)
  }

  private static func tolerance(of comparison: VerificationOutcome.Comparison) -> String {
    switch comparison.tolerance {
    case .relative(let share): short(share)
    case .standardErrors(let number, let standardError):
      "\(Self.number(number)) x \(short(standardError))"
    }
  }

  // MARK: Programs

  /// For programs.
  var json: String {
    JSONValue.object([
      (key: "passes", value: .bool(reports.allSatisfy { $0.failures == 0 })),
      (key: "seed", value: .string(String(seed))),
      (key: "results", value: .array(reports.map(json))),
    ]).text()
  }

  private func json(of report: VerificationReport) -> JSONValue {
    .object([
      (key: "name", value: .string(report.verification.name)),
      (key: "section", value: .string(report.verification.section)),
      (key: "title", value: .string(report.verification.title)),
      (key: "source", value: .string(report.verification.source)),
      (key: "rows", value: .integer(report.outcomes.count)),
      (key: "figures", value: .integer(report.comparisons)),
      (key: "failures", value: .integer(report.failures)),
      (key: "largestRelativeError", value: Self.optional(report.largestRelativeError)),
      (key: "largestStandardErrors", value: Self.optional(report.largestStandardErrors)),
      (key: "outcomes", value: .array(report.outcomes.map { json(of: $0, report.verification) })),
    ])
  }

  private func json(of outcome: VerificationOutcome, _ verification: Verification) -> JSONValue {
    .object([
      (
        key: "parameters",
        value: .object(
          zip(verification.parameters, outcome.parameters).map { ($0.name, .number($1)) })
      ),
      (key: "passes", value: .bool(outcome.passes)),
      (key: "refusal", value: outcome.refusal.map { .string($0.description) } ?? .null),
      (key: "figures", value: .array(outcome.comparisons.map(json))),
    ])
  }

  private func json(of comparison: VerificationOutcome.Comparison) -> JSONValue {
    var standardError = JSONValue.null
    var allowed = 0.0
    switch comparison.tolerance {
    case .relative(let share): allowed = share
    case .standardErrors(let number, let size):
      standardError = .number(size)
      allowed = number
    }
    return .object([
      (key: "name", value: .string(comparison.name)),
      (key: "expected", value: .number(comparison.expected)),
      (key: "tabulated", value: Self.optional(comparison.tabulated)),
      (key: "closedForm", value: .number(comparison.closedForm)),
      (key: "obtained", value: .number(comparison.obtained)),
      (key: "error", value: .number(comparison.error)),
      (key: "allowed", value: .number(allowed)),
      (key: "standardError", value: standardError),
      (key: "passes", value: .bool(comparison.passes)),
    ])
  }

  private static func optional(_ value: Double?) -> JSONValue {
    value.map { .number($0) } ?? .null
  }

  // MARK: Words and columns

  private static func number(_ value: Double) -> String {
    value.isFinite ? String(format: "%.9g", value) : value.isNaN ? "none" : "infinite"
  }

  private static func decimal(_ value: Double) -> String {
    value.isFinite ? String(format: "%.2f", value) : "–"
  }

  private static func short(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    return value == 0 ? "0" : String(format: "%.1e", value)
  }

  /// Columns side by side, two spaces apart.
  private static func aligned(_ rows: [[String]], rightAligned: Set<Int>) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return rightAligned.contains(column) ? padding + row[column] : row[column] + padding
      }.joined(separator: "  ").withoutTrailingSpace
    }.joined(separator: "\n")
  }
}

extension Listing {
  /// Every verification.
  static var verifications: Listing {
    Listing(
      columns: ["section", "name", "rows", "what"],
      rows: VerificationCatalogue.all.map {
        [$0.section, $0.name, String($0.rows.count), $0.title]
      })
  }

  /// What a verification depends on.
  init(parametersOf verification: Verification) {
    self.init(
      columns: ["parameter", "standard", "allowed", "meaning"],
      rows: verification.parameters.map {
        ["--\($0.name)", String(format: "%.12g", $0.standard), $0.expectation, $0.meaning]
      })
  }
}
