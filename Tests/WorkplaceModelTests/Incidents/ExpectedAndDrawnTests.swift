import ScenarioFiles
import Testing

@testable import WorkplaceModel

@Suite struct `Incidents` {
  /// Draws and expectations differ by chance alone.
  ///
  /// The number drawn less the number expected is a sum of martingale differences whose variance is
  /// at most the expectation. Beyond four standard deviations lie fewer than 1 in 10,000 seeds of
  /// each class; seeds are fixed.
  @Test(arguments: [
    "{}", "{injectionDefence: sandwich}", "{approval: {for: [deploy, repo.write]}}",
  ])
  func `what happens is a draw around what is expected`(profile: String) throws {
    var scenario = try SmallOffice.scenario(
      extra: """
        permissions: {broad: \(profile)}
        risk: {harm: 5 %, injectionAttempts: 1, humanIncidents: 20 %, repair: 0.01 h}
        """)
    scenario.workKinds[1].untrustedShare = 0.05
    var expected = [Double](repeating: 0, count: IncidentClass.allCases.count)
    var drawn = expected
    for replication in 0..<2 {
      let ledgers = try SmallOffice.ledgers(scenario, policy: "board", replication: replication)
      for ledger in ledgers {
        for (kind, number) in ledger.expectedIncidents.enumerated() { expected[kind] += number }
        for incident in ledger.incidents { drawn[incident.kind.rawValue] += 1 }
      }
    }
    for kind in IncidentClass.allCases {
      let (number, mean) = (drawn[kind.rawValue], expected[kind.rawValue])
      #expect(mean > 5, "\(kind.name)")
      #expect(abs(number - mean) < 4 * mean.squareRoot(), "\(kind.name)")
    }
  }

  @Test func `an injection is booked as a leak where there is a way to leak, else as a message`()
    throws
  {
    func kinds(_ profile: String) throws -> Set<IncidentClass> {
      var scenario = try SmallOffice.scenario(
        extra: """
          permissions: {broad: {\(profile)}}
          risk: {harm: 0, injectionAttempts: 1, injectionSuccess: 100 %, humanIncidents: 0 %}
          """)
      scenario.workKinds[1].untrustedShare = 0.2
      let incidents = try SmallOffice.ledgers(scenario, policy: "none").flatMap(\.incidents)
      #expect(incidents.allSatisfy { $0.cause == .injection } && incidents.count > 10)
      return Set(incidents.map(\.kind))
    }
    #expect(try kinds("grants: all") == [.leak])
    #expect(try kinds("grants: {email: 1}") == [.missentMessage])
  }

  @Test func `a loss is cut to the limit of its class`() throws {
    let scenario = try SmallOffice.scenario(
      extra: """
        risk:
          harm: 50 %
          severities: {missentMessage: {median: $200, sigma: 3, limit: $300}}
        """)
    let losses = try SmallOffice.ledgers(scenario, policy: "none").flatMap(\.incidents)
      .filter { $0.kind == .missentMessage }.map(\.lossUSD)
    #expect(losses.count > 10)
    #expect(losses.allSatisfy { $0 <= 300 })
    #expect(losses.contains(300) && losses.contains { $0 < 200 })
  }
}
