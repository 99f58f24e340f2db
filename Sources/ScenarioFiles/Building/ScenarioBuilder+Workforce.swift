import EventKernel
import WorkplaceModel

extension ScenarioBuilder {
  /// A role with its calendar and traits.
  mutating func role(_ entry: ResolvedEntry, workKinds: [String]) -> Role {
    let node = entry.value
    let calendar = calendar(node["calendar"])
    let hours = node["hours"]
    if !hours.isBroken, hours.number > calendar.weeklyHours {
      collector.report(
        "\(hours.number.plainText) hours of work do not fit into a week with "
          + "\(calendar.weeklyHours.plainText) open hours", at: hours.location,
        expected: "at most \(calendar.weeklyHours.plainText) h/week, or a longer calendar")
    }
    let work = node["work"]
    let indices =
      work.isList
      ? work.elements.compactMap { workKinds.firstIndex(of: $0.text) } : Array(workKinds.indices)
    if Set(indices).count < indices.count {
      collector.report(
        "a kind of work is listed twice", at: work.location, expected: "each name once")
    }
    return Role(
      name: entry.key, count: node["count"].whole, teamSize: node["teamSize"].whole,
      hoursPerWeek: hours.number, calendar: calendar,
      timeZoneOffsets: node["timeZones"].elements.map(\.number), workKinds: indices,
      traits: traits(node))
  }

  private mutating func calendar(_ node: ResolvedNode) -> WorkCalendar {
    guard node.isMap else { return .always }
    let (from, to) = (node["from"], node["to"])
    guard from.number < to.number else {
      if !from.isBroken, !to.isBroken {
        collector.report(
          "the working day ends at \(to.number.plainText) h and begins at "
            + "\(from.number.plainText) h", at: node.location, expected: "'from' before 'to'")
      }
      return .always
    }
    let days = DayRange(node["days"].text)?.days ?? 0...4
    return WorkCalendar(
      days: days, hours: from.number..<to.number, holidays: node["holidays"].elements.map(\.whole))
  }

  private func traits(_ role: ResolvedNode) -> Traits {
    let node = role["traits"]
    return Traits(
      ability: role["ability"].distribution, neverGames: node["neverGames"].number,
      statusWeight: node["statusWeight"].distribution,
      careerWeight: node["careerWeight"].distribution,
      moralCost: node["moralCost"].distribution,
      promiseCredibility: node["promiseCredibility"].distribution,
      aiEffect: node["aiEffect"].distribution,
      priorExperience: node["priorExperience"].distribution,
      tokenMultiplier: node["tokenMultiplier"].distribution,
      tokenAbilityCorrelation: node["tokenAbilityCorrelation"].number,
      gamingYield: node["gamingYield"].distribution)
  }
}
