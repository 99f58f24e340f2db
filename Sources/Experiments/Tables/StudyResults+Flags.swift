import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each figure that is not steady: cycles, drifts and multiple states.
  public func flagTable() -> ResultTable {
    let rows = flags.indices.flatMap { policy in
      flags[policy].map { flag -> [ResultTable.Cell] in
        [
          .text(scenario.policies[policy].name),
          .text(catalogue.measures[flag.measure].identifier), .text(flag.name),
          .init(flag.statistic), .init(flag.probability), .text(flag.words),
        ]
      }
    }
    return ResultTable(
      name: "flags",
      title: "Headline figures that the mean over the evaluation window does not tell alone.",
      columns: [
        Self.policyColumn, Self.measureColumn,
        .init("flag", .text, "What was found: cycle, drift or states."),
        .init(
          "statistic", .number,
          "Cycle: share of week-to-week variance; drift: slope per week; states: dip."),
        .init(
          "p_holm", .number, unit: "share",
          "P value adjusted after Holm for all tests of the kind under the policy."),
        .init("words", .text, "The finding in words."),
      ], primaryKey: ["policy", "measure", "flag"], rows: rows)
  }
}
