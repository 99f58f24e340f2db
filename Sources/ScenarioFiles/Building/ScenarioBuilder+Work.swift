import Randomness
import WorkplaceModel

extension ScenarioBuilder {
  /// A kind of work.
  mutating func workKind(_ entry: ResolvedEntry) -> WorkKind {
    let node = entry.value
    let arrivals = node["arrivals"]
    let success = success(of: entry.key)
    return WorkKind(
      name: entry.key,
      source: arrivals.word == nil ? .arrivals(perWeek: arrivals.number) : .backlog,
      profile: profile(node["profile"]),
      assignment: node["assignment"].text == "team" ? .team : .employee,
      priority: node["priority"].whole, preempts: node["preempts"].flag,
      size: node["size"].distribution, difficulty: node["difficulty"].distribution,
      valuePerHour: node["valuePerHour"].number, isTask: node["task"].flag,
      agentEligible: node["agents"].flag, agentSuccess: success,
      reviewed: node["reviewed"].flag, deployShare: node["deploys"].number,
      untrustedShare: node["untrustedInput"].number, defectProbability: node["defects"].number,
      reopenLagWeeks: node["reopensAfter"].distribution)
  }

  /// The platform's success at a kind of work.
  private func success(of kind: String) -> Distribution {
    let platform = root["agents"].entries[0].value
    let named = platform["success"].entries.first { $0.key == kind }?.value
    return (named ?? platform["successOtherwise"]).distribution
  }

  private mutating func profile(_ node: ResolvedNode) -> HourOfWeekProfile {
    switch node.word {
    case "office": return CarriedTables.officeProfile
    case "uniform": return .uniform
    case "workingHours": return shares(Self.workingHours, at: node)
    default:
      if node["shares"].isBroken { return .uniform }
      return shares(node["shares"].elements.map(\.number), at: node)
    }
  }

  private mutating func shares(_ shares: [Double], at node: ResolvedNode) -> HourOfWeekProfile {
    do {
      return try HourOfWeekProfile(shares: shares)
    } catch {
      let found = error.found.map { " has \($0)" } ?? ""
      collector.report(
        "\(error.what)\(found)", at: node.location, expected: error.expected)
      return .uniform
    }
  }

  /// Equal shares from Monday to Friday, 9 to 17 o'clock.
  private static let workingHours: [Double] = (0..<HourOfWeekProfile.hoursPerWeek).map { hour in
    hour < 5 * 24 && (9..<17).contains(hour % 24) ? 1 : 0
  }

  /// How finished work is reviewed.
  func review(_ node: ResolvedNode) -> ReviewPractice {
    ReviewPractice(
      duration: node["duration"].distribution, priority: node["priority"].whole,
      hoursPerDay: node["hoursPerDay"].number, patienceHours: node["patience"].number,
      catchProbability: node["catches"].number, reworkSize: node["rework"].distribution,
      reworkPriority: node["reworkPriority"].whole)
  }
}
