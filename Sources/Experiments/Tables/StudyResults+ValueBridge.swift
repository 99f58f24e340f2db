import Measures
import WorkplaceModel

extension StudyResults {
  /// One row for each policy but the baseline and each part of net value: what the part adds to, or
  /// takes from, the baseline's; nil for a catalogue without money.
  public func valueBridge() -> ResultTable? {
    let others = scenario.policies.indices.filter { $0 != scenario.baseline }
    var rows: [[ResultTable.Cell]] = []
    for policy in others {
      for part in BridgePart.allCases {
        guard let own = values(of: part, policy: policy),
          let baseline = values(of: part, policy: scenario.baseline)
        else { return nil }
        let difference = PairedDifference(policy: own, baseline: baseline).estimate
        let interval = difference.interval(confidence: Self.confidence)
        rows.append([
          .text(scenario.policies[policy].name), .text(part.rawValue), .text(part.title),
          .init(difference.mean), .init(interval?.lowerBound), .init(interval?.upperBound),
        ])
      }
    }
    return ResultTable(
      name: "value_bridge",
      title: "From net value under the baseline to that under each policy, part by part.",
      columns: [
        Self.policyColumn,
        .init(
          "part", .text,
          "Part of net value. True value is in two: rework, the hours of rework and of incidents at "
            + "the worth of a standard hour, and work, what true value would have been worth if "
            + "these hours had been as good as any."),
        .init("title", .text, "Name of the part for people."),
        .init(
          "difference_usd", .number, unit: "usd",
          "Policy less baseline per person-week, positive if good; parts add up to net value's."),
        .init("lower_95", .number, unit: "usd", "Lower end of the 95 % t interval."),
        .init("upper_95", .number, unit: "usd", "Upper end of the 95 % t interval."),
      ], primaryKey: ["policy", "part"], rows: rows)
  }

  /// A part of net value.
  private enum BridgePart: String, CaseIterable {
    case work, rework, tokens, incidents, audits, rewards, overhead, replacement

    var title: String {
      switch self {
      case .work: "Work"
      case .rework: "Rework and repair"
      case .tokens: "Tokens"
      case .incidents: "Incidents"
      case .audits: "Audits"
      case .rewards: "Rewards"
      case .overhead: "Overhead of the policy"
      case .replacement: "Replacement of leavers"
      }
    }
  }

  /// A part by replication, in US dollars per person-week; costs are negative.
  private func values(of part: BridgePart, policy: Int) -> [Double]? {
    func values(_ measure: String) -> [Double]? {
      catalogue.position(of: measure).map { self.values(of: $0, policy: policy) }
    }
    func cost(_ measure: String) -> [Double]? { values(measure).map { $0.map { -$0 } } }
    switch part {
    case .work:
      guard let worth = values("value_worth_usd"),
        let rework = self.values(of: .rework, policy: policy)
      else { return nil }
      return zip(worth, rework).map { $0 - $1 }
    case .rework:
      guard let rework = values("rework_hours_h"), let repair = values("incident_hours_h") else {
        return nil
      }
      let hourValue = scenario.economics.hourValue
      return zip(rework, repair).map { -($0 + $1) * hourValue }
    case .tokens: return cost("token_cost_usd")
    case .incidents: return cost("incident_cost_usd")
    case .audits: return cost("audit_cost_usd")
    case .rewards: return cost("bonus_cost_usd")
    case .overhead: return cost("overhead_cost_usd")
    case .replacement: return cost("attrition_cost_usd")
    }
  }
}
