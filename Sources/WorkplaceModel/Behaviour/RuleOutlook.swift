import Incentives

/// Last week's values of a group's members, from which a hypothetical week moves the mean by its
/// own part.
struct GroupMeans: Sendable {
  private let groupOf: [Int]
  private let own: [Double]
  private var sums: [Double]
  private var counts: [Double]

  /// Sums values by group; missing ones are left out.
  init(_ values: [Double], groupOf: [Int]) {
    self.groupOf = groupOf
    own = values
    sums = Array(repeating: 0, count: (groupOf.max() ?? -1) + 1)
    counts = sums
    for (value, group) in zip(values, groupOf) where !value.isNaN {
      sums[group] += value
      counts[group] += 1
    }
  }

  /// The mean of every group; NaN without members.
  var means: [Double] { zip(sums, counts).map { $1 > 0 ? $0 / $1 : .nan } }

  /// The mean of every employee's group.
  var byEmployee: [Double] {
    let means = means
    return groupOf.map { means[$0] }
  }

  /// Members of an employee's group, the employee included.
  func size(of employee: Int) -> Double {
    counts[groupOf[employee]] + (own[employee].isNaN ? 1 : 0)
  }

  /// The mean of an employee's group with another value of the employee's own.
  func mean(with value: Double, of employee: Int) -> Double {
    let group = groupOf[employee]
    guard !own[employee].isNaN else { return (sums[group] + value) / (counts[group] + 1) }
    return (sums[group] - own[employee] + value) / counts[group]
  }
}

/// What is known on Monday about a reward: how last week went, and what this week decides.
struct RewardOutlook: Sendable {
  /// Last week's values that count: of people, or of groups where groups compete.
  let distribution: ScoreDistribution
  /// Last week's values, or standings, of groups that share a reward; nil where people count.
  let groups: GroupMeans?
  /// Threshold in force for each employee; empty for kinds without one.
  let thresholds: [Double]
  /// What is left of the pay once what it costs in later weeks is reckoned with: below 1 in weeks
  /// that set a threshold.
  let remainder: Double
}

/// What is known on Monday about a target.
struct TargetOutlook: Sendable {
  /// Last week's values of groups, where the group's mean counts; nil where people count.
  let groups: GroupMeans?
  /// Threshold in force for each employee.
  let thresholds: [Double]
  /// How the group's goal depends on each employee; empty without a goal.
  let chances: [GoalChance]
  /// What is left of the worth, as for rewards; by employee where each moves a shared threshold
  /// by a part of their own.
  let remainders: [Double]
}

extension Scope {
  /// The group of every employee; nil where people count by themselves.
  func groups(teamOf: [Int]) -> [Int]? {
    switch self {
    case .person: nil
    case .team: teamOf
    case .organisation: Array(repeating: 0, count: teamOf.count)
    }
  }
}
