import Foundation

/// 2r: incidents when reviewers have finite time.
enum ReviewCapacity {
  static let all = [reviewCapacity]

  private static let reviewCapacity = Verification(
    "review-capacity", section: "2r", "Incidents when agents make more changes than people review",
    source: "fluid limit of a queue with patience: I(x) = x (1 − c0 min(1, C/x)), unread 1 − C/x",
    parameters: [
      .init("x", "agent actions relative to the baseline", standard: 3.24, range: 0.05...5),
      .init("caught", "share of harm that a review stops, c0", standard: 0.8, range: 0...1),
      .init(
        "capacity", "changes that can be reviewed, relative to the baseline, C", standard: 1.2,
        range: 0.2...5),
    ],
    rows: [
      .init([0.5, 0.8, 1.2], named: names, [0.1, 0.5, 1]),
      .init([1.2, 0.8, 1.2], named: names, [0.24, 1.2, 1]),
      .init([3.24, 0.8, 1.2], named: names, [2.28, 11.4, 2.07015019]),
    ]
  ) { values, seed in
    let (activity, caught, capacity) = (values[0], values[1], values[2])
    for load in [activity, 1] where load > capacity && load < 1.1 * capacity {
      throw VerificationRefusal(
        "too near to saturation to simulate: \(load) times the baseline with time to review "
          + "\(capacity) times it; expected no more than that, or a tenth more")
    }
    func intensity(_ activity: Double) -> Double {
      activity * (1 - caught * min(1, capacity / activity))
    }
    func run(_ activity: Double) throws -> [ReviewOffice.Week] {
      try ReviewOffice(
        activity: activity, caught: caught, capacity: capacity, weeks: 20, seed: seed
      ).run()
    }
    let weeks = try run(activity)
    let baseline = activity == 1 ? weeks : try run(1)
    let found = SampleMean(weeks.map(\.intensity))
    let first = SampleMean(baseline.map(\.intensity))
    let unread = Verification.Quantity.simulated(
      "merged unread", max(0, 1 - capacity / activity), SampleMean(weeks.map(\.unread)))
    // With c0 = 1 and time for all nothing comes out, and there is nothing to compare it with.
    guard intensity(1) > 0 else {
      return [.simulated(names[0], intensity(activity), found), unread]
    }
    let ratio = found.value / first.value
    let ratioError =
      ratio
      * hypot(found.standardError / found.value, first.standardError / first.value)
    var quantities: [Verification.Quantity] = [
      .simulated(names[0], intensity(activity), found),
      .simulated(
        names[1], intensity(activity) / intensity(1),
        SampleMean(value: ratio, standardError: ratioError)),
    ]
    if activity != 1 {
      quantities.append(
        .simulated(
          names[2], log(intensity(activity) / intensity(1)) / log(activity),
          SampleMean(
            value: log(ratio) / log(activity),
            standardError: abs(ratioError / ratio / log(activity)))))
    }
    return quantities + [unread]
  }

  private static let names = ["I(x)", "I(x)/I(1)", "arc elasticity"]
}
