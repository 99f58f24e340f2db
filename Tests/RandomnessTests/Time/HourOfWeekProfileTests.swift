import CGSL
import Randomness
import Testing

@Suite struct HourOfWeekProfileTests {
  /// An office week: busy days, quiet evenings, closed Sunday and nights.
  static func office() throws -> HourOfWeekProfile {
    try HourOfWeekProfile(
      shares: (0..<168).map { cell in
        let (day, hour) = (cell / 24, cell % 24)
        if day == 6 || hour < 6 { return 0 }
        return (9..<18).contains(hour) ? (day == 5 ? 1 : 6 + Double(hour % 5)) : 0.5
      })
  }

  @Test func `the intensity averages one and repeats weekly`() throws {
    let profile = try Self.office()
    let average = (0..<168).reduce(0.0) { $0 + profile.intensity(at: Double($1) + 0.5) } / 168
    #expect(isClose(average, 1, relative: 1e-12))
    #expect(profile.intensity(at: 10.25) == profile.intensity(at: 10.25 + 168 * 52))
    #expect(profile.intensity(at: 10.25) == profile.intensity(at: 10.25 - 168))
    #expect(profile.intensity(at: 3) == 0)
    #expect(HourOfWeekProfile.uniform.intensity(at: 99.9) == 1)
  }

  @Test func `advancing inverts the integral of the intensity`() throws {
    let profile = try Self.office()
    var stream = RandomStream.test()
    for _ in 0..<300 {
      let start = 2000 * stream.uniform() - 300
      let mass = 2.5 * stream.uniform()
      let end = profile.advance(from: start, byWeeks: mass)
      #expect(end >= start)
      #expect(profile.intensity(at: end) > 0)
      #expect(abs(Self.integral(profile, from: start, to: end) - mass) < 1e-9)
      #expect(abs(profile.weeks(from: start, to: end) - mass) < 1e-9)
    }
  }

  @Test func `a uniform profile advances like a clock`() {
    let profile = HourOfWeekProfile.uniform
    for (start, mass) in [(0.0, 0.5), (100.3, 1.0), (-20.0, 3.25), (167.9999, 1e-6)] {
      #expect(
        abs(profile.advance(from: start, byWeeks: mass) - (start + 168 * mass)) < 1e-9)
    }
  }

  @Test func `nothing happens while the profile is closed`() throws {
    let profile = try Self.office()
    // Sunday noon: the next open moment is Monday at six.
    #expect(profile.advance(from: 156, byWeeks: 0) == 168 + 6)
    #expect(profile.advance(from: 10.5, byWeeks: 0) == 10.5)
    // Every night is a pause too: from Tuesday at two, Tuesday at six.
    #expect(profile.advance(from: 26, byWeeks: 0) == 30)
    #expect(profile.advance(from: 26 + 168 * 9, byWeeks: 0) == 30 + 168 * 9)
    // A whole week's activity from Monday 00:00 ends when the next week opens.
    #expect(profile.advance(from: 0, byWeeks: 1) == 168 + 6)
    #expect(profile.advance(from: 0, byWeeks: 3) == 3 * 168 + 6)
  }

  @Test func `a single open hour takes everything`() throws {
    var shares = [Double](repeating: 0, count: 168)
    shares[167] = 0.3
    let profile = try HourOfWeekProfile(shares: shares)
    #expect(isClose(profile.advance(from: 0, byWeeks: 0.25), 167.25, relative: 1e-12))
    #expect(isClose(profile.advance(from: 167.5, byWeeks: 0.75), 335.25, relative: 1e-12))
    #expect(profile.intensity(at: 167) == 168)
  }

  @Test func `Poisson arrivals fall into the hours in proportion to the shares`() throws {
    let profile = try Self.office()
    var stream = RandomStream.test(31)
    var counts = [Int](repeating: 0, count: 168)
    let (rate, weeks) = (40.0, 1500.0)
    var hour = 0.0
    while true {
      hour = profile.advance(from: hour, byWeeks: stream.exponential(mean: 1 / rate))
      if hour >= weeks * 168 { break }
      counts[Int(hour.truncatingRemainder(dividingBy: 168))] += 1
    }
    #expect(counts.indices.allSatisfy { profile.shares[$0] > 0 || counts[$0] == 0 })
    #expect(Evidence.agreement(of: counts, with: profile.shares) > Evidence.falseAlarmRate)
    let total = Double(counts.reduce(0, +))
    #expect(abs(total - rate * weeks) / (rate * weeks).squareRoot() < Evidence.greatestScore)
  }

  @Test func `weekly counts of Poisson arrivals are Poisson`() throws {
    let profile = try Self.office()
    var stream = RandomStream.test(32)
    var weekly = [Int](repeating: 0, count: 5000)
    var hour = profile.advance(from: 0, byWeeks: stream.exponential(mean: 1.0 / 6))
    while hour < 5000 * 168 {
      weekly[Int(hour / 168)] += 1
      hour = profile.advance(from: hour, byWeeks: stream.exponential(mean: 1.0 / 6))
    }
    var counts = [Int](repeating: 0, count: 40)
    for count in weekly { counts[min(39, count)] += 1 }
    let probabilities = (0..<40 as Range<UInt32>).map { gsl_ran_poisson_pdf($0, 6) }
    #expect(Evidence.agreement(of: counts, with: probabilities) > Evidence.falseAlarmRate)
  }

  @Test func `restricting closes hours and keeps the proportions of the rest`() throws {
    let profile = try Self.office()
    let weekdays = try profile.restricted { $0 < 120 }
    #expect(weekdays.intensity(at: 130) == 0)
    let ratio = weekdays.intensity(at: 34) / profile.intensity(at: 34)
    #expect(isClose(weekdays.intensity(at: 60) / profile.intensity(at: 60), ratio, relative: 1e-12))
    #expect(throws: DistributionError.self) { try profile.restricted { _ in false } }
  }

  @Test func `a profile needs 168 admissible shares`() {
    func refused(_ shares: [Double]) -> DistributionError? {
      #expect(throws: DistributionError.self) { try HourOfWeekProfile(shares: shares) }
    }
    #expect(refused([1, 2, 3])?.found == "3 numbers")
    #expect(refused([Double](repeating: 0, count: 168))?.found == "all zero")
    #expect(refused([-1] + [Double](repeating: 1, count: 167))?.found == "-1")
    #expect(refused([.nan] + [Double](repeating: 1, count: 167))?.found == "nan")
  }

  /// The integral of the intensity in weeks, cell by cell.
  private static func integral(
    _ profile: HourOfWeekProfile, from start: Double, to end: Double
  ) -> Double {
    var sum = 0.0
    var hour = start
    while hour < end {
      let next = min(end, hour.rounded(.down) + 1)
      sum += (next - hour) * profile.intensity(at: (hour + next) / 2) / 168
      hour = next
    }
    return sum
  }
}
