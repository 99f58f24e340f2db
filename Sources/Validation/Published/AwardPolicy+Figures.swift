import Foundation
import Randomness

// The published figures of the award policy model: α and F of the last fifth of a million steps.
extension AwardPolicy {
  static let all = [plateaux.onRequest, timing]

  /// Policies by their number on the command line.
  private static func rule(_ number: Double, option: Double) -> Rule {
    switch number {
    case 0: .random
    case 1: .lowestIndex
    case 2: .publications
    case 3: .integrity
    case 4: .modifiedLottery(limit: option)
    default: .mixed(integrity: option)
    }
  }

  private static let ruleParameter = Verification.Parameter(
    "policy",
    "0 random, 1 lowest index, 2 publications, 3 integrity, 4 lottery up to a limit, 5 mixed",
    standard: 3, range: 0...5, isWhole: true)
  private static let tiesParameter = Verification.Parameter(
    "ties", "0 the lowest index wins among equals, 1 equal chances", standard: 0, range: 0...1,
    isWhole: true)

  /// Mean false-positive rate of labs, and share of publications that are false.
  struct Outcome: Sendable {
    var rate: Double
    /// Of all publications of the window.
    ///
    /// The mean over steps of each step's share is lower, because a share is a concave function of α;
    /// the published figures agree with this one.
    var falseShare: Double
  }

  /// Runs and averages over the last fifth.
  static func outcome(_ settings: Settings, steps: Int, key: StreamKey) -> Outcome {
    var model = AwardPolicy(settings, key: key)
    let start = steps - steps / 5
    for _ in 0..<start { model.step() }
    var (rates, published, wrong) = (0.0, 0, 0)
    for _ in start..<steps {
      model.step()
      rates += model.meanRate
      published += model.published
      wrong += model.publishedFalse
    }
    return Outcome(
      rate: rates / Double(steps - start),
      falseShare: Double(wrong) / Double(max(1, published)))
  }

  // MARK: Where it ends

  /// A published figure: mean and, where given, standard error of eight runs.
  struct Figure: Sendable {
    /// Policy, award, review, negatives, ties and option, as on the command line.
    let parameters: [Double]
    /// Enough to reach the end state; the figures are of a million.
    let steps: Double
    let runs: Double
    let rate: Double?
    let rateError: Double?
    let falseShare: Double?
    let falseShareError: Double?

    init(
      _ policy: Double, _ award: Double, review: Double = 0, negatives: Double = 0,
      ties: Double = 0, option: Double = 0, steps: Double = 1e6, runs: Double = 3,
      rate: Double?, _ rateError: Double? = nil, falseShare: Double? = nil,
      _ falseShareError: Double? = nil
    ) {
      parameters = [policy, award, review, negatives, ties, option]
      self.steps = steps
      self.runs = runs
      self.rate = rate
      self.rateError = rateError
      self.falseShare = falseShare
      self.falseShareError = falseShareError
    }

    /// Whether every run ends alike, so that no spread is given.
    var isEnd: Bool { rateError == nil }

    var settings: Settings {
      var settings = Settings()
      settings.rule = AwardPolicy.rule(parameters[0], option: parameters[5])
      settings.award = Int(parameters[1])
      settings.review = parameters[2]
      settings.negativesPublished = parameters[3]
      settings.ties = parameters[4] == 1 ? .uniform : .lowestIndex
      return settings
    }
  }

  /// How far an end without spread may lie from its figure, as published.
  private static let endTolerance = 0.01

  /// Steps after which most ends are reached.
  private static let quick = 3e5

