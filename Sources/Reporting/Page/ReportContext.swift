import Experiments
import Measures

/// What every part of a report asks the results for: policies in the order they are told, measures
/// by name, and estimates.
struct ReportContext {
  let package: ResultsPackage
  /// The policies that charts show, best first where net value is known.
  let policies: [ReportedPolicy]
  /// How many further policies stand in the tables only.
  let hiddenPolicies: Int
  /// The measures in the order of the catalogue.
  let measures: [ReportedMeasure]
  private let measuresByName: [String: ReportedMeasure]
  private let estimates: [String: TableRow]

  /// Reads what parts of the report share.
  init(_ package: ResultsPackage) {
    self.package = package
    measures = (package.table("measures")?.records ?? []).map { ReportedMeasure($0) }
    measuresByName = Dictionary(
      measures.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
    estimates = Dictionary(
      (package.table("summary")?.records ?? []).map {
        (Self.key($0.text("measure"), $0.text("policy")), $0)
      }, uniquingKeysWith: { first, _ in first })
    let all = ReportedPolicy.all(in: package)
    policies = Self.shown(all)
    hiddenPolicies = all.count - policies.count
  }

  /// The policy that the others are compared with.
  var baseline: ReportedPolicy? { policies.first(where: \.isBaseline) }

  /// The names of the policies that charts show, in their order.
  var policyNames: [String] { policies.map(\.name) }

  /// Whether charts show a policy.
  func shows(_ policy: String) -> Bool { policies.contains { $0.name == policy } }

  /// The measure with an identifier.
  func measure(_ identifier: String) -> ReportedMeasure? { measuresByName[identifier] }

  /// The row of `summary` about a measure under a policy; nil where its mean is undefined.
  func estimate(_ measure: String, _ policy: String) -> TableRow? {
    guard let row = estimates[Self.key(measure, policy)], row.number("mean") != nil else {
      return nil
    }
    return row
  }

  /// What rows about a measure under a policy are found by.
  static func key(_ measure: String, _ policy: String) -> String { "\(policy)\n\(measure)" }

  /// Rows of a table about policies that charts show.
  func data(
    _ table: String, columns: [String], where isShown: (TableRow) -> Bool = { _ in true }
  ) -> ChartData? {
    guard let table = package.table(table) else { return nil }
    let data = ChartData(table, columns: columns) { row in
      (row["policy"] == .missing || shows(row.text("policy"))) && isShown(row)
    }
    return data.isEmpty ? nil : data
  }

  /// A chart can be read with about a dozen policies: the best by net value, and the baseline.
  private static func shown(_ all: [ReportedPolicy]) -> [ReportedPolicy] {
    guard all.count > mostPolicies else { return all }
    let best = all.prefix(mostPolicies)
    if best.contains(where: \.isBaseline) { return Array(best) }
    return best.dropLast() + all.filter(\.isBaseline)
  }

  private static let mostPolicies = 12
}

/// A policy as a report tells of it.
struct ReportedPolicy {
  /// Its name in the scenario.
  let name: String
  /// One line for people.
  let title: String
  /// A few sentences on what it does.
  let description: String
  /// Whether the others are compared with it.
  let isBaseline: Bool

  /// Every policy of a folder, best first by net value where that is known.
  static func all(in package: ResultsPackage) -> [ReportedPolicy] {
    let policies = (package.table("policies")?.records ?? []).map { row in
      ReportedPolicy(
        name: row.text("policy"), title: row.text("title"), description: row.text("description"),
        isBaseline: row["baseline"].isTrue)
    }
    let values = Dictionary(
      (package.table("selection")?.records ?? []).compactMap { row in
        row.number("mean").map { (row.text("policy"), $0) }
      }, uniquingKeysWith: { first, _ in first })
    return policies.enumerated().sorted { left, right in
      let (first, second) = (values[left.element.name], values[right.element.name])
      if let first, let second, first != second { return first > second }
      if (first == nil) != (second == nil) { return first != nil }
      return left.offset < right.offset
    }.map(\.element)
  }
}

/// A measure as a report tells of it.
struct ReportedMeasure {
  let identifier: String
  let title: String
  let unit: Measure.Unit
  let group: String
  let preference: Measure.Preference
  let isHeadline: Bool
  let definition: String
  let source: String

  /// Reads a row of `measures`.
  init(_ row: TableRow) {
    identifier = row.text("measure")
    title = row.text("title")
    unit = Measure.Unit(rawValue: row.text("unit")) ?? .ratio
    group = row.text("group")
    preference = Measure.Preference(rawValue: row.text("preference")) ?? .neutral
    isHeadline = row["headline"].isTrue
    definition = row.text("definition")
    source = row.text("source")
  }
}
