import WorkplaceModel

extension FlipMap {
  /// One row for each pair of values and each policy looked at there.
  public var mapTable: ResultTable {
    ResultTable(
      name: "flip_map",
      title: "Which policy is the best where two assumptions are moved together.",
      columns: [
        .init("x_value", .number, "Value of \(axes[0].name), in \(unit(0))."),
        .init("y_value", .number, "Value of \(axes[1].name), in \(unit(1))."),
        .init("policy", .text, "Name of the policy."),
        .init("mean", .number, "Mean of the measure over replications."),
        .init("standard_deviation", .number, "Standard deviation between replications."),
        .init("count", .integer, "Replications with a value."),
        .init("missing", .integer, "Replications without a value."),
        .init("is_best", .boolean, "Whether its mean is the best."),
        .init(
          "probability_of_best_share", .number, unit: "share",
          "Share of resamples of the replications in which it is the best."),
      ],
      primaryKey: ["x_value", "y_value", "policy"],
      rows: cells.flatMap { $0 }.flatMap(rows))
  }

  private func rows(_ cell: Cell) -> [[ResultTable.Cell]] {
    policies.indices.compactMap { policy in
      cell.worth.values[policy].map { values in
        let estimate = Estimate(values.map { $0 * sign })
        return [
          .init(cell.values[0]), .init(cell.values[1]), .text(policies[policy]),
          .init(estimate.mean), .init(estimate.standardDeviation), .integer(estimate.count),
          .integer(estimate.missing), .boolean(cell.best == policy),
          .init(cell.probabilitiesOfBest[policy]),
        ]
      }
    }
  }

  /// One row for each corner of each line.
  public var boundaryTable: ResultTable {
    ResultTable(
      name: "flip_boundary",
      title: "Lines along which the recommended policy is overtaken.",
      columns: [
        .init("line", .integer, "Number of the line, from 1."),
        .init(
          "kind", .text,
          "estimate: overtaken on average; near: from here on it may be; far: from here on it is "
            + "for sure."),
        .init("corner", .integer, "Number of the corner, from 1."),
        .init("x_value", .number, "Value of \(axes[0].name), in \(unit(0))."),
        .init("y_value", .number, "Value of \(axes[1].name), in \(unit(1))."),
        .init("overtaken_by", .text, "Policy that overtakes."),
      ],
      primaryKey: ["line", "corner"],
      rows: boundaries.enumerated().flatMap { number, boundary in
        boundary.points.enumerated().map { corner, point in
          [
            .integer(number + 1), .text(boundary.kind.rawValue), .integer(corner + 1),
            .init(point.values[0]), .init(point.values[1]),
            point.overtaker.map { .text(policies[$0]) } ?? .missing,
          ]
        }
      })
  }

  private func unit(_ axis: Int) -> String {
    let notation = axes[axis].notation
    let text = notation.prefix + notation.unit
    return text.isEmpty ? "plain numbers" : text
  }
}
