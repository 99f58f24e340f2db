/// What team-mates do makes gaming easier or harder, and standing out costs (MODEL 1.5).
///
///     nu J (2 g - 1) 1{gaming}  -  nu (psi / 2) (z - mean of the team's z)²
///
/// with g the share of team-mates who gamed last week, z the standing on a board, and nu how widely
/// the board is seen: peers count as far as they see one another (Mas and Moretti 2009). Discrete
/// pressure after Brock and Durlauf 2001, conformity after Kandel and Lazear 1992; psi is such that
/// peers' output moves one's own by the 0.12 of Herbst and Mas 2015.
public struct PeerInfluence: Sendable, Equatable {
  /// Worth of gaming where everybody does, and cost where nobody does, in hours a week (J).
  public var pressure: Double
  /// Cost of standing one standard deviation apart from the team, twice in hours a week (psi).
  public var conformity: Double
  /// Share of the moral cost of gaming that a team takes away in which everybody games (zeta).
  public var normErosion: Double

  /// Creates the parameters.
  public init(pressure: Double, conformity: Double, normErosion: Double) {
    self.pressure = pressure
    self.conformity = conformity
    self.normErosion = normErosion
  }
}

extension PeerInfluence {
  /// Worth of gaming among team-mates of whom a share games, in hours a week.
  func pressure(gamingPeers: Double, visibility: Double) -> Double {
    visibility * pressure * (2 * gamingPeers - 1)
  }

  /// Cost of standing apart from the team, in hours a week.
  func costOfStandingApart(_ distance: Double, visibility: Double) -> Double {
    visibility * conformity / 2 * distance * distance
  }

  /// What is left of the moral cost: norms erode with the share of team-mates who game,
  /// m(t) = m (1 - zeta g) (MODEL 1.5; Dimmock, Gerken and Graham 2018).
  func moralFactor(gamingPeers: Double) -> Double { 1 - normErosion * gamingPeers }
}
