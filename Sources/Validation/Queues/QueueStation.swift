import EventKernel
import Randomness

/// A station with Poisson arrivals on the kernel's resource pool: finite rooms, impatient customers
/// and percentiles, which an office does not have.
struct QueueStation: SimulationModel {
  /// What a station is made of; times are in any unit.
  struct Design: Sendable {
    /// Customers per unit of time.
    var arrivalRate: Double
    /// Time that one service takes.
    var service: Distribution
    var servers = 1
    /// Most customers in the system; those who find it full are lost.
    var room = Int.max
    /// Rate at which a waiting customer gives up.
    var impatience = 0.0
  }

  /// What was observed in one stretch of time.
  struct Figures: Sendable {
    var arrivals = 0
    var lost = 0
    var abandoned = 0
    var served = 0
    /// Customers who had to wait, those who gave up included.
    var delayed = 0
    /// Time from arrival to service or to giving up, over all who entered.
    var waits = Tally()
    var sojourns = Tally()
    var queueLength = 0.0
    var busy = 0.0
    /// Share of time in which nobody was there.
    var emptyShare = 0.0
    /// Every wait and sojourn, where percentiles are wanted.
    var waitList: [Double] = []
    var sojournList: [Double] = []
    /// Moments of the services drawn: sums of S, S² and S³.
    var serviceSums = (0.0, 0.0, 0.0)

    /// Mean number in the system.
    var present: Double { queueLength + busy }
  }

  struct Customer: BitwiseCopyable, Sendable {
    let arrival: Double
    let service: Double
    var claim: ResourcePool<ProcessID>.Claim?
  }

  enum Event: BitwiseCopyable, Sendable {
    case arrives
    case served(Wake)
    case loses(Wake)
  }

  let design: Design
  let keepsTimes: Bool
  var luck: RandomStream
  var servers: ResourcePool<ProcessID>
  var customers = ProcessTable<Customer>()
  var figures = Figures()
  var stretchStart = 0.0
  /// Time without anybody in the stretch, and since when there has been nobody.
  var emptyTime = 0.0
  var emptySince = 0.0

  private init(_ design: Design, keepsTimes: Bool, luck: RandomStream) {
    self.design = design
    self.keepsTimes = keepsTimes
    self.luck = luck
    servers = ResourcePool(capacity: design.servers)
  }

  /// Runs a station through a warm-up and a number of equal stretches of time.
  ///
  /// - Parameters:
  ///   - customers: expected arrivals in each stretch; the warm-up is as long as one stretch.
  ///   - keepsTimes: whether every wait and sojourn is kept.
  static func run(
    _ design: Design, batches: Int, customers: Int, keepsTimes: Bool = false, seed: UInt64
  ) -> [Figures] {
    let luck = RandomStream(
      StreamKey(seed: seed, replication: 0), purpose: 0, entity: 0, index: 0)
    var simulation = Simulation(QueueStation(design, keepsTimes: keepsTimes, luck: luck))
    simulation.scheduler.schedule(.arrives, at: 0)
    let length = Double(customers) / design.arrivalRate
    simulation.run(until: length)
    return (0..<batches).map { batch in
      let start = simulation.scheduler.now
      simulation.model.beginStretch(at: start)
      simulation.run(until: start + length)
      return simulation.model.closeStretch(at: simulation.scheduler.now)
    }
  }

  private mutating func beginStretch(at now: Double) {
    figures = Figures()
    servers.resetStatistics(at: now)
    stretchStart = now
    emptyTime = 0
    emptySince = customers.count == 0 ? now : .infinity
  }

