/// The week without holidays, which repeats for ever.
extension WorkCalendar {
  @inlinable func moment(at time: Double) -> Moment {
    let local = time + timeZoneOffset
    var week = Double(Int(local * (1.0 / 168)))
    var hour = local - week * 168
    // Truncation and the inexact reciprocal may be one week off; one step mends either.
    if hour < 0 {
      week -= 1
      hour = local - week * 168
    } else if hour >= 168 {
      week += 1
      hour = local - week * 168
    }
    // A negative time within rounding of the week's end would come out as hour 168.
    if hour >= 168 { hour = (168.0).nextDown }
    var interval = intervalAtHour[Int(hour)]
    while interval < intervals.count && intervals[interval].close <= hour { interval += 1 }
    return Moment(weekStart: week * 168 - timeZoneOffset, hour: hour, interval: interval)
  }

  @inlinable func nextOpeningIgnoringHolidays(at time: Double) -> Double {
    let moment = moment(at: time)
    if moment.interval < intervals.count {
      let interval = intervals[moment.interval]
      return interval.open <= moment.hour ? time : moment.weekStart + interval.open
    }
    return intervals.first.map { moment.weekStart + 168 + $0.open } ?? .infinity
  }

  /// Open hours since the beginning of the local week.
  @inlinable func hoursOpened(by moment: Moment) -> Double {
    guard moment.interval < intervals.count else { return weeklyHours }
    let interval = intervals[moment.interval]
    return interval.openedBefore + Swift.max(0, moment.hour - interval.open)
  }

  @inlinable func openHoursIgnoringHolidays(from start: Double, to end: Double) -> Double {
    let first = moment(at: start)
    let last = moment(at: end)
    let weeks = ((last.weekStart - first.weekStart) / 168).rounded()
    return weeks * weeklyHours + hoursOpened(by: last) - hoursOpened(by: first)
  }

  @usableFromInline
  func timeIgnoringHolidays(after openHours: Double, from start: Double) -> Double {
    guard openHours > 0 else { return start }
    let moment = moment(at: start)
    let target = hoursOpened(by: moment) + openHours
    // Whole weeks, such that the rest is more than nothing and at most a week.
    let weeks = Swift.max(0, (target / weeklyHours).rounded(.up) - 1)
    let rest = Swift.min(target - weeks * weeklyHours, weeklyHours)
    let interval = intervals[intervalReaching(rest)]
    let time =
      moment.weekStart + weeks * 168 + interval.open + (rest - interval.openedBefore)
    return Swift.max(time, start)
  }

  /// The interval during which the open hours of the week reach a number in 0 < hours <= week.
  @usableFromInline func intervalReaching(_ hours: Double) -> Int {
    var low = 0
    var high = intervals.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if intervals[middle].openedBefore < hours { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

/// Local days and holidays.
extension WorkCalendar {
  @inlinable func localDay(of time: Double) -> Int {
    Int(((time + timeZoneOffset) / 24).rounded(.down))
  }

  @inlinable func startOfDay(_ day: Int) -> Double { Double(day) * 24 - timeZoneOffset }

  @inlinable func endOfDay(_ day: Int) -> Double { Double(day + 1) * 24 - timeZoneOffset }

  @inlinable func isHoliday(_ day: Int) -> Bool {
    let index = firstHoliday(onOrAfter: day)
    return index < holidays.count && holidays[index] == day
  }

  @inlinable func firstHoliday(onOrAfter day: Int) -> Int {
    var low = 0
    var high = holidays.count
    while low < high {
      let middle = (low + high) / 2
      if holidays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
