import Incentives
import WorkplaceModel

/// Targets, rewards, and when rules end.
extension ScenarioBuilder {
  // MARK: Sunset

  /// The rules of a key that takes none, one or several.
  func rules(_ node: ResolvedNode) -> [ResolvedNode] {
    node.isList ? node.elements : node.isNone ? [] : [node]
  }

  /// The weeks in which something changes within a phase: its start, and the ends of its rules.
  mutating func starts(of phase: ResolvedPolicy.Phase, before end: Int) -> [Int] {
    var weeks: Set<Int> = [phase.startWeek]
    for key in ["board", "target", "reward", "promise", "audit"] {
      for rule in rules(phase.node[key]) {
        let until = rule["until"]
        guard !until.isNone, !until.isBroken else { continue }
        if until.whole == 0 {
          collector.report(
            "a rule that ends in week 0 never holds", at: until.location,
            expected: "week 1 or later")
        }
        if until.whole > phase.startWeek, until.whole < end { weeks.insert(until.whole) }
      }
    }
    return weeks.sorted()
  }

  // MARK: Targets

  mutating func target(_ node: ResolvedNode, metric: Int, formula: MetricFormula) -> Target? {
    let name = node["metric"].text
    let threshold = node["threshold"]
    let goal = node["goal"]
    let isMet = threshold.word == "met"
    if isMet, !formula.isCondition {
      collector.report(
        "the metric '\(name)' is a number, so its target needs a threshold", at: node.location,
        expected: "'threshold' in the metric's unit, or a metric that is a condition")
      return nil
    }
    if !isMet, formula.isCondition, !(threshold.number > 0 && threshold.number <= 1) {
      collector.report(
        "the metric '\(name)' is a condition and never \(threshold.number.plainText)",
        at: threshold.location, expected: "no threshold, or one above 0 and at most 1")
      return nil
    }
    if !goal.isNone, scope(node) == .person {
      collector.report(
        "a goal is a share of a group, and this target is one person's", at: goal.location,
        expected: "'of: team' or 'of: organisation'")
      return nil
    }
    guard let ratchet = ratchet(node, hasThreshold: !formula.isCondition) else { return nil }
    return Target(
      metric: metric, threshold: isMet ? 0.5 : threshold.number,
      goalShare: goal.isNone ? nil : goal.number, scope: scope(node),
      isFlagged: node["flagged"].flag, ratchet: ratchet)
  }

  private func scope(_ node: ResolvedNode) -> Scope {
    Scope(rawValue: node["of"].text) ?? .person
  }

  /// How the threshold of a rule follows results, or nil after a report.
  private mutating func ratchet(_ node: ResolvedNode, hasThreshold: Bool) -> Ratchet? {
    let share = node["ratchet"].number
    let weeks = wholeWeeks(node["resetEvery"], "resetEvery")
    if share > 0, !hasThreshold {
      collector.report(
        "there is no threshold here that could follow results", at: node["ratchet"].location,
        expected: "a metric that is a number, with a threshold")
      return nil
    }
    return Ratchet(share: share, everyWeeks: max(1, weeks))
  }

  // MARK: Rewards

  mutating func reward(_ node: ResolvedNode, metric: Int, of metrics: [Metric]) -> Reward? {
    let formula = metrics[metric].formula
    guard let kind = kind(of: node, formula: formula), let hours = worth(of: node, kind) else {
      return nil
    }
    var reward = Reward(metric: metric, kind: kind, weightHours: hours, scope: scope(node))
    if reward.isContest, reward.scope == .organisation {
      collector.report(
        "an organisation has no rivals to win a prize from", at: node["of"].location,
        expected: "'person' or 'team'")
      return nil
    }
    let gate = node["onlyIf"]
    if !gate.isNone, let index = metrics.firstIndex(where: { $0.name == gate.text }) {
      guard metrics[index].formula.isCondition else {
        collector.report(
          "the metric '\(gate.text)' is a number and cannot hold or fail", at: gate.location,
          expected: "a metric that is a condition, such as active_days >= 1")
        return nil
      }
      reward.gate = index
    }
    let moves = reward.threshold != nil && !formula.isCondition
    guard let ratchet = ratchet(node, hasThreshold: moves) else { return nil }
    reward.ratchet = ratchet
    reward.metricCap = node["cap"].isNone ? nil : node["cap"].number
    reward.payCapHours = node["payCap"].isNone ? nil : hoursOfPay(node["payCap"])
    return reward
  }

