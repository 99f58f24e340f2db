import EventKernel
import Testing

@Suite struct WorkCalendarTests {
  private static let calendars: [(name: String, calendar: WorkCalendar)] = [
    ("office hours", WorkCalendar(hours: 9..<17)),
    ("office hours elsewhere", WorkCalendar(hours: 9..<17, timeZoneOffset: -8)),
    (
      "office hours with a lunch break, ahead of the clock",
      WorkCalendar(
        weekly: (0..<5).flatMap { day -> [Range<Double>] in
          let midnight = Double(24 * day)
          return [midnight + 8..<midnight + 12, midnight + 13..<midnight + 17.5]
        }, timeZoneOffset: 5.75)
    ),
    ("night shift over the end of the week", WorkCalendar(weekly: [166..<168, 0..<6, 22..<30])),
    ("with holidays", WorkCalendar(hours: 9..<17, timeZoneOffset: 2, holidays: [1, 4, 7, 8, 14])),
    ("a week of holidays", WorkCalendar(hours: 0..<24, holidays: Array(3..<12))),
    ("always", .always),
    ("one hour a week", WorkCalendar(weekly: [100..<101])),
  ]

  /// A calendar spelled out in quarters of an hour, from two weeks before time zero to five after.
  private struct QuarterHours {
    let first = -4 * 24 * 14
    let isOpen: [Bool]

    init(_ calendar: WorkCalendar) {
      let first = self.first
      isOpen = (0..<(4 * 24 * 49)).map { calendar.isOpen(at: Double($0 + first) / 4) }
    }

    func openHours(from start: Int, to end: Int) -> Double {
      Double(isOpen[(start - first)..<(end - first)].count { $0 }) / 4
    }
  }

  @Test(arguments: calendars.indices)
  func `opening, hours and finishing times agree with counting quarters of an hour`(index: Int) {
    let calendar = Self.calendars[index].calendar
    let quarters = QuarterHours(calendar)
    var generator = TestGenerator(seed: UInt64(index))
    for _ in 0..<400 {
      let start = generator.index(below: 4 * 24 * 28) - 4 * 24 * 14
      let length = generator.index(below: 4 * 24 * 15)
      let end = start + length
      let startTime = Double(start) / 4
      let hours = quarters.openHours(from: start, to: end)
      #expect(abs(calendar.openHours(from: startTime, to: Double(end) / 4) - hours) < 1e-9)
      // The first quarter by whose end that many open hours have passed.
      var finish = start
      var passed = 0.0
      while passed < hours {
        if quarters.isOpen[finish - quarters.first] { passed += 0.25 }
        finish += 1
      }
      #expect(abs(calendar.time(after: hours, from: startTime) - Double(finish) / 4) < 1e-9)
      var opening = start
      while !quarters.isOpen[opening - quarters.first] { opening += 1 }
      #expect(abs(calendar.nextOpening(at: startTime) - Double(opening) / 4) < 1e-9)
    }
  }

  @Test(arguments: calendars.indices)
  func `finishing time and open hours are inverse at any instant`(index: Int) {
    let calendar = Self.calendars[index].calendar
    var generator = TestGenerator(seed: 99)
    for _ in 0..<400 {
      let start = (generator.uniform() - 0.3) * 2_000
      let hours = generator.exponential(mean: 12)
      let finish = calendar.time(after: hours, from: start)
      #expect(finish >= start + hours - 1e-9)
      #expect(abs(calendar.openHours(from: start, to: finish) - hours) < 1e-8)
    }
  }

  @Test func `holidays are closed by the day numbers given, in local time`() {
    let calendar = WorkCalendar(hours: 9..<17, timeZoneOffset: 2, holidays: [1])
    #expect(calendar.isOpen(at: 7))
    #expect(!calendar.isOpen(at: 31), "Tuesday 09:00 local is a holiday")
    #expect(calendar.isOpen(at: 55))
    #expect(calendar.nextOpening(at: 16) == 55)
    #expect(calendar.time(after: 9, from: 7) == 56)
  }

  @Test func `an interval contains its beginning and not its end`() {
    let calendar = WorkCalendar(hours: 9..<17)
    #expect(calendar.isOpen(at: 9) && !calendar.isOpen(at: 17))
    #expect(calendar.time(after: 8, from: 9) == 17)
    #expect(calendar.time(after: 0, from: 20) == 20)
    #expect(calendar.time(after: 0.5, from: 17) == 33.5)
    #expect(calendar.weeklyHours == 40)
  }

  @Test func `a calendar that never opens is never reached`() {
    let never = WorkCalendar(weekly: [])
    #expect(!never.isOpen(at: 10))
    #expect(never.nextOpening(at: 10) == .infinity)
    #expect(never.time(after: 1, from: 10) == .infinity)
    #expect(never.time(after: 0, from: 10) == 10)
    #expect(never.openHours(from: 0, to: 1_000) == 0)
  }

  @Test func `overlapping and touching intervals are joined`() {
    let joined = WorkCalendar(weekly: [20..<24, 9..<12, 11..<17, 24..<26, 30..<30])
    #expect(joined == WorkCalendar(weekly: [9..<17, 20..<26]))
    #expect(joined != WorkCalendar(weekly: [9..<17, 20..<25]))
  }
}
