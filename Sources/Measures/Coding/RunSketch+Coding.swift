import WorkplaceModel

extension RunSketch {
  /// A sketch without content, to be filled by reading.
  public static var blank: RunSketch {
    RunSketch(
      dashboard: nil, totals: PeriodTotals(workKinds: 0), people: [], weeks: [], qualities: [],
      blocks: WeekBlocks(blocks: [], firstEvaluated: 0), profiles: [], aroundTarget: nil,
      expectedAnnualLoss: 0, netValue: 0)
  }

  /// Writes the sketch, or fills it by reading.
  public mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&dashboard, blank: PolicyDashboard(metric: 0)) { $0.code(&$1) }
    totals.code(&coder)
    coder.code(&people, blank: PersonTotals()) { $0.code(&$1) }
    coder.code(
      &weeks, blank: WeekMoments(value: .init([]), score: .init([]), resetsTarget: false)
    ) { $0.code(&$1) }
    coder.code(&qualities, blank: .blank) { $0.code(&$1) }
    blocks.code(&coder)
    let profile = ActionProfile(agentShareIndex: 0, techniques: [])
    coder.code(&profiles, blank: ProfileCount(profile: profile, personWeeks: 0)) { count, coder in
      count.profile.code(&coder)
      coder.code(&count.personWeeks)
    }
    coder.code(&aroundTarget, blank: TargetHistogram(threshold: 1)) { $0.code(&$1) }
    coder.code(&expectedAnnualLoss)
    coder.code(&netValue)
  }
}

extension PolicyDashboard {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&metric)
    coder.code(&target, blank: TargetLine(metric: 0, threshold: 0, isCondition: false)) {
      $1.code(&$0.metric)
      $1.code(&$0.threshold)
      $1.code(&$0.isCondition)
    }
    coder.code(&auditing, blank: .random) { $0.code(&$1) }
  }
}

extension PolicyDashboard.Auditing {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    var targeted: Int? = if case .metric(let metric) = self { metric } else { nil }
    coder.code(&targeted, blank: 0) { $1.code(&$0) }
    self = targeted.map { .metric($0) } ?? .random
  }
}

extension PersonTotals {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&value)
    coder.code(&manualHours)
    coder.code(&agentHours)
    coder.code(&messageHours)
    coder.code(&upkeepHours)
    coder.code(&buildingHours)
    coder.code(&gamingHours)
    coder.code(&honestTokens)
    coder.code(&gamingTokens)
    coder.code(&score)
    coder.code(&scoredWeeks)
    coder.code(&utility)
    coder.code(&neverGames)
  }
}

extension WeekMoments {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    value.code(&coder)
    score.code(&coder)
    coder.code(&resetsTarget)
  }
}

extension WeekMoments.Moments {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&count)
    coder.code(&mean)
    coder.code(&squares)
  }
}

extension ActionProfile {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&agentShareIndex)
    coder.code(&techniques.rawValue)
    coder.code(&builds)
  }
}

extension TargetHistogram {
  fileprivate init(threshold: Double, counts: [Double]) {
    self.init(threshold: threshold)
    self.counts = counts
  }

  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    var (threshold, counts) = (threshold, counts)
    coder.code(&threshold)
    coder.code(&counts)
    guard coder.isReading else { return }
    guard threshold > 0, counts.count == Self.bins else { return coder.fail() }
    self = TargetHistogram(threshold: threshold, counts: counts)
  }
}
