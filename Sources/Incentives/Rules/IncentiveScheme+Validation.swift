/// A rule of a scheme that cannot be.
public struct SchemeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Which rule, for example `targets[1].goalShare`.
  public let path: String

  /// What is wrong.
  public let message: String

  /// What would be valid.
  public let expected: String

  init(_ path: String, _ message: String, expected: String) {
    self.path = path
    self.message = message
    self.expected = expected
  }

  /// Path, fault and remedy in one line.
  public var description: String { "\(path): \(message); expected \(expected)" }
}

extension IncentiveScheme {
  /// Checks every rule.
  ///
  /// - Throws: ``SchemeError`` for the first rule that refers to no metric or holds a number out of
  ///   range.
  public func validate() throws(SchemeError) {
    try validateMetrics()
    for (index, board) in leaderboards.enumerated() {
      let path = "leaderboards[\(index)]"
      try check(metric: board.metric, path)
      try check(share: board.badgeShare, "\(path).badgeShare")
    }
    for (index, target) in targets.enumerated() {
      try validate(target, "targets[\(index)]")
    }
    for (index, reward) in rewards.enumerated() {
      try validate(reward, "rewards[\(index)]")
    }
    if let concentration = weights.concentration, !(concentration > 0) {
      throw SchemeError(
        "weights", "\(PlainNumber.text(concentration)) is no concentration",
        expected: "a number above 0")
    }
    if let promise {
      try check(
        share: promise.violationProbabilityPerWeek, "promise.violationProbabilityPerWeek")
      if let prior = promise.priorCredibility {
        try check(share: prior, "promise.priorCredibility")
      }
    }
    if let audit { try validate(audit) }
    try check(share: priorItCounts, "priorItCounts")
  }

  private func validateMetrics() throws(SchemeError) {
    for (index, metric) in metrics.enumerated() {
      let path = "metrics[\(index)].name"
      if metric.name.isEmpty {
        throw SchemeError(path, "a metric has no name", expected: "a name")
      }
      if metrics[..<index].contains(where: { $0.name == metric.name }) {
        throw SchemeError(
          path, "two metrics are called '\(metric.name)'", expected: "a name of its own")
      }
      if metric.formula.dependencies.contains(.productiveLabelTokens), !intentAccounting {
        throw SchemeError(
          "metrics[\(index)].formula", "'\(metric.name)' uses intent labels that nobody gives",
          expected: "intent accounting to be switched on")
      }
    }
  }

  private func validate(_ target: Target, _ path: String) throws(SchemeError) {
    try check(metric: target.metric, path)
    guard target.threshold.isFinite else {
      throw SchemeError("\(path).threshold", "no threshold", expected: "a number")
    }
    if let goalShare = target.goalShare { try check(share: goalShare, "\(path).goalShare") }
    try validate(target.ratchet, "\(path).ratchet")
    if metrics[target.metric].formula.isCondition, target.ratchet.share > 0 {
      throw SchemeError(
        "\(path).ratchet", "'\(metrics[target.metric].name)' is a condition and has no surplus",
        expected: "a metric that is a number, or no ratchet")
    }
    if metrics[target.metric].formula.isCondition, !(target.threshold > 0 && target.threshold <= 1)
    {
      throw SchemeError(
        "\(path).threshold",
        "'\(metrics[target.metric].name)' is a condition and never \(PlainNumber.text(target.threshold))",
        expected: "a number above 0 and at most 1, such as 0.5")
    }
  }

  private func validate(_ reward: Reward, _ path: String) throws(SchemeError) {
    try check(metric: reward.metric, path)
    try check(amount: reward.weightHours, "\(path).weightHours")
    try validate(reward.ratchet, "\(path).ratchet")
    if let cap = reward.payCapHours { try check(amount: cap, "\(path).payCapHours") }
    if let cap = reward.metricCap, !cap.isFinite {
      throw SchemeError("\(path).metricCap", "no cap", expected: "a number")
    }
    if let gate = reward.gate {
      try check(metric: gate, "\(path).gate")
      if !metrics[gate].formula.isCondition {
        throw SchemeError(
          "\(path).gate", "'\(metrics[gate].name)' is a number and cannot hold or fail",
          expected: "a metric that is a condition, such as active_days >= 1")
      }
    }
    switch reward.kind {
    case .prize(let topShare): try check(share: topShare, "\(path).topShare")
    case .tournament(let prizes):
      for (rank, prize) in prizes.enumerated() {
        try check(amount: prize, "\(path).prizes[\(rank)]")
      }
    case .threshold(let threshold), .accelerator(let threshold):
      if !threshold.isFinite {
        throw SchemeError("\(path).threshold", "no threshold", expected: "a number")
      }
    case .bonus, .promotion, .pieceRate: break
    }
    if reward.isContest, reward.scope == .organisation {
      throw SchemeError(
        "\(path).scope", "an organisation has no rivals to win a prize from",
        expected: "person or team")
    }
  }

  private func validate(_ ratchet: Ratchet, _ path: String) throws(SchemeError) {
    try check(share: ratchet.share, "\(path).share")
    if ratchet.everyWeeks < 1 {
      throw SchemeError(
        "\(path).everyWeeks", "\(ratchet.everyWeeks) is no number of weeks",
        expected: "1 or more")
    }
  }

  private func validate(_ audit: AuditRule) throws(SchemeError) {
    try check(share: audit.ratePerWeek, "audit.ratePerWeek")
    try check(share: audit.detection, "audit.detection")
    try check(share: audit.detectionIfMislabelled, "audit.detectionIfMislabelled")
    try check(share: audit.falsePositive, "audit.falsePositive")
    try check(amount: audit.sanctionHours, "audit.sanctionHours")
    try check(amount: audit.costPerAuditUSD, "audit.costPerAuditUSD")
    if let scale = audit.detectionScaleTokens {
      try check(amount: scale, "audit.detectionScaleTokens")
    }
    if case .topOfMetric(let metric) = audit.selection {
      try check(metric: metric, "audit.selection")
    }
  }

  private func check(metric: Int, _ path: String) throws(SchemeError) {
    if metrics.indices.contains(metric) { return }
    throw SchemeError(
      "\(path).metric", "there is no metric \(metric)",
      expected: metrics.isEmpty ? "a scheme with metrics" : "0 to \(metrics.count - 1)")
  }

  private func check(share: Double, _ path: String) throws(SchemeError) {
    if (0...1).contains(share) { return }
    throw SchemeError(path, "\(PlainNumber.text(share)) is not a share", expected: "0 to 1")
  }

  private func check(amount: Double, _ path: String) throws(SchemeError) {
    if amount >= 0, amount.isFinite { return }
    throw SchemeError(
      path, "\(PlainNumber.text(amount)) is not an amount", expected: "a number of at least 0")
  }
}
