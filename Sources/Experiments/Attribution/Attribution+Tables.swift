import Measures
import WorkplaceModel

extension Attribution {
  /// The parts with the effect of their order, the net effect with every set of channels, and what
  /// channels do together.
  ///
  /// - Parameter catalogue: what is known of the measures.
  public func tables(_ catalogue: MeasureCatalogue) -> [ResultTable] {
    [partTable(catalogue), channelTable(catalogue), interactionTable(catalogue)]
  }

  /// One row for each policy, measure and part.
  private func partTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let rows = attributions.flatMap { attribution -> [[ResultTable.Cell]] in
      let start = start(attribution, catalogue)
      func whole(_ name: String, _ estimate: Estimate) -> [ResultTable.Cell] {
        start + [.text(name)] + Self.cells(estimate)
          + Array(repeating: ResultTable.Cell.missing, count: 11)
      }
      let parts = Channels.each.map { channel -> [ResultTable.Cell] in
        let range = attribution.range(over: channel)
        return start + [.text(channel.names[0])] + Self.cells(attribution.part(of: channel))
          + Self.interval(attribution.alone(channel)) + Self.interval(attribution.last(channel))
          + [.init(range?.lowerBound), .init(range?.upperBound)]
          + Self.interval(attribution.orderEffect(of: channel))
      }
      return [whole("running_it", attribution.running)] + parts
        + [whole("total", attribution.total)]
    }
    return ResultTable(
      name: "attribution",
      title: "Net effect of policies by the channels through which they act; parts add up.",
      columns: Self.startColumns + [
        .init(
          "part", .text,
          "What runs without any channel, one of the channels, or the total of them all.")
      ]
        + Self.estimateColumns(
          "Mean over replications: of a channel its Shapley value, else a net effect.")
        + Self.intervalColumns("alone", "what the channel does where no other acts")
        + Self.intervalColumns("last", "what the channel does where all others act")
        + [
          .init("least", .number, "Least that the channel does on average in any order."),
          .init("most", .number, "Most that the channel does on average in any order."),
        ] + Self.intervalColumns("order", "what the channel does last less what it does alone"),
      primaryKey: ["policy", "measure", "part"], rows: rows)
  }

  /// One row for each policy, measure and set of channels.
  private func channelTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let rows = attributions.flatMap { attribution in
      Channels.subsets.map { channels -> [ResultTable.Cell] in
        let names = channels.names.joined(separator: "+")
        return start(attribution, catalogue) + [.text(names.isEmpty ? "none" : names)]
          + Channels.each.map { .boolean(channels.contains($0)) }
          + Self.cells(attribution.effect(of: channels))
      }
    }
    return ResultTable(
      name: "channels", title: "Net effect of policies with every set of channels.",
      columns: Self.startColumns + [.init("channels", .text, "The channels that act.")]
        + Channels.each.map { .init($0.names[0], .boolean, "Whether this channel acts.") }
        + Self.estimateColumns(
          "Mean of the measure under the policy with these channels less that without its metric."),
      primaryKey: ["policy", "measure", "channels"], rows: rows)
  }

  /// One row for each policy, measure and pair of channels.
  private func interactionTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let pairs = Channels.each.indices.flatMap { first in
      Channels.each.indices.filter { $0 > first }.map { (Channels.each[first], Channels.each[$0]) }
    }
    let rows = attributions.flatMap { attribution in
      pairs.map { first, second -> [ResultTable.Cell] in
        start(attribution, catalogue) + [.text(first.names[0]), .text(second.names[0])]
          + Self.cells(attribution.interaction(of: first, second))
      }
    }
    return ResultTable(
      name: "interactions",
      title: "What two channels do together beyond what each does by itself.",
      columns: Self.startColumns + [
        .init("first", .text, "One channel."), .init("second", .text, "The other channel."),
      ] + Self.estimateColumns("Mean Shapley interaction index."),
      primaryKey: ["policy", "measure", "first", "second"], rows: rows)
  }

  private func start(
    _ attribution: PolicyAttribution, _ catalogue: MeasureCatalogue
  ) -> [ResultTable.Cell] {
    let unit = catalogue.measure(attribution.measure)?.unit.rawValue
    return [
      .text(attribution.policy), .text(attribution.measure), unit.map { .text($0) } ?? .missing,
    ]
  }

  private static let startColumns: [ResultTable.Column] = [
    .init("policy", .text, "The policy."), .init("measure", .text, "The measure."),
    .init("unit", .text, "Unit of the row's values."),
  ]

  private static func cells(_ estimate: Estimate) -> [ResultTable.Cell] {
    interval(estimate) + [
      .init(estimate.standardDeviation), .integer(estimate.count), .integer(estimate.missing),
    ]
  }

  private static func estimateColumns(_ description: String) -> [ResultTable.Column] {
    [
      .init("mean", .number, description),
      .init("lower_95", .number, "Lower end of its 95 % t interval."),
      .init("upper_95", .number, "Upper end of its 95 % t interval."),
      .init("standard_deviation", .number, "Standard deviation between replications."),
      .init("replications", .integer, "Replications in which it is defined."),
      .init("missing_replications", .integer, "Replications in which it is undefined."),
    ]
  }

  private static func interval(_ estimate: Estimate) -> [ResultTable.Cell] {
    let interval = estimate.interval()
    return [.init(estimate.mean), .init(interval?.lowerBound), .init(interval?.upperBound)]
  }

  private static func intervalColumns(
    _ name: String, _ description: String
  ) -> [ResultTable.Column] {
    [
      .init(name, .number, "Mean of \(description)."),
      .init("\(name)_lower_95", .number, "Lower end of its 95 % t interval."),
      .init("\(name)_upper_95", .number, "Upper end of its 95 % t interval."),
    ]
  }
}
