import Foundation
import Randomness

/// Proxyeconomics: agents compete by a proxy for a goal that only they can see.
///
/// Agent i has effort e, talent t and a practice angle θ; its proxy is x = e cos θ and its goal
/// y = e cos(γ − θ), so the goal angle γ says how well the proxy informs. An effort is worth
///
///     U = P + g y − e²/t
///
/// with the competition prospect of Kahneman and Tversky around a survival threshold T, which is an
/// order statistic of all proxies: d = x − T, P = d^0.88 above and −2.25 |d|^0.88 below. Each step
/// every agent searches locally for a better effort, asynchronously and in random order; then some
/// of those at or below T are replaced by offspring of those at or above.
///
/// Source: O. Braganza, "Proxyeconomics, a theory and model of proxy-based competition and cultural
/// evolution", Royal Society Open Science 9 (2022) 211030, with the semantics of the published
/// program, quirks included: they move results by many standard errors.
struct ProxyEconomy {
  /// What is varied.
  struct Settings: Sendable, Equatable {
    /// How many agents there are, at least 2.
    var agents = 100
    /// Competition c, from 0 to 1: the share of agents at or below the threshold.
    ///
    /// At 0 the prospect
    /// vanishes, but the threshold is then the *largest* proxy: switch selection off by
    /// `selectionProbability` 0.
    var competition = 0.5
    /// Goal angle γ in degrees: 0 a perfect proxy, 90 one without information.
    var goalAngle = 45.0
    /// Weight g of the goal in people's own utility.
    var intrinsicWeight = 1.0
    /// Probability p that a loser is replaced in a step.
    var selectionProbability = 0.1
    /// Standard deviation m of the practice angle of offspring, in degrees.
    var mutation = 2.0
    /// Standard deviation of talent around 10.
    var talentDeviation = 1.0
    /// Probability that a search spans the practice angle too.
    var angleAgency = 0.0
    /// How a distance from the threshold is felt.
    var prospect = Prospect.graded
    /// Who is replaced by whom.
    var selection = SelectionRule.threshold
    /// What the threshold of a trial takes the searching agent's own proxy to be.
    var ownValue = OwnValue.previousTrial
  }

  /// How a distance from the threshold is felt.
  enum Prospect: Sendable, Hashable {
    /// d^0.88 above the threshold, −2.25 |d|^0.88 below.
    case graded
    /// 1 from the threshold on, −1 below.
    case step
  }

  /// What the threshold of a trial takes the searching agent's own proxy to be.
  enum OwnValue: Sendable, Hashable {
    /// That of the trial before, as in the published program.
    case previousTrial
    /// That with which the search began.
    case beforeSearch
    /// That of the trial itself.
    case thisTrial
  }

  /// Who is replaced by whom.
  enum SelectionRule: Sendable, Hashable {
    /// Losers by offspring of winners.
    case threshold
    /// Anybody by offspring of somebody drawn in proportion to the proxy.
    case fitnessProportionate
  }

  /// Population means after a step.
  struct Outcome: Sendable {
    var effort = 0.0
    /// Proxy as reckoned in the last search, before selection; so are goal and utility.
    var proxy = 0.0
    var goal = 0.0
    var utility = 0.0
    /// Circular mean of the practice angles after selection, in degrees.
    var practice = 0.0
    var talent = 0.0
  }

  private static let effortSteps = [-10, -5, -1, -0.5, -0.1, 0, 0.1, 0.5, 1, 5, 10]
  private static let angleSteps = [5, 1, 0, -1, -5].map { $0 * Double.pi / 180 }
  private static let meanTalent = 10.0

  let settings: Settings
  private let goalAngle: Double
  private let mutation: Double
  /// Place of the threshold among all proxies in ascending order.
  private let thresholdIndex: Int
  private var stream: RandomStream
  private var order: [Int]
  private var angle: [Double]
  private var effort: [Double]
  private var talent: [Double]
  private var proxy: [Double]
  private var goal: [Double]
  private var utility: [Double]
  /// All proxies, ascending.
  private var ranked: [Double]
  private var winners: [Int] = []
  private var losers: [Int] = []

  /// Sets up a population.
  init(_ settings: Settings, key: StreamKey) {
    precondition(settings.agents >= 2, "competition needs two agents")
    self.settings = settings
    let count = settings.agents
    goalAngle = settings.goalAngle * .pi / 180
    mutation = settings.mutation * .pi / 180
    let index = Int(settings.competition * Double(count)) - 1
    // An index of −1 means the last element in the published program's language.
    thresholdIndex = index < 0 ? count - 1 : index
    var stream = RandomStream(key, purpose: 1, entity: 0, index: 0)
    order = Array(0..<count)
    angle = (0..<count).map { _ in stream.uniform() * settings.goalAngle * .pi / 180 }
    talent = (0..<count).map { _ in Self.talent(settings.talentDeviation, &stream) }
    effort = Array(repeating: 0, count: count)
    proxy = effort
    goal = effort
    utility = effort
    ranked = effort
    self.stream = stream
  }

  /// Runs a number of steps.
  mutating func run(steps: Int) {
    for _ in 0..<steps { step() }
  }

