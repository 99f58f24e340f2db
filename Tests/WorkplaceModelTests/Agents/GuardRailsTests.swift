import Testing

@testable import WorkplaceModel

@Suite struct `Guard rails` {
  private func rails(_ change: (inout PermissionProfile) -> Void = { _ in }) throws -> GuardRails {
    let scenario = try SmallOffice.scenario()
    var permissions = scenario.policies[0].phases[0].permissions
    change(&permissions)
    return GuardRails(permissions, in: scenario, attackLuck: nil)
  }

  private static let everyTool = Array(repeating: true, count: ToolClass.allCases.count)

  @Test func `harm is proportional to breadth`() throws {
    let broad = try rails()
    let narrow = try rails { for index in $0.breadth.indices { $0.breadth[index] *= 0.25 } }
    #expect(abs(narrow.writeHarm.open - broad.writeHarm.open * 0.25) < 1e-18)
    #expect(abs(narrow.immediateHarmTotal.open - broad.immediateHarmTotal.open * 0.25) < 1e-18)
    #expect(broad.writeHarm.open > 0 && broad.immediateHarmTotal.open > 0)
  }

  @Test(arguments: ToolClass.allCases)
  func `a class that is not granted does no harm, and no other class changes`(
    tool: ToolClass
  ) throws {
    let broad = try rails()
    let without = try rails { $0.breadth[tool.rawValue] = 0 }
    #expect(without.total(of: tool) < broad.total(of: tool) || tool == .read)
    for other in IncidentClass.allCases where other != IncidentClass(of: tool) {
      #expect(without.total(of: other) == broad.total(of: other))
    }
  }

  @Test(arguments: ToolClass.allCases)
  func `a sandbox absorbs its share of the harm of a class`(tool: ToolClass) throws {
    let open = try rails { $0.keepOnly(tool) }
    let boxed = try rails {
      $0.keepOnly(tool)
      $0.sandbox[tool.rawValue] = 0.3
    }
    #expect(abs(boxed.total(of: tool) - 0.7 * open.total(of: tool)) < 1e-18)
  }

  @Test func `nothing granted is nothing harmed, and injected content has no way out`() throws {
    let none = try rails { for index in $0.breadth.indices { $0.breadth[index] = 0 } }
    #expect(none.writeHarm == HarmRate() && none.deployHarm == HarmRate())
    #expect(none.immediateHarmTotal == HarmRate())
    #expect(none.injectionHarm(ofWorkKind: 0, passing: 1) == 0)
  }

  @Test func `an approval step lets through what a person waves through, and costs time`() throws {
    let broad = try rails()
    let gated = try rails {
      $0.approval = Self.everyTool
      $0.approvalMinutes = 1
    }
    #expect(gated.deployHarm.open == 0)
    #expect(abs(gated.deployHarm.passing(0.5) - broad.deployHarm.open * 0.5) < 1e-18)
    #expect(gated.agentSpeedFactor < broad.agentSpeedFactor)
    #expect(broad.agentSpeedFactor == 1)
    let barred = gated.injectionHarm(ofWorkKind: 0, passing: 0.5)
    #expect(abs(barred / broad.injectionHarm(ofWorkKind: 0, passing: 1) - 0.5) < 1e-12)
  }

  @Test func `injected content takes the way out that nobody watches`() throws {
    let watched = try rails {
      $0.approval[ToolClass.secrets.rawValue] = true
      $0.sandbox[ToolClass.externalNetwork.rawValue] = 0.9
      $0.breadth[ToolClass.email.rawValue] = 0
      $0.breadth[ToolClass.chat.rawValue] = 0
    }
    let free = try rails()
    let whole = free.injectionHarm(ofWorkKind: 0, passing: 1)
    #expect(abs(watched.injectionHarm(ofWorkKind: 0, passing: 0.6) / whole - 0.6) < 1e-12)
    // Where the person is wide awake, the network is the wider way.
    #expect(abs(watched.injectionHarm(ofWorkKind: 0, passing: 0) / whole - 0.1) < 1e-12)
  }

  @Test func `attention falls by the same fraction with every approval a day`() throws {
    var permissions = try SmallOffice.scenario().policies[0].phases[0].permissions
    permissions.approvalAccepted = 0.93
    permissions.approvalFatigue = 0.007
    #expect(permissions.acceptance(approvalsPerDay: 0) == 0.93)
    // 0.07 x 0.993^40 = 0.07 x 0.75505
    #expect(abs(permissions.acceptance(approvalsPerDay: 40) - 0.9471464) < 1e-6)
    #expect(permissions.acceptance(approvalsPerDay: 1e6) == 1)
    permissions.approvalFatigue = 0
    #expect(permissions.acceptance(approvalsPerDay: 1e6) == 0.93)
  }

  @Test func `who runs more agents is asked more often and waves more through`() throws {
    let gated = try rails {
      $0.approval = Self.everyTool
      $0.approvalAccepted = 0.2
      $0.approvalFatigue = 0.01
    }
    let (light, heavy) = (gated.acceptance(tokensPerDay: 1e6), gated.acceptance(tokensPerDay: 1e8))
    #expect(0.2 < light && light < heavy && heavy < 1)
    // All 33 calls of a million tokens are asked for.
    #expect(abs(gated.promptsPerToken - 33e-6) < 1e-15)
  }

  @Test func `a gate stops what it stops for everybody and asks only when it raises an alarm`()
    throws
  {
    let broad = try rails()
    let person = try rails {
      $0.approval = Self.everyTool
      $0.approvalMinutes = 1
    }
    let gate = try rails {
      $0.approval = Self.everyTool
      $0.approvalMinutes = 1
      $0.approver = .gate
      $0.gateMisses = 0.17
      $0.gateFalseAlarms = 0.004
    }
    #expect(gate.deployHarm.gated == 0)
    #expect(abs(gate.deployHarm.open - 0.17 * broad.deployHarm.open) < 1e-18)
    #expect(gate.acceptance(tokensPerDay: 1e9) == 0.17)
    #expect(abs(gate.promptsPerToken - 0.004 * person.promptsPerToken) < 1e-15)
    #expect(gate.agentSpeedFactor > person.agentSpeedFactor)
  }
}

extension GuardRails {
  /// Everything that a class of incident can come from, nothing waved off.
  fileprivate func total(of kind: IncidentClass) -> Double {
    switch kind {
    case .destructiveAction: writeHarm.passing(1)
    case .badDeploy: deployHarm.passing(1)
    default: immediateHarm[kind.rawValue].passing(1)
    }
  }

  fileprivate func total(of tool: ToolClass) -> Double { total(of: IncidentClass(of: tool)) }
}

extension PermissionProfile {
  fileprivate mutating func keepOnly(_ tool: ToolClass) {
    for index in breadth.indices where index != tool.rawValue { breadth[index] = 0 }
  }
}
