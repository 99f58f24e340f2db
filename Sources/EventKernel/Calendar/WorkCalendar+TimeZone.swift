extension WorkCalendar {
  /// The same local hours and holidays in another time zone.
  ///
  /// - Parameter timeZoneOffset: local time minus clock time, in hours.
  public func inTimeZone(offset timeZoneOffset: Double) -> WorkCalendar {
    WorkCalendar(
      weekly: intervals.map { $0.open..<$0.close }, timeZoneOffset: timeZoneOffset,
      holidays: holidays)
  }
}
