import Experiments
import Measures
import Reporting
import WorkplaceModel

/// What a sweep says, in sentences that the text and the document share.
struct SweepFindings {
  private let results: SweepResults
  private let standing: SweepStanding
  private let seed: UInt64
  private let format: QuantityFormat

  /// Takes a sweep; the seed is that of the resampling behind intervals.
  init(_ results: SweepResults, _ standing: SweepStanding, seed: UInt64) {
    self.results = results
    self.standing = standing
    self.seed = seed
    format = QuantityFormat(
      unit: results.sweep.measures[0].unit, values: standing.means.flatMap { $0.map { $0 } },
      halfWidths: [])
  }

  private var measure: SweptMeasure { results.sweep.measures[0] }
  private var baseline: String { results.policies[results.baseline] }
  private var title: String { measure.title.prefix(1).lowercased() + measure.title.dropFirst() }

  /// The sentences: the best policy, where it loses, what decides, then every other policy.
  var sentences: [String] {
    guard let best = standing.recommended else {
      return ["No policy has a defined \(title) at any point."]
    }
    return [bestSentence(best), lossSentence(best)] + [decisionSentence(best)].compactMap { $0 }
      + results.policies.indices.filter { $0 != best }.map(otherSentence)
  }

  private func bestSentence(_ best: Int) -> String {
    let mean = format.phrase(Estimate(standing.means[best]).mean)
    let share = SweepText.percent(standing.shareHeld(by: best, .notBest))
    var text =
      "Best on average: \(results.policies[best]), with \(title) of \(mean); it is the best policy "
      + "at \(share) of the points"
    if best != results.baseline {
      text +=
        " and better than \(baseline) at "
        + SweepText.percent(standing.shareBetter(best))
    }
    return text + "."
  }

  private func lossSentence(_ best: Int) -> String {
    let name = results.policies[best]
    let losses = standing.losses(of: best, .notBest).compactMap { $0 }
    guard losses.contains(true) else { return "\(name) is best at every point." }
    guard losses.contains(false) else { return "\(name) is best at no point." }
    guard let box = standing.box(of: best, .notBest), !box.box.restrictions.isEmpty else {
      return "Where \(name) is not the best, no box of the factors tells."
    }
    let winners = winnersInWords(where: best)
    return
      "\(name) loses most densely where \(words(box)). There another policy is better at "
      + "\(SweepText.percent(box.quality.density)) of the points (density), and there lie "
      + "\(SweepText.percent(box.quality.coverage)) of all points at which it loses (coverage), on "
      + "\(SweepText.percent(box.quality.support)) of the space; \(winners)."
  }

  /// Which policies win where the best one does not.
  private func winnersInWords(where best: Int) -> String {
    var counts = [Int](repeating: 0, count: results.policies.count)
    for winner in standing.winners { if let winner, winner != best { counts[winner] += 1 } }
    let total = counts.reduce(0, +)
    let named = counts.indices.filter { counts[$0] > 0 }.sorted { counts[$0] > counts[$1] }
      .prefix(3).map {
        "\(results.policies[$0]) (\(SweepText.percent(Double(counts[$0]) / Double(total))))"
      }
    return "it loses to \(named.joined(separator: ", "))"
  }

  private func decisionSentence(_ best: Int) -> String? {
    let quantity: SweepSensitivity.Quantity = best == results.baseline ? .value : .difference
    let found = SweepSensitivity(of: 0, policy: best, quantity, in: results, seed: seed)
    let ranked = found.ranked(by: SweepSensitivity.ranking(in: results.sweep.design)).prefix(3)
    guard !ranked.isEmpty else { return nil }
    let subject =
      quantity == .value
      ? "the \(title) of \(results.policies[best])"
      : "the lead of \(results.policies[best]) over \(baseline)"
    let items = ranked.map { index in
      let path = results.sweep.design.factors[index.factor].path
      return "\(path) \(figure(index.estimate, index.name))"
    }
    return "What decides \(subject), \(figureInWords(found)): \(items.joined(separator: "; "))."
  }

  private func figureInWords(_ found: SweepSensitivity) -> String {
    switch SweepSensitivity.ranking(in: results.sweep.design) {
    case .totalEffect: return "by share of variance (total effect, 95 % interval)"
    case .muStar: return "by mean absolute effect over the whole range (95 % interval)"
    default:
      let share = SweepText.percent(found.determination)
      return "by standardised coefficient (95 % interval; straight lines explain \(share))"
    }
  }

  private func figure(_ estimate: SensitivityEstimate, _ name: SweepSensitivity.Name) -> String {
    func text(_ value: Double?) -> String {
      switch name {
      case .totalEffect, .firstOrder: value.map { "\(Int((100 * $0).rounded())) %" } ?? "–"
      case .mu, .muStar, .sigma: format.phrase(value)
      case .coefficient:
        value.map { "\(($0 * 100).rounded() / 100)" } ?? "–"
      }
    }
    guard let interval = estimate.interval else { return text(estimate.value) }
    return
      "\(text(estimate.value)) [\(text(interval.lowerBound)), \(text(interval.upperBound))]"
  }

  private func otherSentence(_ policy: Int) -> String {
    let name = results.policies[policy]
    let held = standing.shareHeld(by: policy, .notBest)
    let wins = held.map { $0 == 0 ? "never best" : "best at \(SweepText.percent($0))" }
    guard let wins else { return "\(name): undefined at every point." }
    guard policy != results.baseline else { return "\(name): \(wins)." }
    let losses = standing.losses(of: policy, .worseThanBaseline).compactMap { $0 }
    let worse = Double(losses.count { $0 }) / Double(max(1, losses.count))
    var text = "\(name): \(wins), worse than \(baseline) at \(SweepText.percent(worse))"
    if let box = standing.box(of: policy, .worseThanBaseline), !box.box.restrictions.isEmpty {
      text +=
        ", chiefly where \(words(box)) (density \(SweepText.percent(box.quality.density)), "
        + "coverage \(SweepText.percent(box.quality.coverage)))"
    }
    return text + "."
  }

  /// The bounds of a box: "horizon is at least 12 weeks and visibleTo is self".
  private func words(_ found: PatientRuleInduction.Discovery) -> String {
    let factors = results.sweep.design.factors
    return found.box.restrictions.map { restriction in
      let factor = factors[restriction.factor]
      let bound = factor.bound(restriction.bound)
      let value =
        bound.least.map { "at least \($0)" } ?? bound.greatest.map { "at most \($0)" }
        ?? bound.levels ?? ""
      return "\(factor.path) is \(value)"
    }.joined(separator: " and ")
  }

  /// What limits the findings.
  var cautions: [String] {
    let runs = results.pointCount * results.sweep.replications
    var cautions: [String] = []
    for measure in results.sweep.measures.indices {
      for policy in results.policies.indices {
        let count = results.undefinedCount(of: measure, policy: policy)
        guard count > 0 else { continue }
        cautions.append(
          "\(results.sweep.measures[measure].identifier) of \(results.policies[policy]) is "
            + "undefined in \(count) of \(runs) runs, which are left out.")
      }
    }
    if results.sweep.replications == 1 {
      cautions.append(
        "one replication at each point: differences hold the luck of that replication, and have no "
          + "intervals.")
    }
    if cautions.count > 8 {
      cautions = cautions.prefix(7) + ["\(cautions.count - 7) more; see 'missing' in sweep.csv."]
    }
    return cautions
  }
}
