import WorkplaceModel

extension ScenarioBuilder {
  /// Harm and what it costs.
  mutating func risk(_ node: ResolvedNode, workKinds: [String]) -> RiskParameters {
    let success = node["injectionSuccess"]
    return RiskParameters(
      irreversibleShare: byToolClass(node["irreversible"]),
      harmPerIrreversibleCall: node["harm"].number,
      injectionAttempts: node["injectionAttempts"].number,
      injectionSuccess: success.word == "measured" ? nil : success.number,
      humanIncidentShare: node["humanIncidents"].number,
      severities: IncidentClass.allCases.map { severity(node["severities"][$0.name]) },
      detectionHours: node["detection"].distribution, repairHours: node["repair"].distribution,
      attacks: CarriedTables.injectionTrials,
      injectionUncertainty: node["injectionUncertainty"].text == "mean" ? .mean : .drawn,
      surfaces: workKinds.map { surface(of: $0, in: node) })
  }

  /// The surface through which untrusted content of a kind of work comes.
  private func surface(of kind: String, in risk: ResolvedNode) -> AttackSurface {
    let named = risk["injectionSurface"].entries.first { $0.key == kind }?.value
    let word = (named ?? risk["injectionSurfaceOtherwise"]).text
    return AttackSurface.allCases.first { $0.name == word } ?? .all
  }

  private mutating func severity(_ node: ResolvedNode) -> Severity {
    let (median, limit) = (node["median"], node["limit"])
    if limit.number < median.number, !median.isBroken, !limit.isBroken {
      collector.report(
        "the limit of $\(limit.number.plainText) is below the median", at: limit.location,
        expected: "at least $\(median.number.plainText)")
    }
    return Severity(median: median.number, sigma: node["sigma"].number, limit: limit.number)
  }
}
