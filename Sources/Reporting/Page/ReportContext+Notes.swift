import Experiments

extension ReportContext {
  /// The policies in the order of panels: what the others are compared with comes first.
  var panelOrder: [String] {
    policies.filter(\.isBaseline).map(\.name) + policies.filter { !$0.isBaseline }.map(\.name)
  }

  /// What weakens figures of measures: what is not steady in them, and that there is no interval.
  ///
  /// - Parameter measures: identifiers of the measures that are shown.
  func cautions(about measures: [String]) -> [String] {
    let words = flagged(measures).map { row in
      let title = measure(row.text("measure"))?.title ?? row.text("measure")
      return "\(row.text("policy")): \(title.startingSmall) \(row.text("words"))."
    }
    return words + noIntervals
  }

  /// That one replication has no intervals; empty with more.
  var noIntervals: [String] {
    package.activity.facts.replications == 1
      ? ["One replication: there are no intervals, so chance cannot be told from effect."] : []
  }

  /// The mean of a measure under a policy in words; nil where it is undefined.
  func words(_ measure: String, _ policy: String) -> String? {
    guard let mean = estimate(measure, policy)?.number("mean"),
      let unit = self.measure(measure)?.unit
    else { return nil }
    return HumanNumber.text(mean, unit)
  }
}
