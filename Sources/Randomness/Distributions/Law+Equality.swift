// Composites are compared by content: they are values that happen to live in a box.

extension Shifted: Equatable {
  @usableFromInline
  static func == (left: Shifted, right: Shifted) -> Bool {
    left === right || (left.offset == right.offset && left.base == right.base)
  }
}

extension Scaled: Equatable {
  @usableFromInline
  static func == (left: Scaled, right: Scaled) -> Bool {
    left === right || (left.factor == right.factor && left.base == right.base)
  }
}

extension Rounded: Equatable {
  @usableFromInline
  static func == (left: Rounded, right: Rounded) -> Bool {
    left === right || (left.direction == right.direction && left.base == right.base)
  }
}

extension Capped: Equatable {
  @usableFromInline
  static func == (left: Capped, right: Capped) -> Bool {
    left === right
      || (left.low == right.low && left.high == right.high && left.base == right.base)
  }
}

extension Clamped: Equatable {
  @usableFromInline
  static func == (left: Clamped, right: Clamped) -> Bool {
    left === right
      || (left.low == right.low && left.high == right.high && left.base == right.base)
  }
}

extension Mixture: Equatable {
  @usableFromInline
  static func == (left: Mixture, right: Mixture) -> Bool {
    left === right || (left.weights == right.weights && left.components == right.components)
  }
}

extension DiscreteTable: Equatable {
  @usableFromInline
  static func == (left: DiscreteTable, right: DiscreteTable) -> Bool {
    left === right || (left.values == right.values && left.weights == right.weights)
  }
}

extension EmpiricalSample: Equatable {
  @usableFromInline
  static func == (left: EmpiricalSample, right: EmpiricalSample) -> Bool {
    left === right || (left.values == right.values && left.source == right.source)
  }
}
