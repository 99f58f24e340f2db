import Experiments
import Measures
import WorkplaceModel

/// What a comparison says in plain words, computed from its numbers.
public struct Findings: Sendable {
  let comparison: StudyComparison

  /// Reads a comparison.
  public init(_ comparison: StudyComparison) { self.comparison = comparison }

  /// The sentences, most important first; none about what the comparison does not hold.
  public var sentences: [String] {
    [bestPolicy, distance, gaming, ranking, risk].compactMap { $0 }
  }

  /// What weakens the figures: few replications, or figures that are not always defined.
  public var cautions: [String] {
    [fewReplications, undefinedValues, unsteadyFigures].compactMap { $0 }
  }

  /// Which policy to pick by net value, or what it would take to tell.
  private var bestPolicy: String? {
    guard let recommendation = comparison.recommendation,
      let net = comparison.measure("net_value_usd")
    else { return nil }
    return RecommendationText(recommendation, measure: net.measure).sentence
  }

  /// The policy under which the dashboard's activity and useful activity are furthest apart.
  private var distance: String? {
    guard let nominal = comparison.measure("active_nominal_share"),
      let useful = comparison.measure("active_useful_share"),
      let policy = comparison.policies.indices.max(by: { first, second in
        gap(first, nominal, useful) < gap(second, nominal, useful)
      }),
      gap(policy, nominal, useful) > 0
    else { return nil }
    var text = """
      Claim and truth part most under \(name(policy)): \
      \(nominal.format.phrase(nominal.levels[policy].mean)) of people count as active in a week, \
      \(useful.format.phrase(useful.levels[policy].mean)) finish something faster for it
      """
    if policy != comparison.baseline, let effects = effects(of: policy) { text += "; " + effects }
    return text + "."
  }

  /// What a policy does to tokens and to true value, against the baseline.
  private func effects(of policy: Int) -> String? {
    guard let tokens = comparison.measure("tokens_per_person_week_tokens"),
      let value = comparison.measure("true_value_h"),
      let burnt = tokens.levels[policy].mean,
      let before = tokens.levels[comparison.baseline].mean, before > 0,
      let difference = value.differences[policy]
    else { return nil }
    let factor = QuantityFormat(unit: .ratio, values: [burnt / before], halfWidths: [])
    let change = difference.estimate
    let format = QuantityFormat(
      unit: .hours, values: [change.mean], halfWidths: [change.halfWidth()])
    let direction =
      change.excludesZero
      ? "\((change.mean ?? 0) > 0 ? "rises" : "falls") by "
        + "\(format.phrase(change.mean.map(abs))) \(format.halfWidth(change.halfWidth()))"
      : "does not change measurably"
    return """
      against \(name(comparison.baseline)) tokens are \(factor.digits(burnt / before)) times as \
      many, and true value per person-week \(direction)
      """
  }

  /// The policy with the largest share of tokens that serve the metric alone.
  private var gaming: String? {
    guard let people = comparison.measure("gaming_people_share"),
      let tokens = comparison.measure("gaming_token_share"),
      let policy = highest(of: people)
    else { return nil }
    guard (people.levels[policy].mean ?? 0) > 0 else {
      return "Nobody games under any of the policies."
    }
    let share = tokens.levels[policy].mean ?? 0
    let burnt = share > 0 ? ", with \(tokens.format.phrase(share)) of its tokens" : ""
    return """
      Most gamed: \(name(policy)), by \(people.format.phrase(people.levels[policy].mean)) of \
      people in a week\(burnt)\(favourite(under: policy)).
      """
  }

  /// The technique used most under a policy.
  private func favourite(under policy: Int) -> String {
    let uses = Technique.allCases.compactMap { technique -> (summary: String, share: Double)? in
      let column = "using_\(Measure.columnName(of: technique.name))_share"
      guard let share = comparison.measure(column)?.levels[policy].mean, share > 0 else {
        return nil
      }
      return (technique.summary, share)
    }
    guard let most = uses.max(by: { $0.share < $1.share }) else { return "" }
    return "; most often: \(most.summary)"
  }

