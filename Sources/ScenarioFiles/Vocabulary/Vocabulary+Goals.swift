extension Vocabulary {
  /// Feelings about goals, and foresight where they follow results; part of `behaviour`.
  static let goalKeys = [
    VocabularyKey(
      "goalWeight", .quantity(.number, .nonnegative),
      "Gain or loss of being above or below a numeric target, hours per standard deviation of the "
        + "week's standing (eta); losses weigh more by lossAversion. 0 switches it off.",
      default: "0.5", usual: "0 to 1", .assumed,
      source: "Heath, Larrick and Wu 1999; Koszegi and Rabin 2006; size assumed"),
    VocabularyKey(
      "planningHorizon", .quantity(.weeks, QuantityRange(from: 1)),
      "Weeks that people look ahead where this week sets a ratcheted threshold, this week included.",
      default: "8 weeks", usual: "1 to 26 weeks", .assumed,
      source: "about a quarter less its last weeks; without a limit nobody would answer a ratchet"),
    VocabularyKey(
      "weeklyDiscount", .quantity(.share, .unit), "Weight of next week against this one.",
      default: "0.98", usual: "0.9 to 1", .assumed,
      source: "impatience within quarters, far above any rate of interest; no direct evidence"),
  ]
}
