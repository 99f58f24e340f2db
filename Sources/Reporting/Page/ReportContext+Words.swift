import Experiments
import Measures

extension ReportContext {
  /// The rows of a table; none if the folder lacks it.
  func records(_ table: String) -> [TableRow] { package.table(table)?.records ?? [] }

  /// A measure by name, also where the folder does not describe its measures.
  ///
  /// - Parameter unit: the unit that a row of a table tells.
  func told(_ identifier: String, unit: String = "") -> ToldMeasure {
    if let known = measure(identifier) {
      return ToldMeasure(title: known.title, unit: known.unit, preference: known.preference)
    }
    return ToldMeasure(
      title: identifier, unit: Measure.Unit(rawValue: unit) ?? .ratio, preference: .neutral)
  }

  /// The sentences of a kind among the findings.
  func findings(_ kind: String) -> [String] {
    records("findings").filter { $0.text("kind") == kind }.map { $0.text("words") }
  }

  /// What weakens figures of measures under the policies shown.
  func flags(_ measures: [String]) -> [String] {
    flagged(measures).map { row in
      "\(told(row.text("measure")).title), \(row.text("policy")): \(row.text("words"))."
    }
  }

  /// The rows of figures that are not steady, of measures under the policies shown.
  func flagged(_ measures: [String]) -> [TableRow] {
    records("flags").filter { shows($0.text("policy")) && measures.contains($0.text("measure")) }
  }
}

/// What is said of a measure beside its figures.
struct ToldMeasure {
  let title: String
  let unit: Measure.Unit
  let preference: Measure.Preference

  /// The title of an axis, with the unit where ticks do not show it.
  var axis: String {
    let unit = VegaLite.axisUnit(of: unit)
    return unit.isEmpty || ["%", "$"].contains(unit) ? title : "\(title), \(unit)"
  }

  /// A value with its unit.
  func text(_ value: Double?) -> String { value.map { HumanNumber.text($0, unit) } ?? "–" }

  /// A difference with its sign and unit.
  func signed(_ value: Double?) -> String {
    guard let value else { return "–" }
    return (value > 0 ? "+" : "") + HumanNumber.text(value, unit)
  }

  /// A difference with its 95 % interval, as far as it has one.
  func signed(_ row: TableRow, _ value: String, _ lower: String, _ upper: String) -> String {
    guard let low = row.number(lower), let high = row.number(upper), low != high else {
      return signed(row.number(value))
    }
    return "\(signed(row.number(value))) (\(signed(low)) to \(signed(high)))"
  }

  /// A value with its 95 % interval, as far as it has one.
  func text(_ row: TableRow, _ value: String, _ lower: String, _ upper: String) -> String {
    guard let low = row.number(lower), let high = row.number(upper), low != high else {
      return text(row.number(value))
    }
    return "\(text(row.number(value))) (\(text(low)) to \(text(high)))"
  }
}

extension PageTable.Cell {
  /// A cell of words.
  static func words(_ text: String) -> Self { .init(text: text) }

  /// A share as a percentage.
  static func share(_ value: Double?) -> Self {
    .init(
      text: value.map { HumanNumber.text($0, .share) } ?? "–",
      exact: value.flatMap { NumberText.shortest($0) } ?? "", isNumber: true)
  }
}
