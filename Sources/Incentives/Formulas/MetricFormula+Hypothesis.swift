extension MetricFormula {
  /// The value that an employee would have with a hypothetical week, others unchanged.
  ///
  /// The employee's own part in sums, means, counts, shares, `z`, `rank` and `percentile` is
  /// exchanged exactly; windows continue the employee's own past weeks; medians, quantiles and the
  /// least, greatest and spread of a group stay as they were.
  ///
  /// - Parameters:
  ///   - hypothetical: The week in question.
  ///   - employee: Whose week it is.
  ///   - reference: What ``reference(in:for:)`` of this formula gave.
  /// - Returns: The value, NaN if it is missing.
  /// - Complexity: O(operations), plus O(log employees) for each rank or percentile. Allocates
  ///   nothing.
  public func value(
    of hypothetical: borrowing Observation, employee: Int, in reference: MetricReference
  ) -> Double {
    precondition(
      employee >= 0 && employee < reference.employeeCount
        && reference.slotCount == program.slotCount,
      "the reference belongs to another formula or panel")
    if program.instructions.count == 1, case .totalTokens = program.instructions[0] {
      return hypothetical.totalTokens
    }
    // Reading through a span copies the week once; a computed subscript would copy it every time.
    let week = hypothetical.values.span
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: MetricProgram.stackLimit) {
      stack in
      run(
        on: week, slots: employee * reference.slotCount, in: reference,
        stack: MetricStack(values: stack))
    }
  }

  /// The values that an employee would have with each of several hypothetical weeks.
  ///
  /// The same as ``value(of:employee:in:)`` for every week, without copying any of them.
  ///
  /// - Parameters:
  ///   - hypotheticals: The weeks in question.
  ///   - employee: Whose weeks they are.
  ///   - reference: What ``reference(in:for:)`` of this formula gave.
  ///   - values: Where the values go; at least as many as there are weeks.
  public func evaluate(
    _ hypotheticals: [Observation], employee: Int, in reference: MetricReference,
    into values: inout [Double]
  ) {
    precondition(
      employee >= 0 && employee < reference.employeeCount
        && reference.slotCount == program.slotCount,
      "the reference belongs to another formula or panel")
    precondition(values.count >= hypotheticals.count, "there is a place for every value")
    let weeks = hypotheticals.span
    let base = employee * reference.slotCount
    withUnsafeTemporaryAllocation(of: Double.self, capacity: MetricProgram.stackLimit) { stack in
      for index in weeks.indices {
        values[index] = run(
          on: weeks[index].values.span, slots: base, in: reference,
          stack: MetricStack(values: stack))
      }
    }
  }

  @inline(__always)
  private func run(
    on week: Span<Double>, slots base: Int, in reference: MetricReference, stack: MetricStack
  ) -> Double {
    var stack = stack
    for instruction in program.instructions {
      switch instruction {
      case .number(let number): stack.push(number)
      case .load(let index): stack.push(week[Int(index)])
      case .slot(let slot): stack.push(reference.slots[base + Int(slot)])
      case .totalTokens: stack.push(week.totalTokens)
      case .inputTokens: stack.push(week.inputTokens)
      case .nonCacheTokens: stack.push(week.nonCacheTokens)
      case .otherLabelTokens: stack.push(week.totalTokens - week[.productiveLabelTokens])
      case .add: stack.combine { $0 + $1 }
      case .subtract: stack.combine { $0 - $1 }
      case .multiply: stack.combine { $0 * $1 }
      case .binary(let operation): stack.combine { operation($0, $1) }
      case .unary(let operation): stack.top = operation(stack.top)
      case .step(let first, let count):
        stack.top = StepFunction.level(stack.top, thresholds[Int(first)..<Int(first + count)])
      case .choose: stack.choose()
      case .window(let operation, let slot, let weeks):
        stack.top = reference.window(operation, stack.top, base + Int(slot), weeks)
      case .group(let operation, let slot):
        stack.top = reference.group(operation, stack.top, base + Int(slot))
      case .standing(let operation, let slot):
        stack.top = reference.standing(operation, stack.top, base + Int(slot))
      }
    }
    return stack.top
  }
}

