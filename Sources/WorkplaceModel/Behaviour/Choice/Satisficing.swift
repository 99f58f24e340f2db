/// Staying with what is good enough (Simon 1955).
///
/// The last profile is kept while its utility reaches the aspiration less a tolerance; else one
/// alternative is drawn and taken if it is better. Aspirations follow what is achieved,
/// A(t+1) = (1 - a) A(t) + a u(t).
public struct Satisficing: Sendable, Equatable {
  /// Hours a week below the aspiration that are still good enough.
  public var tolerance: Double
  /// Weight a of the latest week in the aspiration.
  public var adaptation: Double

  /// Creates the parameters.
  public init(tolerance: Double, adaptation: Double) {
    self.tolerance = tolerance
    self.adaptation = adaptation
  }
}

extension Satisficing {
  /// The index of the chosen alternative.
  ///
  /// - Parameters:
  ///   - utilities: hours per week; at least one.
  ///   - last: the alternative chosen last, if it still exists.
  ///   - aspiration: what the employee wants to reach; nil in the first week.
  ///   - uniform: between 0 and 1.
  func choose(
    among utilities: [Double], last: Int?, aspiration: Double?, uniform: Double
  ) -> Int {
    let drawn = min(Int(uniform * Double(utilities.count)), utilities.count - 1)
    guard let last else { return drawn }
    if let aspiration, utilities[last] >= aspiration - tolerance { return last }
    return utilities[drawn] > utilities[last] ? drawn : last
  }

  /// The aspiration after a week.
  func next(_ aspiration: Double?, utility: Double) -> Double {
    guard let aspiration else { return utility }
    return (1 - adaptation) * aspiration + adaptation * utility
  }
}
