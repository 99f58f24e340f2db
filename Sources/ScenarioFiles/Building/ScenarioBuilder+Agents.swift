import WorkplaceModel

extension ScenarioBuilder {
  /// The agent platform.
  mutating func platform(_ agents: ResolvedNode) -> AgentPlatform {
    let entry = agents.entries[0]
    let node = entry.value
    let concurrency = node["concurrency"]
    var platform = AgentPlatform(
      name: entry.key, concurrency: concurrency.isNone ? nil : concurrency.whole,
      sessionsPerHour: node["sessions"].number,
      requestsPerSession: node["requests"].distribution,
      promptTokens: node["promptTokens"].distribution,
      outputTokens: node["outputTokens"].distribution,
      cacheReadShare: node["cacheReads"].number, cacheWriteShare: node["cacheWrites"].number,
      weekNoise: node["weekNoise"].number, thinkTimeHours: node["thinkTime"].distribution,
      latencyHours: node["latency"].distribution, callsPerMegatoken: node["toolCalls"].number,
      callMix: callMix(node["tools"]), prices: prices(node["price"]),
      linesPerOutputKilotoken: node["lines"].number)
    platform.firstCacheReadShare = node["firstCacheReads"].number
    return platform
  }

  private func prices(_ node: ResolvedNode) -> TokenPrices {
    guard node.isMap else {
      let price = node.number
      return TokenPrices(freshInput: price, cacheWrite: price, cacheRead: price, output: price)
    }
    return TokenPrices(
      freshInput: node["freshInput"].number, cacheWrite: node["cacheWrite"].number,
      cacheRead: node["cacheRead"].number, output: node["output"].number)
  }

  private mutating func callMix(_ node: ResolvedNode) -> [Double] {
    guard node.isMap else { return callMix(ofTools: node.elements) }
    let shares = byToolClass(node)
    let sum = shares.reduce(0, +)
    guard abs(sum - 1) < 1e-6 else {
      collector.report(
        "the shares of tool calls add up to \((sum * 100).roundedText) %", at: node.location,
        expected: "100 %")
      return shares
    }
    return shares.map { $0 / sum }
  }

  /// The default shares divided among the classes of the listed tools.
  private mutating func callMix(ofTools tools: [ResolvedNode]) -> [Double] {
    let classes = Set(tools.compactMap { ToolName.toolClass(of: $0.text) })
    let shares = ToolClass.allCases.map { classes.contains($0) ? Self.defaultMix[$0.rawValue] : 0 }
    let sum = shares.reduce(0, +)
    return sum > 0 ? shares.map { $0 / sum } : shares
  }

  /// The default of `tools`, by class.
  private static let defaultMix: [Double] = {
    let node = Vocabulary.platform.key(named: "tools")?.defaultNode
    return ToolClass.allCases.map { tool in
      let share = node?[tool.name]?.scalar ?? ""
      return (try? QuantityParser.parse(share, as: .share)) ?? 0
    }
  }()

  /// Numbers by class of tool.
  func byToolClass(_ node: ResolvedNode) -> [Double] {
    ToolClass.allCases.map { node[$0.name].number }
  }

  /// Every permission profile by name, with `broad` first when the file does not declare it.
  mutating func permissionProfiles() -> [PermissionProfile] {
    root["permissions"].entries.map { permissionProfile($0) }
  }

  private func permissionProfile(_ entry: ResolvedEntry) -> PermissionProfile {
    let node = entry.value
    let approved = node["approval"]
    let approvedClasses = approved.isMap ? toolClasses(approved["for"]) : []
    let isGated = approved.isMap && approved["by"].text == "gate"
    let defence = defence(node["injectionDefence"])
    return PermissionProfile(
      name: entry.key, breadth: breadth(node), sandbox: absorption(node["sandbox"]),
      approval: ToolClass.allCases.map { approvedClasses.contains($0) },
      approvalMinutes: node["approvalTime"].number * 60,
      approvalAccepted: node["approvalAccepted"].number,
      injectionDefence: defence, auditLog: node["auditLog"].flag,
      productivityLoss: productivityLoss(node["productivityLoss"], of: defence),
      approvalFatigue: node["approvalFatigue"].number, approver: isGated ? .gate : .person,
      gateMisses: node["gateMisses"].number, gateFalseAlarms: node["gateFalseAlarms"].number)
  }

  private func breadth(_ profile: ResolvedNode) -> [Double] {
    let grants = profile["grants"]
    if grants.isMap { return byToolClass(grants) }
    if grants.isList {
      let classes = toolClasses(grants)
      return ToolClass.allCases.map { classes.contains($0) ? 1 : 0 }
    }
    let share = grants.word == "per task" ? profile["breadth"].number : 1
    return ToolClass.allCases.map { _ in share }
  }

  private func toolClasses(_ list: ResolvedNode) -> Set<ToolClass> {
    Set(list.elements.compactMap { ToolName.toolClass(of: $0.text) })
  }

  private func absorption(_ node: ResolvedNode) -> [Double] {
    if node.isMap { return byToolClass(node) }
    return ToolClass.allCases.map { tool in
      switch (node.word, tool) {
      case ("container", .repositoryWrite): 0.5
      case ("container", .deploy), ("vm", .deploy): 0.3
      case ("container", .secrets): 0.6
      case ("container", .externalNetwork), ("vm", .repositoryWrite): 0.7
      case ("vm", .secrets), ("vm", .externalNetwork): 0.8
      default: 0
      }
    }
  }

  /// What stands against injected content: a defence that was tried out, or a factor.
  private func defence(_ node: ResolvedNode) -> InjectionGuard {
    if let defence = InjectionDefence.allCases.first(where: { $0.name == node.word }) {
      return .measured(defence)
    }
    return node.isNone ? .measured(.none) : .factor(node.number)
  }

  /// The declared loss, or what the defence cost where it was tried out.
  private func productivityLoss(_ node: ResolvedNode, of defence: InjectionGuard) -> Double {
    guard node.word == "measured" else { return node.number }
    return switch defence {
    case .measured(let defence): CarriedTables.injectionTrials.utilityLoss(of: defence)
    case .factor: 0
    }
  }
}
