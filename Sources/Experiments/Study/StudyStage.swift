import WorkplaceModel

/// A stage of a study: plans that are simulated side by side, and where their runs are kept.
struct StudyStage: Sendable {
  /// What it is about: `policies`, `counterfactuals`, `decisionRules`, `corners`.
  let name: String
  let plans: [StudyPlan]
  /// Number of the first cell (plan and replication) among those of the whole study.
  private let firstCell: Int

  /// Creates a stage.
  init(_ name: String, _ plans: [StudyPlan], firstCell: Int) {
    self.name = name
    self.plans = plans
    self.firstCell = firstCell
  }

  /// The stage after this one.
  func next(_ name: String, _ plans: [StudyPlan]) -> StudyStage {
    StudyStage(name, plans, firstCell: firstCell + self.plans.reduce(0) { $0 + $1.replications })
  }

  /// The number of a cell among those of the whole study.
  func cell(_ plan: Int, _ replication: Int) -> Int {
    firstCell + plans[..<plan].reduce(0) { $0 + $1.replications } + replication
  }

  /// Where a run is kept.
  func address(_ plan: Int, _ arm: Int, _ replication: Int) -> RunAddress {
    RunAddress(
      point: plans.count == 1 ? name : "\(name)/\(plan)", arm: plans[plan].arms[arm].key,
      replication: replication)
  }

  /// Every run of the stage, in order.
  func forEachRun(
    _ body: (_ plan: Int, _ arm: Int, _ replication: Int) throws -> Void
  ) rethrows {
    for plan in plans.indices {
      for arm in plans[plan].arms.indices {
        for replication in 0..<plans[plan].replications { try body(plan, arm, replication) }
      }
    }
  }
}

/// How stages are worked through: what is kept already, what is to be simulated, on how many threads.
struct StageWork {
  let archive: (any RunArchive)?
  /// The runs that the archive had when the study began.
  let kept: Set<RunAddress>
  let mode: SimulatedRuns.Mode
  let threads: Int
  let meter: ExperimentMeter

  /// Tells the meter what all stages need.
  ///
  /// - Parameter first: the first replication that it has not been told of.
  /// - Throws: ``MissingRuns`` where nothing may be simulated and something is missing.
  func prepare(_ stages: [StudyStage], from first: Int = 0) throws {
    if mode == .archivedOnly {
      var missing: [RunAddress] = []
      var wanted = 0
      for stage in stages {
        stage.forEachRun { plan, arm, replication in
          wanted += 1
          let address = stage.address(plan, arm, replication)
          if !kept.contains(address) { missing.append(address) }
        }
      }
      if !missing.isEmpty { throw MissingRuns(missing, of: wanted) }
    }
    for stage in stages {
      for (number, plan) in stage.plans.enumerated() {
        for replication in 0..<plan.replications
        where replication >= first && isOurs(stage, number, replication) {
          expect(plan, stage, number, replication)
        }
      }
    }
  }

  private func expect(
    _ plan: StudyPlan, _ stage: StudyStage, _ number: Int, _ replication: Int
  ) {
    var needed = 0
    for arm in plan.arms.indices {
      meter.expect(1, of: plan.arms[arm].index, weeks: plan.weeksOfRun)
      if kept.contains(stage.address(number, arm, replication)) {
        meter.found(plan.arms[arm].index, weeks: plan.weeksOfRun)
      } else {
        needed += 1
      }
    }
    if needed > 0 { meter.expectWarmUp(weeks: plan.sharedWeeks) }
  }

  private func isOurs(_ stage: StudyStage, _ plan: Int, _ replication: Int) -> Bool {
    guard case .shard(let shard) = mode else { return true }
    return shard.has(cell: stage.cell(plan, replication))
  }

  /// The runs of a stage by plan, arm and replication, found or simulated; those of a shard are kept
  /// in the archive only, and none is returned.
  ///
  /// - Parameter known: the first runs of every arm of the first plan, as far as they are there.
  func runs(
    of stage: StudyStage, beginningWith known: [[PolicyRun]] = []
  ) async throws -> [[[PolicyRun]]] {
    meter.begin(stage.name)
    var runs = stage.plans.map { plan in
      [[PolicyRun?]](
        repeating: Array(repeating: nil, count: plan.replications), count: plan.arms.count)
    }
    for (arm, known) in known.enumerated() {
      for (replication, run) in known.enumerated() { runs[0][arm][replication] = run }
    }
    var isNeeded = runs.map { $0.map { $0.map { $0 == nil } } }
    try stage.forEachRun { plan, arm, replication in
      guard isNeeded[plan][arm][replication] else { return }
      let address = stage.address(plan, arm, replication)
      guard isOurs(stage, plan, replication) else {
        return isNeeded[plan][arm][replication] = false
      }
      guard kept.contains(address), let bytes = try archive?.bytes(of: address),
        let run = PolicyRun(
          bytes: bytes, plan: stage.plans[plan], arm: stage.plans[plan].arms[arm])
      else { return }
      isNeeded[plan][arm][replication] = false
      if mode.needsOutcomes { runs[plan][arm][replication] = run }
    }
    let needed = isNeeded
    try await simulate(stage, { needed[$0][$1][$2] }) { plan, arm, replication, run in
      try archive?.keep(run.bytes, at: stage.address(plan, arm, replication))
      if mode.needsOutcomes { runs[plan][arm][replication] = run }
      meter.runDone(stage.plans[plan].arms[arm].index)
    }
    return runs.map { $0.map { $0.compactMap { $0 } } }
  }

  /// Simulates runs that are needed, at most `threads` at a time.
  private func simulate(
    _ stage: StudyStage, _ isNeeded: (_ plan: Int, _ arm: Int, _ replication: Int) -> Bool,
    _ collect: (_ plan: Int, _ arm: Int, _ replication: Int, PolicyRun) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (plan: Int, outcome: StudyPlan.Outcome).self) { group in
      var queue = JobQueue(stage.plans, isNeeded)
      var running = 0
      let meter = meter
      while true {
        while running < threads, let entry = queue.next() {
          running += 1
          let plan = stage.plans[entry.plan]
          group.addTask { (entry.plan, try plan.perform(entry.job, meter)) }
        }
        guard let (number, outcome) = try await group.next() else { break }
        running -= 1
        switch outcome {
        case .warm(let replication, let world):
          let jobs = stage.plans[number].jobs(replication, from: world) { isNeeded(number, $0, $1) }
          queue.add(jobs, plan: number)
        case .done(let replication, let arm, let run):
          try collect(number, arm, replication, run)
        }
      }
    }
  }
}

extension SimulatedRuns.Mode {
  /// Whether anything is concluded from the runs here.
  var needsOutcomes: Bool {
    if case .shard = self { false } else { true }
  }
}

extension StudyPlan {
  /// Does a job, and tells the meter of its weeks and how long they took.
  func perform(_ job: Job, _ meter: ExperimentMeter) throws -> Outcome {
    let (kind, weeks): (ExperimentMeter.Kind, Int) =
      switch job {
      case .warmUp: (.warmUp, scenario.warmUpWeeks)
      case .run(_, let arm, _): (.policy(arms[arm].index), weeksOfRun)
      }
    let start = ContinuousClock.now
    let outcome = try perform(job) { meter.weekDone(kind) }
    meter.jobDone(kind, weeks: weeks, took: ContinuousClock.now - start)
    return outcome
  }
}
