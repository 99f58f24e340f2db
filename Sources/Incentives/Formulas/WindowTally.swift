/// The weeks of one employee put together, oldest first; missing weeks are skipped, except that
/// they end a streak.
struct WindowTally: Sendable, Equatable {
  var sum = 0.0
  var known = 0.0
  var least = Double.nan
  var greatest = Double.nan
  var streak = 0.0
  var longest = 0.0

  /// Adds the next week.
  @inline(__always)
  mutating func append(_ value: Double) {
    if value.isNaN {
      streak = 0
      return
    }
    sum += value
    known += 1
    if !(least <= value) { least = value }
    if !(greatest >= value) { greatest = value }
    streak = value == 1 ? streak + 1 : 0
    longest = max(longest, streak)
  }

  /// What the window gives: sums and counts of nothing are 0, everything else of nothing missing.
  @inline(__always)
  func result(_ operation: WindowOperation) -> Double {
    switch operation {
    case .sum, .count: sum
    case .mean, .share: known > 0 ? sum / known : .nan
    case .minimum: least
    case .maximum: greatest
    case .streak: streak
    case .longest: longest
    case .lag: .nan
    }
  }

  /// How many numbers of a tally a what-if evaluation needs to go on with one more week.
  static func slotCount(_ operation: WindowOperation) -> Int {
    switch operation {
    case .sum, .count, .minimum, .maximum, .streak, .lag: 1
    case .mean, .share, .longest: 2
    }
  }

  /// Those numbers.
  func slots(_ operation: WindowOperation) -> [Double] {
    switch operation {
    case .sum, .count: [sum]
    case .mean, .share: [sum, known]
    case .minimum: [least]
    case .maximum: [greatest]
    case .streak: [streak]
    case .longest: [streak, longest]
    case .lag: []
    }
  }
}
