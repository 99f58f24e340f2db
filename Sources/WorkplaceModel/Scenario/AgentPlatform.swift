import Randomness

/// The AI-agent platform: sessions, requests, tokens, tool calls and a finite rate when declared.
public struct AgentPlatform: Sendable {
  /// Identifier in the scenario file.
  public var name: String
  /// Requests served at once across the organisation; nil for no limit.
  public var concurrency: Int?
  /// Agent sessions per hour of agent-assisted work.
  public var sessionsPerHour: Double
  /// Requests in one session; at least 1.
  public var requestsPerSession: Distribution
  /// Prompt tokens of one request, cached ones included.
  public var promptTokens: Distribution
  /// Output tokens of one request.
  public var outputTokens: Distribution
  /// Share of prompt tokens read from cache after the first request of a session.
  public var cacheReadShare: Double
  /// The same of the first request: instructions and tools may be cached before it.
  public var firstCacheReadShare = 0.0
  /// Share of the uncached prompt tokens that are written to cache.
  public var cacheWriteShare: Double
  /// Log standard deviation of an employee's tokens from week to week.
  public var weekNoise: Double
  /// Hours between a reply and the next request of a person.
  public var thinkTimeHours: Distribution
  /// Hours the platform takes for one request.
  public var latencyHours: Distribution
  /// Tool calls per million tokens.
  public var callsPerMegatoken: Double
  /// Shares of tool calls by `ToolClass`, summing to 1.
  public var callMix: [Double]
  /// US dollars per million tokens.
  public var prices: TokenPrices
  /// Lines of code suggested per thousand output tokens, for telemetry.
  public var linesPerOutputKilotoken: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    concurrency: Int?,
    sessionsPerHour: Double,
    requestsPerSession: Distribution,
    promptTokens: Distribution,
    outputTokens: Distribution,
    cacheReadShare: Double,
    cacheWriteShare: Double,
    weekNoise: Double,
    thinkTimeHours: Distribution,
    latencyHours: Distribution,
    callsPerMegatoken: Double,
    callMix: [Double],
    prices: TokenPrices,
    linesPerOutputKilotoken: Double
  ) {
    self.name = name
    self.concurrency = concurrency
    self.sessionsPerHour = sessionsPerHour
    self.requestsPerSession = requestsPerSession
    self.promptTokens = promptTokens
    self.outputTokens = outputTokens
    self.cacheReadShare = cacheReadShare
    self.cacheWriteShare = cacheWriteShare
    self.weekNoise = weekNoise
    self.thinkTimeHours = thinkTimeHours
    self.latencyHours = latencyHours
    self.callsPerMegatoken = callsPerMegatoken
    self.callMix = callMix
    self.prices = prices
    self.linesPerOutputKilotoken = linesPerOutputKilotoken
  }
}

extension AgentPlatform {
  /// Mean tokens of one hour of agent-assisted work, before anybody's multiplier.
  public var tokensPerHour: Double {
    sessionsPerHour * (requestsPerSession.mean ?? 1)
      * ((promptTokens.mean ?? 0) + (outputTokens.mean ?? 0))
  }
}

/// Prices of the four token classes, in US dollars per million tokens.
public struct TokenPrices: Sendable {
  /// Prompt tokens neither read from nor written to cache.
  public var freshInput: Double
  /// Prompt tokens written to cache.
  public var cacheWrite: Double
  /// Prompt tokens read from cache.
  public var cacheRead: Double
  /// Generated tokens.
  public var output: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    freshInput: Double,
    cacheWrite: Double,
    cacheRead: Double,
    output: Double
  ) {
    self.freshInput = freshInput
    self.cacheWrite = cacheWrite
    self.cacheRead = cacheRead
    self.output = output
  }
}

/// Classes of tools an agent may call, from harmless to irreversible (MODEL 1.10).
public enum ToolClass: Int, CaseIterable, Sendable {
  case read, chat, email, repositoryWrite, deploy, secrets, externalNetwork

  /// The name in scenario files and results.
  public var name: String {
    switch self {
    case .read: "read"
    case .chat: "chat"
    case .email: "email"
    case .repositoryWrite: "repositoryWrite"
    case .deploy: "deploy"
    case .secrets: "secrets"
    case .externalNetwork: "externalNetwork"
    }
  }

  /// Whether harm of this class sits in a change that a reviewer could still stop.
  public var isReviewable: Bool { self == .repositoryWrite || self == .deploy }
}
