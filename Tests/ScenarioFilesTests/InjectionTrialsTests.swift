import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct InjectionTrialsTests {
  @Test(arguments: [
    (AttackSurface.chat, 105, [16, 8, 1, 5, 0]), (.mail, 560, [17, 7, 1, 2, 0]),
    (.all, 949, [44, 24, 5, 8, 0]),
  ])
  func `the table carries the trials of every surface and defence`(
    surface: AttackSurface, trials: Int, successes: [Int]
  ) {
    for defence in InjectionDefence.allCases {
      let cell = CarriedTables.injectionTrials[surface, defence]
      #expect(cell == AttackTrials(successes: successes[defence.rawValue], trials: trials))
    }
    #expect(CarriedTables.injectionTrials.utilities == [0.907, nil, 0.928, 0.732, 0.639])
  }

  private func scenario(_ text: String) throws -> Scenario {
    try ScenarioLoader.load(
      text: smallScenarioWithPolicy + text + "\n", fileName: "risk.yaml"
    ).scenario
  }

  @Test func `by default success is measured and its doubt is drawn`() throws {
    let risk = try scenario("").risk
    #expect(risk.injectionSuccess == nil)
    #expect(risk.injectionUncertainty == .drawn)
    #expect(risk.surfaces.allSatisfy { $0 == .all })
    #expect(risk.attacks == CarriedTables.injectionTrials)
  }

  @Test func `surfaces are told by kind of work, success may be declared`() throws {
    let risk = try ScenarioLoader.load(
      text: """
        scenario: surfaces
        workforce: {developer: {count: 8}}
        work: {task: {arrivals: 1 / day}, chat: {arrivals: 9 / day}, post: {arrivals: 9 / day}}
        policies: {noMetric: {}}
        risk:
          injectionSuccess: 8 %
          injectionUncertainty: mean
          injectionSurface: {chat: chat, post: mail}

        """, fileName: "surfaces.yaml"
    ).scenario.risk
    #expect(risk.surfaces == [.all, .chat, .mail])
    #expect(risk.injectionSuccess == 0.08)
    #expect(risk.injectionUncertainty == .mean)
    #expect(risk.surface(ofWorkKind: 7) == .all)
  }

  @Test(arguments: [
    ("toolFilter", 1 - 73.2 / 90.7), ("capabilityControl", 1 - 63.9 / 90.7),
    ("spotlighting", 0), ("sandwich", 0), ("none", 0), ("30 %", 0),
  ])
  func `a defence costs what it cost where it was measured, unless the file says otherwise`(
    defence: String, loss: Double
  ) throws {
    func profile(_ keys: String) throws -> PermissionProfile {
      try scenario("permissions: {broad: {\(keys)}}").policies[0].phases[0].permissions
    }
    #expect(
      abs(try profile("injectionDefence: \(defence)").productivityLoss - loss) < 1e-12)
    #expect(
      try profile("injectionDefence: \(defence), productivityLoss: 5 %").productivityLoss == 0.05)
  }

  @Test func `approval is by a person who tires, or by a gate`() throws {
    let profiles = try ["", ", by: gate"].map { by in
      try scenario(
        "permissions: {broad: {approval: {for: [deploy]\(by)}, approvalFatigue: 2 %, "
          + "gateMisses: 20 %, gateFalseAlarms: 1 %}}"
      ).policies[0].phases[0].permissions
    }
    #expect(profiles[0].approver == .person && profiles[1].approver == .gate)
    #expect(profiles[0].approvalFatigue == 0.02)
    #expect(profiles[1].gateMisses == 0.2 && profiles[1].gateFalseAlarms == 0.01)
    let usual = try scenario("").policies[0].phases[0].permissions
    #expect(usual.approvalAccepted == 0.93 && usual.approvalFatigue == 0.007)
    #expect(usual.gateMisses == 0.17 && usual.gateFalseAlarms == 0.004)
  }
}
