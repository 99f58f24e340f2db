extension Measure {
  /// How well the leading metric's ranking tells the true one, and how unequal token use is.
  static let rankings: [Measure] = [
    Measure(
      "kendall_tau_b_coefficient", "Kendall tau-b of metric and truth", .coefficient, .ranking,
      .higher,
      "Tau-b between the leading metric and true value over employees, (C - D) / sqrt((n0 - n1)(n0 "
        + "- n2)), by four-week block, mean over blocks.",
      source: "Kendall 1945; Campbell 1979; Frankel and Kartik 2019",
      formula: .ofQuality { $0.kendallTauB }),
    Measure(
      "top_decile_precision_share", "Top-decile precision", .share, .ranking, .higher,
      "Share of the top tenth by the leading metric that is in the top tenth by true value, by "
        + "four-week block; ties at the edge by fair lot. Chance gives 0.1.",
      source: "rank misclassification, MODEL 4",
      formula: .ofQuality { $0.topDecilePrecision }),
    Measure(
      "pearson_coefficient", "Correlation of metric and truth", .coefficient, .ranking, .higher,
      "Product-moment correlation of the leading metric with true value, by four-week block.",
      source: "Campbell 1979",
      formula: .ofQuality { $0.pearson }),
    Measure(
      "spearman_coefficient", "Rank correlation of metric and truth", .coefficient, .ranking,
      .higher, "Correlation of middle ranks, by four-week block.",
      source: "Spearman 1904",
      formula: .ofQuality { $0.spearman }),
    Measure(
      "top_decile_bottom_half_share", "Badge holders from the bottom half", .share, .ranking,
      .lower,
      "Share of the top tenth by the leading metric that is in the bottom half by true value.",
      source: "rank misclassification, MODEL 4",
      formula: .ofQuality { $0.topDecileBottomHalf }),
    Measure(
      "top_decile_true_coefficient", "True standing of badge holders", .coefficient, .ranking,
      .higher,
      "Mean true value of the top tenth by the leading metric, in standard deviations of true "
        + "value; a perfect ranking of normal values gives 1.75.",
      source: "regressional Goodhart, Manheim and Garrabrant 2018",
      formula: .ofQuality { $0.topDecileTrueScore }),
    Measure(
      "congruity_coefficient", "Congruity of metric and truth", .coefficient, .ranking, .higher,
      "Cosine between the slopes of the leading metric and of true value in the hours people spend "
        + "on tasks by hand, tasks with agents, messages, reviews and repairs, automation, and "
        + "gaming, whitened by the covariance of hours, by four-week block.",
      source: "Feltham and Xie 1994; Baker 2002; Datar, Kulp and Lambert 2001",
      formula: .ofQuality { $0.congruity }),
    Measure(
      "gini_tokens_coefficient", "Gini of tokens", .coefficient, .ranking, .neutral,
      "Gini coefficient of employees' tokens over a four-week block, mean over blocks.",
      source: "Gini 1912; lognormal closed form 2 Phi(sigma / sqrt 2) - 1",
      formula: .ofWindow { $0.blocks.tokenGini }),
    Measure(
      "top_percent_tokens_share", "Tokens of the top 1 %", .share, .ranking, .neutral,
      "Share of tokens that the top hundredth of employees burn over a four-week block.",
      source: "public leaderboards, MODEL 3.2",
      formula: .ofWindow { $0.blocks.topPercentTokens }),
    Measure(
      "top_decile_tokens_share", "Tokens of the top 10 %", .share, .ranking, .neutral,
      "Share of tokens that the top tenth of employees burn over a four-week block.",
      source: "public leaderboards, MODEL 3.2",
      formula: .ofWindow { $0.blocks.topDecileTokens }),
  ]
}
