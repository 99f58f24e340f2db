import CGSL

/// Whether chance explains a restriction of a box.
enum QuasiProbability {
  /// For each restriction the probability that as many rows as the box has, drawn from the box
  /// without it, would hold at least as many cases: small where the restriction matters.
  ///
  /// It is called quasi because the box was chosen by the same rows. Source: B. P. Bryant,
  /// R. J. Lempert, Technological Forecasting & Social Change 77 (2010), appendix A.
  ///
  /// - Complexity: O(rows x restrictions²).
  static func ofRestrictions(of box: ScenarioBox, in data: DiscoveryData) -> [Double] {
    let quality = data.quality(of: box)
    return box.restrictions.indices.map { index in
      let wider = data.quality(of: box.removing(at: index))
      return tail(cases: quality.cases, of: quality.rows, density: wider.density)
    }
  }

  /// P(X >= cases) for a binomial number of `rows` trials (`gsl_cdf_binomial_Q`).
  static func tail(cases: Int, of rows: Int, density: Double) -> Double {
    guard cases > 0, density < 1 else { return 1 }
    return gsl_cdf_binomial_Q(UInt32(cases - 1), density, UInt32(rows))
  }
}