  /// The policy whose metric finds the contributors worst.
  private var ranking: String? {
    guard let tau = comparison.measure("kendall_tau_b_coefficient"),
      let policy = comparison.policies.indices
        .filter({ tau.levels[$0].mean != nil })
        .min(by: { (tau.levels[$0].mean ?? 0) < (tau.levels[$1].mean ?? 0) })
    else { return nil }
    let level = tau.levels[policy]
    let verdict =
      !level.excludesZero
      ? "no better than a lottery"
      : (level.mean ?? 0) < 0 ? "worse than a lottery" : "the least of the policies"
    return """
      The metric of \(name(policy)) ranks people by what they contribute with Kendall's tau-b \
      \(tau.format.phrase(level.mean)) \(tau.format.halfWidth(level.halfWidth())), \(verdict).
      """
  }

  /// The policy whose bad years are worst.
  private var risk: String? {
    guard let tail = comparison.measure("cvar95_annual_loss_usd"),
      let loss = comparison.measure("expected_annual_loss_usd"),
      let policy = highest(of: tail), (tail.levels[policy].mean ?? 0) > 0
    else { return nil }
    return """
      Riskiest: \(name(policy)), expected to lose \
      \(loss.format.phrase(loss.levels[policy].mean)) a year through incidents, and \
      \(tail.format.phrase(tail.levels[policy].mean)) in the worst year of twenty.
      """
  }

  private var fewReplications: String? {
    let hasIntervals = comparison.measures.contains { measure in
      measure.levels.contains { $0.standardDeviation != nil }
    }
    // One long replication has intervals by batch means, of which the study speaks itself.
    guard comparison.replications < 5, comparison.replications > 1 || !hasIntervals else {
      return nil
    }
    let count = comparison.replications == 1 ? "1 replication" : "\(comparison.replications)"
    return comparison.replications == 1
      ? "\(count) gives no intervals; ask for more with --replications."
      : "only \(count) replications: intervals rest on few values; ask for more with --replications."
  }

  /// Which headline values of single replications are undefined, the most frequent first.
  private var undefinedValues: String? {
    let missing = comparison.measures.filter(\.measure.isHeadline).flatMap { compared in
      comparison.policies.indices.compactMap { policy -> (words: String, count: Int)? in
        let level = compared.levels[policy]
        let missing = comparison.replications - level.count
        guard level.count > 0, missing > 0 else { return nil }
        let words =
          "\(compared.measure.identifier) of \(name(policy)) (\(missing) of "
          + "\(comparison.replications))"
        return (words, missing)
      }
    }
    guard !missing.isEmpty else { return nil }
    let sorted = missing.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    let total = missing.reduce(0) { $0 + $1.count }
    let rest = sorted.count > 4 ? "; and \(sorted.count - 4) more" : ""
    let told = sorted.prefix(4).map(\.words).joined(separator: "; ") + rest
    return """
      \(total) \(total == 1 ? "value" : "values") of single replications undefined and left out \
      of the means of: \(told). summary.csv counts all.
      """
  }

  /// The figures that are marked, the surest first; a few of them in words.
  private var unsteadyFigures: String? {
    let marked = comparison.measures.flatMap { compared in
      comparison.policies.indices.flatMap { policy in
        compared.flags[policy].map { (compared: compared, policy: policy, flag: $0) }
      }
    }.enumerated().sorted {
      ($0.element.flag.probability, $0.offset) < ($1.element.flag.probability, $1.offset)
    }.map(\.element)
    guard !marked.isEmpty else { return nil }
    let examples = marked.prefix(3).map {
      "\($0.compared.measure.title) of \(name($0.policy)) \($0.flag.words)"
    }
    let rest = marked.count > 3 ? "; flags.csv has all" : ""
    return "\(marked.count) \(marked.count == 1 ? "figure is" : "figures are") not steady: "
      + examples.joined(separator: "; ") + rest + "."
  }

  func name(_ policy: Int) -> String { comparison.policies[policy] }

  private func gap(
    _ policy: Int, _ nominal: ComparedMeasure, _ useful: ComparedMeasure
  ) -> Double {
    (nominal.levels[policy].mean ?? 0) - (useful.levels[policy].mean ?? 0)
  }

  private func highest(of compared: ComparedMeasure) -> Int? {
    comparison.policies.indices
      .filter { compared.levels[$0].mean != nil }
      .max { (compared.levels[$0].mean ?? 0) < (compared.levels[$1].mean ?? 0) }
  }
}
