import Foundation

/// Facts that rest on closed forms, obtained through the same code as `goodhart verify`.
extension FactCatalogue {
  /// How an equilibrium probability of the inspection game changes with the sanction.
  static func auditGame(
    _ quantity: String, sanction: Double, less other: Double
  ) throws -> Double {
    let verification = try closedForm("audit-game")
    func value(_ sanction: Double) throws -> Double {
      try obtained(
        quantity, verification,
        ["gain": 1, "sanction": sanction, "detection": 1, "audit-cost": 0.5])
    }
    return try value(sanction) - value(other)
  }

  /// Low-noise tournaments for which a number came out instead of a refusal.
  static func unrefusedTournaments() throws -> Int {
    try closedForm("tournament").checkRows().outcomes
      .count { $0.expectsRefusal == true && $0.refusal == nil }
  }

  /// What everybody ends up with where status is linear in rank.
  static func ratRaceUtility() throws -> Double {
    try obtained("utility", closedForm("rank-status"), [:])
  }

  /// Share that knows a technique after weeks on the smooth curve of means (Bass 1969).
  static func bassShare(weeks: Double, discovery p: Double, contagion q: Double) -> Double {
    let gone = exp(-(p + q) * weeks)
    return (1 - gone) / (1 + q / p * gone)
  }

  private static func closedForm(_ name: String) throws -> Verification {
    guard let verification = VerificationCatalogue.named(name) else {
      throw FactData.UnknownName(description: "there is no closed form '\(name)'")
    }
    return verification
  }

  /// What the simulator's code obtains at standard parameters but for some.
  private static func obtained(
    _ quantity: String, _ verification: Verification, _ changed: [String: Double]
  ) throws -> Double {
    let values = verification.parameters.map { changed[$0.name] ?? $0.standard }
    let comparisons = try verification.check(values).outcomes.flatMap(\.comparisons)
    guard let found = comparisons.first(where: { $0.name == quantity }) else {
      throw FactData.UnknownName(
        description: "the closed form '\(verification.name)' has no '\(quantity)'")
    }
    return found.obtained
  }
}
