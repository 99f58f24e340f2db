import Foundation
import Incentives
import WorkplaceModel

/// The rules of an incentive scheme as clauses.
struct RuleWords {
  private let scheme: IncentiveScheme
  private let paidHours: Double?

  /// Takes the scheme that the rules belong to, and the hours of pay in a week.
  init(_ scheme: IncentiveScheme, paidHours: Double?) {
    self.scheme = scheme
    self.paidHours = paidHours
  }

  /// Metrics that no rule looks at.
  var idleMetrics: String? {
    var used = Set(scheme.leaderboards.map(\.metric))
    used.formUnion(scheme.targets.map(\.metric))
    used.formUnion(scheme.rewards.flatMap { [$0.metric] + [$0.gate].compactMap { $0 } })
    if case .topOfMetric(let metric) = scheme.audit?.selection { used.insert(metric) }
    let idle = scheme.metrics.indices.filter { !used.contains($0) }.map(name)
    guard !idle.isEmpty else { return nil }
    return "people are measured by \(idle.joined(separator: " and ")), of which nothing follows"
  }

  // MARK: Rules

  func board(_ board: Leaderboard) -> String {
    let metric = name(board.metric)
    let seen =
      switch board.visibility {
      case .organisation: "everybody in the organisation sees how people rank by \(metric)"
      case .team: "everybody in a team sees how its members rank by \(metric)"
      case .manager: "only each person and the manager see where the person ranks by \(metric)"
      case .nobody: "people are ranked by \(metric), which nobody sees"
      }
    guard board.badgeShare > 0, board.visibility != .nobody else { return seen }
    return seen + ", and the top \(percent(board.badgeShare)) get a badge"
  }

  func target(_ target: Target) -> String {
    let reached = reached(target.metric, target.threshold)
    let group = target.scope == .team ? "every team" : "the organisation"
    let who =
      switch (target.goalShare, target.scope) {
      case (let share?, _): "\(percent(share)) of \(group)"
      case (nil, .person): "everybody"
      case (nil, _): "the average of \(group)"
      }
    let isPlural = target.goalShare != nil
    let consequence =
      target.isFlagged
      ? "whoever does not is flagged to the manager" : "nobody is flagged for missing it"
    return "each week \(who) \(isPlural ? "are" : "is") to \(reached), and \(consequence)"
      + ratchet(target.ratchet)
  }

  func reward(_ reward: Reward) -> String {
    let metric = name(reward.metric)
    let worth = pay(reward.weightHours)
    let one =
      switch reward.scope {
      case .person: "somebody"
      case .team: "somebody's team"
      case .organisation: "the organisation"
      }
    let base =
      switch reward.kind {
      case .bonus:
        "pay rises by \(raise(reward.weightHours)) for each standard deviation that \(one) stands above the mean by "
          + "\(metric), and falls likewise below it"
      case .promotion:
        "chances of promotion worth \(worth) come with each standard deviation that \(one) stands "
          + "above the mean by \(metric)"
      case .pieceRate:
        "\(each(reward)) is paid \(rate(reward.weightHours)) by \(metric)"
      case .threshold(let least):
        "\(worth) is paid on top if \(one) manages to \(reached(reward.metric, least))"
      case .accelerator(let least):
        "\(each(reward)) is paid \(rate(reward.weightHours)) above \(number(least)) by \(metric)"
      case .prize(let share):
        "the top \(percent(share))\(teams(reward)) by \(metric) win a prize worth \(worth)"
      case .tournament:
        "the first \(reward.prizes.count)\(teams(reward)) by \(metric) win prizes of "
          + reward.prizes.map(pay).joined(separator: ", ")
      }
    return base + limits(reward) + ratchet(reward.ratchet)
  }

  var weights: String? {
    switch scheme.weights {
    case .disclosed: nil
    case .undisclosed: "nobody is told how much each reward weighs"
    case .random: "how much each reward weighs is drawn anew each week"
    }
  }

  func promise(_ promise: Promise) -> String {
    let promised = "people are told that none of it counts in reviews"
    guard promise.violationProbabilityPerWeek > 0 else { return promised }
    let share = percent(promise.violationProbabilityPerWeek)
    return promised + ", which \(share) of them see broken in a week"
  }

  func audit(_ audit: AuditRule) -> String? {
    guard audit.ratePerWeek > 0 else { return nil }
    let share = percent(audit.ratePerWeek)
    let who =
      switch audit.selection {
      case .random: "\(share) of people, picked at random,"
      case .topOfMetric(let metric): "the top \(share) by \(name(metric))"
      }
    let loss = hours(audit.sanctionHours) + (audit.clawsBack ? " and the week's rewards" : "")
    return "each week \(who) are audited, and gaming is found \(percent(audit.detection)) of the "
      + "time and costs \(loss)"
  }

  // MARK: Parts of clauses

  private func limits(_ reward: Reward) -> String {
    var text = ""
    if let cap = reward.metricCap { text += ", up to \(number(cap))" }
    if let cap = reward.payCapHours { text += ", up to \(pay(cap)) a week" }
    if let gate = reward.gate { text += ", if the person counts as \(name(gate))" }
    return text
  }

  private func each(_ reward: Reward) -> String {
    switch reward.scope {
    case .person: "everybody"
    case .team: "everybody in a team"
    case .organisation: "everybody in the organisation"
    }
  }

  private func teams(_ reward: Reward) -> String { reward.scope == .team ? " of teams" : "" }

  private func reached(_ metric: Int, _ threshold: Double) -> String {
    scheme.metrics[metric].formula.isCondition
      ? "count as \(name(metric))"
      : "reach at least \(number(threshold)) by \(name(metric))"
  }

  private func ratchet(_ ratchet: Ratchet) -> String {
    guard ratchet.share > 0 else { return "" }
    let weeks = ratchet.everyWeeks == 1 ? "every week" : "every \(ratchet.everyWeeks) weeks"
    return " (\(weeks) the threshold follows results by \(percent(ratchet.share)))"
  }

  /// The title of a metric within a sentence, in quotation marks if it is more than a quantity.
  private func name(_ metric: Int) -> String {
    let title = scheme.metrics[metric].title.startingSmall
    let isPlain = title.allSatisfy { $0.isLetter || $0 == " " }
    return isPlain && !scheme.metrics[metric].formula.isCondition ? title : "“\(title)”"
  }

  private func pay(_ hours: Double) -> String {
    guard let paidHours, paidHours > 0 else { return self.hours(hours) }
    return "\(percent(hours / paidHours)) of pay"
  }

  private func raise(_ hours: Double) -> String {
    guard let paidHours, paidHours > 0 else { return "\(number(hours)) hours" }
    return percent(hours / paidHours)
  }

  private func hours(_ hours: Double) -> String { "\(number(hours)) hours of pay" }

  /// Pay for every unit of a metric, of which a unit may be as small as a token.
  private func rate(_ hours: Double) -> String {
    abs(hours) < 0.001
      ? "\(self.hours(hours * 1e6)) for every million" : "\(self.hours(hours)) for every unit"
  }

  private func percent(_ share: Double) -> String { "\(Self.short(100 * share)) %" }

  private func number(_ value: Double) -> String {
    abs(value) >= 1e6 ? "\(Self.short(value / 1e6)) million" : Self.short(value)
  }

  /// At most four digits that mean something.
  private static func short(_ value: Double) -> String {
    NumberText.shortest(Double(String(format: "%.4g", value)) ?? value) ?? "–"
  }
}
