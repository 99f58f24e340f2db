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
        for start in starts(of: phase, before: resolved.end(of: phase, horizon: horizon)) {
          let scheme = scheme(phase.node, inWeek: start, of: resolved)
          var built = PolicyPhase(
            startWeek: start, scheme: scheme,
            metricIndices: scheme.metrics.map { Self.index(of: $0, in: &metrics) },
            permissions: profile(phase.node, profiles),
            channels: phase.node["gaming"].text == "available"
              ? .all : .all.subtracting(.gaming))
          let patched = Set(phase.node["patched"].elements.map(\.text))
          for technique in Technique.allCases where patched.contains(technique.name) {
            built.patched.insert(TechniqueSet(technique))
          }
          phases.append(built)
        }
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
    _ phase: ResolvedNode, inWeek week: Int, of policy: ResolvedPolicy
  ) -> IncentiveScheme {
    let metrics = phase["metrics"].entries.compactMap(metric)
    let names = phase["metrics"].entries.map(\.key)
    guard metrics.count == names.count else { return .none }
    func index(_ node: ResolvedNode) -> Int? { names.firstIndex(of: node.text) }
    func inForce(_ node: ResolvedNode) -> [ResolvedNode] {
      rules(node).filter { !$0.isOver(inWeek: week) }
    }
    let boards = inForce(phase["board"]).compactMap { node in
      index(node["metric"]).map { leaderboard(node, metric: $0) }
    }
    var targets: [Target] = []
    for node in inForce(phase["target"]) {
      guard let metric = index(node["metric"]) else { continue }
      if let target = target(node, metric: metric, formula: metrics[metric].formula) {
        targets.append(target)
      }
    }
    var rewards: [Reward] = []
    for node in inForce(phase["reward"]) {
      guard let metric = index(node["metric"]) else { continue }
      if let reward = reward(node, metric: metric, of: metrics) { rewards.append(reward) }
    }
    let needsLabels = metrics.contains { $0.formula.dependencies.contains(.productiveLabelTokens) }
    let scheme = IncentiveScheme(
      metrics: metrics, leaderboards: boards, targets: targets, rewards: rewards,
      promise: inForce(phase["promise"]).first.map(promise),
      audit: inForce(phase["audit"]).first.map { audit($0, names: names) },
      intentAccounting: intentAccounting(phase["intentAccounting"], needed: needsLabels),
      weights: weights(phase), priorItCounts: root["behaviour"]["unspokenBelief"].number)
    validate(scheme, of: policy)
    return scheme
  }

  private func metric(_ entry: ResolvedEntry) -> Metric? {
    let node = entry.value["formula"]
    guard !node.isBroken, case .formula(let formula, _) = node.content else { return nil }
    let title = entry.value["title"].text
    return Metric(name: entry.key, title: title.isEmpty ? nil : title, formula: formula)
  }

  private func leaderboard(_ node: ResolvedNode, metric: Int) -> Leaderboard {
    let badges = node["badges"]
    return Leaderboard(
      metric: metric, visibility: Visibility(rawValue: node["visibleTo"].text) ?? .organisation,
      badgeShare: badges.isNone ? 0 : badges.number)
  }

  private func promise(_ node: ResolvedNode) -> Promise {
    let credibility = node["credibility"]
    return Promise(
      violationProbabilityPerWeek: node["violations"].number,
      priorCredibility: credibility.word == nil ? credibility.number : nil)
  }

  private func audit(_ node: ResolvedNode, names: [String]) -> AuditRule {
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
