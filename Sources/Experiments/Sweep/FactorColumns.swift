import WorkplaceModel

/// The columns of tables that hold the values of factors, one for each.
struct FactorColumns: Sendable {
  private let design: SweepDesign
  private let isNumeric: [Bool]
  let columns: [ResultTable.Column]

  init(_ design: SweepDesign) {
    self.design = design
    isNumeric = design.factors.map(\.isNumeric)
    var taken: Set<String> = Self.reserved
    var columns: [ResultTable.Column] = []
    for factor in design.factors {
      var name = factor.columnName
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(factor.columnName)_\(number)"
        number += 1
      }
      columns.append(
        ResultTable.Column(
          name, factor.isNumeric ? .number : .text, unit: factor.unitText,
          "Value of \(factor.path), from \(factor.range.text)."))
    }
    self.columns = columns
  }

  /// The values at a point.
  func cells(_ row: Int) -> [ResultTable.Cell] {
    design.factors.indices.map { index in
      let factor = design.factors[index]
      let position = design.rows[row, index]
      if let number = factor.number(at: position) { return .init(number) }
      let text = factor.text(at: position)
      return isNumeric[index] ? .init(Double(text)) : .text(text)
    }
  }

  /// Names that other columns of the tables have.
  private static let reserved: Set<String> = [
    "point", "policy", "measure", "unit", "mean", "sd", "n", "missing", "standard_error",
    "lower_95", "upper_95", "difference", "difference_lower_95", "difference_upper_95",
    "difference_n", "best_policy", "best_value", "runs",
  ]
}

extension Factor {
  /// Whether every value is a number, in one unit.
  fileprivate var isNumeric: Bool {
    switch range {
    case .interval: true
    case .levels(let levels): levels.allSatisfy { Double($0)?.isFinite ?? false }
    }
  }

  /// The unit of its numbers; nil where they have none.
  fileprivate var unitText: String? {
    guard case .interval(_, _, _, let notation) = range else { return nil }
    let text = [notation.prefix, notation.unit].filter { !$0.isEmpty }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// The path in snake case, with the unit behind it: `behaviour_adoption_inertia_h`.
  fileprivate var columnName: String {
    var words = path.replacing(".", with: "_").snakeCase
    if let unit = unitText {
      words +=
        "_"
        + unit.replacing("$", with: " usd ").replacing("%", with: " percent ")
        .replacing("/", with: " per ").split(separator: " ").joined(separator: "_").lowercased()
    }
    return String(words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}

extension String {
  /// `adoptionInertia` as `adoption_inertia`.
  fileprivate var snakeCase: String {
    var text = ""
    for character in self {
      let isBoundary =
        character.isUppercase && (text.last.map { $0.isLowercase || $0.isNumber } ?? false)
      text += (isBoundary ? "_" : "") + character.lowercased()
    }
    return text
  }
}
