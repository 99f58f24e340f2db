import Foundation
import Randomness

/// Expected harmful actions per token: what nobody has to wave through, and what somebody has.
struct HarmRate: Sendable, Equatable, BitwiseCopyable {
  /// Harm that no person's approval stands before.
  var open = 0.0
  /// Harm that waits for a person's approval, before it.
  var gated = 0.0

  /// The rate where a person waves the share `acceptance` of harmful calls through.
  @inline(__always) func passing(_ acceptance: Double) -> Double { open + gated * acceptance }

  static func + (one: HarmRate, other: HarmRate) -> HarmRate {
    HarmRate(open: one.open + other.open, gated: one.gated + other.gated)
  }
}

/// A permission profile worked out into what one token and one hour of agent work mean.
///
/// The expected number of harmful actions is proportional to tool calls, and tool calls to tokens
/// (MODEL 1.10): for each tool class,
/// calls x irreversible share x breadth x (1 - sandbox) x probability of harm, times the share that
/// an approval step lets through. Two factors are left to the simulation: the review of changes,
/// because it depends on whether a reviewer found the time, and a person's acceptance, because it
/// depends on how often the person is asked.
struct GuardRails: Sendable {
  /// Expected harmful actions per token that take effect at once, by `IncidentClass`.
  var immediateHarm: [HarmRate]
  /// Sum of `immediateHarm`.
  var immediateHarmTotal: HarmRate
  /// Expected harmful actions per token hidden in changes to the repository.
  var writeHarm: HarmRate
  /// Expected harmful actions per token hidden in deployments.
  var deployHarm: HarmRate
  /// Probability that an agent that handles an untrusted item follows injected content, by kind of
  /// work, before any way out is barred.
  var hijacking: [Double]
  /// The widest way out for injected content: the share of its calls that reach something.
  var wayOut: HarmRate
  /// Class of what injected content makes an agent do.
  var injectionClass: IncidentClass
  /// Times per token that a person is asked to approve a call.
  var promptsPerToken: Double
  /// Factor on the speed of agent-assisted work: approvals take attention, missing tools take gain.
  var agentSpeedFactor: Double
  /// Fraction of the agents' gain lost to missing or filtered tools.
  var productivityLoss: Double
  /// Whether audits can read a trail of calls.
  var auditLog: Bool
  /// Whether harm is done at all; false where the channel of risk is switched off.
  ///
  /// Rates stay as they are and are compared with the same uniforms, so that nothing but the harm is
  /// missing.
  var doesHarm = true
  private let permissions: PermissionProfile

  /// Works a profile out.
  ///
  /// - Parameter attackLuck: the uniform at which the replication reads the posterior of the
  ///   success of attacks; nil for the mean.
  init(_ permissions: PermissionProfile, in scenario: Scenario, attackLuck: Double?) {
    let platform = scenario.platform
    let risk = scenario.risk
    self.permissions = permissions
    let callsPerToken = platform.callsPerMegatoken / 1e6
    var immediate = [HarmRate](repeating: HarmRate(), count: IncidentClass.allCases.count)
    var write = HarmRate()
    var deploy = HarmRate()
    var gatedShare = 0.0
    for tool in ToolClass.allCases {
      let index = tool.rawValue
      if permissions.approval[index], permissions.breadth[index] > 0 {
        gatedShare += platform.callMix[index]
      }
      let harm = permissions.rate(
        callsPerToken * platform.callMix[index] * risk.irreversibleShare[index]
          * permissions.reach(of: tool) * risk.harmPerIrreversibleCall, of: tool)
      switch tool {
      case .repositoryWrite: write = write + harm
      case .deploy: deploy = deploy + harm
      default:
        let kind = IncidentClass(of: tool).rawValue
        immediate[kind] = immediate[kind] + harm
      }
    }
    immediateHarm = immediate
    immediateHarmTotal = immediate.reduce(HarmRate(), +)
    writeHarm = write
    deployHarm = deploy

    // Injected content reaches for whatever leaks most; without any way out it only misdirects
    // a message.
    wayOut = HarmRate()
    for tool in [ToolClass.secrets, .externalNetwork, .email, .chat] {
      let way = permissions.rate(permissions.reach(of: tool), of: tool)
      wayOut = HarmRate(open: max(wayOut.open, way.open), gated: max(wayOut.gated, way.gated))
    }
    let leaks = permissions.reach(of: .secrets) > 0 || permissions.reach(of: .externalNetwork) > 0
    injectionClass = leaks ? .leak : .missentMessage
    hijacking = scenario.workKinds.indices.map { kind in
      risk.injectionAttempts
        * risk.attackSuccess(
          on: risk.surface(ofWorkKind: kind), against: permissions.injectionDefence,
          luck: attackLuck)
    }

    promptsPerToken = callsPerToken * gatedShare * permissions.promptsPerGatedCall
    let approvalHoursPerHour =
      platform.tokensPerHour * promptsPerToken * permissions.approvalMinutes / 60
    agentSpeedFactor = 1 / (1 + approvalHoursPerHour)
    productivityLoss = permissions.productivityLoss
    auditLog = permissions.auditLog
  }

  /// Share of harmful calls waved through by a person whose agents burn so many tokens a day.
  func acceptance(tokensPerDay: Double) -> Double {
    permissions.acceptance(approvalsPerDay: tokensPerDay * promptsPerToken)
  }

  /// Probability that an untrusted item of a kind of work leads to harm when an agent handles it
  /// for a person who waves the share `acceptance` of harmful calls through.
  @inline(__always) func injectionHarm(ofWorkKind kind: Int, passing acceptance: Double) -> Double {
    hijacking[kind] * max(wayOut.open, wayOut.gated * acceptance)
  }
}

extension PermissionProfile {
  /// Share of calls of a class that reach something they can harm and no sandbox absorbs.
  fileprivate func reach(of tool: ToolClass) -> Double {
    breadth[tool.rawValue] * (1 - sandbox[tool.rawValue])
  }

  /// A rate by what stands before it; an automated gate stops the same share for everybody.
  fileprivate func rate(_ rate: Double, of tool: ToolClass) -> HarmRate {
    guard approval[tool.rawValue] else { return HarmRate(open: rate, gated: 0) }
    return switch approver {
    case .person: HarmRate(open: 0, gated: rate)
    case .gate: HarmRate(open: rate * gateMisses, gated: 0)
    }
  }

  /// Times a person is asked for each call that waits for approval.
  fileprivate var promptsPerGatedCall: Double {
    switch approver {
    case .person: 1
    case .gate: gateFalseAlarms
    }
  }
}
