import EventKernel

/// One unit of service, kept by a resource pool or by hand with a waiting room.
///
/// A pool of several units has three; A and H need all of them, B and C two each, so that one at a
/// time is served there too.
struct TieFacility: Sendable {
  enum Claim: BitwiseCopyable, Sendable {
    case pool(ResourcePool<ProcessID>.Claim)
    case room(WaitingRoom<ProcessID>.Ticket)
  }

  struct Notice {
    let process: ProcessID
    let isGrant: Bool
  }

  private var pool: ResourcePool<ProcessID>?
  private let units: Int
  // By hand: a line of waiting customers, and a line of those being served.
  private var room = WaitingRoom<ProcessID>(lines: 2, bands: 2)
  private var roomCapacity = 1
  private var served: [ProcessID] = []

  init(_ facility: TieMatrixTests.Facility) {
    units = facility == .pool || facility == .preemptivePool ? 3 : 1
    if facility != .waitingRoom {
      pool = ResourcePool(
        capacity: units, priorities: 2, isPreemptive: facility.isPreemptive)
    }
  }

  var capacity: Int { pool?.capacity ?? roomCapacity }
  var unitsInUse: Int { pool?.unitsInUse ?? room.count(line: 1) }
  var waitingCount: Int { pool?.waitingCount ?? room.count(line: 0) }

  /// Whether the first in line could be served with the units that nobody holds.
  var isIdleBesideWaiting: Bool {
    guard waitingCount > 0 else { return false }
    return (pool?.unitsFree ?? (roomCapacity - room.count(line: 1))) >= (units == 3 ? 2 : 1)
  }

  /// Whether the units held add up to the units in use.
  var isConserved: Bool {
    guard let pool else { return true }
    var holders = 0
    pool.forEachHolding { _, _, _ in holders += 1 }
    return holders <= 1 && (pool.unitsInUse > 0) == (holders == 1)
  }

  mutating func request(
    _ process: ProcessID, isUrgent: Bool, at time: Double
  ) -> (claim: Claim, isGranted: Bool) {
    let band = isUrgent ? 0 : 1
    guard pool == nil else {
      let units = units == 1 ? 1 : (isUrgent || unitsInUse == 0 ? 3 : 2)
      let admission = pool?.request(process, units: units, priority: band, at: time)
      guard let admission else { preconditionFailure("there is a pool") }
      return (.pool(admission.claim), admission.isGranted)
    }
    let isGranted = room.isEmpty(line: 0) && room.count(line: 1) < roomCapacity
    let ticket = room.enqueue(process, line: isGranted ? 1 : 0, band: band)
    return (.room(ticket), isGranted)
  }

  mutating func release(_ claim: Claim, at time: Double) -> Bool {
    switch claim {
    case .pool(let claim): return pool?.release(claim, at: time) != nil
    case .room(let ticket):
      guard room.position(ticket)?.line == 1 else { return false }
      room.withdraw(ticket)
      serve()
      return true
    }
  }

  mutating func withdraw(_ claim: Claim, at time: Double) -> Bool {
    switch claim {
    case .pool(let claim): return pool?.withdraw(claim, at: time) != nil
    case .room(let ticket):
      guard room.position(ticket)?.line == 0 else { return false }
      room.withdraw(ticket)
      serve()
      return true
    }
  }

  mutating func setCapacity(_ capacity: Int, at time: Double, evicting: Bool) {
    pool?.setCapacity(capacity, at: time, evicting: evicting)
    guard pool == nil else { return }
    roomCapacity = capacity
    serve()
  }

  mutating func nextNotice() -> Notice? {
    if let notice = pool?.nextNotice() {
      return Notice(process: notice.customer, isGrant: notice.kind == .granted)
    }
    return served.isEmpty ? nil : Notice(process: served.removeFirst(), isGrant: true)
  }

  private mutating func serve() {
    while room.count(line: 1) < roomCapacity, let next = room.first(line: 0) {
      room.move(next.ticket, toLine: 1, band: next.band)
      served.append(next.element)
    }
  }
}
