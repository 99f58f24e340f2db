/// One assumption moved from its default towards one end of its range.
public struct FlipDirection: Sendable {
  /// Which assumption, by position.
  public let axis: Int
  /// The end: 0 for the low one, 1 for the high one.
  public let end: Double
  /// What is known.
  public internal(set) var status = Status.promising
  /// The lead of the recommended policy over the best other one at the end of the range, in the unit
  /// of the measure and more being better, as the screening estimates it; nil if undefined.
  public private(set) var leadAtEnd: Double?
  /// The best other policy at the end of the range.
  public private(set) var rivalAtEnd: Int?
  /// What the search found; nil where there was none.
  public private(set) var boundary: FlipBoundary?
  /// Every point that the search looked at.
  private(set) var line: FlipLine?
  /// Policies that may overtake on the way.
  private(set) var rivals: [Int] = []
  /// Share of the way at which the flip is expected were leads straight lines.
  private(set) var expectedShare = Double.infinity

  /// What is known about a direction.
  public enum Status: String, Sendable {
    /// Nothing that policies are worth changes at all.
    case ineffective
    /// At the end of the range the recommended policy is ahead by more than luck explains.
    case distant
    /// A flip may lie here; it was not searched for, since others are more promising.
    case promising
    /// A flip was searched for.
    case searched
  }

  init(axis: Int, end: Double) {
    self.axis = axis
    self.end = end
  }

  /// Judges by what policies are worth at the end.
  ///
  /// What is known well is the lead at the default; what the few replications at the end add is by
  /// how much it changes, replication by replication. A direction is promising unless the lead
  /// exceeds two standard errors of a lead over so few replications.
  mutating func screen(_ worth: PolicyWorth, from base: FlipBase) {
    let count = worth.values.lazy.compactMap { $0?.count }.first ?? 0
    let size = Double(count).squareRoot()
    let start = PolicyWorth(values: base.worth.values.map { $0.map { Array($0.prefix(count)) } })
    let own = base.recommended
    let others = base.contenders.filter { $0 != own }
    var close: [(rival: Int, margin: Double)] = []
    for rival in others {
      let known = base.worth.lead(of: own, over: rival)
      let change = worth.lead(of: own, over: rival) - start.lead(of: own, over: rival)
      let lead = known + change
      guard !lead.isNaN else { continue }
      let doubt = 2 * Self.deviation(of: own, over: rival, base.worth, worth) / size
      close.append((rival, lead - 2 * doubt))
      if lead < leadAtEnd ?? .infinity { (leadAtEnd, rivalAtEnd) = (lead, rival) }
      guard lead <= doubt else { continue }
      let fall = known - lead
      expectedShare = min(expectedShare, fall > 0 ? known / fall : .greatestFiniteMagnitude)
    }
    let isSame = others.allSatisfy { worth.values[$0] == start.values[$0] }
    if isSame, worth.values[own] == start.values[own] {
      status = .ineffective
    } else if expectedShare == .infinity {
      status = .distant
    }
    close.sort { $0.margin == $1.margin ? $0.rival < $1.rival : $0.margin < $1.margin }
    rivals = close.enumerated().filter { $0.offset < 2 || $0.element.margin < 0 }
      .map(\.element.rival).sorted()
  }

  /// Standard deviation of a lead between replications: at the default, or at the end if that is
  /// more.
  private static func deviation(
    of policy: Int, over rival: Int, _ start: PolicyWorth, _ end: PolicyWorth
  ) -> Double {
    [start, end].compactMap {
      Estimate($0.differences(of: policy, over: rival)).standardDeviation
    }.max() ?? 0
  }

  /// Takes over what a search found.
  mutating func conclude(_ line: FlipLine, _ resamples: Resamples, _ axis: FlipAxis) {
    self.line = line
    boundary = FlipBoundary(line, resamples, axis, end: end)
    if let end = line.nodes.last?.worth.lead(of: line.recommended, over: line.rivals) {
      (leadAtEnd, rivalAtEnd) = (end.lead, end.rival)
    }
  }
}

/// Where, on the way to one end of a range, the recommended policy is first overtaken.
public struct FlipBoundary: Sendable, Equatable {
  /// The value at which it is overtaken, in the notation of the assumption; nil where on average it
  /// never is.
  public let value: Double?
  /// End of the interval for the value on the side of the default; nil where it lies beyond the
  /// range.
  public let near: Double?
  /// The other end of the interval; nil where it lies beyond the range.
  public let far: Double?
  /// How far the value lies from the default, as a share of the whole range.
  public let distance: Double?
  /// The same for the near end of the interval.
  public let nearDistance: Double?
  /// The same for the far end of the interval.
  public let farDistance: Double?
  /// Share of resamples with a boundary within the range, among those in which the recommended
  /// policy is the best at the default; nil where there are none.
  public let probability: Double?
  /// Policies that overtake, with their shares of the resamples that have a boundary; most frequent
  /// first.
  public let overtakers: [Overtaker]
  /// Points looked at, the default included.
  public let points: Int
  /// Runs on the way that have no value of the measure.
  public let undefinedRuns: Int

  /// A policy that overtakes.
  public struct Overtaker: Sendable, Equatable {
    /// Its position.
    public let policy: Int
    /// Share of the resamples with a boundary in which it is the one.
    public let share: Double
  }

  init(_ line: FlipLine, _ resamples: Resamples, _ axis: FlipAxis, end: Double) {
    let start = axis.referencePosition
    func number(_ share: Double?) -> Double? {
      share.map { axis.number(at: start + $0 * (end - start)) }
    }
    func distance(_ share: Double?) -> Double? { share.map { $0 * abs(end - start) } }
    let crossings = line.crossings(resamples)
    let interval = resamples.interval(of: crossings.map { $0?.position ?? .infinity })
    let found = line.crossing()
    let near = interval.low.isFinite ? interval.low : nil
    let far = interval.high.isFinite ? interval.high : nil
    value = number(found?.position)
    (self.near, self.far) = (number(near), number(far))
    self.distance = distance(found?.position)
    (nearDistance, farDistance) = (distance(near), distance(far))
    let sound = crossings.filter { $0?.position != 0 }
    let flipped = sound.compactMap { $0 }
    probability = sound.isEmpty ? nil : Double(flipped.count) / Double(sound.count)
    let rivals = Set(flipped.map(\.rival)).sorted()
    overtakers = rivals.map { rival in
      Overtaker(
        policy: rival,
        share: Double(flipped.count { $0.rival == rival }) / Double(flipped.count))
    }.sorted { $0.share == $1.share ? $0.policy < $1.policy : $0.share > $1.share }
    points = line.nodes.count
    undefinedRuns = line.nodes.reduce(0) { $0 + $1.worth.undefined }
  }
}
