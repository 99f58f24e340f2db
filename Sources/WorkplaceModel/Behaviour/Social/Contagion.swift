import Foundation

/// Contagion of techniques: discovery alone, and learning from those who use them (MODEL 1.8).
///
/// Weekly hazard `h = p + q (omega x share of team-mates using it + (1 - omega) x share of the
/// organisation using it x visibility)` while a metric exists; adoption with probability
/// `1 - exp(-h)`, forgetting with probability `1 - exp(-gamma)`. A mixed Bass/SI process on two
/// levels (Bass 1969; Dimmock, Gerken and Graham 2018).
struct Contagion: Sendable {
  let withinTeam: Double

  /// Probability of learning a technique this week.
  func adoptionProbability(
    _ technique: TechniqueParameters, teamShare: Double, organisationShare: Double,
    visibility: Double
  ) -> Double {
    let exposure = withinTeam * teamShare + (1 - withinTeam) * organisationShare * visibility
    return -expm1(-(technique.discovery + technique.contagion * exposure))
  }

  /// Probability of forgetting a technique this week.
  func forgettingProbability(_ technique: TechniqueParameters) -> Double {
    -expm1(-technique.forgetting)
  }
}
