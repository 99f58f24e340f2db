extension MetricFormula {
  /// The values of all employees for the panel's current week.
  ///
  /// - Parameter panel: A table that keeps the history the formula needs (make it with
  ///   ``ObservationPanel/init(teams:roles:formulas:)``).
  /// - Returns: One value for every employee, NaN where the value is missing; conditions are 1
  ///   and 0.
  /// - Complexity: O(employees × operations × weeks looked back), with a sort for every rank,
  ///   percentile and quantile.
  public func values(in panel: ObservationPanel) -> [Double] {
    var evaluation = PanelEvaluation(nodes: nodes, thresholds: thresholds, panel: panel)
    return evaluation.column(nodes.count - 1)
  }
}

/// Evaluates the nodes of a formula, a column of all employees at a time.
struct PanelEvaluation {
  let nodes: [FormulaNode]
  let thresholds: [Double]
  let panel: ObservationPanel
  private var known: [Int: [Double]] = [:]
  private var partitions: [Int: GroupPartition] = [:]

  init(nodes: [FormulaNode], thresholds: [Double], panel: ObservationPanel) {
    self.nodes = nodes
    self.thresholds = thresholds
    self.panel = panel
  }

  /// The values of a node, NaN for whoever was not employed.
  mutating func column(_ node: Int, weeksAgo: Int = 0) -> [Double] {
    let key = node * 1024 + weeksAgo
    if let column = known[key] { return column }
    var column = evaluate(node, weeksAgo)
    for employee in column.indices where !panel.wasEmployed(employee, weeksAgo: weeksAgo) {
      column[employee] = .nan
    }
    known[key] = column
    return column
  }

  /// The employees of every group, without those who were not employed.
  mutating func partition(_ group: FormulaGroup, weeksAgo: Int = 0) -> GroupPartition {
    let key = (FormulaGroup.allCases.firstIndex(of: group) ?? 0) * 1024 + weeksAgo
    if let partition = partitions[key] { return partition }
    let partition = GroupPartition(group, panel: panel, weeksAgo: weeksAgo)
    partitions[key] = partition
    return partition
  }

  private mutating func evaluate(_ index: Int, _ weeksAgo: Int) -> [Double] {
    let node = nodes[index]
    let count = panel.employeeCount
    switch node.operation {
    case .number(let number):
      return Array(repeating: number, count: count)
    case .observable(let observable):
      return values(of: observable, weeksAgo)
    case .derived(let derived):
      return sum(of: derived.terms, weeksAgo)
    case .otherLabelTokens:
      let productive = values(of: .productiveLabelTokens, weeksAgo)
      return zip(sum(of: DerivedObservable.totalTokens.terms, weeksAgo), productive).map { $0 - $1 }
    case .role:
      return panel.roles.map(Double.init)
    case .unary(let operation):
      return column(Int(node.first), weeksAgo: weeksAgo).map { operation($0) }
    case .binary(let operation):
      let left = column(Int(node.first), weeksAgo: weeksAgo)
      let right = column(Int(node.second), weeksAgo: weeksAgo)
      return zip(left, right).map { operation($0, $1) }
    case .step(let first, let count):
      let reached = thresholds[Int(first)..<Int(first + count)]
      return column(Int(node.first), weeksAgo: weeksAgo).map { StepFunction.level($0, reached) }
    case .choose:
      let value = column(Int(node.first), weeksAgo: weeksAgo)
      let condition = column(Int(node.second), weeksAgo: weeksAgo)
      let otherwise = column(Int(node.third), weeksAgo: weeksAgo)
      return (0..<count).map { employee in
        condition[employee].isNaN
          ? .nan : condition[employee] == 1 ? value[employee] : otherwise[employee]
      }
    case .window(let operation, let weeks):
      return window(operation, Int(weeks), of: Int(node.first), weeksAgo)
    case .group(let operation, let group):
      let values = column(Int(node.first), weeksAgo: weeksAgo)
      return partition(group, weeksAgo: weeksAgo).spread(values) { operation.aggregate($0) }
    case .quantile(let share, let group):
      let values = column(Int(node.first), weeksAgo: weeksAgo)
      return partition(group, weeksAgo: weeksAgo).spread(values) { Quantile.of($0, share) }
    case .standing(let operation, let group):
      let values = column(Int(node.first), weeksAgo: weeksAgo)
      return partition(group, weeksAgo: weeksAgo).standings(values, operation)
    }
  }

  private func values(of observable: Observable, _ weeksAgo: Int) -> [Double] {
    let count = panel.employeeCount
    if weeksAgo == 0 { return (0..<count).map { panel[$0, observable] } }
    guard let start = panel.startOfPast(observable, weeksAgo: weeksAgo) else {
      return Array(repeating: .nan, count: count)
    }
    return Array(panel.past[start..<(start + count)])
  }

  private func sum(of terms: [Observable], _ weeksAgo: Int) -> [Double] {
    var total = values(of: terms[0], weeksAgo)
    for term in terms.dropFirst() {
      for (employee, value) in values(of: term, weeksAgo).enumerated() { total[employee] += value }
    }
    return total
  }

  private mutating func window(
    _ operation: WindowOperation, _ weeks: Int, of node: Int, _ weeksAgo: Int
  ) -> [Double] {
    if operation == .lag { return column(node, weeksAgo: weeksAgo + weeks) }
    var tallies = [WindowTally](repeating: WindowTally(), count: panel.employeeCount)
    for week in ((weeksAgo)..<(weeksAgo + weeks)).reversed() {
      let values = column(node, weeksAgo: week)
      for employee in tallies.indices { tallies[employee].append(values[employee]) }
    }
    return tallies.map { $0.result(operation) }
  }
}

/// The level that a value reaches on a stair.
enum StepFunction {
  /// How many thresholds the value reaches; missing if the value is.
  @inline(__always)
  static func level(_ value: Double, _ thresholds: ArraySlice<Double>) -> Double {
    if value.isNaN { return .nan }
    var level = 0.0
    for threshold in thresholds where value >= threshold { level += 1 }
    return level
  }
}
