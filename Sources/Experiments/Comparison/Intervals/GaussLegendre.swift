import CGSL

/// Integrals of smooth functions by Gauss-Legendre quadrature, sixteen points to a panel.
///
/// Points and weights are the library's (`gsl_integration_glfixed_point`).
struct GaussLegendre: Sendable {
  private let points: [(place: Double, weight: Double)]

  /// The rule on one panel.
  init() {
    let count = 16
    let table = gsl_integration_glfixed_table_alloc(count)
    defer { gsl_integration_glfixed_table_free(table) }
    points = (0..<count).map { index in
      var place = 0.0
      var weight = 0.0
      gsl_integration_glfixed_point(-1, 1, index, &place, &weight, table)
      return (place, weight)
    }
  }

  /// The integral over a range cut into equal panels.
  ///
  /// - Complexity: sixteen evaluations a panel.
  func integral(
    over range: ClosedRange<Double>, panels: Int, _ integrand: (Double) -> Double
  ) -> Double {
    let half = (range.upperBound - range.lowerBound) / Double(2 * panels)
    var total = 0.0
    for panel in 0..<panels {
      let middle = range.lowerBound + Double(2 * panel + 1) * half
      for (place, weight) in points { total += weight * integrand(middle + half * place) }
    }
    return total * half
  }
}
