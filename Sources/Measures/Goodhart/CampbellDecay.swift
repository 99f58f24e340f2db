/// How the correlation of a metric with what it stands for falls once it counts (Campbell 1979).
package enum CampbellDecay {
  /// Time until a correlation has fallen to half of where it stood.
  ///
  /// The course between two observations is taken for straight, and at time 0 the correlation is
  /// taken for the reference.
  ///
  /// - Parameters:
  ///   - correlations: the correlation over time; NaN where it is undefined.
  ///   - times: when each was observed, ascending, above 0.
  ///   - reference: the correlation before the metric counted.
  /// - Returns: NaN if it never falls that far, or there was no positive correlation to lose.
  package static func halfLife(
    of correlations: [Double], at times: [Double], from reference: Double
  ) -> Double {
    precondition(correlations.count == times.count, "a time for every correlation")
    guard reference > 0 else { return .nan }
    let half = reference / 2
    var before = (time: 0.0, correlation: reference)
    for (time, correlation) in zip(times, correlations) where !correlation.isNaN {
      if correlation <= half {
        let share = (before.correlation - half) / (before.correlation - correlation)
        return before.time + share * (time - before.time)
      }
      before = (time, correlation)
    }
    return .nan
  }

  /// Correlation of proxy and truth when effort goes into gaming in proportion to the stakes.
  ///
  /// P = T + s gamma + epsilon with unit variance of T, so that
  ///
  ///     rho(s) = 1 / sqrt(1 + sigma_epsilon² + s² sigma_gamma²)
  ///
  /// It is the spread of gaming ability that destroys the ranking, not its mean (Frankel and Kartik
  /// 2019, 2022).
  ///
  /// - Parameters:
  ///   - stakes: s.
  ///   - abilitySpread: standard deviation of gaming ability, sigma_gamma.
  ///   - noise: standard deviation of the metric's noise, sigma_epsilon.
  package static func correlation(
    stakes: Double, abilitySpread: Double, noise: Double
  ) -> Double {
    let gaming = stakes * abilitySpread
    return 1 / (1 + noise * noise + gaming * gaming).squareRoot()
  }
}
