import Measures
import WorkplaceModel

extension ScenarioBuilder {
  /// The precision that replications are added for; nil where their number is given.
  mutating func precisionTarget(_ node: ResolvedNode) -> PrecisionTarget? {
    guard node.isMap else { return nil }
    let until = node["until"]
    let (first, most) = (until["first"].whole, until["max"].whole)
    if most < first {
      collector.report(
        "max of \(most) replications is less than the first look", at: until["max"].location,
        expected: "at least \(first) replications")
    }
    let measure = MeasureCatalogue.common.identifier(of: until["measure"].text)
    return PrecisionTarget(
      measure: measure ?? until["measure"].text,
      quantity: PrecisionTarget.Quantity(rawValue: until["of"].text) ?? .level,
      halfWidth: halfWidth(until["halfWidth"], measure: measure),
      confidence: until["confidence"].number, first: first, most: most)
  }

  /// A percentage is relative; anything else must be in the unit of the measure.
  private mutating func halfWidth(
    _ node: ResolvedNode, measure: String?
  ) -> PrecisionTarget.HalfWidth {
    guard case .number(let number, let dimension) = node.content else { return .relative(0.1) }
    if dimension == .percentage { return .relative(number) }
    let unit = measure.flatMap { MeasureCatalogue.common.measure($0)?.unit }
    if let unit, let wanted = unit.dimension, wanted != dimension, !node.isBroken {
      collector.report(
        "halfWidth is \(dimension.name)", at: node.location,
        expected: "a percentage of the mean, or \(wanted.name) such as \(wanted.examples)")
    }
    return .absolute(number)
  }

  /// Weeks of warm-up, and how they are found where they are not given.
  mutating func warmUp(_ node: ResolvedNode) -> (weeks: Int, search: WarmUpSearch?) {
    guard node.isMap else { return (wholeWeeks(node, "warmUp"), nil) }
    let longest = wholeWeeks(node["upTo"], "upTo")
    let name = node["measure"].text
    let measure = MeasureCatalogue.common.identifier(of: name)
    if let measure, MeasureCatalogue.common.measure(measure)?.isWeekly == false {
      collector.report(
        "'\(name)' has no value for single weeks", at: node["measure"].location,
        expected: "a weekly measure such as true_value_h")
    }
    return (
      longest,
      WarmUpSearch(
        measure: measure ?? name, pilotWeeks: 2 * longest,
        replications: node["replications"].whole)
    )
  }
}

extension Measure.Unit {
  /// The dimension of quantities in this unit; nil where plain numbers are written.
  fileprivate var dimension: QuantityDimension? {
    switch self {
    case .usd: .money
    case .hours: .hours
    case .tokens: .tokens
    case .share, .count, .ratio, .coefficient, .score, .weeks, .perWeek: .number
    }
  }
}
