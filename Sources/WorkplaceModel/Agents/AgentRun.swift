import Randomness

/// A chain of agent sessions, each a chain of requests, started for one item or for a metric.
struct AgentRun: Sendable {
  /// Member of the office who started it.
  var owner: Int32
  /// Item the run works on; -1 for gaming.
  var item: Int32
  /// Sessions still to come after the current one.
  var sessionsLeft: Int32
  /// Requests still to come in the current session.
  var requestsLeft: Int32
  /// Raw value of the technique the run serves; -1 for work.
  var technique: Int8
  /// Whether replies follow one another without a person reading them.
  var automated: Bool
  /// Whether the next request finds no cache.
  var cold: Bool
  /// Tokens after which a gaming run ends.
  var tokenBudget: Double
  /// Tokens of the current session.
  var sessionTokens: Double
  /// The run's own luck.
  var stream: RandomStream

  /// Whether the run serves the metric alone.
  var isGaming: Bool { technique >= 0 }
}
