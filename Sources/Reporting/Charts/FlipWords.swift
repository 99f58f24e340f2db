import Experiments
import Foundation

/// A row of `flips` in words.
struct FlipWords {
  let row: TableRow
  private let names: [String: String]

  /// Takes a row, and short names of the assumptions.
  init(_ row: TableRow, _ names: [String: String]) {
    self.row = row
    self.names = names
  }

  /// Short names of all assumptions of a folder.
  static func names(_ context: ReportContext) -> [String: String] {
    let rows = context.records("flips") + context.records("flip_profile")
    return KeyWords.short(Set(rows.map { $0.text("assumption") }).sorted())
  }

  /// `harm rises`.
  var move: String { "\(name) \(isFalling ? "falls" : "rises")" }

  /// The same in lines, parted by bars, with what the value becomes in the last.
  func lines(_ last: String) -> String {
    guard let colon = name.range(of: ": ", options: .backwards) else { return "\(move)|\(last)" }
    return name[..<colon.lowerBound] + ":|" + move[colon.upperBound...] + "|" + last
  }

  /// The assumption in short.
  var name: String { names[row.text("assumption")] ?? row.text("assumption") }

  /// Whether it is moved down.
  var isFalling: Bool { row.text("direction") == "down" }

  /// A value of the assumption with its unit: `$24`, `1.2 h`, `5 %`.
  func amount(_ column: String) -> String {
    guard let value = row.number(column) else { return "beyond the range" }
    return Self.amount(value, row.text("unit"))
  }

  /// A value with a unit as scenarios write it: before the number if it is a currency.
  static func amount(_ value: Double, _ unit: String) -> String {
    guard unit.hasPrefix("$") else {
      return unit.isEmpty ? HumanNumber.text(value) : "\(HumanNumber.text(value)) \(unit)"
    }
    let rest = String(unit.dropFirst())
    return "$\(HumanNumber.text(value))" + (rest.isEmpty ? "" : " \(rest)")
  }

  /// `0.0041 to 0.0076`; empty where the boundary has no interval.
  var interval: String {
    guard row["boundary_near_value"] != .missing || row["boundary_far_value"] != .missing else {
      return ""
    }
    return "\(amount("boundary_near_value")) to \(amount("boundary_far_value"))"
  }

  /// What the table says of a direction in which nothing was found.
  var status: String {
    switch row.text("status") {
    case "searched": "searched"
    case "promising": "not searched: others were nearer"
    case "distant": "well ahead at the end of the range"
    case "ineffective": "changes nothing"
    default: row.text("status")
    }
  }
}
