import Experiments

extension Chart {
  /// What the metric claims against what is true, by policy, with intervals.
  ///
  /// In standard hours of value where the claim is known from counterfactuals; in shares of people
  /// who count as active and who are usefully active otherwise.
  static func claimedAndTrue(_ context: ReportContext) -> Chart? {
    ClaimPair.all.lazy.compactMap { claimedAndTrue(context, $0) }.first
  }

  private static func claimedAndTrue(_ context: ReportContext, _ pair: ClaimPair) -> Chart? {
    guard let unit = context.measure(pair.truth)?.unit,
      context.policies.contains(where: { context.estimate(pair.claim, $0.name) != nil }),
      let data = context.data(
        "summary", columns: ["policy", "measure", "unit", "mean", "lower_95", "upper_95"],
        where: { [pair.claim, pair.truth].contains($0.text("measure")) && $0["mean"] != .missing })
    else { return nil }
    let order = context.policyNames
    let sides = data.adding("shown_side", "Claimed or true") {
      $0.text("measure") == pair.claim ? pair.claimWords : pair.truthWords
    }
    // Words stand where there is most room between the two.
    let labelled = order.max { gap(context, pair, $0) < gap(context, pair, $1) } ?? ""
    let y = VegaLite.category("policy", order: order)
    let colour = VegaLite.color(
      "shown_side", [pair.claimWords, pair.truthWords], [ChartTheme.claimed, ChartTheme.truth])
    let tooltip = VegaLite.tooltip([
      ("policy", "policy"), ("shown_side", "what"), ("mean", "mean"), ("lower_95", "95 % from"),
      ("upper_95", "to"),
    ])
    let x = VegaLite.quantity(
      "mean", title: pair.axis, format: VegaLite.axisFormat(of: unit))
    return Chart(
      name: "claimed-and-true", title: "What the metric claims, and what is true",
      caption: pair.caption,
      description: description(context, pair),
      data: sides, layout: .bands(step: 34), notes: [],
      marks: [
        ("encoding", ["y": y]),
        (
          "layer",
          [
            [
              "mark": [
                "type": "line", "color": ChartTheme.muted, "strokeWidth": 1.5,
                "strokeDash": [2, 2],
              ],
              "encoding": ["x": x, "detail": ["field": "policy", "type": "nominal"]],
            ],
            side(
              pair.claimWords, data, offset: -4, "diamond", axis: pair.axis, x: x, colour, tooltip),
            side(
              pair.truthWords, data, offset: 4, "circle", axis: pair.axis, x: x, colour, tooltip),
            word(pair.claimWords, above: true, policy: labelled, x: x),
            word(pair.truthWords, above: false, policy: labelled, x: x),
          ]
        ),
      ])
  }

  /// The interval and the mean of one side, beside the middle of the band so that intervals that
  /// overlap can be told apart.
  private static func side(
    _ words: String, _ data: ChartData, offset: Int, _ shape: JSONValue, axis: String,
    x: JSONValue, _ colour: JSONValue, _ tooltip: JSONValue
  ) -> JSONValue {
    let interval: JSONValue = [
      "mark": ["type": "rule", "strokeWidth": 3, "opacity": 0.6, "yOffset": .integer(offset)],
      "encoding": [
        "x": VegaLite.quantity("lower_95", title: axis), "x2": ["field": "upper_95"],
        "color": colour,
      ],
    ]
    let mean: JSONValue = [
      "mark": [
        "type": "point", "filled": true, "size": 110, "opacity": 1, "shape": shape,
        "yOffset": .integer(offset),
      ],
      "encoding": ["x": x, "color": colour, "tooltip": tooltip],
    ]
    return [
      "transform": [["filter": ["field": "shown_side", "equal": .string(words)]]],
      "layer": VegaLite.layers([data.hasValues("lower_95") ? interval : nil, mean]),
    ]
  }

  /// The word for one side, above or below its mark so that the two never meet.
  private static func word(
    _ words: String, above: Bool, policy: String, x: JSONValue
  ) -> JSONValue {
    [
      "transform": [
        ["filter": ["field": "policy", "equal": .string(policy)]],
        ["filter": ["field": "shown_side", "equal": .string(words)]],
      ],
      "name": .string("\(words)_ink"),
      "mark": ["type": "text", "dy": .integer(above ? -15 : 17), "fontWeight": "bold"],
      "encoding": ["x": x, "text": ["field": "shown_side", "type": "nominal"]],
    ]
  }

  private static func gap(
    _ context: ReportContext, _ pair: ClaimPair, _ policy: String
  ) -> Double {
    guard let claim = context.estimate(pair.claim, policy)?.number("mean"),
      let truth = context.estimate(pair.truth, policy)?.number("mean")
    else { return -1 }
    return abs(claim - truth)
  }

  private static func description(_ context: ReportContext, _ pair: ClaimPair) -> String {
    let words = context.policies.compactMap { policy -> String? in
      guard let claim = context.estimate(pair.claim, policy.name)?.number("mean"),
        let truth = context.estimate(pair.truth, policy.name)?.number("mean"),
        let unit = context.measure(pair.truth)?.unit
      else { return nil }
      return
        "\(policy.name): claimed \(HumanNumber.text(claim, unit)), true "
        + HumanNumber.text(truth, unit)
    }
    return "For each policy the claimed and the true figure. " + words.joined(separator: "; ") + "."
  }
}

/// Two measures in one unit, of which one is what people are told and the other what is so.
private struct ClaimPair {
  let claim: String
  let truth: String
  let claimWords: String
  let truthWords: String
  let axis: String
  let caption: String

  /// The surest first.
  static let all = [
    ClaimPair(
      claim: "claimed_value_h", truth: "true_value_h", claimWords: "claimed", truthWords: "true",
      axis: "Standard hours of value per person-week",
      caption: """
        Claimed: the value that the policy's own metric would stand for if it still told value as it \
        did before anybody was judged by it; a metric that compares people with each other, such as a \
        z score, cannot claim a change for all. True: hours of work that survived. Bars are 95 % \
        intervals.
        """),
    ClaimPair(
      claim: "active_nominal_share", truth: "active_useful_share", claimWords: "claimed",
      truthWords: "true", axis: "People active in a week",
      caption: """
        Claimed: people whom the dashboard counts as active in a week. True: people for whom an \
        agent did something faster than by hand. Bars are 95 % intervals.
        """),
  ]
}
