import ScenarioFiles
import Testing

@testable import WorkplaceModel

/// Each guard alone, in a running office: same people, same work, same luck.
@Suite struct `Guards in an office` {
  private struct Harm {
    var agents = 0.0
    var messages = 0.0
    var writes = 0.0
    var leaks = 0.0
    var tokens = 0.0
  }

  /// Expected incidents that agents cause under a permission profile.
  private func harm(
    _ profile: String, policy: String = "{permissions: guarded}", extra: String = "",
    untrusted: Double = 0
  ) throws -> Harm {
    var scenario = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + "\nguarded: \(policy)",
      extra: "permissions: {broad: {}, guarded: {\(profile)}}\n" + extra)
    for kind in scenario.workKinds.indices { scenario.workKinds[kind].untrustedShare = untrusted }
    var harm = Harm()
    for ledger in try SmallOffice.ledgers(scenario, policy: "guarded") {
      harm.agents += ledger.expectedIncidents.reduce(0, +) - ledger.expectedDefectIncidents
      harm.messages += ledger.expectedIncidents[IncidentClass.missentMessage.rawValue]
      harm.writes += ledger.expectedIncidents[IncidentClass.destructiveAction.rawValue]
      harm.leaks += ledger.expectedIncidents[IncidentClass.leak.rawValue]
      harm.tokens += ledger.truth.reduce(0) { $0 + $1.honestTokens + $1.gamingTokens }
    }
    return harm
  }

  @Test(arguments: [
    "grants: per task", "sandbox: container", "sandbox: vm",
    "approval: {for: [deploy, email.send]}, approvalTime: 0 s",
    "approval: {for: [deploy, email.send], by: gate}, approvalTime: 0 s",
    "injectionDefence: sandwich", "injectionDefence: spotlighting",
    "injectionDefence: toolFilter, productivityLoss: 0 %", "injectionDefence: 50 %",
  ])
  func `every guard lowers harm and nothing else`(guarding: String) throws {
    // Much of what agents read is hostile, so that defences have something to defend against.
    let open = try harm("", extra: Self.still, untrusted: 0.2)
    let guarded = try harm(guarding, extra: Self.still, untrusted: 0.2)
    #expect(guarded.tokens == open.tokens)
    #expect(guarded.agents < open.agents)
    #expect(guarded.messages <= open.messages && guarded.writes <= open.writes)
    #expect(guarded.leaks <= open.leaks)
  }

  /// So little harm that none of it happens: all offices do the same work, and only what is
  /// expected differs.
  private static let still =
    "risk: {harm: 0.000000000001, injectionAttempts: 0.00000000001, humanIncidents: 0 %}"

  @Test func `harm under a narrower breadth is in proportion where the same happens`() throws {
    let open = try harm("", extra: Self.still)
    let narrow = try harm("grants: per task, breadth: 20 %", extra: Self.still)
    #expect(open.tokens == narrow.tokens)
    #expect(abs(narrow.messages / open.messages - 0.2) < 1e-9)
    // Some changes that come out now were written in the warm-up, under broad permissions.
    #expect((0.2..<0.27).contains(narrow.writes / open.writes))
  }

  @Test func `a gate that misses less lets less through, a tired person more`() throws {
    let gated = "approval: {for: [email.send]}, approvalTime: 0 s, approvalAccepted: 50 %"
    let open = try harm("", extra: Self.still).messages
    let rested = try harm(gated + ", approvalFatigue: 0 %", extra: Self.still).messages
    let tired = try harm(gated + ", approvalFatigue: 2 %", extra: Self.still).messages
    let exhausted = try harm(gated + ", approvalFatigue: 100 %", extra: Self.still).messages
    #expect(rested < tired && tired < exhausted)
    #expect(abs(exhausted / open - 1) < 1e-9)
  }

  @Test func `junk that asks for approval lets the harm of honest work through`() throws {
    let spreading = """
      \(Self.still)
      behaviour: {techniques: {swarms: {discovery: 90 % / week}}}
      """
    let gated = "approval: {for: [email.send]}, approvalTime: 0 s, approvalAccepted: 20 %"
    func perToken(_ policy: String, _ fatigue: String) throws -> Double {
      let harm = try harm("\(gated), approvalFatigue: \(fatigue)", policy: policy, extra: spreading)
      return harm.messages / harm.tokens
    }
    let board = "{extends: board, permissions: guarded}"
    let honest = "{permissions: guarded}"
    // Without fatigue a token does the same harm whoever burns it.
    let indifferent = try perToken(board, "0 %") / perToken(honest, "0 %")
    #expect(abs(indifferent - 1) < 1e-9)
    #expect(try perToken(board, "1 %") > 1.05 * perToken(honest, "1 %"))
  }

  @Test func `an audit log lets audits see through false labels`() throws {
    func caught(_ log: Bool) throws -> (found: Int, gamers: Int) {
      let scenario = try SmallOffice.scenario(
        policies: """
          labels:
            metrics: {tokens: {formula: "total_tokens where intent = 'productive'"}}
            board: {metric: tokens, visibleTo: organisation}
            audit: {rate: 100 % / week, detection: 1, ifMislabelled: 0, sanction: 0 h, falsePositive: 0}
            permissions: logged
          """,
        extra: """
          permissions: {broad: {}, logged: {auditLog: \(log)}}
          behaviour:
            techniques:
              swarms: {discovery: 90 % / week}
              mislabelling: {discovery: 90 % / week}
          """)
      let ledgers = try SmallOffice.ledgers(scenario, policy: "labels")
      return (
        ledgers.reduce(0) { $0 + $1.audits.caught }, ledgers.reduce(0) { $0 + $1.audits.gamers }
      )
    }
    let (blind, seeing) = (try caught(false), try caught(true))
    #expect(blind.gamers > 10 && seeing.gamers > 10)
    let blindShare = Double(blind.found) / Double(blind.gamers)
    let seeingShare = Double(seeing.found) / Double(seeing.gamers)
    #expect(seeingShare > blindShare + 0.2)
  }
}
