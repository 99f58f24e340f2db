/// Values in numbered slots that are reused once freed: memory grows with what is alive.
///
/// - Complexity: every operation is O(1); nothing is allocated while free slots remain.
struct SlotStore<Value: Sendable>: Sendable {
  private var values: [Value] = []
  private var free: [Int32] = []

  /// Number of occupied slots.
  var count: Int { values.count - free.count }

  /// Puts the value into a free slot and returns the slot's number.
  mutating func insert(_ value: Value) -> Int32 {
    if let slot = free.popLast() {
      values[Int(slot)] = value
      return slot
    }
    values.append(value)
    return Int32(values.count - 1)
  }

  /// Frees the slot; its number may be given out again at once.
  mutating func remove(_ slot: Int32) {
    free.append(slot)
  }

  subscript(slot: Int32) -> Value {
    _read { yield values[Int(slot)] }
    _modify { yield &values[Int(slot)] }
  }
}
