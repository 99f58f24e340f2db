import Experiments
import Foundation
import Measures

extension Chart {
  /// Which policy is best at each point of a sweep, over the two factors that decide most.
  static func winners(_ context: ReportContext) -> Chart? {
    guard let table = context.package.table("points"), let axes = WinnerAxes(context, table) else {
      return nil
    }
    let columns = ["point"] + axes.columns + ["best_policy", "best_value"]
    let known = ChartData(table, columns: columns) { $0["best_policy"] != .missing }
    guard !known.isEmpty else { return nil }
    let counts = Dictionary(known.records.map { ($0.text("best_policy"), 1) }, uniquingKeysWith: +)
    // Where points lie on each other, rare winners are on top.
    let data = known.sorted { left, right in
      let (first, second) = (left.text("best_policy"), right.text("best_policy"))
      return (-(counts[first] ?? 0), first) < (-(counts[second] ?? 0), second)
    }
    let found = Set(counts.keys)
    let winners =
      context.policyNames.filter(found.contains)
      + found.subtracting(context.policyNames).sorted()
    let tooltip = VegaLite.tooltip(
      axes.columns.map { ($0, $0) } + [("best_policy", "best"), ("best_value", "its value")])
    let colours = winners.indices.map { index in
      JSONValue.string(ChartTheme.categories[index % ChartTheme.categories.count])
    }
    let shapes = winners.indices.map { JSONValue.string(Self.shapes[$0 % Self.shapes.count]) }
    let colour = VegaLite.color("best_policy", winners, colours, legend: true)
    let shape: JSONValue = [
      "field": "best_policy", "type": "nominal", "legend": ["title": .null],
      "scale": VegaLite.scale(winners, shapes),
    ]
    let y =
      axes.y ?? VegaLite.quantity("best_value", title: "Value of the best policy", format: "~s")
    return Chart(
      name: "winners", title: "Which policy is best where",
      caption: """
        Every mark is a point of the sweep, at its values of the two factors that decide most; \
        colour and shape tell the policy that is best there. Points count alike, however likely \
        they are.
        """,
      description: description(context, data, winners), data: data, layout: .single(height: 320),
      notes: [],
      marks: [
        ("mark", ["type": "point", "filled": true, "size": 70, "opacity": 0.85]),
        (
          "encoding", ["x": axes.x, "y": y, "color": colour, "shape": shape, "tooltip": tooltip]
        ),
      ])
  }

  private static let shapes = [
    "circle", "diamond", "square", "triangle-up", "cross", "triangle-down", "triangle-left",
    "triangle-right",
  ]

  private static func description(
    _ context: ReportContext, _ data: ChartData, _ winners: [String]
  ) -> String {
    let counts = winners.map { policy in
      (policy: policy, count: data.records.count { $0.text("best_policy") == policy })
    }.sorted { $0.count > $1.count }
    let words = counts.map { "\($0.policy) at \($0.count)" }.joined(separator: ", ")
    return "Of \(data.rows.count) points, best are: \(words)."
  }
}

/// The columns of `points` that a map of winners is drawn over.
private struct WinnerAxes {
  let columns: [String]
  let x: JSONValue
  let y: JSONValue?

  /// The factors that decide most, numbers before words; nil where there is none.
  init?(_ context: ReportContext, _ table: ResultTable) {
    // What bounds the boxes in which policies lose parts winners best.
    let bounding = context.records("boxes").filter {
      $0.text("question") == "not_best" && !$0.text("factor").isEmpty
    }.map { $0.text("factor") }
    let deciding = bounding + (SensitivityQuestion(context)?.factors ?? [])
    let ranked = deciding.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let known = Dictionary(
      table.columns.compactMap { column in
        Self.factor(of: column).map { ($0.path, (column: column, range: $0.range)) }
      }, uniquingKeysWith: { first, _ in first })
    let order = ranked + known.keys.filter { !ranked.contains($0) }.sorted()
    let found = order.compactMap { path in known[path].map { (path: path, about: $0) } }
    let numbers = found.filter { $0.about.column.type != .text }
    let chosen = (numbers + found.filter { $0.about.column.type == .text }).prefix(2)
    guard let first = chosen.first else { return nil }
    let names = KeyWords.short(order)
    let encodings = chosen.map { Self.encoding($0.about.column, $0.about.range, names[$0.path]) }
    columns = chosen.map(\.about.column.name)
    x = encodings.first ?? Self.encoding(first.about.column, first.about.range, nil)
    y = encodings.count > 1 ? encodings[1] : nil
  }

  private static func encoding(
    _ column: ResultTable.Column, _ range: String, _ name: String?
  ) -> JSONValue {
    let title = [name ?? column.name, column.unit.map { "(\($0))" } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
    guard column.type != .text else {
      return ["field": .string(column.name), "type": "nominal", "title": .string(title)]
    }
    return [
      "field": .string(column.name), "type": "quantitative", "title": .string(title),
      "axis": ["format": "~r", "grid": .bool(!range.hasSuffix(" log"))],
      "scale": range.hasSuffix(" log") ? ["type": "log"] : ["zero": false],
    ]
  }

  /// Reads the description of a column, such as `Value of behaviour.misperception, from 0..0.4.`.
  private static func factor(
    of column: ResultTable.Column
  ) -> (path: String, range: String)? {
    let (opening, middle) = ("Value of ", ", from ")
    guard column.description.hasPrefix(opening), column.description.hasSuffix("."),
      let comma = column.description.range(of: middle)
    else { return nil }
    return (
      String(column.description[..<comma.lowerBound].dropFirst(opening.count)),
      String(column.description[comma.upperBound...].dropLast())
    )
  }
}
