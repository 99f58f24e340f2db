/// How many people count as users, how many are, and for how many it pays.
enum AdoptionSection {
  @Sendable static func section(_ context: ReportContext) -> ReportSection? {
    guard let chart = Chart.adoption(context) else { return nil }
    return ReportSection(
      name: "adoption", title: "Who uses it, and is it useful?", lead: lead(context) ?? "",
      charts: [chart])
  }

  /// The policy under which most people count as active whom it does not help.
  private static func lead(_ context: ReportContext) -> String? {
    let gaps = context.policyNames.compactMap { policy in
      context.estimate(gap, policy)?.number("mean").map { (policy: policy, gap: $0) }
    }
    guard let widest = gaps.max(by: { $0.gap < $1.gap }), widest.gap > 0,
      let nominal = context.words("active_nominal_share", widest.policy),
      let useful = context.words("active_useful_share", widest.policy)
    else { return nil }
    let others = gaps.count > 1 ? ", the widest gap of all policies" : ""
    return """
      Under \(widest.policy) \(nominal) of people count as active in a week, but an agent was of \
      use to \(useful)\(others).
      """
  }

  private static let gap = "performative_gap_share"
}
