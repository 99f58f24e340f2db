import Incentives

/// What people are judged by where luck in the metric is switched off: week by week the observation
/// that was to be expected of each, given what they decided to do.
///
/// People differ as their own reckoning says they should (``Expectation``); how much there is in all
/// is what was really seen. Every observable of a role is scaled by the ratio of what was seen to
/// what was expected, over all people and weeks judged so far, because reckoning with averages is
/// off by a common factor where the simulation is not simple. What nobody can foresee for a single
/// person, such as incidents, is shared by the role.
struct Judgement: Sendable {
  /// The employee-week table by which people are judged; weeks before the first judged one are as
  /// they were seen.
  private(set) var panel: ObservationPanel
  private var sums: [RoleSums]

  /// What was seen and expected of one role so far.
  fileprivate struct RoleSums: Sendable {
    var seen = Observation()
    var expected = Observation()
    var people = 0.0
  }

  /// Judges the current week of a table, and those that follow it.
  init(_ seen: ObservationPanel, expected: [Observation]) {
    panel = seen
    sums = Array(repeating: RoleSums(), count: (seen.roles.max() ?? -1) + 1)
    judge(expected, seen: seen)
  }

  /// Judges one more week.
  ///
  /// - Parameters:
  ///   - expected: by employee.
  ///   - seen: the real table, at the end of that week.
  mutating func add(_ expected: [Observation], seen: ObservationPanel) {
    panel.advanceWeek()
    judge(expected, seen: seen)
  }

  private mutating func judge(_ expected: [Observation], seen: ObservationPanel) {
    for index in expected.indices {
      let role = panel.roles[index]
      sums[role].seen += seen[index]
      sums[role].expected += expected[index]
      sums[role].people += 1
    }
    for index in expected.indices {
      panel[index] = sums[panel.roles[index]].scaled(expected[index])
    }
  }
}

extension Judgement.RoleSums {
  /// An expected week on the scale of what was seen.
  fileprivate func scaled(_ week: Observation) -> Observation {
    var scaled = week
    for observable in Observable.allCases {
      let reckoned = expected[observable]
      scaled[observable] =
        reckoned > 0
        ? week[observable] * seen[observable] / reckoned : seen[observable] / people
    }
    scaled[.activeDays] = min(scaled[.activeDays], 7)
    return scaled
  }
}
