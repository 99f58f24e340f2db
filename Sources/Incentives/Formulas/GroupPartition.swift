/// The employed members of every group.
struct GroupPartition {
  /// Employees in the order of their groups.
  private(set) var order: [Int] = []
  /// Where each group begins in ``order``, closed by the end.
  private(set) var starts: [Int] = []
  /// The group of every employee, employed or not.
  let groups: [Int]

  init(_ group: FormulaGroup, panel: ObservationPanel, weeksAgo: Int) {
    groups =
      switch group {
      case .employee: Array(0..<panel.employeeCount)
      case .team: panel.teams
      case .role: panel.roles
      case .organisation: Array(repeating: 0, count: panel.employeeCount)
      }
    let groupCount = (groups.max() ?? -1) + 1
    starts = Array(repeating: 0, count: groupCount + 1)
    let employed = (0..<panel.employeeCount).filter {
      panel.wasEmployed($0, weeksAgo: weeksAgo)
    }
    for employee in employed { starts[groups[employee] + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    var next = starts
    order = Array(repeating: 0, count: employed.count)
    for employee in employed {
      order[next[groups[employee]]] = employee
      next[groups[employee]] += 1
    }
  }

  var groupCount: Int { starts.count - 1 }

  /// The employed members of one group.
  func members(_ group: Int) -> ArraySlice<Int> { order[starts[group]..<starts[group + 1]] }

  /// Gives every employee the aggregate of the group's known values.
  func spread(_ values: [Double], _ aggregate: ([Double]) -> Double) -> [Double] {
    let results = (0..<groupCount).map { group in aggregate(known(values, group)) }
    return groups.map { results[$0] }
  }

  /// Places every employee among the group's known values.
  func standings(_ values: [Double], _ operation: StandingOperation) -> [Double] {
    var result = [Double](repeating: .nan, count: values.count)
    for group in 0..<groupCount {
      let known = known(values, group)
      switch operation {
      case .standardScore:
        let moments = Moments(known)
        for employee in members(group) where !values[employee].isNaN {
          result[employee] = moments.standardScore(of: values[employee])
        }
      case .rank, .percentile:
        let sorted = known.sorted()
        for employee in members(group) where !values[employee].isNaN {
          let value = values[employee]
          let place = SortedRange.place(of: value, in: sorted, from: 0, to: sorted.count)
          let others = OtherPlaces(place: place, count: sorted.count, own: value, value: value)
          result[employee] = operation == .rank ? others.rank : others.percentile
        }
      }
    }
    return result
  }

  /// The group's values that are not missing, in the order of the employees.
  func known(_ values: [Double], _ group: Int) -> [Double] {
    members(group).map { values[$0] }.filter { !$0.isNaN }
  }
}

extension GroupOperation {
  /// The aggregate of known values; sums and counts of nothing are 0, everything else missing.
  func aggregate(_ values: [Double]) -> Double {
    switch self {
    case .sum, .count: values.reduce(0, +)
    case .mean, .share: values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    case .minimum: values.min() ?? .nan
    case .maximum: values.max() ?? .nan
    case .deviation: values.isEmpty ? .nan : Moments(values).deviation
    }
  }
}
