/// A published ranking by one metric.
public struct Leaderboard: Sendable, Equatable {
  /// Index of the metric in the scheme.
  public var metric: Int

  /// Who sees the places.
  public var visibility: Visibility

  /// Share of people at the top who carry a badge, from 0 (no badges) to 1.
  public var badgeShare: Double

  /// Makes a leaderboard.
  ///
  /// - Parameters:
  ///   - metric: Index of the metric in the scheme.
  ///   - visibility: Who sees the places.
  ///   - badgeShare: Share of people with a badge, by default the top tenth.
  public init(metric: Int, visibility: Visibility = .organisation, badgeShare: Double = 0.10) {
    self.metric = metric
    self.visibility = visibility
    self.badgeShare = badgeShare
  }
}

/// How a person values places on a board, as multiples of the person's status weight.
public struct StatusPreferences: Sendable, Equatable {
  /// Worth of a badge; default 0.5 (0 to 1).
  public var badgeBonus: Double

  /// Slope of the extra pain below the median; default 0.3 (0 to 1).
  public var lossSlope: Double

  /// Loss aversion; default 1.955 (Brown, Imai, Vieider and Camerer 2024: 1.820 to 2.102).
  public var lossAversion: Double

  /// Makes preferences; the defaults are those of the model.
  public init(badgeBonus: Double = 0.5, lossSlope: Double = 0.3, lossAversion: Double = 1.955) {
    self.badgeBonus = badgeBonus
    self.lossSlope = lossSlope
    self.lossAversion = lossAversion
  }
}
