/// What a resource pool observed since the last reset.
public struct PoolStatistics: Sendable, Equatable, BitwiseCopyable {
  /// Units that existed.
  public var capacity: TimeAverage
  /// Units held.
  public var unitsInUse: TimeAverage
  /// Customers in line, evicted ones included.
  public var queueLength: TimeAverage
  /// Time from each request to its first grant, zeros included.
  ///
  /// A customer who was in line at a reset is tallied with its whole wait when served.
  public var waits: Tally
  /// Requests made.
  public var requests = 0
  /// First grants that followed a wait of zero length.
  public var immediateGrants = 0
  /// Claims released after holding.
  public var releases = 0
  /// Claims withdrawn while waiting.
  public var withdrawals = 0
  /// Times a holder was evicted.
  public var preemptions = 0

  @inlinable init(capacity: Int, at time: Double) {
    self.capacity = TimeAverage(Double(capacity), at: time)
    unitsInUse = TimeAverage(at: time)
    queueLength = TimeAverage(at: time)
    waits = Tally()
  }

  /// Share of the units that existed that were held, over time; nan before any time has passed.
  @inlinable public func utilisation(at time: Double) -> Double {
    unitsInUse.integral(at: time) / capacity.integral(at: time)
  }

  /// Forgets the past; the present capacity, use and queue length stay.
  @inlinable mutating func reset(at time: Double) {
    self = PoolStatistics(
      capacity: capacity, unitsInUse: unitsInUse, queueLength: queueLength, at: time)
  }

  @inlinable init(
    capacity: TimeAverage, unitsInUse: TimeAverage, queueLength: TimeAverage, at time: Double
  ) {
    self.capacity = TimeAverage(capacity.value, at: time)
    self.unitsInUse = TimeAverage(unitsInUse.value, at: time)
    self.queueLength = TimeAverage(queueLength.value, at: time)
    waits = Tally()
  }

  @inlinable mutating func recordGrant(waited: Double) {
    waits.add(waited)
    if waited == 0 { immediateGrants &+= 1 }
  }
}
