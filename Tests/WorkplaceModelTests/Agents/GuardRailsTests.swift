import Testing

@testable import WorkplaceModel

@Suite struct `Guard rails` {
  private func rails(_ change: (inout PermissionProfile) -> Void = { _ in }) throws -> GuardRails {
    let scenario = try SmallOffice.scenario()
    var permissions = scenario.policies[0].phases[0].permissions
    change(&permissions)
    return GuardRails(permissions, platform: scenario.platform, risk: scenario.risk)
  }

  @Test func `harm is proportional to breadth`() throws {
    let broad = try rails()
    let narrow = try rails { for index in $0.breadth.indices { $0.breadth[index] *= 0.25 } }
    #expect(abs(narrow.writeHarmPerToken - broad.writeHarmPerToken * 0.25) < 1e-18)
    #expect(abs(narrow.immediateHarmTotal - broad.immediateHarmTotal * 0.25) < 1e-18)
    #expect(broad.writeHarmPerToken > 0 && broad.immediateHarmTotal > 0)
  }

  @Test func `nothing granted is nothing harmed, and injected content has no way out`() throws {
    let none = try rails { for index in $0.breadth.indices { $0.breadth[index] = 0 } }
    #expect(none.writeHarmPerToken == 0 && none.deployHarmPerToken == 0)
    #expect(none.immediateHarmTotal == 0 && none.injectionHarm == 0)
  }

  @Test func `an approval step lets through what fatigue waves through, and costs time`() throws {
    let broad = try rails()
    let gated = try rails {
      $0.approval = Array(repeating: true, count: ToolClass.allCases.count)
      $0.approvalAccepted = 0.5
      $0.approvalMinutes = 1
    }
    #expect(abs(gated.deployHarmPerToken - broad.deployHarmPerToken * 0.5) < 1e-18)
    #expect(gated.agentSpeedFactor < broad.agentSpeedFactor)
    #expect(broad.agentSpeedFactor == 1)
  }
}
