/// Audits of one week.
public struct AuditWeek: Sendable {
  /// Employees audited.
  public var audits: Int
  /// Audited employees who gamed.
  public var gamers: Int
  /// Gamers detected.
  public var caught: Int
  /// Honest employees accused.
  public var falsePositives: Int
  /// Sanctions imposed, in hours of pay.
  public var sanctionHours: Double
  /// Rewards taken back from those who were caught, in hours of pay.
  public var clawedBackHours: Double
  /// Cost of the audits in US dollars.
  public var costUSD: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    audits: Int,
    gamers: Int,
    caught: Int,
    falsePositives: Int,
    sanctionHours: Double,
    costUSD: Double,
    clawedBackHours: Double = 0
  ) {
    self.audits = audits
    self.gamers = gamers
    self.caught = caught
    self.falsePositives = falsePositives
    self.sanctionHours = sanctionHours
    self.costUSD = costUSD
    self.clawedBackHours = clawedBackHours
  }
}
