extension WorkCalendar {
  /// A clock time taken apart: the local week, the hour within it, and the interval to look at.
  @usableFromInline struct Moment: Sendable {
    /// Clock time at which the local week began.
    @usableFromInline let weekStart: Double
    /// Hour of the local week, 0 ..< 168.
    @usableFromInline let hour: Double
    /// The first interval of the week that ends after the hour; may be one past the last.
    @usableFromInline let interval: Int

    @inlinable init(weekStart: Double, hour: Double, interval: Int) {
      self.weekStart = weekStart
      self.hour = hour
      self.interval = interval
    }
  }

  /// Whether work is done at a clock time.
  ///
  /// Complexity: O(1); O(log h) with h holidays.
  @inlinable public func isOpen(at time: Double) -> Bool {
    let moment = moment(at: time)
    guard moment.interval < intervals.count, intervals[moment.interval].open <= moment.hour else {
      return false
    }
    return holidays.isEmpty || !isHoliday(localDay(of: time))
  }

  /// The clock time itself when open, otherwise the next opening; infinity when there is none.
  @inlinable public func nextOpening(at time: Double) -> Double {
    var candidate = nextOpeningIgnoringHolidays(at: time)
    while !holidays.isEmpty && candidate < .infinity && isHoliday(localDay(of: candidate)) {
      candidate = nextOpeningIgnoringHolidays(at: endOfDay(localDay(of: candidate)))
    }
    return candidate
  }

  /// Open hours between two clock times, the first not after the second.
  @inlinable public func openHours(from start: Double, to end: Double) -> Double {
    precondition(start <= end, "an interval of time does not end before it begins")
    var hours = openHoursIgnoringHolidays(from: start, to: end)
    guard !holidays.isEmpty else { return hours }
    var index = firstHoliday(onOrAfter: localDay(of: start))
    while index < holidays.count {
      let dayStart = Swift.max(start, startOfDay(holidays[index]))
      let dayEnd = Swift.min(end, endOfDay(holidays[index]))
      guard dayStart < dayEnd else { break }
      hours -= openHoursIgnoringHolidays(from: dayStart, to: dayEnd)
      index += 1
    }
    return Swift.max(0, hours)
  }

  /// The earliest clock time by which that many open hours have passed since `start`.
  ///
  /// Zero hours take no time, wherever `start` lies; work that fills an open interval exactly ends
  /// at its close. Infinity when the calendar never opens.
  ///
  /// Complexity: O(1) within one open interval, otherwise O(log i) with i intervals a week, plus
  /// the number of holidays passed over.
  @inlinable public func time(after openHours: Double, from start: Double) -> Double {
    precondition(openHours >= 0, "open hours are not negative")
    let moment = moment(at: start)
    if moment.interval < intervals.count {
      let interval = intervals[moment.interval]
      if interval.open <= moment.hour && moment.hour + openHours <= interval.close
        && (holidays.isEmpty || !isHoliday(localDay(of: start)))
      {
        return start + openHours
      }
    }
    return openHours == 0 ? start : timeAcrossIntervals(after: openHours, from: start)
  }

  @usableFromInline func timeAcrossIntervals(after openHours: Double, from start: Double) -> Double
  {
    guard weeklyHours > 0 else { return .infinity }
    var start = start
    var remaining = openHours
    var index = firstHoliday(onOrAfter: localDay(of: start))
    while index < holidays.count {
      let end = timeIgnoringHolidays(after: remaining, from: start)
      let holiday = startOfDay(holidays[index])
      if end <= holiday { return end }
      if holiday > start {
        remaining -= openHoursIgnoringHolidays(from: start, to: holiday)
      }
      start = endOfDay(holidays[index])
      index += 1
    }
    return timeIgnoringHolidays(after: remaining, from: start)
  }
}
