import WorkplaceModel

/// Makes the scenario from resolved values and checks what no single value can tell.
struct ScenarioBuilder {
  /// Where findings go.
  var collector: DiagnosticCollector
  let root: ResolvedNode
  let resolvedPolicies: [ResolvedPolicy]

  init(root: ResolvedNode, policies: [ResolvedPolicy], collector: DiagnosticCollector) {
    self.root = root
    resolvedPolicies = policies
    self.collector = collector
  }

  /// The scenario; meaningful only when the collector holds no error afterwards.
  mutating func build() -> Scenario {
    let name = root["scenario"].text
    let title = root["title"].text
    let horizon = wholeWeeks(root["horizon"], "horizon")
    let warmUp = warmUp(root["warmUp"])
    let precision = precisionTarget(root["replications"])
    let evaluation = evaluationWeeks(of: horizon)
    let kinds = root["work"].entries.map { workKind($0) }
    let roles = root["workforce"].entries.map { role($0, workKinds: kinds.map(\.name)) }
    reportIdleWork(kinds: kinds, roles: roles)
    let behaviour = behaviour(root["behaviour"])
    let (metrics, policies) = policies(profiles: permissionProfiles(), horizon: horizon)
    var scenario = Scenario(
      name: name, title: title.isEmpty ? name : title, horizonWeeks: horizon,
      warmUpWeeks: warmUp.weeks, evaluationWeeks: evaluation, seed: UInt64(root["seed"].whole),
      replications: precision?.most ?? root["replications"].whole, roles: roles,
      workKinds: kinds, review: review(root["review"]), platform: platform(root["agents"]),
      behaviour: behaviour, risk: risk(root["risk"], workKinds: kinds.map(\.name)),
      economics: Economics(
        hourValue: root["economics"]["hourValue"].number,
        policyOverhead: root["economics"]["policyOverhead"].number),
      metrics: metrics, policies: policies, baseline: baseline)
    scenario.design = design(root["compare"])
    scenario.design.precision = precision
    scenario.design.warmUpSearch = warmUp.search
    if root["behaviour"]["decisionRule"].text == "all" {
      scenario.comparedRules = DecisionRule.allCases
    }
    return scenario
  }

  private mutating func evaluationWeeks(of horizon: Int) -> Int {
    let node = root["evaluation"]
    if node.word == "half" { return (horizon + 1) / 2 }
    let weeks = wholeWeeks(node, "evaluation")
    if weeks > horizon, !node.isBroken, !root["horizon"].isBroken {
      collector.report(
        "the evaluation of \(weeks) weeks is longer than the horizon", at: node.location,
        expected: "at most \(horizon) weeks")
    }
    return min(weeks, horizon)
  }

  private var baseline: Int {
    let name = root["compare"]["baseline"].text
    return resolvedPolicies.firstIndex { $0.name == name } ?? 0
  }

  /// Warns of work that nobody does; not while a wrong name may be the reason.
  private mutating func reportIdleWork(kinds: [WorkKind], roles: [Role]) {
    guard !collector.hasErrors else { return }
    for (index, entry) in root["work"].entries.enumerated()
    where !roles.contains(where: { $0.workKinds.contains(index) }) {
      collector.report(
        "no role does '\(entry.key)'", at: entry.keyLocation,
        expected: "a role with 'work: [\(entry.key)]'", severity: .warning)
    }
  }

  /// A quantity of weeks without a fraction.
  mutating func wholeWeeks(_ node: ResolvedNode, _ name: String) -> Int {
    let weeks = node.number
    if weeks != weeks.rounded(), !node.isBroken {
      collector.report(
        "\(name) of \(weeks.roundedText) weeks is not whole", at: node.location,
        expected: "a whole number of weeks")
    }
    return Int(weeks.rounded())
  }
}
