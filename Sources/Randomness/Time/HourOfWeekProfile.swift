/// How an activity is spread over the 168 hours of a week: the rate of a non-homogeneous Poisson
/// process, relative to its weekly average.
///
/// Time is counted in hours since a Monday 00:00 and wraps after 168. The intensity is constant
/// within each hour and averages one over the week.
///
/// Arrivals at `rate` per week follow by adding exponential masses:
///
///     hour = profile.advance(from: hour, byWeeks: stream.exponential(mean: 1 / rate))
///
/// Source of the method: E. Çinlar, "Introduction to Stochastic Processes" (1975), chapter 4:
/// the inverse of the cumulative intensity turns a unit-rate Poisson process into any other.
/// Nothing is thinned, so each arrival takes one draw and keeps its place under common random
/// numbers.
public struct HourOfWeekProfile: Sendable, Equatable {
  /// The hours in a week.
  public static let hoursPerWeek = 168

  /// The same intensity in every hour.
  public static let uniform = HourOfWeekProfile(
    valid: [Double](repeating: 1, count: hoursPerWeek))

  /// The part of a week's activity in each hour, Monday 00:00 first; they add up to one.
  public let shares: [Double]

  // The activity from Monday 00:00 to the beginning of each hour, and to the end of the week.
  @usableFromInline let cumulative: [Double]

  // The hour in which the k-th of `guide.count` equal parts of the activity begins: the search for
  // an hour starts there and so takes a constant number of steps on average.
  @usableFromInline let guide: [UInt8]

  /// A profile with the given shares, which need not add up to one.
  ///
  /// - Throws: `DistributionError` unless there are 168 non-negative shares, some of them positive.
  public init(shares: [Double]) throws(DistributionError) {
    guard shares.count == Self.hoursPerWeek else {
      throw DistributionError(
        what: "hour-of-week profile", parameter: "shares", found: "\(shares.count) numbers",
        expected: "168, one an hour from Monday 00:00")
    }
    for share in shares {
      try ParameterRange.nonnegative.check(share, "shares", of: "hour-of-week profile")
    }
    guard shares.contains(where: { $0 > 0 }) else {
      throw DistributionError(
        what: "hour-of-week profile", parameter: "shares", found: "all zero",
        expected: "at least one positive number")
    }
    self.init(valid: shares)
  }

  private init(valid shares: [Double]) {
    let total = shares.reduce(0, +)
    self.shares = shares.map { $0 / total }
    var cumulative = [0.0]
    for share in self.shares { cumulative.append(cumulative[cumulative.count - 1] + share) }
    // Rounding must not leave a gap, or an overlap, between two weeks: all hours from the last
    // open one on end at exactly one.
    let lastOpen = shares.lastIndex { $0 > 0 } ?? shares.count - 1
    for end in (lastOpen + 1)...shares.count { cumulative[end] = 1 }
    self.cumulative = cumulative
    let parts = 256
    guide = (0..<parts).map { part in
      UInt8(cumulative.countOfSorted(atMost: Double(part) / Double(parts)) - 1)
    }
  }

  /// The intensity at a moment, relative to the weekly average; at a full hour, of the hour that
  /// begins.
  public func intensity(at hour: Double) -> Double {
    shares[Self.place(of: hour).cell] * Double(Self.hoursPerWeek)
  }

  /// The activity between two moments, in weeks' worth; negative when `end` comes first.
  public func weeks(from start: Double, to end: Double) -> Double {
    let (first, last) = (Self.place(of: start), Self.place(of: end))
    return (last.week - first.week) + (activity(at: last) - activity(at: first))
  }

  /// The moment at which a given activity has accumulated since `hour`.
  ///
  /// Where that moment is not unique because the profile is zero for a while, the end of the pause
  /// is returned; so the result always lies in an hour with positive intensity, and
  /// `advance(from: hour, byWeeks: 0)` is the next moment, from `hour` on, of such an hour.
  ///
  /// - Parameters:
  ///   - hour: where to start, in hours since a Monday 00:00.
  ///   - mass: the activity to accumulate, in weeks' worth; not negative.
  /// - Complexity: O(1) on average, whatever the mass.
  @inlinable
  public func advance(from hour: Double, byWeeks mass: Double) -> Double {
    precondition(mass >= 0 && mass.isFinite, "time cannot run backwards")
    let start = Self.place(of: hour)
    let target = activity(at: start) + mass
    let wholeWeeks = target.rounded(.down)
    let fraction = target - wholeWeeks
    var cell = Int(guide[Int(fraction * Double(guide.count))])
    while cumulative[cell + 1] <= fraction { cell += 1 }
    let inside = (fraction - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell])
    let hourBegins = (start.week + wholeWeeks) * Double(Self.hoursPerWeek) + Double(cell)
    // Rounding must neither step into the next hour, which may be closed, nor behind the start.
    return max(min(hourBegins + inside, (hourBegins + 1).nextDown), hour)
  }

  /// This profile with the hours for which `isOpen` is false set to zero.
  ///
  /// - Parameter isOpen: whether activity is possible in an hour of the week, 0 ... 167.
  /// - Throws: `DistributionError` when nothing remains.
  public func restricted(
    to isOpen: (Int) -> Bool
  ) throws(DistributionError) -> HourOfWeekProfile {
    try HourOfWeekProfile(
      shares: shares.indices.map { isOpen($0) ? shares[$0] : 0 })
  }

  /// A moment as its week, its hour of the week and the part of that hour that has passed.
  @usableFromInline struct Place {
    @usableFromInline let week: Double
    @usableFromInline let cell: Int
    @usableFromInline let part: Double

    @inlinable init(week: Double, cell: Int, part: Double) {
      self.week = week
      self.cell = cell
      self.part = part
    }
  }

  @inlinable static func place(of hour: Double) -> Place {
    let week = (hour / Double(hoursPerWeek)).rounded(.down)
    let local = hour - week * Double(hoursPerWeek)
    // The subtraction may round up to a whole week.
    let cell = min(max(Int(local), 0), hoursPerWeek - 1)
    return Place(week: week, cell: cell, part: min(max(local - Double(cell), 0), 1))
  }

  @inlinable func activity(at place: Place) -> Double {
    cumulative[place.cell]
      + place.part * (cumulative[place.cell + 1] - cumulative[place.cell])
  }
}
