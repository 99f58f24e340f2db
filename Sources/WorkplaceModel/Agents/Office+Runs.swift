import EventKernel
import Randomness

/// Agent runs: sessions made of requests, requests made of tokens, tokens that call tools.
extension Office {
  /// Starts the run that goes with an agent-assisted item, if the hours are worth a session.
  ///
  /// The number of sessions is the expected number for the hours, rounded at random without bias.
  mutating func startRun(
    for slot: Int32, lasting hours: Double, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let owner = items[slot].maker
    var stream = key.stream(
      .agentRun, entity: items[slot].sourceEntity, index: items[slot].identity)
    let sessions = Int32(platform.sessionsPerHour * hours + stream.uniform())
    guard sessions > 0 else { return }
    items[slot].flags.insert(.agentPartPending)
    let run = runs.insert(
      AgentRun(
        owner: owner, item: slot, sessionsLeft: sessions, requestsLeft: 0, technique: -1,
        automated: false, cold: true, tokenBudget: .infinity, sessionTokens: 0, stream: stream))
    startSession(run, in: &scheduler)
  }

  mutating func startSession(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    runs[run].sessionsLeft -= 1
    runs[run].cold = true
    runs[run].sessionTokens = 0
    runs[run].requestsLeft = Int32(
      max(1, platform.requestsPerSession.sample(from: &runs[run].stream)))
    let owner = Int(runs[run].owner)
    telemetry[owner].sessions += 1
    if !isAtWork(Int32(owner), at: scheduler.now) { telemetry[owner].outOfHoursSessions += 1 }
    markActiveDay(run, at: scheduler.now)
    request(run, in: &scheduler)
  }

  private mutating func markActiveDay(_ run: Int32, at now: Double) {
    let owner = Int(runs[run].owner)
    let offset = teams[Int(members[owner].team)].calendar.timeZoneOffset
    let day = UInt8(truncatingIfNeeded: Int(((now + offset) / 24).rounded(.down)) % 7)
    let bit = UInt8(1) << day
    telemetry[owner].activeDayMask |= bit
    guard !runs[run].isGaming else { return }
    members[owner].honestDayMask |= bit
    let item = runs[run].item
    if item >= 0, items[item].flags.contains(.fasterWithAgent) {
      members[owner].usefulDayMask |= bit
    }
  }

  /// Asks the platform for the next reply; on a rate-limited platform the request may have to wait.
  mutating func request(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    guard let concurrency = platform.concurrency else {
      let interval =
        runs[run].automated
        ? platform.latencyHours.sample(from: &runs[run].stream)
        : platform.thinkTimeHours.sample(from: &runs[run].stream)
      scheduler.schedule(.reply(run: run), after: max(0, interval))
      return
    }
    if requestsInService < concurrency {
      serve(run, in: &scheduler)
    } else {
      _ = requestLine.enqueue(run, line: 0, band: 0)
    }
  }

  private mutating func serve(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    requestsInService += 1
    let latency = platform.latencyHours.sample(from: &runs[run].stream)
    scheduler.schedule(.reply(run: run), after: max(0, latency))
  }

  /// A reply arrives: its tokens are counted and the run goes on, or ends.
  mutating func receiveReply(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    if platform.concurrency != nil {
      requestsInService -= 1
      if let next = requestLine.dequeue(line: 0) { serve(next, in: &scheduler) }
    }
    let tokens = countTokens(of: run)
    runs[run].sessionTokens += tokens
    runs[run].requestsLeft -= 1
    if runs[run].isGaming {
      runs[run].tokenBudget -= tokens
      if runs[run].tokenBudget <= 0 {
        runs[run].requestsLeft = 0
        runs[run].sessionsLeft = 0
      }
    }
    if runs[run].requestsLeft > 0 {
      continueSession(run, in: &scheduler)
      return
    }
    endSession(run, in: &scheduler)
    if runs[run].sessionsLeft > 0 {
      startSession(run, in: &scheduler)
    } else {
      endRun(run, in: &scheduler)
    }
  }

