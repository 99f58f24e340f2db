extension MetricReference {
  /// Fills the slots of one node for every employee.
  mutating func fill(
    _ place: MetricSlots, node: FormulaNode, week: ReferenceWeek,
    evaluation: inout PanelEvaluation
  ) {
    let nearest = week == .next ? 0 : 1
    switch node.operation {
    case .window(.lag, let weeks):
      let column = evaluation.column(Int(node.first), weeksAgo: nearest + Int(weeks) - 1)
      store(column, place.first)
    case .window(let operation, let weeks):
      var tallies = [WindowTally](repeating: WindowTally(), count: employeeCount)
      for weeksAgo in (nearest..<(nearest + Int(weeks) - 1)).reversed() {
        let values = evaluation.column(Int(node.first), weeksAgo: weeksAgo)
        for employee in 0..<employeeCount { tallies[employee].append(values[employee]) }
      }
      for employee in 0..<employeeCount {
        store(tallies[employee].slots(operation), of: employee, place.first)
      }
    case .group(let operation, let group) where operation.isAdditive:
      let values = evaluation.column(Int(node.first))
      storeOthers(values, evaluation.partition(group), place.first, as: OtherSum.self)
    case .standing(.standardScore, let group):
      let values = evaluation.column(Int(node.first))
      storeOthers(values, evaluation.partition(group), place.first, as: Moments.self)
    case .standing(_, let group):
      let values = evaluation.column(Int(node.first))
      storeSorted(values, evaluation.partition(group), place.first)
    default:
      store(evaluation.column(place.node), place.first)
    }
  }

  private mutating func store(_ column: [Double], _ slot: Int) {
    for employee in 0..<employeeCount { slots[employee * slotCount + slot] = column[employee] }
  }

  private mutating func store(_ values: [Double], of employee: Int, _ slot: Int) {
    for (offset, value) in values.enumerated() {
      slots[employee * slotCount + slot + offset] = value
    }
  }

  /// Stores for every employee what the others of the group add up to.
  ///
  /// Joins the part before and the part after the employee, because taking one value out of a
  /// total would cancel badly when that value is a hundred times the rest.
  private mutating func storeOthers<Part: GroupPart>(
    _ values: [Double], _ partition: GroupPartition, _ slot: Int, as part: Part.Type
  ) {
    var wholes: [Part] = []
    for group in 0..<partition.groupCount {
      let members = Array(partition.members(group))
      let own = members.map { values[$0].isNaN ? Part() : Part(value: values[$0]) }
      var after = [Part](repeating: Part(), count: members.count + 1)
      for index in members.indices.reversed() {
        after[index] = own[index].joined(with: after[index + 1])
      }
      wholes.append(after[0])
      var before = Part()
      for (index, employee) in members.enumerated() {
        store(before.joined(with: after[index + 1]).slots, of: employee, slot)
        before = before.joined(with: own[index])
      }
    }
    let isMember = Set(partition.order)
    for employee in 0..<employeeCount where !isMember.contains(employee) {
      store(wholes[partition.groups[employee]].slots, of: employee, slot)
    }
  }

  /// Stores the sorted values of every group, and for every employee where they are and which of
  /// them is the employee's own.
  private mutating func storeSorted(
    _ values: [Double], _ partition: GroupPartition, _ slot: Int
  ) {
    var starts: [Int] = []
    for group in 0..<partition.groupCount {
      starts.append(sorted.count)
      sorted += partition.known(values, group).sorted()
    }
    starts.append(sorted.count)
    for employee in 0..<employeeCount {
      let group = partition.groups[employee]
      store(
        [Double(starts[group]), Double(starts[group + 1]), values[employee]], of: employee, slot)
    }
  }
}

/// What some members of a group add up to.
private protocol GroupPart {
  init()
  init(value: Double)
  func joined(with other: Self) -> Self
  var slots: [Double] { get }
}

extension Moments: GroupPart {
  fileprivate init(value: Double) { self.init(count: 1, mean: value, squares: 0) }

  fileprivate var slots: [Double] { [count, mean, squares] }
}

/// Sum and count of known values.
private struct OtherSum: GroupPart {
  var sum = 0.0
  var count = 0.0

  init() {}

  init(value: Double) {
    sum = value
    count = 1
  }

  func joined(with other: OtherSum) -> OtherSum {
    var result = self
    result.sum += other.sum
    result.count += other.count
    return result
  }

  var slots: [Double] { [sum, count] }
}
