import Incentives
import WorkplaceModel

extension ScenarioBuilder {
  /// Every distinct metric and every policy.
  mutating func policies(
    profiles: [PermissionProfile], horizon: Int
  ) -> (metrics: [Metric], policies: [Policy]) {
    var metrics: [Metric] = []
    var policies: [Policy] = []
    for resolved in resolvedPolicies {
      var phases: [PolicyPhase] = []
      for phase in resolved.phases {
        if phase.startWeek >= horizon, !root["horizon"].isBroken {
          collector.report(
            "week \(phase.startWeek) lies after the horizon", at: phase.location,
            expected: "a week before \(horizon)")
        }
        let scheme = scheme(phase.node, of: resolved)
        phases.append(
          PolicyPhase(
            startWeek: phase.startWeek, scheme: scheme,
            metricIndices: scheme.metrics.map { Self.index(of: $0, in: &metrics) },
            permissions: profile(phase.node, profiles),
            techniquesAvailable: phase.node["gaming"].text == "available"))
      }
      let title = resolved.title.text
      policies.append(
        Policy(name: resolved.name, title: title.isEmpty ? resolved.name : title, phases: phases))
    }
    return (metrics, policies)
  }

  /// The place of a metric among the distinct ones: the same name and formula are the same metric.
  private static func index(of metric: Metric, in metrics: inout [Metric]) -> Int {
    let known = metrics.firstIndex {
      $0.name == metric.name && $0.formula.source == metric.formula.source
    }
    if let known { return known }
    metrics.append(metric)
    return metrics.count - 1
  }

  private func profile(
    _ phase: ResolvedNode, _ profiles: [PermissionProfile]
  ) -> PermissionProfile {
    profiles.first { $0.name == phase["permissions"].text } ?? profiles[0]
  }

  private mutating func scheme(
    _ phase: ResolvedNode, of policy: ResolvedPolicy
  ) -> IncentiveScheme {
    let metrics = phase["metrics"].entries.compactMap(metric)
    let names = phase["metrics"].entries.map(\.key)
    guard metrics.count == names.count else { return .none }
    func index(_ node: ResolvedNode) -> Int? { names.firstIndex(of: node.text) }
    let boards = list(phase["board"]).compactMap { node in
      index(node["metric"]).map { leaderboard(node, metric: $0) }
    }
    var targets: [Target] = []
    for node in list(phase["target"]) {
      guard let metric = index(node["metric"]) else { continue }
      if let target = target(node, metric: metric, formula: metrics[metric].formula) {
        targets.append(target)
      }
    }
    let rewards = list(phase["reward"]).compactMap { node in
      index(node["metric"]).map { reward(node, metric: $0) }
    }
    let needsLabels = metrics.contains { $0.formula.dependencies.contains(.productiveLabelTokens) }
    let scheme = IncentiveScheme(
      metrics: metrics, leaderboards: boards, targets: targets, rewards: rewards,
      promise: promise(phase["promise"]),
      audit: audit(phase["audit"], names: names),
      intentAccounting: intentAccounting(phase["intentAccounting"], needed: needsLabels),
      priorItCounts: root["behaviour"]["unspokenBelief"].number)
    validate(scheme, of: policy)
    return scheme
  }

  private func metric(_ entry: ResolvedEntry) -> Metric? {
    let node = entry.value["formula"]
    guard !node.isBroken, case .formula(let formula, _) = node.content else { return nil }
    let title = entry.value["title"].text
    return Metric(name: entry.key, title: title.isEmpty ? nil : title, formula: formula)
  }

  private func list(_ node: ResolvedNode) -> [ResolvedNode] {
    node.isList ? node.elements : node.isNone ? [] : [node]
  }

  private func leaderboard(_ node: ResolvedNode, metric: Int) -> Leaderboard {
    let badges = node["badges"]
    return Leaderboard(
      metric: metric, visibility: Visibility(rawValue: node["visibleTo"].text) ?? .organisation,
      badgeShare: badges.isNone ? 0 : badges.number)
  }

  private mutating func target(
    _ node: ResolvedNode, metric: Int, formula: MetricFormula
  ) -> Target? {
    let threshold = node["threshold"]
    let goal = node["goal"]
    let isMet = threshold.word == "met"
    if isMet, !formula.isCondition {
      collector.report(
        "the metric '\(node["metric"].text)' is a number, so its target needs a threshold",
        at: node.location,
        expected: "'threshold' in the metric's unit, or a metric that is a condition")
      return nil
    }
    if !isMet, formula.isCondition, !(threshold.number > 0 && threshold.number <= 1) {
      collector.report(
        "the metric '\(node["metric"].text)' is a condition and never "
          + "\(threshold.number.plainText)", at: threshold.location,
        expected: "no threshold, or one above 0 and at most 1")
      return nil
    }
    return Target(
      metric: metric, threshold: isMet ? 0.5 : threshold.number,
      goalShare: goal.isNone ? nil : goal.number, scope: scope(node),
      isFlagged: node["flagged"].flag, ratchet: node["ratchet"].number)
  }

  private func scope(_ node: ResolvedNode) -> Scope {
    Scope(rawValue: node["of"].text) ?? .person
  }

  private func reward(_ node: ResolvedNode, metric: Int) -> Reward {
    let share = node["share"]
    let hours =
      share.dimension == .shareOfPay
      ? share.number * root["economics"]["paidHours"].number : share.number
    let kind: Reward.Kind =
      switch node["kind"].text {
      case "promotion": .promotion
      case "pieceRate": .pieceRate
      case "prize": .prize(topShare: node["winners"].number)
      default: .bonus
      }
    return Reward(metric: metric, kind: kind, weightHours: hours, scope: scope(node))
  }

  private func promise(_ node: ResolvedNode) -> Promise? {
    guard !node.isNone else { return nil }
    let credibility = node["credibility"]
    return Promise(
      violationProbabilityPerWeek: node["violations"].number,
      priorCredibility: credibility.word == nil ? credibility.number : nil)
  }

  private func audit(
    _ node: ResolvedNode, names: [String]
  ) -> AuditRule? {
    guard !node.isNone else { return nil }
    let scale = node["detectionScale"]
    let selected = node["selection"].text.dropFirst("top of ".count)
    let metric = names.firstIndex(of: String(selected))
    return AuditRule(
      ratePerWeek: node["rate"].number, selection: metric.map { .topOfMetric($0) } ?? .random,
      detection: node["detection"].number, detectionIfMislabelled: node["ifMislabelled"].number,
      falsePositive: node["falsePositive"].number, sanctionHours: node["sanction"].number,
      costPerAuditUSD: node["cost"].number,
      detectionScaleTokens: scale.isNone
        ? nil : scale.word == nil ? scale.number : root["behaviour"]["detectionScale"].number,
      clawsBack: node["clawsBack"].flag)
  }

  private mutating func intentAccounting(_ node: ResolvedNode, needed: Bool) -> Bool {
    if node.text == "false", needed, !node.isBroken {
      collector.report(
        "a metric uses intent labels that nobody gives", at: node.location,
        expected: "'automatic' or 'true'")
    }
    return node.text == "true" || needed
  }

  private mutating func validate(_ scheme: IncentiveScheme, of policy: ResolvedPolicy) {
    do {
      try scheme.validate()
    } catch {
      collector.report(
        "\(error.path): \(error.message)", at: policy.location, expected: error.expected)
    }
  }
}
