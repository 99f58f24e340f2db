/// How big a study was, in one line: people, weeks, replications and seed.
struct DesignSentence {
  let text: String

  init(_ activity: RecordedActivity) {
    let facts = activity.facts
    var parts: [String] = []
    if let people = facts.people { parts.append("\(people) people") }
    if let weeks = facts.horizonWeeks {
      let warmUp = facts.warmUpWeeks.map { $0 > 0 ? " after \($0) of warm-up" : "" } ?? ""
      parts.append("\(weeks) weeks\(warmUp)")
    }
    if let weeks = facts.evaluationWeeks { parts.append("measured over the last \(weeks)") }
    if let count = facts.replications {
      parts.append("\(count) \(count == 1 ? "replication" : "replications")")
    }
    if !activity.seed.isEmpty { parts.append("seed \(activity.seed)") }
    text = parts.joined(separator: " · ")
  }
}
