/// The hours of the week during which work is done, in a time zone, less holidays.
///
/// Clock times are hours since Monday 00:00 of week 0 on the simulation's clock; local time is
/// clock time plus the offset. Open intervals contain their beginning and not their end. Day 0 is
/// the local Monday of week 0; a holiday closes a whole local day.
public struct WorkCalendar: Sendable, Equatable {
  /// One open interval in hours of the local week, within one day.
  @usableFromInline struct Interval: Sendable, Equatable, BitwiseCopyable {
    @usableFromInline let open: Double
    @usableFromInline let close: Double
    /// Open hours of the week before this interval.
    @usableFromInline let openedBefore: Double

    init(open: Double, close: Double, openedBefore: Double) {
      self.open = open
      self.close = close
      self.openedBefore = openedBefore
    }
  }

  /// Local time minus clock time, in hours.
  public let timeZoneOffset: Double
  /// Open hours in a week without holidays, 0 to 168.
  public let weeklyHours: Double

  @usableFromInline let intervals: [Interval]
  /// For each hour of the week, the first interval that ends after the hour begins.
  @usableFromInline let intervalAtHour: [Int]
  /// Local day numbers, ascending.
  @usableFromInline let holidays: [Int]

  /// Creates a calendar.
  ///
  /// - Parameters:
  ///   - weekly: open intervals in hours of the local week (Monday 00:00 = 0), within 0...168;
  ///     they may touch or overlap. None means never open.
  ///   - timeZoneOffset: local time minus clock time, in hours.
  ///   - holidays: closed local days, counted from the Monday of week 0 (day 0).
  public init(weekly: [Range<Double>], timeZoneOffset: Double = 0, holidays: [Int] = []) {
    precondition(
      weekly.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= 168 },
      "open intervals lie within the week, 0 to 168 hours")
    precondition(timeZoneOffset.isFinite, "a time-zone offset is finite")
    let intervals = Self.splitAtMidnight(Self.merge(weekly))
    self.intervals = intervals
    self.timeZoneOffset = timeZoneOffset
    weeklyHours = intervals.last.map { $0.openedBefore + ($0.close - $0.open) } ?? 0
    intervalAtHour = (0..<168).map { hour in
      intervals.firstIndex { $0.close > Double(hour) } ?? intervals.count
    }
    self.holidays = Set(holidays).sorted()
  }

  /// A calendar that is always open.
  public static let always = WorkCalendar(weekly: [0..<168])

  /// The same hours on the given days of the week (Monday = 0), such as 9 to 17 on 0...4.
  public init(
    days: ClosedRange<Int> = 0...4, hours: Range<Double>, timeZoneOffset: Double = 0,
    holidays: [Int] = []
  ) {
    precondition(days.lowerBound >= 0 && days.upperBound <= 6, "days of the week are 0 to 6")
    let weekly = days.map { day in
      (24 * Double(day) + hours.lowerBound)..<(24 * Double(day) + hours.upperBound)
    }
    self.init(weekly: weekly, timeZoneOffset: timeZoneOffset, holidays: holidays)
  }

  /// Sorts intervals, drops empty ones and joins those that touch.
  static func merge(_ weekly: [Range<Double>]) -> [Range<Double>] {
    var merged: [Range<Double>] = []
    for interval in weekly.filter({ !$0.isEmpty }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, interval.lowerBound <= last.upperBound {
        let end = Swift.max(last.upperBound, interval.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(interval)
      }
    }
    return merged
  }

  /// Cuts intervals at midnight, so that each lies within one day, and sums the hours before each.
  static func splitAtMidnight(_ weekly: [Range<Double>]) -> [Interval] {
    var intervals: [Interval] = []
    var opened = 0.0
    for interval in weekly {
      var open = interval.lowerBound
      while open < interval.upperBound {
        let midnight = ((open / 24).rounded(.down) + 1) * 24
        let close = Swift.min(midnight, interval.upperBound)
        intervals.append(Interval(open: open, close: close, openedBefore: opened))
        opened += close - open
        open = close
      }
    }
    return intervals
  }
}
