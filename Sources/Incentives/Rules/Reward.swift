/// Something of value that depends on a metric.
public struct Reward: Sendable, Equatable {
  /// How the reward depends on the metric.
  public enum Kind: Sendable, Hashable {
    /// Pay in proportion to standing, in standard deviations from the mean.
    case bonus
    /// A better chance of promotion in proportion to standing.
    case promotion
    /// Pay for every unit of the metric.
    case pieceRate
    /// A lump sum for whoever reaches a value of the metric.
    case threshold(at: Double)
    /// Pay for every unit of the metric above a value.
    case accelerator(above: Double)
    /// A prize for those in the top share.
    case prize(topShare: Double)
    /// A prize for each of the first ranks, in hours of pay.
    case tournament(prizes: [Double])
  }

  /// Index of the metric in the scheme.
  public var metric: Int

  /// How the reward depends on the metric.
  public var kind: Kind

  /// Worth in hours of pay each week: per standard deviation of standing for a bonus or a
  /// promotion, per unit of the metric for a piece rate or an accelerator, in all for a lump sum or
  /// a prize; a factor on the prizes of a tournament.
  public var weightHours: Double

  /// Whose value counts.
  public var scope: Scope

  /// Index of a metric that must hold for the employee, or nothing is paid; `nil` without a gate.
  public var gate: Int?

  /// Value up to which the metric counts, in its unit; `nil` for no cap.
  public var metricCap: Double?

  /// Most hours that are paid for a week; `nil` for no cap.
  public var payCapHours: Double?

  /// How the threshold of a lump sum or an accelerator follows results.
  public var ratchet: Ratchet

  /// Makes a reward.
  ///
  /// - Parameters:
  ///   - metric: Index of the metric in the scheme.
  ///   - kind: How the reward depends on the metric.
  ///   - weightHours: Worth in hours of pay each week, at least 0.
  ///   - scope: Whose value counts.
  ///   - gate: Index of a condition without which nothing is paid.
  ///   - metricCap: Value up to which the metric counts.
  ///   - payCapHours: Most hours paid for a week.
  ///   - ratchet: How the threshold follows results.
  public init(
    metric: Int, kind: Kind, weightHours: Double, scope: Scope = .person, gate: Int? = nil,
    metricCap: Double? = nil, payCapHours: Double? = nil, ratchet: Ratchet = .none
  ) {
    self.metric = metric
    self.kind = kind
    self.weightHours = weightHours
    self.scope = scope
    self.gate = gate
    self.metricCap = metricCap
    self.payCapHours = payCapHours
    self.ratchet = ratchet
  }

  /// Makes a bonus of a share of pay for every standard deviation of standing.
  ///
  /// - Parameters:
  ///   - shareOfPay: For example 0.08.
  ///   - weeklyHours: Hours of pay in a week.
  ///   - metric: Index of the metric in the scheme.
  ///   - scope: Whose value counts.
  public static func bonus(
    shareOfPay: Double, weeklyHours: Double, metric: Int, scope: Scope = .person
  ) -> Reward {
    Reward(metric: metric, kind: .bonus, weightHours: shareOfPay * weeklyHours, scope: scope)
  }
}

extension Reward {
  /// The threshold as declared; `nil` for kinds without one.
  public var threshold: Double? {
    switch kind {
    case .threshold(let threshold), .accelerator(let threshold): threshold
    default: nil
    }
  }

  /// Whether rivals decide: the reward depends on places, of people or of groups.
  public var isContest: Bool {
    switch kind {
    case .prize, .tournament: true
    default: false
    }
  }

  /// The part of a value that counts.
  public func counted(_ value: Double) -> Double {
    guard let metricCap, value > metricCap else { return value }
    return metricCap
  }

