/// How much longer or shorter people work when an hour of work brings more or less than usual
/// (MODEL 1.5).
///
/// Effort e is the deviation from the intrinsically preferred one, at the cost ½ c e². A marginal
/// return m calls forth
///
///     e = m / c,
///
/// cut to what the week allows. With pay b for a unit of effort this is e(b) = b/c of the linear
/// contract (Holmström and Milgrom 1987; Baker 1992).
package struct EffortResponse: Sendable, Equatable {
  /// Slope c of the marginal cost of effort.
  package let costSlope: Double
  /// The deviations from preferred effort that are possible.
  package let range: ClosedRange<Double>

  /// Creates a response; `costSlope` is positive.
  package init(
    costSlope: Double, range: ClosedRange<Double> = -Double.infinity...Double.infinity
  ) {
    self.costSlope = costSlope
    self.range = range
  }

  /// The effort that a marginal return calls forth.
  package func effort(marginalReturn: Double) -> Double {
    min(max(marginalReturn / costSlope, range.lowerBound), range.upperBound)
  }

  /// What an effort costs, ½ c e².
  package func cost(of effort: Double) -> Double { costSlope * effort * effort / 2 }
}