/// The open results of an evaluation, the latest apart so that it can live in a register.
private struct MetricStack {
  let values: UnsafeMutableBufferPointer<Double>
  var count = 0
  var top = 0.0

  init(values: UnsafeMutableBufferPointer<Double>) {
    self.values = values
  }

  @inline(__always)
  mutating func push(_ value: Double) {
    values[count] = top
    count += 1
    top = value
  }

  @inline(__always)
  mutating func pop() -> Double {
    count -= 1
    return values[count]
  }

  @inline(__always)
  mutating func combine(_ operation: (Double, Double) -> Double) {
    top = operation(pop(), top)
  }

  /// Replaces value, condition and alternative by what the condition chooses.
  @inline(__always)
  mutating func choose() {
    let otherwise = top
    let condition = pop()
    let value = pop()
    top = condition.isNaN ? .nan : condition == 1 ? value : otherwise
  }
}

extension MetricReference {
  /// The window with one more week.
  @inline(__always)
  fileprivate func window(
    _ operation: WindowOperation, _ value: Double, _ slot: Int, _ weeks: Int32
  ) -> Double {
    let past = slots[slot]
    let isMissing = value.isNaN
    switch operation {
    case .sum, .count:
      return isMissing ? past : past + value
    case .mean, .share:
      let known = slots[slot + 1] + (isMissing ? 0 : 1)
      return known > 0 ? (isMissing ? past : past + value) / known : .nan
    case .minimum:
      return isMissing || past < value ? past : value
    case .maximum:
      return isMissing || past > value ? past : value
    case .streak:
      return value == 1 ? past + 1 : 0
    case .longest:
      return max(slots[slot + 1], value == 1 ? past + 1 : 0)
    case .lag:
      return past
    }
  }

  /// The aggregate of the others and the employee.
  @inline(__always)
  fileprivate func group(_ operation: GroupOperation, _ value: Double, _ slot: Int) -> Double {
    let sum = value.isNaN ? slots[slot] : slots[slot] + value
    let count = value.isNaN ? slots[slot + 1] : slots[slot + 1] + 1
    return operation == .mean || operation == .share ? (count > 0 ? sum / count : .nan) : sum
  }

  /// The employee's standing among the others.
  @inline(__always)
  fileprivate func standing(
    _ operation: StandingOperation, _ value: Double, _ slot: Int
  ) -> Double {
    if value.isNaN { return .nan }
    if operation == .standardScore {
      var moments = Moments(
        count: slots[slot], mean: slots[slot + 1], squares: slots[slot + 2])
      moments.add(value)
      return moments.standardScore(of: value)
    }
    let start = Int(slots[slot])
    let end = Int(slots[slot + 1])
    let value = SortedRange.unrounded(value, in: sorted, from: start, to: end)
    let place = SortedRange.place(of: value, in: sorted, from: start, to: end)
    let others = OtherPlaces(
      place: place, count: end - start, own: slots[slot + 2], value: value)
    return operation == .rank ? others.rank : others.percentile
  }
}

extension Span<Double> {
  @inline(__always)
  fileprivate subscript(observable: Observable) -> Double { self[observable.rawValue] }

  @inline(__always)
  fileprivate var inputTokens: Double {
    self[.freshInputTokens] + self[.cacheReadTokens] + self[.cacheWriteTokens]
  }

  @inline(__always)
  fileprivate var totalTokens: Double { inputTokens + self[.outputTokens] }

  @inline(__always)
  fileprivate var nonCacheTokens: Double {
    self[.freshInputTokens] + self[.cacheWriteTokens] + self[.outputTokens]
  }
}