  /// The kind of a reward with what belongs to it, or nil after a report.
  private mutating func kind(of node: ResolvedNode, formula: MetricFormula) -> Reward.Kind? {
    let name = node["kind"].text
    let threshold = node["threshold"]
    if !threshold.isNone, name != "threshold", name != "accelerator" {
      collector.report(
        "a reward of kind '\(name)' has no threshold", at: threshold.location,
        expected: "'kind: threshold' or 'kind: accelerator'")
      return nil
    }
    if !node["prizes"].isNone, name != "tournament" {
      collector.report(
        "a reward of kind '\(name)' has no prizes by rank", at: node["prizes"].location,
        expected: "'kind: tournament'")
      return nil
    }
    switch name {
    case "promotion": return .promotion
    case "pieceRate": return .pieceRate
    case "prize": return .prize(topShare: node["winners"].number)
    case "tournament": return prizes(of: node).map { .tournament(prizes: $0) }
    case "threshold":
      if threshold.isNone, formula.isCondition { return .threshold(at: 0.5) }
      return needed(threshold, of: node).map { .threshold(at: $0) }
    case "accelerator": return needed(threshold, of: node).map { .accelerator(above: $0) }
    default: return .bonus
    }
  }

  private mutating func needed(_ threshold: ResolvedNode, of node: ResolvedNode) -> Double? {
    guard threshold.isNone else { return threshold.number }
    if threshold.isBroken { return nil }
    collector.report(
      "missing key 'threshold'", at: node.location,
      expected: "'threshold': a value of the metric '\(node["metric"].text)'")
    return nil
  }

  /// Prizes by rank in hours of pay, or nil after a report.
  private mutating func prizes(of node: ResolvedNode) -> [Double]? {
    guard node["prizes"].isList else {
      if node["prizes"].isBroken { return nil }
      collector.report(
        "missing key 'prizes'", at: node.location,
        expected: "'prizes': a list for ranks 1, 2 and so on, such as [10 h, 5 h, 2 h]")
      return nil
    }
    let prizes = node["prizes"].elements
    let hours = prizes.map(hoursOfPay)
    for (index, place) in hours.indices.dropFirst().enumerated() where hours[place] > hours[index] {
      collector.report(
        "rank \(place + 1) wins more than rank \(place)", at: prizes[place].location,
        expected: "prizes that do not rise")
      return nil
    }
    return hours
  }

  /// What a reward is worth in hours, or nil after a report.
  private mutating func worth(of node: ResolvedNode, _ kind: Reward.Kind) -> Double? {
    let share = node["share"]
    if case .tournament = kind {
      if share.isNone { return 1 }
      collector.report(
        "a tournament pays its prizes and no share", at: share.location, expected: "no 'share'")
      return nil
    }
    guard share.isNone else { return hoursOfPay(share) }
    if share.isBroken { return nil }
    collector.report(
      "missing key 'share'", at: node.location,
      expected: "'share': a share of pay such as 8 % of pay, or a time such as 6 h")
    return nil
  }

  private func hoursOfPay(_ node: ResolvedNode) -> Double {
    node.dimension == .shareOfPay
      ? node.number * root["economics"]["paidHours"].number : node.number
  }

  /// Whether people know how much each reward weighs.
  mutating func weights(_ phase: ResolvedNode) -> RewardWeights {
    let node = phase["weights"]
    let concentration = phase["weightConcentration"].number
    if node.text != "disclosed", rules(phase["reward"]).count < 2, !node.isDefault {
      collector.report(
        "weights that nobody knows change nothing with fewer than two rewards", at: node.location,
        expected: "several rewards", severity: .warning)
    }
    switch node.text {
    case "undisclosed": return .undisclosed(concentration: concentration)
    case "random": return .random(concentration: concentration)
    default: return .disclosed
    }
  }
}

extension ResolvedNode {
  /// Whether a rule holds no more in a week.
  func isOver(inWeek week: Int) -> Bool {
    let until = self["until"]
    return !until.isNone && until.whole <= week
  }
}

extension ResolvedPolicy {
  /// The week in which a phase gives way to the next one, or the horizon ends.
  func end(of phase: Phase, horizon: Int) -> Int {
    phases.first { $0.startWeek > phase.startWeek }?.startWeek ?? horizon
  }
}
