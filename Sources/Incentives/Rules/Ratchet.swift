/// A threshold that follows results.
///
/// At the end of every few weeks T′ = T + γ(M − T), with M the value of the week that has just
/// ended (Weitzman 1980). Whoever does more in such a week has to do more in all weeks that follow:
/// the closed forms are those of Weitzman (1980), Freixas, Guesnerie and Tirole (1985) and Gibbons
/// (1987).
public struct Ratchet: Sendable, Hashable {
  /// Share γ of the surplus by which the threshold moves, from 0 to 1.
  public var share: Double

  /// Weeks from one setting of the threshold to the next, at least 1.
  public var everyWeeks: Int

  /// Makes a ratchet.
  ///
  /// - Parameters:
  ///   - share: Share γ of the surplus by which the threshold moves, from 0 to 1.
  ///   - everyWeeks: Weeks from one setting to the next, at least 1.
  public init(share: Double, everyWeeks: Int = 1) {
    self.share = share
    self.everyWeeks = everyWeeks
  }

  /// A threshold that stays.
  public static let none = Ratchet(share: 0)

  /// The threshold that follows a week that sets it.
  ///
  /// - Parameters:
  ///   - threshold: The threshold T of that week.
  ///   - value: The week's value M; a missing one moves nothing.
  public func threshold(after threshold: Double, value: Double) -> Double {
    value.isNaN ? threshold : threshold + share * (value - threshold)
  }

  /// Whether a week sets the threshold of the weeks after it.
  ///
  /// - Parameter week: Weeks since the rule came into force, from 0.
  public func setsThreshold(inWeek week: Int) -> Bool {
    share > 0 && (week + 1) % everyWeeks == 0
  }

  /// What a unit more in a week that sets the threshold costs in later weeks, for each unit that it
  /// brings in its own.
  ///
  /// Σ_{s=1}^{H−1} δˢ γ(1−γ)^⌊(s−1)/k⌋, k weeks between settings: a unit of M raises the next
  /// threshold by γ, and each later setting forgets the share γ of that.
  ///
  /// - Parameters:
  ///   - horizon: Weeks H that people look ahead, the current one included.
  ///   - discount: Weight δ of next week against this one, from 0 to 1.
  public func futureCost(horizon: Int, discount: Double) -> Double {
    var cost = 0.0
    var effect = share
    var weight = 1.0
    for week in stride(from: 1, to: horizon, by: 1) {
      weight *= discount
      cost += weight * effect
      if week % everyWeeks == 0 { effect *= 1 - share }
    }
    return cost
  }
}
