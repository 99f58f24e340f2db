/// How sessions are audited for gaming, and what follows.
public struct AuditRule: Sendable, Equatable {
  /// Who is picked.
  public enum Selection: Sendable, Hashable {
    /// Everybody with the same probability.
    case random
    /// Those with the highest values of the metric at this index.
    case topOfMetric(Int)
  }

  /// Share of employees audited each week; default 0 (0 to 0.4).
  public var ratePerWeek: Double

  /// Who is picked.
  public var selection: Selection

  /// Probability that an audit finds gaming; default 0.7 (0.2 to 0.95).
  public var detection: Double

  /// The same if the sessions were labelled productive; default 0.3 (0.1 to 0.7).
  public var detectionIfMislabelled: Double

  /// Probability that an audit blames an honest employee; default 0.02 (0 to 0.1).
  public var falsePositive: Double

  /// Sanction in hours of pay; default 8 (2 to 40).
  public var sanctionHours: Double

  /// Cost of one audit to the organisation, in US dollars.
  public var costPerAuditUSD: Double

  /// Gaming tokens at which detection reaches 63 % of its full value; `nil` if volume does not
  /// matter.
  public var detectionScaleTokens: Double?

  /// Whether whoever is caught gaming loses the rewards of the audited week.
  public var clawsBack: Bool

  /// Makes an audit rule; the defaults of probabilities and sanction are those of the model.
  public init(
    ratePerWeek: Double, selection: Selection = .random, detection: Double = 0.7,
    detectionIfMislabelled: Double = 0.3, falsePositive: Double = 0.02, sanctionHours: Double = 8,
    costPerAuditUSD: Double = 0, detectionScaleTokens: Double? = nil, clawsBack: Bool = false
  ) {
    self.ratePerWeek = ratePerWeek
    self.selection = selection
    self.detection = detection
    self.detectionIfMislabelled = detectionIfMislabelled
    self.falsePositive = falsePositive
    self.sanctionHours = sanctionHours
    self.costPerAuditUSD = costPerAuditUSD
    self.detectionScaleTokens = detectionScaleTokens
    self.clawsBack = clawsBack
  }
}

extension AuditRule {
  /// Probability that an audit finds the gaming of a week.
  ///
  /// d(a) = d₀ (1 − exp(−T_g/T_d)) when volume matters (Becker 1968; Allingham and Sandmo 1972).
  ///
  /// - Parameters:
  ///   - gamingTokens: Tokens burnt to move the metric; none means nothing to find.
  ///   - mislabelled: Whether the sessions were labelled productive.
  public func detectionProbability(gamingTokens: Double, mislabelled: Bool) -> Double {
    guard gamingTokens > 0 else { return 0 }
    let full = mislabelled ? detectionIfMislabelled : detection
    guard let scale = detectionScaleTokens, scale > 0 else { return full }
    return full * (1 - NumericFunctions.exp(-gamingTokens / scale))
  }

  /// How much likelier than the average an audit of an employee is.
  ///
  /// Audits of the top of a metric meet those whose normal score ends above that of the share
  /// audited. Over people with normal standings the mean is 1, so the budget is that of random audits.
  ///
  /// - Parameters:
  ///   - standing: Expected normal score in the metric that audits are targeted by.
  ///   - noise: Its standard deviation over the week.
  /// - Returns: 1 for random audits.
  public func targeting(standing: Double, noise: Double) -> Double {
    guard case .topOfMetric(let metric) = selection, ratePerWeek > 0, !standing.isNaN else {
      return 1
    }
    let top = Leaderboard(metric: metric, badgeShare: ratePerWeek)
    // Everybody's week is as noisy, so the top begins further out, by the spread of all of them.
    let spread = (1 + noise * noise).squareRoot()
    return top.badgeProbability(normalScore: standing / spread, noise: noise / spread)
      / ratePerWeek
  }

  /// What an audit is expected to cost an employee, in hours of pay.
  ///
  /// a d (F + pay) for somebody who games, where rewards are clawed back; a q F for an honest one,
  /// with q the probability of a false accusation.
  ///
  /// - Parameters:
  ///   - auditProbability: Probability a of an audit.
  ///   - gamingTokens: Tokens burnt to move the metric.
  ///   - mislabelled: Whether the sessions were labelled productive and nothing tells.
  ///   - pay: Rewards of the week in hours; what is below zero is not given back.
  public func expectedLoss(
    auditProbability: Double, gamingTokens: Double, mislabelled: Bool, pay: Double
  ) -> Double {
    guard gamingTokens > 0 else { return auditProbability * falsePositive * sanctionHours }
    let detection = detectionProbability(gamingTokens: gamingTokens, mislabelled: mislabelled)
    return auditProbability * detection * (sanctionHours + takenBack(of: pay))
  }

  /// What somebody who is caught loses of the week's rewards, in hours.
  public func takenBack(of pay: Double) -> Double { clawsBack ? max(0, pay) : 0 }

  /// Probability that somebody who games every week has been caught within some weeks of random
  /// audits: 1 − (1 − a d)ᵗ.
  public func probabilityCaught(within weeks: Int, mislabelled: Bool = false) -> Double {
    let weekly = ratePerWeek * (mislabelled ? detectionIfMislabelled : detection)
    return 1 - NumericFunctions.power(1 - weekly, Double(weeks))
  }
}
