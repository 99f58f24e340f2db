import Incentives
import Testing

@testable import WorkplaceModel

@Suite struct `Peers count as far as they are seen` {
  private let peers = PeerInfluence(pressure: 0.3, conformity: 0.12, normErosion: 0.5)

  @Test func `pressure turns from cost to gain where half the team games`() {
    #expect(peers.pressure(gamingPeers: 0, visibility: 1) == -0.3)
    #expect(peers.pressure(gamingPeers: 0.5, visibility: 1) == 0)
    #expect(abs(peers.pressure(gamingPeers: 1, visibility: 0.6) - 0.18) < 1e-12)
  }

  @Test func `standing apart costs the square of the distance`() {
    #expect(abs(peers.costOfStandingApart(2, visibility: 0.5) - 0.12) < 1e-12)
    #expect(peers.costOfStandingApart(-1, visibility: 1) == 0.06)
  }

  @Test func `norms erode with the share of team-mates who game`() {
    #expect(peers.moralFactor(gamingPeers: 0) == 1)
    #expect(peers.moralFactor(gamingPeers: 0.5) == 0.75)
  }

  // Brock and Durlauf 2001: with strong conformity the same rules have two steady states, and the
  // start decides. Everybody knows the technique; last week either nobody used it or everybody did.
  @Test func `strong pressure keeps gaming where it is common and out where it is rare`() throws {
    func gamersAtTheEnd(startsCommon: Bool) throws -> Int {
      let scenario = try SmallOffice.scenario(
        policies: """
          board:
            metrics: {tokens: {formula: total_tokens}}
            board: {metric: tokens, visibleTo: organisation}
          """,
        extra: """
          behaviour:
            peers: {pressure: 5 h, conformity: 0, normErosion: 0 %}
            attrition: none
            techniques: {padding: {forgetting: 0 % / week}}
          """)
      var willing = scenario
      for index in willing.roles.indices { willing.roles[index].traits.neverGames = 0 }
      var world = Workplace(willing, replication: 0)
      world.warmUp()
      world.adopt(willing.policies[1])
      for index in world.minds.indices {
        world.minds[index].known = TechniqueSet(.padding)
        guard startsCommon else { continue }
        world.minds[index].profile.techniques = TechniqueSet(.padding)
        world.users.count(TechniqueSet(.padding), team: world.population.employees[index].team)
      }
      var ledger = world.simulateWeek()
      for _ in 0..<5 { ledger = world.simulateWeek() }
      return ledger.gamers
    }
    #expect(try gamersAtTheEnd(startsCommon: false) <= 1)
    #expect(try gamersAtTheEnd(startsCommon: true) >= 13)
  }

  @Test func `the team's standing leaves the employee out`() throws {
    let scenario = try SmallOffice.scenario()
    var world = Workplace(scenario, replication: 0)
    world.warmUp()
    world.adopt(scenario.policies[1])
    _ = world.simulateWeek()
    let publication = world.problem.publication(
      of: world.panel,
      recent: world.problem.scheme.metrics.map { $0.formula.values(in: world.panel) },
      rules: world.rules)
    world.recentScores = world.problem.scheme.metrics.map {
      [$0.formula.values(in: world.panel)]
    }
    let scenery = Scenery(world, publication)
    let luck = ChoiceLuck(choice: 0, inertia: 1, looking: 1, peer: 0, copying: 0)
    let scores = world.recentScores[0][0].map { publication.distributions[0].normalScore(of: $0) }
    let expected = scores[1..<8].reduce(0, +) / 7
    let seen = scenery.surroundings(of: 0, world.population.employees[0], luck: luck)
    #expect(abs(seen.teamStanding - expected) < 1e-12)
    #expect(seen.peerProfile == nil)
  }
}