  static let figures: [Figure] = [
    .init(2, 10, steps: quick, runs: 2, rate: 0.997, falseShare: 0.918),
    .init(2, 35, steps: quick, runs: 2, rate: 0.999, falseShare: 0.918),
    .init(2, 60, steps: quick, runs: 2, rate: 0.999, falseShare: 0.918),
    .init(2, 85, steps: quick, runs: 2, rate: 0.998, falseShare: 0.918),
    .init(1, 10, rate: 0.982, falseShare: 0.917),
    .init(1, 35, steps: 5e5, runs: 2, rate: 0.997, falseShare: 0.918),
    .init(1, 60, steps: quick, runs: 2, rate: 0.998, falseShare: 0.918),
    .init(1, 85, steps: quick, runs: 2, rate: 0.998, falseShare: 0.918),
    .init(0, 10, ties: 1, steps: quick, runs: 2, rate: 0.996),
    .init(3, 10, steps: quick, runs: 2, rate: 0.0005, falseShare: 0.003),
    .init(3, 10, ties: 1, steps: quick, runs: 2, rate: 0.0004),
    .init(3, 35, rate: 0.023, 0.002, falseShare: 0.177, 0.013),
    .init(3, 35, ties: 1, rate: 0.0011, 0.0004),
    .init(3, 60, rate: 0.603, 0.069, falseShare: 0.857, 0.014),
    .init(3, 60, ties: 1, rate: 0.250, 0.008, falseShare: 0.733),
    .init(3, 85, steps: quick, runs: 2, rate: 0.9768, falseShare: 0.9165),
    .init(3, 85, ties: 1, steps: quick, runs: 2, rate: 0.9735),
    .init(3, 60, review: 0.1, rate: 0.407, 0.022, falseShare: 0.800),
    .init(3, 60, review: 0.2, rate: 0.322, 0.012, falseShare: 0.739),
    .init(3, 60, review: 0.3, rate: 0.277, 0.015, falseShare: 0.679),
    .init(3, 60, review: 0.5, rate: 0.189, 0.010, falseShare: 0.507),
    .init(3, 60, review: 0.6, rate: 0.108, 0.009, falseShare: 0.317),
    .init(3, 60, review: 0.7, runs: 8, rate: 0.024, 0.006, falseShare: 0.069),
    .init(3, 85, review: 0.5, rate: 0.961, 0.002, falseShare: 0.844),
    .init(3, 85, review: 0.7, rate: 0.931, 0.007, falseShare: 0.758),
    .init(3, 85, review: 0.8, runs: 6, rate: 0.840, 0.015, falseShare: 0.653),
    .init(3, 85, review: 0.9, rate: 0.154, 0.022, falseShare: 0.144),
    .init(3, 85, review: 1, steps: quick, runs: 2, rate: 0.003, falseShare: 0),
    .init(3, 85, review: 0.5, ties: 1, runs: 2, rate: 0.947, 0.006),
    .init(3, 85, review: 0.7, ties: 1, rate: 0.874, 0.018),
    .init(3, 85, review: 0.8, ties: 1, rate: 0.548, 0.068),
    .init(3, 85, review: 0.9, ties: 1, rate: 0.049, 0.025),
    .init(3, 85, review: 1, ties: 1, steps: quick, runs: 2, rate: 0.002),
    .init(3, 85, negatives: 0.4, steps: quick, runs: 2, rate: 0.963, falseShare: 0.90),
    .init(3, 85, negatives: 0.7, steps: quick, runs: 2, rate: 0.002, falseShare: 0.02),
    .init(3, 85, negatives: 0.6, ties: 1, steps: quick, runs: 2, rate: 0.001),
    .init(3, 85, negatives: 0.7, ties: 1, steps: quick, runs: 2, rate: 0.001),
    .init(2, 35, review: 0.5, ties: 1, steps: quick, runs: 2, rate: 0.996, falseShare: 0.849),
    .init(2, 35, review: 0.9, ties: 1, runs: 2, rate: 0.989, falseShare: 0.526),
    .init(2, 35, review: 1, ties: 1, steps: quick, runs: 2, rate: nil, falseShare: 0),
    .init(4, 60, ties: 1, option: 0.2, steps: quick, runs: 2, rate: 0.1966, 0.0001),
    .init(4, 60, ties: 1, option: 0.5, steps: quick, runs: 2, rate: 0.4939),
    .init(4, 60, ties: 1, option: 0.05, steps: quick, runs: 2, rate: 0.9993),
    .init(4, 60, ties: 1, option: 0.1, runs: 2, rate: 0.9993),
    .init(5, 60, ties: 1, option: 0.2, steps: quick, runs: 2, rate: 0.968),
    .init(5, 60, ties: 1, option: 0.5, rate: 0.781, 0.039),
    .init(5, 60, ties: 1, option: 0.8, runs: 8, rate: 0.360, 0.007),
  ]

