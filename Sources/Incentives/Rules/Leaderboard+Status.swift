// Status return of a place on a board:
//
//   R(q) = (2q − 1) + b_top 1{q > 1 − badge share} − λ_s (λ_L − 1) max(0, ½ − q)
//
// after Besley and Ghatak (2008), Moldovanu, Sela and Shi (2007) and Auriol and Renault (2008).
// When the place is uncertain, its normal score Z = Φ⁻¹(q) is taken to be normal with mean z̄ and
// standard deviation s (the week-to-week noise over the spread of the board), and every term has a
// closed form:
//
//   E[2Φ(Z) − 1]       = 2Φ(z̄/w) − 1,  w = √(1 + s²)
//   P(Φ(Z) > 1 − b)    = Φ((z̄ − z_b)/s),  z_b = Φ⁻¹(1 − b)
//   E[max(0, ½ − Φ(Z))] = ½ Φ(−z̄/w) − T(z̄/w, 1/s),  T of Owen (1956)

extension Leaderboard {
  /// The status return R(q) of a known place, in units of the person's status weight.
  ///
  /// - Parameters:
  ///   - percentile: Share of people at or below, from 0 to 1.
  ///   - preferences: How the person values places.
  public func statusReturn(
    percentile: Double, preferences: StatusPreferences = StatusPreferences()
  ) -> Double {
    let badge = percentile > 1 - badgeShare ? preferences.badgeBonus : 0
    let shortfall = max(0, 0.5 - percentile)
    return (2 * percentile - 1) + badge
      - preferences.lossSlope * (preferences.lossAversion - 1) * shortfall
  }

  /// The expected status return of a place that week-to-week noise makes uncertain.
  ///
  /// - Parameters:
  ///   - normalScore: Mean z̄ of the place on the normal-score scale, where 0 is the median.
  ///   - noise: Standard deviation s of the place on the same scale; 0 for a certain place.
  ///   - preferences: How the person values places.
  /// - Returns: E[R(Φ(Z))] for Z normal.
  public func expectedStatusReturn(
    normalScore: Double, noise: Double, preferences: StatusPreferences = StatusPreferences()
  ) -> Double {
    guard noise > 0 else {
      return statusReturn(
        percentile: StandardNormal.probability(below: normalScore), preferences: preferences)
    }
    let scaled = normalScore / (1 + noise * noise).squareRoot()
    let place = StandardNormal.probability(below: scaled)
    let badge = badgeProbability(normalScore: normalScore, noise: noise)
    var expected = (2 * place - 1) + preferences.badgeBonus * badge
    let slope = preferences.lossSlope * (preferences.lossAversion - 1)
    if slope != 0 {
      let shortfall = 0.5 * (1 - place) - StandardNormal.owensT(scaled, 1 / noise)
      expected -= slope * shortfall
    }
    return expected
  }

  /// Probability of a badge when the place is uncertain.
  ///
  /// - Parameters:
  ///   - normalScore: Mean of the place on the normal-score scale.
  ///   - noise: Standard deviation of the place on the same scale.
  public func badgeProbability(normalScore: Double, noise: Double) -> Double {
    if badgeShare <= 0 { return 0 }
    if badgeShare >= 1 { return 1 }
    let limit = StandardNormal.quantile(1 - badgeShare)
    guard noise > 0 else { return normalScore > limit ? 1 : 0 }
    return StandardNormal.probability(below: (normalScore - limit) / noise)
  }
}

/// Expected status returns on one board, tabulated for quick look-up in choice models.
public struct StatusTable: Sendable, Equatable {
  /// Normal scores beyond this are worth what this one is worth.
  private static let range = 8.0

  private let values: [Double]
  private let steps: Double

  /// Tabulates ``Leaderboard/expectedStatusReturn(normalScore:noise:preferences:)``.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - noise: Standard deviation of places on the normal-score scale, at least 0.
  ///   - preferences: How people value places.
  public init(
    board: Leaderboard, noise: Double, preferences: StatusPreferences = StatusPreferences()
  ) {
    // Steps of a thirty-second of the noise keep linear interpolation within 1e-4 of the badge's
    // worth; a certain place is a stair, which no table resolves better than its step.
    let step = min(1.0 / 64, max(noise, 1.0 / 64) / 32)
    let count = Int((2 * Self.range / step).rounded())
    steps = Double(count)
    values = (0...count).map { index in
      board.expectedStatusReturn(
        normalScore: -Self.range + 2 * Self.range * Double(index) / Double(count), noise: noise,
        preferences: preferences)
    }
  }

  /// The expected status return at a normal score, by linear interpolation.
  ///
  /// - Complexity: O(1)
  public func value(normalScore: Double) -> Double {
    if normalScore.isNaN { return .nan }
    let clipped = min(max(normalScore, -Self.range), Self.range)
    let position = (clipped + Self.range) / (2 * Self.range) * steps
    let below = min(Int(position), values.count - 2)
    return values[below] + (position - Double(below)) * (values[below + 1] - values[below])
  }
}
