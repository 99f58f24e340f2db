import Incentives
import WorkplaceModel

extension VariantStudy {
  /// The corners of what is known least: friction of adoption, severity of incidents, credibility
  /// of the promise, each at two levels.
  ///
  /// Friction and severity do not touch each other: losses are counted and feared by nobody in the
  /// model, so corners that differ in severity alone share a trajectory. Median and limit are scaled
  /// together, which scales every loss alike. Where no policy makes a promise, its credibility is
  /// left out.
  static func corners(of scenario: Scenario, _ design: CornerDesign) -> VariantStudy {
    let hasPromise = scenario.policies.contains { policy in
      policy.phases.contains { $0.scheme.promise != nil }
    }
    var variants: [Variant] = []
    var trajectory = 0
    for inertia in design.adoptionInertiaHours.both {
      for credibility in hasPromise ? design.promiseCredibility.both.map(Optional.some) : [nil] {
        for severity in design.severityFactor.both {
          var changed = scenario
          changed.behaviour.adoptionInertia = inertia.value
          for index in changed.risk.severities.indices {
            changed.risk.severities[index].median *= severity.value
            changed.risk.severities[index].limit *= severity.value
          }
          if let credibility { changed.believePromises(credibility.value) }
          let parts: [(title: String, level: CornerDesign.NamedLevel)] =
            [("friction", inertia), ("severity", severity)]
            + [credibility].compactMap { $0 }.map { ("credibility", $0) }
          variants.append(
            Variant(
              levels: parts.map { .number($0.level.value) },
              name: parts.map { "\($0.level.name) \($0.title)" }.joined(separator: ", "),
              scenario: changed, trajectory: trajectory))
        }
        trajectory += 1
      }
    }
    return VariantStudy(
      kind: .corners, factors: hasPromise ? cornerFactors : Array(cornerFactors.dropLast()),
      variants: variants, replications: min(design.replications, scenario.replications))
  }

  private static let cornerFactors = [
    VariantFactor(
      column: .init(
        "adoption_inertia_h", .number, unit: "hours",
        "Weekly cost of changing over to agents for a beginner."), title: "friction"),
    VariantFactor(
      column: .init(
        "severity_factor_ratio", .number, unit: "ratio", "Factor on the loss of every incident."),
      title: "severity"),
    VariantFactor(
      column: .init(
        "promise_credibility_share", .number, unit: "share",
        "Prior belief of everybody that the promise is kept."), title: "credibility"),
  ]
}

extension CornerDesign {
  /// A level and what it is called.
  struct NamedLevel {
    var name: String
    var value: Double
  }
}

extension CornerDesign.Levels {
  /// The two levels by name.
  fileprivate var both: [CornerDesign.NamedLevel] {
    [.init(name: "low", value: low), .init(name: "high", value: high)]
  }
}

extension Scenario {
  /// Gives everybody the same prior belief in every promise.
  fileprivate mutating func believePromises(_ credibility: Double) {
    for policy in policies.indices {
      for phase in policies[policy].phases.indices {
        policies[policy].phases[phase].scheme.promise?.priorCredibility = credibility
      }
    }
  }
}