  private mutating func closeStretch(at now: Double) -> Figures {
    let statistics = servers.statistics
    figures.queueLength = statistics.queueLength.mean(at: now)
    figures.busy = statistics.unitsInUse.mean(at: now)
    let empty = emptyTime + (emptySince < .infinity ? now - emptySince : 0)
    figures.emptyShare = empty / (now - stretchStart)
    return figures
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrives: arrive(in: &scheduler)
    case .served(let wake): endService(wake, in: &scheduler)
    case .loses(let wake): giveUp(wake, at: scheduler.now)
    }
    while let notice = servers.nextNotice() {
      customers.interrupt(notice.customer)
      figures.delayed += 1
      serve(notice.customer, in: &scheduler)
    }
  }

  private mutating func arrive(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrives, after: luck.exponential(mean: 1 / design.arrivalRate))
    figures.arrivals += 1
    let service = design.service.sample(from: &luck)
    figures.serviceSums.0 += service
    figures.serviceSums.1 += service * service
    figures.serviceSums.2 += service * service * service
    guard customers.count < design.room else {
      figures.lost += 1
      return
    }
    if customers.count == 0 {
      emptyTime += scheduler.now - emptySince
      emptySince = .infinity
    }
    let customer = customers.start(Customer(arrival: scheduler.now, service: service))
    let admission = servers.request(customer, at: scheduler.now)
    customers[customer].claim = admission.claim
    if admission.isGranted {
      serve(customer, in: &scheduler)
    } else if design.impatience > 0 {
      let patience = luck.exponential(mean: 1 / design.impatience)
      scheduler.schedule(.loses(customers.beginWait(customer)), after: patience)
    }
  }

  private mutating func serve(_ customer: ProcessID, in scheduler: inout Scheduler<Event>) {
    record(wait: scheduler.now - customers[customer].arrival)
    let wake = customers.beginWait(customer)
    scheduler.schedule(.served(wake), after: customers[customer].service)
  }

  private mutating func endService(_ wake: Wake, in scheduler: inout Scheduler<Event>) {
    guard let customer = customers.resume(wake) else { return }
    let sojourn = scheduler.now - customers[customer].arrival
    figures.served += 1
    figures.sojourns.add(sojourn)
    if keepsTimes { figures.sojournList.append(sojourn) }
    if let claim = customers[customer].claim { servers.release(claim, at: scheduler.now) }
    leave(customer, at: scheduler.now)
  }

  private mutating func giveUp(_ wake: Wake, at now: Double) {
    guard let customer = customers.resume(wake) else { return }
    figures.abandoned += 1
    figures.delayed += 1
    record(wait: now - customers[customer].arrival)
    if let claim = customers[customer].claim { servers.withdraw(claim, at: now) }
    leave(customer, at: now)
  }

  private mutating func leave(_ customer: ProcessID, at now: Double) {
    customers.end(customer)
    if customers.count == 0 { emptySince = now }
  }

  private mutating func record(wait: Double) {
    figures.waits.add(wait)
    if keepsTimes { figures.waitList.append(wait) }
  }

  static func fingerprintKey(of event: Event) -> UInt64 {
    switch event {
    case .arrives: 0
    case .served(let wake): UInt64(wake.slot) * 2 + 1
    case .loses(let wake): UInt64(wake.slot) * 2 + 2
    }
  }
}

extension [QueueStation.Figures] {
  /// A figure over the stretches, as batch means.
  func mean(_ figure: (QueueStation.Figures) -> Double) -> SampleMean { SampleMean(map(figure)) }

  /// A ratio of two sums over the stretches, with the standard error of a ratio estimator.
  func ratio(
    _ numerator: (QueueStation.Figures) -> Double, to denominator: (QueueStation.Figures) -> Double
  ) -> SampleMean {
    let tops = map(numerator)
    let bottoms = map(denominator)
    let ratio = tops.reduce(0, +) / bottoms.reduce(0, +)
    let typical = bottoms.reduce(0, +) / Double(count)
    let errors = SampleMean(zip(tops, bottoms).map { ($0 - ratio * $1) / typical })
    return SampleMean(value: ratio, standardError: errors.standardError)
  }

  /// The value below which a share of the times of all stretches lies.
  ///
  /// Its standard error is that of the share of times below it, over the density there.
  func quantile(_ share: Double, of times: (QueueStation.Figures) -> [Double]) -> SampleMean {
    let batches = map(times)
    let pooled = batches.flatMap { $0 }.sorted()
    func value(_ share: Double) -> Double {
      pooled[Swift.min(pooled.count - 1, Int(share * Double(pooled.count)))]
    }
    let quantile = value(share)
    let below = SampleMean(
      batches.map { batch in Double(batch.count { $0 <= quantile }) / Double(batch.count) })
    let step = Swift.min(0.01, (1 - share) / 2)
    let slope = (value(share + step) - value(share - step)) / (2 * step)
    return SampleMean(value: quantile, standardError: below.standardError * slope)
  }
}
