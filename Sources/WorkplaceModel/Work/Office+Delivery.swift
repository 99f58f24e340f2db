import Randomness
import EventKernel

/// Finished work is handed over, mended, accepted, and sometimes comes back.
extension Office {
  /// What follows when a member has finished the human part of an item.
  mutating func conclude(
    _ slot: Int32, by member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    if items[slot].activity.isWorkOfAKind { recordFinish(of: slot, at: scheduler.now) }
    switch items[slot].activity {
    case .task, .message:
      items[slot].flags.insert(.humanPartDone)
      if !items[slot].flags.contains(.agentPartPending) { deliver(slot, in: &scheduler) }
    case .review:
      completeReview(slot, by: member, in: &scheduler)
    case .rework:
      completeRework(slot, by: member, in: &scheduler)
    case .repair, .gaming, .building:
      items.remove(slot)
    }
  }

  private mutating func recordFinish(of slot: Int32, at now: Double) {
    let kind = Int(items[slot].kind)
    work[kind].finished += 1
    work[kind].sojournHours += now - items[slot].arrivedAt
  }

  /// Both the person and the agents are done with an item.
  mutating func deliver(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let maker = items[slot].maker
    let usesAgent = items[slot].flags.contains(.usesAgent)
    if usesAgent, items[slot].flags.contains(.untrusted) {
      meetInjection(slot, in: &scheduler)
    }
    guard items[slot].activity == .task else {
      telemetry[Int(maker)].messagesHandled += 1
      truth[Int(maker)].value += items[slot].value
      doLatentHarm(of: slot, in: &scheduler)
      items.remove(slot)
      return
    }
    let index = Int(maker)
    telemetry[index].tasksTried += 1
    truth[index].tasksFinished += 1
    if items[slot].difficulty < 0.5 { truth[index].easyTasks += 1 }
    if usesAgent { telemetry[index].agentTasksTried += 1 }
    guard Double(items[slot].luck.defect) < defectProbability(of: slot) else {
      submit(slot, in: &scheduler)
      return
    }
    items[slot].flags.insert(.defective)
    guard Double(items[slot].luck.notice) < behaviour.selfDetection else {
      submit(slot, in: &scheduler)
      return
    }
    truth[index].defectsNoticed += 1
    if members[index].techniques.contains(.errorHiding) {
      truth[index].defectsHidden += 1
      submit(slot, in: &scheduler)
    } else {
      telemetry[index].errorsReported += 1
      sendBack(slot, to: maker, in: &scheduler)
    }
  }

  /// Probability that a task is defective, by difficulty, by hand or with agents, and by haste.
  ///
  /// Agents are as good as people on items they get right and worse on the rest; the factor for the
  /// rest is such that the average over items is `agentDefectFactor` (1.7, MODEL 3.4).
  private func defectProbability(of slot: Int32) -> Double {
    let item = items[slot]
    let kind = kinds[Int(item.kind)]
    var probability =
      kind.defectProbability
      * max(0, 1 + behaviour.difficultyDefects * (Double(item.difficulty) - 0.5))
    if item.flags.contains(.usesAgent), item.luck.success >= item.successProbability {
      probability *= agentFailureFactor[Int(item.kind)]
    }
    if members[Int(item.maker)].techniques.contains(.cornerCutting) {
      probability *= behaviour.cornerCuttingDefects
    }
    return min(probability, 1)
  }

  /// Gives a defective item back to its maker for rework.
  mutating func sendBack(
    _ slot: Int32, to member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    var rework = items[slot]
    rework.activity = .rework
    rework.priority = UInt8(review.reworkPriority)
    rework.flags = []
    rework.maker = member
    rework.subject = slot
    rework.size = items[slot].size * Double(items[slot].reworkFactor)
    rework.arrivedAt = scheduler.now
    rework.ticket = nil
    offer(items.insert(rework), in: &scheduler)
  }

  private mutating func completeRework(
    _ slot: Int32, by member: Int32, in scheduler: inout Scheduler<OfficeEvent>
  ) {
    let subject = items[slot].subject
    items.remove(slot)
    items[subject].flags.remove(.defective)
    items[subject].flags.insert(.reworked)
    if items[subject].flags.contains(.accepted) {
      truth[Int(member)].value += items[subject].value
      let wasDeployed = isDeployed(subject)
      if wasDeployed { telemetry[Int(member)].reworkDeployments += 1 }
      items.remove(subject)
    } else if items[subject].flags.contains(.submitted) {
      accept(subject, in: &scheduler)
    } else {
      submit(subject, in: &scheduler)
    }
  }

  private mutating func submit(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    items[slot].flags.insert(.submitted)
    telemetry[Int(items[slot].maker)].tasksCompleted += 1
    if kinds[Int(items[slot].kind)].reviewed {
      openChange(slot, in: &scheduler)
    } else {
      accept(slot, in: &scheduler)
    }
  }

  func isDeployed(_ slot: Int32) -> Bool {
    Double(items[slot].luck.deploy) < kinds[Int(items[slot].kind)].deployShare
  }

  /// An item is accepted: its value counts, its hidden harm comes out as far as no review stopped
  /// it, its defects will.
  mutating func accept(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let item = items[slot]
    let index = Int(item.maker)
    let usesAgent = item.flags.contains(.usesAgent)
    items[slot].flags.insert(.accepted)
    telemetry[index].tasksAccepted += 1
    telemetry[index].acceptedStandardHours += item.size
    if !item.flags.contains(.reworked) { telemetry[index].tasksAcceptedFirstTry += 1 }
    if usesAgent {
      telemetry[index].agentTasksAccepted += 1
    }
    if kinds[Int(item.kind)].reviewed {
      telemetry[index].changesMerged += 1
      telemetry[index].hoursToMerge += scheduler.now - item.openedAt
      if usesAgent { telemetry[index].changesMergedWithAgent += 1 }
    }
    truth[index].value += item.value
    doLatentHarm(of: slot, in: &scheduler)
    let wasDeployed = isDeployed(slot)
    if wasDeployed { telemetry[index].deployments += 1 }
    guard item.flags.contains(.defective) else {
      confirm(item.maker, inWeeks: behaviour.reopenWindowWeeks)
      items.remove(slot)
      return
    }
    truth[index].defectsEscaped += 1
    if wasDeployed {
      telemetry[index].failedDeployments += 1
      breakDeployment(slot, in: &scheduler)
    }
    var stream = key.stream(.reopening, entity: item.sourceEntity, index: item.identity)
    let lag = max(0, kinds[Int(item.kind)].reopenLagWeeks.sample(from: &stream))
    if lag > Double(behaviour.reopenWindowWeeks) {
      confirm(item.maker, inWeeks: behaviour.reopenWindowWeeks)
    }
    scheduler.schedule(.surface(item: slot), after: lag * 168)
  }

  /// Books a task as still done once the reopening window has passed.
  private mutating func confirm(_ member: Int32, inWeeks weeks: Int) {
    awaitingConfirmation[Int(member) * (behaviour.reopenWindowWeeks + 1) + weeks] += 1
  }

  /// An escaped defect surfaces: the value is gone until somebody mends it.
  mutating func surface(_ slot: Int32, in scheduler: inout Scheduler<OfficeEvent>) {
    let maker = items[slot].maker
    truth[Int(maker)].value -= items[slot].value
    telemetry[Int(maker)].tasksReopened += 1
    sendBack(slot, to: maker, in: &scheduler)
  }
}
