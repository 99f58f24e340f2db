import Randomness
/// A permission profile worked out into what one token and one hour of agent work mean.
///
/// The expected number of harmful actions is proportional to tool calls, and tool calls to tokens
/// (MODEL 1.10): for each tool class,
/// calls x irreversible share x breadth x (1 - sandbox) x probability of harm, times the share that
/// an approval step lets through. Only the review of changes is left to the simulation, because it
/// depends on whether a reviewer found the time.
struct GuardRails: Sendable {
  /// Expected harmful actions per token that take effect at once, by `IncidentClass`.
  var immediateHarmPerToken: [Double]
  /// Expected harmful actions per token hidden in changes to the repository.
  var writeHarmPerToken: Double
  /// Expected harmful actions per token hidden in deployments.
  var deployHarmPerToken: Double
  /// Sum of `immediateHarmPerToken`.
  var immediateHarmTotal: Double
  /// Probability that an agent that handles an untrusted item follows injected content.
  var injectionHarm: Double
  /// Class of what injected content makes an agent do.
  var injectionClass: IncidentClass
  /// Factor on the speed of agent-assisted work: approvals take attention, missing tools take gain.
  var agentSpeedFactor: Double
  /// Fraction of the agents' gain lost to missing or filtered tools.
  var productivityLoss: Double
  /// Whether audits can read a trail of calls.
  var auditLog: Bool

  init(_ permissions: PermissionProfile, platform: AgentPlatform, risk: RiskParameters) {
    let callsPerToken = platform.callsPerMegatoken / 1e6
    var immediate = [Double](repeating: 0, count: IncidentClass.allCases.count)
    var write = 0.0
    var deploy = 0.0
    var gatedShare = 0.0
    for tool in ToolClass.allCases {
      let index = tool.rawValue
      let passes = permissions.approval[index] ? permissions.approvalAccepted : 1
      if permissions.approval[index], permissions.breadth[index] > 0 {
        gatedShare += platform.callMix[index]
      }
      let harm =
        callsPerToken * platform.callMix[index] * risk.irreversibleShare[index]
        * permissions.breadth[index] * (1 - permissions.sandbox[index]) * passes
        * risk.harmPerIrreversibleCall
      switch tool {
      case .repositoryWrite: write += harm
      case .deploy: deploy += harm
      default: immediate[IncidentClass(of: tool).rawValue] += harm
      }
    }
    immediateHarmPerToken = immediate
    writeHarmPerToken = write
    deployHarmPerToken = deploy
    immediateHarmTotal = immediate.reduce(0, +)

    // Injected content reaches for whatever leaks most; without any way out it only misdirects
    // a message.
    let wayOut = [ToolClass.secrets, .externalNetwork, .email, .chat].map {
      permissions.breadth[$0.rawValue] * (1 - permissions.sandbox[$0.rawValue])
    }
    let reach = wayOut.max() ?? 0
    injectionHarm =
      risk.injectionAttempts * risk.injectionSuccess * permissions.injectionDefence * reach
    injectionClass = max(wayOut[0], wayOut[1]) > 0 ? .leak : .missentMessage

    let tokensPerHour =
      platform.sessionsPerHour * (platform.requestsPerSession.mean ?? 1)
      * ((platform.promptTokens.mean ?? 0) + (platform.outputTokens.mean ?? 0))
    let approvalHoursPerHour =
      tokensPerHour * callsPerToken * gatedShare * permissions.approvalMinutes / 60
    agentSpeedFactor = 1 / (1 + approvalHoursPerHour)
    productivityLoss = permissions.productivityLoss
    auditLog = permissions.auditLog
  }
}
