/// One operation of a compiled formula; slots are numbers that a ``MetricReference`` holds.
enum MetricInstruction: Sendable, Hashable {
  case number(Double)
  case load(Int32)
  case totalTokens
  case inputTokens
  case nonCacheTokens
  case otherLabelTokens
  case slot(Int32)
  case add
  case subtract
  case multiply
  case unary(UnaryOperation)
  case binary(BinaryOperation)
  case step(first: Int32, count: Int32)
  case choose
  case window(WindowOperation, slot: Int32, weeks: Int32)
  case group(GroupOperation, slot: Int32)
  case standing(StandingOperation, slot: Int32)
}

/// Slots that a reference must fill for one node of the formula.
struct MetricSlots: Sendable, Hashable {
  var node: Int
  var first: Int
}

/// A formula as a flat list of operations on a stack, for what-if evaluation.
///
/// Whatever does not depend on the employee's current week is replaced by a slot.
struct MetricProgram: Sendable, Hashable {
  /// Most open results that an evaluation has room for.
  static let stackLimit = 64

  private(set) var instructions: [MetricInstruction] = []
  private(set) var slots: [MetricSlots] = []
  private(set) var slotCount = 0
  private(set) var stackDepth = 0

  /// Compiles the last node.
  init(_ nodes: [FormulaNode]) {
    compile(nodes.count - 1, nodes, depth: 1)
  }

  private mutating func compile(_ index: Int, _ nodes: [FormulaNode], depth: Int) {
    stackDepth = max(stackDepth, depth)
    let node = nodes[index]
    if Self.isFrozen(node.operation) {
      instructions.append(.slot(reserve(1, for: index)))
      return
    }
    for (position, operand) in node.operands.enumerated() {
      compile(operand, nodes, depth: depth + position)
    }
    instructions.append(instruction(for: node, at: index))
  }

  /// Whether the node's value is taken from the panel as it is.
  private static func isFrozen(_ operation: FormulaOperation) -> Bool {
    switch operation {
    case .role, .quantile, .window(.lag, _): true
    case .group(let operation, _): !operation.isAdditive
    default: false
    }
  }

  private mutating func instruction(
    for node: FormulaNode, at index: Int
  ) -> MetricInstruction {
    switch node.operation {
    case .number(let number): .number(number)
    case .observable(let observable): .load(Int32(observable.rawValue))
    case .derived(.totalTokens): .totalTokens
    case .derived(.inputTokens): .inputTokens
    case .derived(.nonCacheTokens): .nonCacheTokens
    case .otherLabelTokens: .otherLabelTokens
    case .unary(let operation): .unary(operation)
    case .binary(.add): .add
    case .binary(.subtract): .subtract
    case .binary(.multiply): .multiply
    case .binary(let operation): .binary(operation)
    case .step(let first, let count): .step(first: first, count: count)
    case .choose: .choose
    case .window(let operation, let weeks):
      .window(
        operation, slot: reserve(WindowTally.slotCount(operation), for: index), weeks: weeks)
    case .group(let operation, _): .group(operation, slot: reserve(2, for: index))
    case .standing(let operation, _): .standing(operation, slot: reserve(3, for: index))
    case .role, .quantile: preconditionFailure("frozen nodes are slots")
    }
  }

  private mutating func reserve(_ count: Int, for node: Int) -> Int32 {
    let first = slotCount
    slotCount += count
    slots.append(MetricSlots(node: node, first: first))
    return Int32(first)
  }
}
