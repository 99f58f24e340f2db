/// The plainest possible event list: a sorted array.
struct SortedReference {
  struct Entry: Equatable {
    let time: Double
    let priority: Int
    let number: Int

    func precedes(_ other: Entry) -> Bool {
      (time, priority, number) < (other.time, other.priority, other.number)
    }
  }

  /// Latest first, so that the next event is the last element.
  private var entries: [Entry] = []

  var count: Int { entries.count }

  mutating func insert(_ entry: Entry) { entries.insert(entry, at: position(of: entry)) }

  mutating func remove(_ entry: Entry) { entries.remove(at: position(of: entry)) }

  mutating func popFirst() -> Entry? { entries.popLast() }

  /// The index of the first element that does not come after the entry.
  private func position(of entry: Entry) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entry.precedes(entries[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
