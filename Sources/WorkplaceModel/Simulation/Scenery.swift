import Incentives

/// What there is to be seen of others on Monday, worked out once for everybody.
struct Scenery: Sendable {
  private let teamMembers: [Range<Int>]
  private let gamed: [Bool]
  private let gamersInTeam: [Int]
  /// Last week's standing of everybody on the most visible board, as a normal score; empty without.
  private let standings: [Double]
  private let teamSums: [Double]
  private let teamCounts: [Int]
  /// Those in the top tenth of a board that everybody sees.
  private let top: [Int]
  private let profiles: [ActionProfile]
  private let lookingRate: Double
  private let looksAtTeam: Bool

  /// Looks around a workplace.
  ///
  /// - Parameter unredirected: the problem without the metric, to look around as if it were not
  ///   there: no board is seen, and nobody's techniques; nil to see what there is.
  init(
    _ workplace: Workplace, _ publication: DecisionProblem.Publication,
    unredirected: DecisionProblem? = nil
  ) {
    let problem = unredirected ?? workplace.problem
    let behaviour = workplace.scenario.behaviour
    teamMembers = workplace.population.teams.map(\.members)
    gamed = workplace.minds.map(\.profile.games)
    gamersInTeam = workplace.users.gamers
    let isImitator = behaviour.decisionRule == .imitation
    let board = problem.widestBoard.map { problem.scheme.leaderboards[$0] }
    if let board, let scores = workplace.recentScores[board.metric].last {
      let distribution = publication.distributions[board.metric]
      standings = scores.map { distribution.normalScore(of: $0) }
    } else {
      standings = []
    }
    var sums = [Double](repeating: 0, count: standings.isEmpty ? 0 : teamMembers.count)
    var counts = [Int](repeating: 0, count: sums.count)
    for (team, members) in teamMembers.enumerated() where !standings.isEmpty {
      for member in members where !standings[member].isNaN {
        sums[team] += standings[member]
        counts[team] += 1
      }
    }
    teamSums = sums
    teamCounts = counts
    let seesAll = board?.visibility == .organisation
    top = seesAll ? Self.topTenth(standings) : []
    lookingRate = isImitator ? 1 : behaviour.imitation.rate * problem.visibility
    looksAtTeam = top.isEmpty && (isImitator || problem.visibility > 0)
    profiles =
      lookingRate > 0
      ? workplace.minds.map { unredirected == nil ? $0.profile : $0.profile.honestPart } : []
  }

  /// What one employee sees.
  func surroundings(of index: Int, _ employee: Employee, luck: ChoiceLuck) -> Surroundings {
    let members = teamMembers[employee.team]
    var seen = Surroundings()
    if members.count > 1 {
      let gamers = gamersInTeam[employee.team] - (gamed[index] ? 1 : 0)
      seen.gamingPeers = Double(gamers) / Double(members.count - 1)
    }
    if !standings.isEmpty {
      let own = standings[index]
      let others = teamCounts[employee.team] - (own.isNaN ? 0 : 1)
      if others > 0 {
        seen.teamStanding = (teamSums[employee.team] - (own.isNaN ? 0 : own)) / Double(others)
      }
      if !own.isNaN { seen.percentile = StandardNormal.probability(below: own) }
    }
    if luck.looking < lookingRate { seen.peerProfile = peer(of: index, in: members, luck.peer) }
    return seen
  }

  /// The profile of somebody at the top, or of a team-mate where nobody else is to be seen.
  private func peer(of index: Int, in members: Range<Int>, _ uniform: Double) -> ActionProfile? {
    if !top.isEmpty {
      let chosen = top[min(Int(uniform * Double(top.count)), top.count - 1)]
      return chosen == index ? nil : profiles[chosen]
    }
    guard looksAtTeam, members.count > 1 else { return nil }
    let others = members.count - 1
    var chosen = members.lowerBound + min(Int(uniform * Double(others)), others - 1)
    if chosen >= index { chosen += 1 }
    return profiles[chosen]
  }

  private static func topTenth(_ standings: [Double]) -> [Int] {
    let ranked = standings.indices.filter { !standings[$0].isNaN }
      .sorted { (standings[$0], $1) > (standings[$1], $0) }
    return Array(ranked.prefix((ranked.count + 9) / 10))
  }
}
