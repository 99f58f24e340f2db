extension PatientRuleInduction {
  /// The boxes on the way, from all rows to the smallest, each within the one before.
  ///
  /// - Complexity: O(rows x factors x (log rows + 1 / peeling share)).
  public func peel(_ data: DiscoveryData) -> [(box: ScenarioBox, quality: BoxQuality)] {
    var state = PeelingState(data)
    var box = ScenarioBox()
    var trajectory = [(box: box, quality: state.quality)]
    let fewest = max(1, leastSupport * Double(data.rowCount))
    while state.cases < state.rowCount,
      let slice = state.bestSlice(share: peelingShare, leaving: fewest)
    {
      box = box.adding(slice.restriction)
      state.remove(slice)
      trajectory.append((box, state.quality))
    }
    return trajectory
  }
}

/// A slice of a box that may be peeled off.
private struct Slice {
  /// What holds in the box without it.
  var restriction: ScenarioBox.Restriction
  var rows: Int
  var cases: Int
}

/// The rows of the box while it shrinks.
private struct PeelingState {
  private let data: DiscoveryData
  private let allRows: Int
  private let allCases: Int
  private(set) var rowCount: Int
  private(set) var cases: Int
  /// For factors of numbers the rows inside in ascending order; rows inside in any order for levels.
  private var orders: [[Int32]]

  init(_ data: DiscoveryData) {
    self.data = data
    allRows = data.rowCount
    allCases = data.caseCount
    rowCount = allRows
    cases = allCases
    orders = data.columns.map { column in
      let rows = (0..<Int32(data.rowCount))
      guard case .numbers(let values) = column else { return Array(rows) }
      return rows.sorted { values[Int($0)] < values[Int($1)] }
    }
  }

  var quality: BoxQuality {
    BoxQuality(rows: rowCount, cases: cases, allRows: allRows, allCases: allCases)
  }

  /// The slice whose loss raises the density most for each row; nil if every one leaves too few.
  ///
  /// Of equal slices the first in the order of factors.
  func bestSlice(share: Double, leaving fewest: Double) -> Slice? {
    let size = max(1, Int(share * Double(rowCount)))
    let density = Double(cases) / Double(rowCount)
    var best: (slice: Slice, gain: Double)?
    for factor in data.columns.indices {
      let slices =
        switch data.columns[factor] {
        case .numbers(let values): ends(of: factor, values, size: size)
        case .levels(let levels): singleLevels(of: factor, levels)
        }
      for slice in slices where Double(rowCount - slice.rows) >= fewest {
        let remaining = Double(cases - slice.cases) / Double(rowCount - slice.rows)
        let gain = (remaining - density) / Double(slice.rows)
        if gain > best?.gain ?? -.infinity { best = (slice, gain) }
      }
    }
    return best?.slice
  }

  /// The lowest and the highest numbers of a factor.
  private func ends(of factor: Int, _ values: [Double], size: Int) -> [Slice] {
    let order = orders[factor]
    func value(_ place: Int) -> Double { values[Int(order[place])] }
    guard value(0) < value(order.count - 1) else { return [] }

    // Cuts between unequal numbers only: before those equal to the first that would stay, or if
    // nothing were cut then, after the lowest.
    var low = min(size, order.count - 1)
    while low > 0, value(low - 1) == value(low) { low -= 1 }
    if low == 0 {
      low = 1
      while value(low) == value(0) { low += 1 }
    }
    var high = max(order.count - size, 1)
    while high < order.count, value(high - 1) == value(high) { high += 1 }
    if high == order.count {
      high = order.count - 1
      while value(high - 1) == value(order.count - 1) { high -= 1 }
    }
    return [
      Slice(
        restriction: .init(factor: factor, .atLeast(middle(value(low - 1), value(low)))),
        rows: low, cases: countCases(order[..<low])),
      Slice(
        restriction: .init(factor: factor, .atMost(middle(value(high - 1), value(high)))),
        rows: order.count - high, cases: countCases(order[high...])),
    ]
  }

  /// A limit between two numbers.
  private func middle(_ low: Double, _ high: Double) -> Double { low + (high - low) / 2 }

  private func countCases(_ rows: ArraySlice<Int32>) -> Int { rows.count { data.isCase[Int($0)] } }

  /// Each level of a factor that is still inside, unless it is the only one.
  private func singleLevels(of factor: Int, _ levels: [Int]) -> [Slice] {
    var counts: [Int: (rows: Int, cases: Int)] = [:]
    for row in orders[factor] {
      counts[levels[Int(row)], default: (0, 0)].rows += 1
      if data.isCase[Int(row)] { counts[levels[Int(row)], default: (0, 0)].cases += 1 }
    }
    guard counts.count > 1 else { return [] }
    let present = counts.keys.sorted()
    return present.compactMap { level in
      counts[level].map { count in
        Slice(
          restriction: .init(factor: factor, .among(present.filter { $0 != level })),
          rows: count.rows, cases: count.cases)
      }
    }
  }

  /// Shrinks the box.
  mutating func remove(_ slice: Slice) {
    let (factor, bound) = (slice.restriction.factor, slice.restriction.bound)
    for other in orders.indices {
      orders[other].removeAll { !bound.admits(data.value(of: factor, in: Int($0))) }
    }
    rowCount -= slice.rows
    cases -= slice.cases
  }
}
