import Foundation

/// Contagion of techniques: discovery alone, and learning from those who use them (MODEL 1.8).
///
/// Weekly hazard `h = p + q (omega x share of team-mates using it + (1 - omega) x share of the
/// organisation using it x visibility)` while a metric exists; adoption with probability
/// `1 - exp(-h)`, forgetting with probability `1 - exp(-gamma)`. A mixed Bass/SI process on two
/// levels (Bass 1969; Dimmock, Gerken and Graham 2018).
package struct Contagion: Sendable {
  let withinTeam: Double

  /// Creates the process; `withinTeam` is the share of exposure that comes from one's own team.
  package init(withinTeam: Double) { self.withinTeam = withinTeam }

  /// Weekly hazard h of learning a technique.
  package func adoptionHazard(
    _ technique: TechniqueParameters, teamShare: Double, organisationShare: Double,
    visibility: Double
  ) -> Double {
    let exposure = withinTeam * teamShare + (1 - withinTeam) * organisationShare * visibility
    return technique.discovery + technique.contagion * exposure
  }

  /// Probability of learning a technique this week.
  package func adoptionProbability(
    _ technique: TechniqueParameters, teamShare: Double, organisationShare: Double,
    visibility: Double
  ) -> Double {
    -expm1(
      -adoptionHazard(
        technique, teamShare: teamShare, organisationShare: organisationShare,
        visibility: visibility))
  }

  /// Probability of forgetting a technique this week.
  package func forgettingProbability(_ technique: TechniqueParameters) -> Double {
    -expm1(-technique.forgetting)
  }
}
