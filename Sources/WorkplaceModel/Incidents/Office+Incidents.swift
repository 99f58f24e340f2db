import EventKernel
import Foundation
import Randomness

/// Harm: expected from the actions taken, drawn around the expectation, found and repaired later.
extension Office {
  /// Harm hidden in a change comes out, as far as no review stopped it.
  ///
  /// The expectation counts the share that its reviewer, if it had one, does not stop; the draw
  /// uses the item's own luck, so that a review that notices the harm stops all of it.
  mutating func doLatentHarm(of slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let write = Double(items[slot].latentWrite)
    let deploy = Double(items[slot].latentDeploy)
    guard guards.doesHarm, write + deploy > 0 else { return }
    let caught = Double(items[slot].catchProbability)
    let share = 1 - caught
    let isCaught = Double(items[slot].luck.harmCatching) < caught
    let isJunk = items[slot].flags.contains(.junk)
    expect(.destructiveAction, write * share, fromGaming: isJunk)
    expect(.badDeploy, deploy * share, fromGaming: isJunk)
    let luck = Double(items[slot].luck.incident)
    guard !isCaught, luck < write + deploy else { return }
    cause(
      luck < write ? .destructiveAction : .badDeploy, by: items[slot].maker,
      because: .agentError, fromGaming: isJunk, in: &scheduler)
  }

  private mutating func expect(_ kind: IncidentClass, _ number: Double, fromGaming: Bool) {
    expectedIncidents[kind.rawValue] += number
    if fromGaming { expectedGamingIncidents[kind.rawValue] += number }
  }

  /// An agent handles content from outside, which may carry instructions of its own.
  mutating func meetInjection(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let harm = guards.injectionHarm(
      ofWorkKind: Int(items[slot].kind), passing: members[Int(items[slot].maker)].acceptance)
    guard guards.doesHarm, harm > 0 else { return }
    expect(guards.injectionClass, harm, fromGaming: false)
    var stream = key.stream(
      .injection, entity: items[slot].sourceEntity, index: items[slot].identity)
    if stream.uniform() < harm {
      cause(
        guards.injectionClass, by: items[slot].maker, because: .injection, fromGaming: false,
        in: &scheduler)
    }
  }

  /// A deployed defect may break what it was deployed to.
  mutating func breakDeployment(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    guard guards.doesHarm, risk.humanIncidentShare > 0 else { return }
    expect(.badDeploy, risk.humanIncidentShare, fromGaming: false)
    expectedDefectIncidents += risk.humanIncidentShare
    // The uniform that decided the deployment is uniform again below its threshold.
    let share = kinds[Int(items[slot].kind)].deployShare
    let luck = share > 0 ? Double(items[slot].luck.deploy) / share : 1
    if luck < risk.humanIncidentShare {
      cause(.badDeploy, by: items[slot].maker, because: .defect, fromGaming: false, in: &scheduler)
    }
  }

  /// Harm is done: it costs money now and hours of the team once it is noticed.
  mutating func cause(
    _ kind: IncidentClass, by member: Int32, because cause: IncidentCause, fromGaming: Bool,
    in scheduler: inout Scheduler<OfficeEvent>
  ) {
    guard guards.doesHarm else { return }
    let index = Int(member)
    members[index].incidentsCaused &+= 1
    var stream = key.stream(
      .incident, entity: firstEmployee + index, index: 1 << 31 | members[index].incidentsCaused)
    let severity = risk.severities[kind.rawValue]
    let loss = min(
      severity.limit, stream.lognormal(zeta: log(severity.median), sigma: severity.sigma))
    let detection = max(0, risk.detectionHours.sample(from: &stream))
    let repair = max(0, risk.repairHours.sample(from: &stream))
    incidents.append(
      IncidentRecord(
        week: 0, hour: scheduler.now, employee: firstEmployee + index, kind: kind, cause: cause,
        fromGaming: fromGaming, lossUSD: loss, detectionHours: detection))
    telemetry[index].incidentsReported += 1
    telemetry[index].lossReported += loss
    if kind == .badDeploy { telemetry[index].restoreHours += detection + repair }
    let slot = items.insert(
      WorkItem(
        kind: 0, activity: .repair, priority: 0, flags: [], maker: -1,
        team: members[index].team, subject: -1, size: repair, remainingHours: repair, value: 0,
        difficulty: 0, successProbability: 0, luck: .none, arrivedAt: scheduler.now,
        openedAt: scheduler.now, latentWrite: 0, latentDeploy: 0, sourceEntity: 0, identity: 0,
        ticket: nil, overdue: nil, reviewHours: 0, reworkFactor: 0))
    scheduler.schedule(.noticed(item: slot), after: detection)
  }
}
