import WorkplaceModel

extension FlipResults {
  /// One row for each assumption and direction.
  public var flipTable: ResultTable {
    ResultTable(
      name: "flips",
      title: "Assumptions moved from their defaults until another policy is recommended.",
      columns: [
        .init("assumption", .text, "Path of the key."),
        .init("direction", .text, "Whether the value falls or rises."),
        .init("unit", .text, "Unit of the values of this row; empty for plain numbers."),
        .init("default_value", .number, "Value in the scenario."),
        .init("end_value", .number, "End of the usual range in this direction."),
        .init(
          "scale", .text, "Whether distances are differences (linear) or ratios (logarithmic)."),
        .init("status", .text, "\(Self.statuses)"),
        .init("boundary_value", .number, "Value at which the recommended policy is overtaken."),
        .init("boundary_near_value", .number, "End of its interval on the side of the default."),
        .init("boundary_far_value", .number, "The other end; missing where beyond the range."),
        .init(
          "distance_share", .number, unit: "share",
          "Distance of the boundary from the default over the width of the usual range."),
        .init("distance_near_share", .number, unit: "share", "The same for the near end."),
        .init("distance_far_share", .number, unit: "share", "The same for the far end."),
        .init("boundary_ratio", .number, "Boundary over default."),
        .init(
          "probability_share", .number, unit: "share",
          "Share of resamples in which it is overtaken within the range, among those in which it "
            + "is the best at the default."),
        .init("overtaken_by", .text, "Policy that overtakes in most resamples."),
        .init("overtaken_by_share", .number, unit: "share", "Share of resamples in which it is."),
        .init(
          "lead_at_end", .number,
          "By how much the recommended policy is better than the best other one at the end, in "
            + "the unit of the measure."),
        .init("best_other_at_end", .text, "The best other policy at the end."),
        .init("points", .integer, "Points looked at on the way."),
        .init("undefined_runs", .integer, "Runs on the way without a value of the measure."),
      ],
      primaryKey: ["assumption", "direction"],
      rows: directions.map(row))
  }

  private static let statuses =
    "searched; promising: not searched, since others were nearer; distant: ruled out by the "
    + "screening of the ends; ineffective: nothing changes."

  private func row(_ direction: FlipDirection) -> [ResultTable.Cell] {
    let axis = axes[direction.axis]
    let boundary = direction.boundary
    let overtaker = boundary?.overtakers.first
    return [
      .text(axis.name), .text(direction.end == 0 ? "down" : "up"),
      .text(axis.notation.prefix + axis.notation.unit), .init(axis.reference),
      .init(axis.number(at: direction.end)), .text(axis.scale.rawValue),
      .text(direction.status.rawValue), .init(boundary?.value), .init(boundary?.near),
      .init(boundary?.far), .init(boundary?.distance), .init(boundary?.nearDistance),
      .init(boundary?.farDistance), .init(boundary?.value.map { $0 / axis.reference }),
      .init(boundary?.probability), overtaker.map { .text(policies[$0.policy]) } ?? .missing,
      .init(overtaker?.share), .init(direction.leadAtEnd),
      direction.rivalAtEnd.map { .text(policies[$0]) } ?? .missing,
      .integer(boundary?.points ?? 2), .integer(boundary?.undefinedRuns ?? 0),
    ]
  }

  /// One row for each point that a search looked at and each policy looked at there.
  public var profileTable: ResultTable {
    ResultTable(
      name: "flip_profile",
      title: "What policies are worth on the way from the default to the ends of ranges.",
      columns: [
        .init("assumption", .text, "Path of the key."),
        .init("direction", .text, "Whether the value falls or rises."),
        .init(
          "distance_share", .number, unit: "share",
          "Distance from the default over the width of the usual range."),
        .init("value", .number, "Value of the assumption."),
        .init("policy", .text, "Name of the policy."),
        .init("mean", .number, "Mean of the measure over replications."),
        .init("standard_deviation", .number, "Standard deviation between replications."),
        .init("count", .integer, "Replications with a value."),
        .init("missing", .integer, "Replications without a value."),
      ],
      primaryKey: ["assumption", "direction", "distance_share", "policy"],
      rows: directions.flatMap(profile))
  }

  private func profile(_ direction: FlipDirection) -> [[ResultTable.Cell]] {
    let axis = axes[direction.axis]
    let start = axis.referencePosition
    return (direction.line?.nodes ?? []).flatMap { node in
      policies.indices.compactMap { policy in
        node.worth.values[policy].map { values in
          let estimate = Estimate(values.map { $0 * sign })
          return [
            .text(axis.name), .text(direction.end == 0 ? "down" : "up"),
            .init(node.position * abs(direction.end - start)),
            .init(axis.number(at: start + node.position * (direction.end - start))),
            .text(policies[policy]), .init(estimate.mean), .init(estimate.standardDeviation),
            .integer(estimate.count), .integer(estimate.missing),
          ]
        }
      }
    }
  }
}
