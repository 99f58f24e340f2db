import Experiments
import Foundation
import Measures
import ScenarioFiles
import WorkplaceModel

/// A bound on a measure as it is written: `gaming_people_share<=10 %`.
struct BoundText {
  /// The bound with its unit.
  let bound: String
  private let measure: String
  private let side: OutcomeConstraint.Side?
  /// Where it was written.
  private let place: String

  /// Takes apart what an option says.
  init(_ text: String) {
    place = "--subject-to \(text)"
    let signs: [(sign: String, side: OutcomeConstraint.Side)] = [
      ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast),
    ]
    let found = signs.lazy.compactMap { sign in
      text.range(of: sign.sign).map { (range: $0, side: sign.side) }
    }.first
    side = found?.side
    measure =
      found.map { text[..<$0.range.lowerBound].trimmingCharacters(in: .whitespaces) } ?? text
    bound = found.map { text[$0.range.upperBound...].trimmingCharacters(in: .whitespaces) } ?? ""
  }

  /// Takes a bound of the scenario.
  init(_ declared: OptimisationDesign.Bound) {
    place = "optimize.subjectTo.\(declared.measure).\(declared.isUpper ? "atMost" : "atLeast")"
    measure = declared.measure
    side = declared.isUpper ? .atMost : .atLeast
    bound = declared.text
  }

  /// The constraint, its bound in the unit of the measure.
  ///
  /// - Throws: `ScenarioErrors` if there is no such measure, or the bound is in another unit.
  func constraint(_ catalogue: MeasureCatalogue) throws(ScenarioErrors) -> OutcomeConstraint {
    guard let side else {
      throw OptimisationQuestion.mistake(
        "\(place): no bound is named",
        expected: "a measure, <= or >=, and a bound, such as 'gaming_people_share<=10 %'")
    }
    let measure = try OptimisationQuestion.measure(self.measure, catalogue, by: place)
    do {
      return OutcomeConstraint(
        measure.identifier, side, try measure.unit.dimension.value(of: bound))
    } catch {
      throw OptimisationQuestion.mistake(
        "\(place): \(error.what)", expected: error.expected, suggestion: error.suggestion)
    }
  }
}

extension Measure.Unit {
  /// How values in the unit are written by people.
  var dimension: QuantityDimension {
    switch self {
    case .tokens: .tokens
    case .hours: .hours
    case .usd: .money
    case .share: .share
    case .count: .count
    case .ratio, .coefficient: .number
    case .score: .metricValue
    case .weeks: .weeks
    case .perWeek: .perWeek
    }
  }
}
