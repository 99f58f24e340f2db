import Incentives

extension Policy {
  /// The channels that can act under the policy in a scenario; switching another off changes
  /// nothing whatever.
  public func actingChannels(in scenario: Scenario) -> Channels {
    phases.reduce(into: []) { $0.formUnion($1.actingChannels(in: scenario)) }
  }
}

extension PolicyPhase {
  /// - Noise acts where there is a metric that luck can get into.
  /// - Redirection acts where something follows from a metric for people, or audits do.
  /// - Gaming acts where a technique changes what a metric with consequences depends on (``Menu``).
  /// - Risk acts where agents or defects can do harm.
  fileprivate func actingChannels(in scenario: Scenario) -> Channels {
    var acting: Channels = []
    if scheme.hasMetric {
      acting.insert(.noise)
      if !scheme.consequentialMetrics.isEmpty || scheme.audit != nil {
        acting.insert(.redirection)
      }
      let menu = Menu(
        shares: 1, scheme: scheme, techniquesAvailable: channels.contains(.gaming),
        patched: patched)
      if menu.techniqueSets.count > 1 { acting.insert(.gaming) }
    }
    let risk = scenario.risk
    if risk.harmPerIrreversibleCall > 0 || risk.injectionAttempts > 0 || risk.humanIncidentShare > 0
    {
      acting.insert(.risk)
    }
    return acting.intersection(channels)
  }
}