  private mutating func continueSession(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    if platform.concurrency != nil, !runs[run].automated {
      let pause = platform.thinkTimeHours.sample(from: &runs[run].stream)
      scheduler.schedule(.request(run: run), after: max(0, pause))
    } else {
      request(run, in: &scheduler)
    }
  }

  /// Draws and books the tokens of one request, by class; returns their sum.
  private mutating func countTokens(of run: Int32) -> Double {
    let owner = Int(runs[run].owner)
    let factor = members[owner].tokenFactor
    let prompt = max(0, platform.promptTokens.sample(from: &runs[run].stream)) * factor
    let output = max(0, platform.outputTokens.sample(from: &runs[run].stream)) * factor
    let cacheRead =
      prompt * (runs[run].cold ? platform.firstCacheReadShare : platform.cacheReadShare)
    runs[run].cold = false
    let uncached = prompt - cacheRead
    let cacheWrite = uncached * platform.cacheWriteShare
    let total = prompt + output
    telemetry[owner].requests += 1
    telemetry[owner].cacheReadTokens += cacheRead
    telemetry[owner].cacheWriteTokens += cacheWrite
    telemetry[owner].freshInputTokens += uncached - cacheWrite
    telemetry[owner].outputTokens += output
    if runs[run].isGaming {
      truth[owner].gamingTokens += total
      if members[owner].techniques.contains(.mislabelling) {
        truth[owner].mislabelledTokens += total
        telemetry[owner].productiveLabelTokens += total
      }
    } else {
      truth[owner].honestTokens += total
      telemetry[owner].productiveLabelTokens += total
    }
    return total
  }

  /// The tools the session called take effect: at once, or hidden in the change it works on.
  private mutating func endSession(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let owner = runs[run].owner
    let tokens = runs[run].sessionTokens
    telemetry[Int(owner)].toolCalls += tokens * platform.callsPerMegatoken / 1e6
    let isGaming = runs[run].isGaming
    doImmediateHarm(run, tokens: tokens, in: &scheduler)
    let acceptance = members[Int(owner)].acceptance
    let write = tokens * guards.writeHarm.passing(acceptance)
    let deploy = tokens * guards.deployHarm.passing(acceptance)
    if isGaming {
      openJunkChanges(run, write: write, deploy: deploy, in: &scheduler)
    } else {
      let item = runs[run].item
      items[item].latentWrite += Float(write)
      items[item].latentDeploy += Float(deploy)
    }
  }

  private mutating func doImmediateHarm(
    _ run: Int32, tokens: Double, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let owner = runs[run].owner
    let isGaming = runs[run].isGaming
    let acceptance = members[Int(owner)].acceptance
    for index in guards.immediateHarm.indices where guards.doesHarm {
      let expected = tokens * guards.immediateHarm[index].passing(acceptance)
      expectedIncidents[index] += expected
      if isGaming { expectedGamingIncidents[index] += expected }
    }
    let total = tokens * guards.immediateHarmTotal.passing(acceptance)
    if total > 0, runs[run].stream.uniform() < total {
      let kind = pickClass(runs[run].stream.uniform(), passing: acceptance)
      cause(kind, by: owner, because: .agentError, fromGaming: isGaming, in: &scheduler)
    }
  }

  private func pickClass(_ uniform: Double, passing acceptance: Double) -> IncidentClass {
    var rest = uniform * guards.immediateHarmTotal.passing(acceptance)
    for kind in IncidentClass.allCases {
      rest -= guards.immediateHarm[kind.rawValue].passing(acceptance)
      if rest < 0 { return kind }
    }
    return .missentMessage
  }

  private mutating func endRun(_ run: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let item = runs[run].item
    runs.remove(run)
    guard item >= 0 else { return }
    items[item].flags.remove(.agentPartPending)
    if items[item].flags.contains(.humanPartDone) { deliver(item, in: &scheduler) }
  }
}
