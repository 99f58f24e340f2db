extension WorkCalendar {
  /// The same local hours and holidays in another time zone.
  ///
  /// - Parameter timeZoneOffset: local time minus clock time, in hours.
  public func inTimeZone(offset timeZoneOffset: Double) -> WorkCalendar {
    WorkCalendar(
      weekly: intervals.map { $0.open..<$0.close }, timeZoneOffset: timeZoneOffset,
      holidays: holidays)
  }

  /// How long the hours that are open at a time stay open without a break, at most to the end of
  /// the local day; 0 when closed.
  public func openStretch(at time: Double) -> Double {
    guard isOpen(at: time) else { return 0 }
    let moment = moment(at: time)
    return intervals[moment.interval].close - moment.hour
  }
}