  private static let plateaux = Verification(
    "award-policy", section: "P2.2",
    "Pay by volume, by lot and by quality: where research practice ends",
    source:
      "Smaldino, Turner and Contreras Kallens 2019, doi 10.1098/rsos.190194; 8 runs of 1e6 steps",
    parameters: [
      ruleParameter,
      .init("award", "award G in studies", standard: 60, range: 1...500, isWhole: true),
      .init(
        "review", "probability r that review catches a false positive", standard: 0, range: 0...1),
      .init("negatives", "probability p that a negative is published", standard: 0, range: 0...1),
      tiesParameter,
      .init(
        "option", "limit of the lottery, or share of integrity in the mix", standard: 0.5,
        range: 0...1),
      .init(
        "steps", "steps, of which the last fifth counts", standard: 1e6, range: 10...1e7,
        isWhole: true),
      .init("runs", "independent runs", standard: 3, range: 2...1000, isWhole: true),
    ],
    rows: figures.map { figure in
      .init(
        figure.parameters + [figure.steps, figure.runs],
        [("false-positive rate", figure.rate), ("false share", figure.falseShare)].compactMap {
          pair in
          pair.1.map { (quantity: pair.0, value: $0) }
        }, decimals: 4)
    }
  ) { values, seed in
    guard let figure = figures.first(where: { $0.parameters == Array(values.prefix(6)) }) else {
      throw VerificationRefusal(
        "no figure is published for these parameters; expected one of the rows of award-policy")
    }
    let runs = Int(values[7])
    let outcomes = (0..<runs).map { run in
      outcome(
        figure.settings, steps: Int(values[6]), key: StreamKey(seed: seed, replication: run))
    }
    // So few runs know little of their own spread: where the eight of the figure tell a wider one,
    // that one is used. A share given without its spread is taken to be as unsure as ours.
    func quantity(
      _ name: String, _ expected: Double?, _ error: Double?, _ found: SampleMean
    ) -> Verification.Quantity? {
      guard let expected else { return nil }
      let own = max(found.standardError, (error ?? 0) * (8 / Double(runs)).squareRoot())
      let other = error ?? found.standardError
      let combined = figure.isEnd ? 0 : (own * own + other * other).squareRoot()
      return .init(
        name, closedForm: expected, obtained: found.value,
        .standardErrors(4, standardError: max(combined, endTolerance / 4)))
    }
    return [
      quantity(
        "false-positive rate", figure.rate, figure.rateError, SampleMean(outcomes.map(\.rate))),
      quantity(
        "false share", figure.falseShare, figure.falseShareError,
        SampleMean(outcomes.map(\.falseShare))),
    ].compactMap { $0 }
  }

  // MARK: How fast

  /// Mean rates after 50, 100, 150 and 200 thousand steps at an award of 10.
  static let paths: [(policy: Double, ties: Double, rates: [Double])] = [
    (2, 1, [0.46, 0.84, 0.998, 0.996]), (0, 1, [0.43, 0.71, 0.94, 0.997]),
    (1, 0, [0.31, 0.51, 0.66, 0.77]),
  ]

  private static let times = [50_000, 100_000, 150_000, 200_000]

  private static let timing = Verification(
    "award-policy-timing", section: "P2.2",
    "How fast research practice decays at a small award, and what a `random` that is none changes",
    source: "Smaldino, Turner and Contreras Kallens 2019; 10 runs",
    parameters: [
      ruleParameter, tiesParameter,
      .init("runs", "independent runs", standard: 10, range: 2...1000, isWhole: true),
    ],
    rows: paths.map { path in
      .init(
        [path.policy, path.ties, 10], named: times.map { "after \($0)" }, path.rates, decimals: 3)
    }
  ) { values, seed in
    let path = paths.first { $0.policy == values[0] && $0.ties == values[1] }
    guard let path else {
      throw VerificationRefusal(
        "no figure is published for these parameters; expected one of the rows of "
          + "award-policy-timing")
    }
    var settings = Settings()
    settings.rule = rule(values[0], option: 0)
    settings.award = 10
    settings.ties = values[1] == 1 ? .uniform : .lowestIndex
    let courses = (0..<Int(values[2])).map { run in
      var model = AwardPolicy(settings, key: StreamKey(seed: seed, replication: run))
      var clock = 0
      return times.map { time in
        while clock < time {
          model.step()
          clock += 1
        }
        return model.meanRate
      }
    }
    return times.indices.map { place in
      let found = SampleMean(courses.map { $0[place] })
      // The figure has as many runs and gives no spread: it is taken to be as unsure. Two decimals
      // are half a hundredth unsure besides.
      return .init(
        "after \(times[place])", closedForm: path.rates[place], obtained: found.value,
        .standardErrors(4, standardError: max(2.0.squareRoot() * found.standardError, 0.0025)))
    }
  }
}
