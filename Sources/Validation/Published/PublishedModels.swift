/// Published models of metric gaming, run again and held against their published figures.
///
/// Sections are those of `docs/published-models.md`.
enum PublishedModels {
  /// All of them: contracts, contests and quotas, the variants of Goodhart's law, and two agent-based
  /// models.
  static let all: [Verification] =
    DistortedMeasure.all + AuditedContract.all + AdaptiveMetric.all + RankOrderContest.all
    + EffortAuctions.all + QuotaGaming.all + GoodhartVariants.all + BestOfMany.all
    + ProxyEconomy.all + AwardPolicy.all
}
