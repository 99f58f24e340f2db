/// A metric: a number for every employee and week, written as a formula over observables.
///
/// A formula is parsed and type-checked once and then evaluated in two ways: for everybody at the
/// end of a week (``values(in:)``), and for one hypothetical week of one employee while the others
/// stay as they are (``value(of:employee:in:)``), which is what choice models ask thousands of
/// times. Missing values are NaN: a division by zero, the logarithm of nothing, a person who was
/// not there. Missing spreads through arithmetic, is skipped by windows and groups, and is ranked
/// nowhere. The language is described in `docs/metric-language.md`.
public struct MetricFormula: Sendable, Hashable {
  /// The formula as it was written.
  public let source: String

  /// Whether the formula is a condition, whose values are 1 (holds) and 0 (does not).
  public let isCondition: Bool

  /// The unit of the values as far as it can be told; empty for pure numbers and conditions,
  /// `points` for anything mixed.
  public let unit: String

  /// The observables that the formula looks at.
  public let dependencies: ObservableSet

  /// The observables that the formula looks at in past weeks.
  public let historyDependencies: ObservableSet

  /// How many weeks the formula looks at, the current one included.
  public let longestWindow: Int

  let nodes: [FormulaNode]
  let thresholds: [Double]
  let program: MetricProgram

  /// Longest look-back of nested windows, in weeks.
  static let lookBackLimit = 520

  /// Parses a formula.
  ///
  /// - Parameters:
  ///   - source: The formula, for example `0.5 * z(tasks_accepted) - 0.2 * z(errors_reported)`.
  ///   - roles: Names of the roles, in the order of their indices, for `role = 'name'`.
  /// - Throws: ``FormulaError`` with the columns at fault, what was expected and the nearest name.
  public init(_ source: String, roles: [String] = []) throws(FormulaError) {
    var parser = try FormulaParser(source, roles: roles)
    let root = try parser.parse()
    // The root becomes the last node, so that it is found without a further index.
    let nodes = Array(parser.nodes[0...Int(root.node)])
    let lookBack = FormulaAnalysis.lookBack(of: nodes)
    guard lookBack < Self.lookBackLimit else {
      throw FormulaError(
        source: source, columns: root.columns,
        message: "nested windows look back \(lookBack) weeks",
        expected: "less than \(Self.lookBackLimit)")
    }
    let program = MetricProgram(nodes)
    guard program.stackDepth <= MetricProgram.stackLimit else {
      throw FormulaError(
        source: source, columns: root.columns, message: "the formula holds too many open results",
        expected: "at most \(MetricProgram.stackLimit)")
    }
    self.source = source
    isCondition = root.type == .condition
    unit = root.unit
    longestWindow = lookBack + 1
    (dependencies, historyDependencies) = FormulaAnalysis.dependencies(of: nodes)
    self.nodes = nodes
    thresholds = parser.thresholds
    self.program = program
  }

  /// Whether a value depends on other employees: the formula has a group or a standing.
  public var comparesEmployees: Bool {
    FormulaAnalysis.reachable(in: nodes).contains { index in
      switch nodes[index].operation {
      case .group, .quantile, .standing: true
      default: false
      }
    }
  }
}

extension MetricFormula: CustomStringConvertible {
  /// The formula as it was written.
  public var description: String { source }
}

/// What can be told from the nodes of a formula without evaluating it.
enum FormulaAnalysis {
  /// Indices of the nodes that the last node needs, itself included, in ascending order.
  static func reachable(in nodes: [FormulaNode]) -> [Int] {
    var isNeeded = [Bool](repeating: false, count: nodes.count)
    isNeeded[nodes.count - 1] = true
    for index in nodes.indices.reversed() where isNeeded[index] {
      for operand in nodes[index].operands { isNeeded[operand] = true }
    }
    return nodes.indices.filter { isNeeded[$0] }
  }

  /// How many past weeks the last node looks back.
  static func lookBack(of nodes: [FormulaNode]) -> Int {
    var weeks = [Int](repeating: 0, count: nodes.count)
    for index in nodes.indices {
      let below = nodes[index].operands.map { weeks[$0] }.max() ?? 0
      weeks[index] = below + ownLookBack(of: nodes[index])
    }
    return weeks[nodes.count - 1]
  }

  /// How many past weeks one node adds to what its operands look back.
  private static func ownLookBack(of node: FormulaNode) -> Int {
    guard case .window(let operation, let weeks) = node.operation else { return 0 }
    return operation == .lag ? Int(weeks) : Int(weeks) - 1
  }

  /// The observables that the last node looks at, and those it looks at in past weeks.
  static func dependencies(
    of nodes: [FormulaNode]
  ) -> (all: ObservableSet, past: ObservableSet) {
    var all: ObservableSet = []
    var past: ObservableSet = []
    var isPast = [Bool](repeating: false, count: nodes.count)
    for index in reachable(in: nodes).reversed() {
      let observables = self.observables(of: nodes[index].operation)
      all.formUnion(observables)
      if isPast[index] { past.formUnion(observables) }
      let looksBack = isPast[index] || ownLookBack(of: nodes[index]) > 0
      if looksBack { for operand in nodes[index].operands { isPast[operand] = true } }
    }
    return (all, past)
  }

  private static func observables(of operation: FormulaOperation) -> ObservableSet {
    switch operation {
    case .observable(let observable): ObservableSet(observable)
    case .derived(let derived): ObservableSet(derived.terms)
    case .otherLabelTokens:
      ObservableSet(DerivedObservable.totalTokens.terms + [.productiveLabelTokens])
    default: []
    }
  }
}
