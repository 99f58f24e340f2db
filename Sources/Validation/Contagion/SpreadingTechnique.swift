import Foundation
import WorkplaceModel

/// One technique that spreads through an organisation in which everybody who knows it uses it.
///
/// Incentives are off (MODEL 1.12): whoever does not know the technique has the weekly hazard
/// p + q I of learning it, I the share that knows it, and whoever knows it forgets it at hazard γ.
/// All three come from the model's own `Contagion`.
struct SpreadingTechnique: Sendable {
  /// The technique's own hazards.
  let technique: TechniqueParameters
  /// Everybody sees everybody: exposure is the share of the organisation.
  let contagion = Contagion(withinTeam: 0)

  /// Hazards of discovery p, of contagion q and of forgetting γ, per week.
  init(discovery: Double, contagion: Double, forgetting: Double) {
    technique = TechniqueParameters(
      hours: 0, intensity: 0, hassleShare: 0, tokens: 0, usesPersonalYield: false,
      changesPerMegatoken: 0, discovery: discovery, contagion: contagion, forgetting: forgetting)
  }

  /// Hazard of learning at a share of users.
  func adoptionHazard(at share: Double) -> Double {
    contagion.adoptionHazard(technique, teamShare: 0, organisationShare: share, visibility: 1)
  }

  /// Probability of learning within a week at a share of users.
  func adoptionProbability(at share: Double) -> Double {
    contagion.adoptionProbability(technique, teamShare: 0, organisationShare: share, visibility: 1)
  }

  /// Probability of forgetting within a week.
  var forgettingProbability: Double { contagion.forgettingProbability(technique) }

  /// Hazard of forgetting, from the probability: h = −ln(1 − P).
  var forgettingHazard: Double { -log1p(-forgettingProbability) }

  /// Rate of change of the share in a large population: (p + qI)(1 − I) − γI.
  func drift(at share: Double) -> Double {
    adoptionHazard(at: share) * (1 - share) - forgettingHazard * share
  }
}

/// Closed form of the share in a large population.
enum MeanFieldSpread {
  /// The solution at time t of I' = (p + qI)(1 − I) − γI from I(0) = I₀.
  ///
  /// A Riccati equation with constant coefficients and stationary points r±; its special cases are
  /// the SI and SIS models (p = 0) and Bass 1969 (γ = 0, I₀ = 0).
  static func share(
    discovery: Double, contagion: Double, forgetting: Double, start: Double, time: Double
  ) -> Double {
    if contagion == 0 {
      let rate = discovery + forgetting
      guard rate > 0 else { return start }
      let plateau = discovery / rate
      return plateau + (start - plateau) * exp(-rate * time)
    }
    let slope = contagion - discovery - forgetting
    let root = (slope * slope + 4 * contagion * discovery).squareRoot()
    let upper = (slope + root) / (2 * contagion)
    let lower = (slope - root) / (2 * contagion)
    // Where both stationary points coincide (β = γ, p = 0) the approach is hyperbolic.
    guard root > 1e-9 * contagion else {
      return upper + (start - upper) / (1 + contagion * time * (start - upper))
    }
    guard start != lower else { return lower }
    let distance = (start - upper) / (start - lower) * exp(-root * time)
    return (upper - lower * distance) / (1 - distance)
  }
}