  /// What decides about the pay of a week, as far as it is known.
  public struct Basis: Sendable, Equatable {
    /// Expected value that counts, in the metric's unit: the employee's own or the group's mean.
    public var value: Double
    /// Expected standing as a normal score: the employee's own or the group's mean.
    public var standing: Double
    /// The threshold in force, in the metric's unit.
    public var threshold: Double
    /// Distance of the value from the threshold, in standard deviations of the normal score.
    public var distance: Double
    /// Standard deviation of the week's value, in the metric's unit.
    public var valueNoise: Double
    /// Standard deviation of the week's standing.
    public var noise: Double

    /// Makes a basis; a week that has ended has no noise.
    public init(
      value: Double, standing: Double = 0, threshold: Double = 0, distance: Double? = nil,
      valueNoise: Double = 0, noise: Double = 0
    ) {
      self.value = value
      self.standing = standing
      self.threshold = threshold
      self.distance = distance ?? value - threshold
      self.valueNoise = valueNoise
      self.noise = noise
    }
  }

  /// Pay in hours, before any prizes of a tournament: its mean and its variance over the week's
  /// noise.
  ///
  /// A piece rate, an accelerator and a bonus are linear between two bounds, a lump sum and a prize
  /// are won or not. A cap on pay binds from above alone.
  ///
  /// - Returns: Nothing for a tournament, which ``PrizeContest`` reckons with.
  public func prospect(_ basis: Basis) -> PayProspect {
    switch kind {
    case .bonus, .promotion:
      return linear(NoisyMetric(mean: basis.standing, deviation: basis.noise), from: nil)
    case .pieceRate:
      return linear(NoisyMetric(mean: basis.value, deviation: basis.valueNoise), from: nil)
    case .accelerator:
      return linear(
        NoisyMetric(mean: basis.value, deviation: basis.valueNoise), from: basis.threshold)
    case .threshold:
      let met =
        basis.noise > 0
        ? StandardNormal.probability(below: basis.distance / basis.noise)
        : basis.distance >= 0 ? 1 : 0
      return PayProspect(prize: capped(weightHours), probability: met)
    case .prize(let topShare):
      let board = Leaderboard(metric: metric, badgeShare: topShare)
      return PayProspect(
        prize: capped(weightHours),
        probability: board.badgeProbability(normalScore: basis.standing, noise: basis.noise))
    case .tournament:
      return PayProspect()
    }
  }

  /// Expected pay in hours, against the threshold as it was declared.
  ///
  /// - Parameters:
  ///   - value: The metric's value in its unit.
  ///   - standing: Mean standing in standard deviations.
  ///   - noise: Standard deviation of the standing; 0 for a week that has ended.
  public func expectedHours(value: Double, standing: Double, noise: Double = 0) -> Double {
    prospect(
      Basis(value: counted(value), standing: standing, threshold: threshold ?? 0, noise: noise)
    ).mean
  }

  /// The prizes of a tournament in hours, after the cap on pay; none for other kinds.
  public var prizes: [Double] {
    guard case .tournament(let prizes) = kind else { return [] }
    return prizes.map { capped(weightHours * $0) }
  }

  private func linear(_ value: NoisyMetric, from low: Double?) -> PayProspect {
    guard weightHours != 0 else { return PayProspect() }
    // A cap on pay ends the counting where it is reached; a penalty never reaches it.
    let counts = basesOnValue ? metricCap : nil
    let pays = weightHours > 0 ? payCapHours.map { (low ?? 0) + $0 / weightHours } : nil
    let high: Double? =
      switch (counts, pays) {
      case (let first?, let second?): min(first, second)
      case (let first, let second): first ?? second
      }
    var part = value.part(from: low, to: high.map { max($0, low ?? -.infinity) })
    part.mean *= weightHours
    part.variance *= weightHours * weightHours
    return part
  }

  private var basesOnValue: Bool {
    switch kind {
    case .pieceRate, .accelerator: true
    default: false
    }
  }

  private func capped(_ hours: Double) -> Double { min(hours, payCapHours ?? .infinity) }
}