  /// Every agent searches, then the population is selected.
  mutating func step() {
    stream.shuffle(&order)
    for agent in order { search(agent) }
    switch settings.selection {
    case .threshold: selectByThreshold()
    case .fitnessProportionate: selectByFitness()
    }
  }

  /// Means over the population now.
  var outcome: Outcome {
    let count = Double(settings.agents)
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }
    return Outcome(
      effort: mean(effort), proxy: mean(proxy), goal: mean(goal), utility: mean(utility),
      practice: atan2(mean(angle.map(sin)), mean(angle.map(cos))) * 180 / .pi,
      talent: mean(talent))
  }

  private static func talent(_ deviation: Double, _ stream: inout RandomStream) -> Double {
    let drawn = meanTalent + deviation * stream.gaussian()
    return drawn < 0 ? 0.01 : drawn
  }

  /// The local search of one agent: the first best of the trials, in their order.
  private mutating func search(_ agent: Int) {
    withdraw(proxy[agent])
    // The threshold among the others and one more value is that value, held between two of theirs.
    let lower = thresholdIndex > 0 ? ranked[thresholdIndex - 1] : -Double.infinity
    let upper = thresholdIndex < ranked.count ? ranked[thresholdIndex] : Double.infinity
    let spansAngles = settings.angleAgency > 0 && stream.bernoulli(settings.angleAgency)
    var best = Trial(effort: 0, angle: angle[agent], utility: -1000)
    var listed = proxy[agent]
    for change in Self.angleSteps where spansAngles || change == 0 {
      let angle = angle[agent] + change
      let (perProxy, perGoal) = (cos(angle), cos(goalAngle - angle))
      for change in Self.effortSteps {
        let effort = effort[agent] + change
        guard effort > 0 else { continue }
        let proxy = effort * perProxy
        if settings.ownValue == .thisTrial { listed = proxy }
        let distance = proxy - min(max(listed, lower), upper)
        let utility =
          prospect(distance) + settings.intrinsicWeight * effort * perGoal
          - effort * effort / talent[agent]
        if settings.ownValue == .previousTrial { listed = proxy }
        if utility > best.utility {
          best = Trial(effort: effort, angle: angle, utility: utility)
        }
      }
    }
    effort[agent] = best.effort
    angle[agent] = best.angle
    utility[agent] = best.utility
    proxy[agent] = best.effort * cos(best.angle)
    goal[agent] = best.effort * cos(goalAngle - best.angle)
    enter(proxy[agent])
  }

  private struct Trial {
    var effort: Double
    var angle: Double
    var utility: Double
  }

  private func prospect(_ distance: Double) -> Double {
    guard settings.competition > 0 else { return 0 }
    switch settings.prospect {
    case .graded:
      return distance >= 0 ? pow(distance, 0.88) : -2.25 * pow(-distance, 0.88)
    case .step:
      return distance >= 0 ? 1 : -1
    }
  }

  /// Losers, in the order of their index, are replaced by offspring of winners.
  private mutating func selectByThreshold() {
    guard settings.selectionProbability > 0 else { return }
    let threshold = ranked[thresholdIndex]
    winners.removeAll(keepingCapacity: true)
    losers.removeAll(keepingCapacity: true)
    for agent in 0..<settings.agents {
      if proxy[agent] >= threshold { winners.append(agent) }
      if proxy[agent] <= threshold { losers.append(agent) }
    }
    for loser in losers where stream.bernoulli(settings.selectionProbability) {
      replace(loser, byOffspringOf: winners[stream.index(below: winners.count)])
    }
  }

  /// As many chances as there are agents; parents in proportion to their proxy.
  private mutating func selectByFitness() {
    let chance = settings.selectionProbability * settings.competition
    guard chance > 0 else { return }
    for _ in 0..<settings.agents where stream.bernoulli(chance) {
      var total = 0.0
      for value in proxy { total += max(0, value) }
      var rest = stream.uniform() * total
      var parent = 0
      while parent < settings.agents - 1 {
        rest -= max(0, proxy[parent])
        if rest < 0 { break }
        parent += 1
      }
      replace(stream.index(below: settings.agents), byOffspringOf: parent)
    }
  }

  /// Effort is copied, practice with a mutation, and talent drawn anew.
  ///
  /// The proxy stays what it was until the offspring's next search.
  private mutating func replace(_ agent: Int, byOffspringOf parent: Int) {
    effort[agent] = effort[parent]
    angle[agent] = angle[parent] + mutation * stream.gaussian()
    if angle[agent] > 2 * .pi { angle[agent] -= 2 * .pi }
    talent[agent] = Self.talent(settings.talentDeviation, &stream)
  }

  /// Takes a value out of the ranking.
  private mutating func withdraw(_ value: Double) {
    ranked.remove(at: place(of: value))
  }

  /// Puts a value into the ranking.
  private mutating func enter(_ value: Double) {
    ranked.insert(value, at: place(of: value))
  }

  /// The first place whose value is not below `value`.
  private func place(of value: Double) -> Int {
    var low = 0
    var high = ranked.count
    while low < high {
      let middle = (low + high) / 2
      if ranked[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
