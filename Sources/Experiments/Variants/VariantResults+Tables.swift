import Measures

extension VariantResults {
  /// Net value and regret in every variant, and what is concluded of every headline measure.
  var tables: [ResultTable] { [regretTable, conclusionTable] }

  /// One row for each variant and policy: net value, rank and regret.
  ///
  /// Rank and regret are relative to the policies of the study; the other columns are the policy's
  /// own.
  private var regretTable: ResultTable {
    let rows = names.indices.flatMap { variant in
      let ranking = ranking(variant: variant)
      return policies.indices.map { policy -> [ResultTable.Cell] in
        let place = ranking.firstIndex(of: policy)
        let regret = regret(policy: policy, variant: variant)
        let regretInterval = regret?.interval(confidence: StudyResults.confidence)
        let value = netValue.map { estimate(of: $0, policy: policy, variant: variant) }
        let difference = netValue.flatMap {
          policy == baseline
            ? nil : self.difference(of: $0, policy: policy, variant: variant).estimate
        }
        let differenceInterval = difference?.interval(confidence: StudyResults.confidence)
        return levels[variant] + [.text(policies[policy])]
          + StudyResults.cells(value ?? Estimate([]))
          + [
            .init(difference?.mean), .init(differenceInterval?.lowerBound),
            .init(differenceInterval?.upperBound),
            place.map { .integer($0 + 1) } ?? .missing, .init(regret?.mean),
            .init(regretInterval?.lowerBound), .init(regretInterval?.upperBound),
          ]
      }
    }
    return ResultTable(
      name: tableName, title: "Net value and regret of every policy in every variant.",
      columns: factors.map(\.column) + [StudyResults.policyColumn]
        + StudyResults.estimateColumns(
          "net_value_usd", "Mean net value per person-week in US dollars.")
        + [
          .init("difference_usd", .number, unit: "usd", "Mean paired difference to the baseline."),
          .init("difference_lower_95", .number, unit: "usd", "Lower end of its 95 % interval."),
          .init("difference_upper_95", .number, unit: "usd", "Upper end of its 95 % interval."),
          .init("rank", .integer, "Place by mean net value among the policies of the study."),
          .init(
            "regret_usd", .number, unit: "usd",
            "Mean net value of the best policy of the variant less that of the policy, paired."),
          .init("regret_lower_95", .number, unit: "usd", "Lower end of its 95 % interval."),
          .init("regret_upper_95", .number, unit: "usd", "Upper end of its 95 % interval."),
        ],
      primaryKey: factors.map(\.column.name) + ["policy"], rows: rows)
  }

  /// One row for each variant, policy but the baseline and headline measure.
  private var conclusionTable: ResultTable {
    let conclusions = conclusions
    let rows = names.indices.flatMap { variant in
      conclusions.map { conclusion -> [ResultTable.Cell] in
        let measure = measures[conclusion.measure]
        let difference = difference(
          of: conclusion.measure, policy: conclusion.policy, variant: variant)
        return levels[variant]
          + [
            .text(policies[conclusion.policy]), .text(measure.identifier),
            .text(measure.unit.rawValue), .init(difference.policy.mean),
          ] + StudyResults.cells(difference.estimate)
          + [
            .text(conclusion.signs[variant].rawValue), .text(conclusion.verdict.rawValue),
          ]
      }
    }
    return ResultTable(
      name: tableName + "_conclusions",
      title: "Whether each headline measure differs from the baseline, in every variant.",
      columns: factors.map(\.column) + [
        StudyResults.policyColumn, StudyResults.measureColumn, StudyResults.unitColumn,
        .init("policy_mean", .number, "Mean under the policy."),
      ] + StudyResults.estimateColumns("difference", "Mean paired difference to the baseline.")
        + [
          .init("sign", .text, "Higher or lower than the baseline at 95 %, or undecided."),
          .init(
            "verdict", .text,
            "Over all variants: holds (one sign in all), reverses (opposite signs), undecided (a "
              + "sign in some), none."),
        ],
      primaryKey: factors.map(\.column.name) + ["policy", "measure"], rows: rows)
  }

  private var tableName: String {
    switch kind {
    case .decisionRules: "decision_rules"
    case .corners: "corners"
    }
  }
}
