import WorkplaceModel

extension Measure {
  /// How reviews flow.
  static let works: [Measure] = [
    Measure(
      "review_wait_h", "Review wait", .hours, .work, .lower,
      "Clock hours from opening a change to the start of its review, or to its merge unreviewed.",
      source: "pull-request cycle time, MODEL 3.5",
      formula: .ofWeeks { $0.reviewWaitHours / ($0.changesReviewed + $0.changesOverdue) }),
    Measure(
      "merged_unreviewed_share", "Merged unreviewed", .share, .work, .lower,
      "Changes merged because nobody came to review them, over all changes that left the queue.",
      source: "review saturation, MODEL 4; Faros 2026",
      formula: .ofWeeks { $0.changesOverdue / ($0.changesReviewed + $0.changesOverdue) }),
    Measure(
      "junk_change_share", "Junk changes", .share, .work, .lower,
      "Changes opened by gaming sessions over all changes opened.",
      source: "review congestion, MODEL 1.10",
      formula: .ofWeeks { $0.changesJunk / $0.changesOpened }),
    Measure(
      "changes_opened_count", "Changes opened", .count, .work, .neutral,
      "Changes opened for review per person-week.",
      formula: .ofWeeks { $0.changesOpened / $0.personWeeks }),
    Measure(
      "review_catch_share", "Changes stopped by review", .share, .work, .neutral,
      "Defective changes that a review sent back, over all reviewed changes.",
      formula: .ofWeeks { $0.changesCaught / $0.changesReviewed }),
  ]

  /// How items of each kind queue: the measures of queueing theory, over all weeks' clock hours.
  static func queues(of scenario: Scenario) -> [Measure] {
    scenario.workKinds.indices.flatMap { kind in
      queue(
        kind, name: scenario.workKinds[kind].name,
        queues: scenario.queues(ofWorkKind: kind))
    }
  }

  private static func queue(_ kind: Int, name: String, queues: Double) -> [Measure] {
    let column = columnName(of: name)
    return [
      Measure(
        "wait_\(column)_h", "Wait of \(name)", .hours, .work, .lower,
        "Clock hours from arrival to start of service, mean over started items.",
        source: "Wq of queueing theory",
        formula: .ofWeeks { $0.work[kind].waitHours / $0.work[kind].started }),
      Measure(
        "queue_length_\(column)_count", "Queue of \(name)", .count, .work, .lower,
        "Items waiting in one queue, mean over clock time and over queues.",
        source: "Lq of queueing theory",
        formula: .ofWeeks {
          $0.work[kind].queueHours / ($0.weeks * PeriodTotals.clockHoursPerWeek * queues)
        }),
      Measure(
        "wait_probability_\(column)_share", "Waiting probability of \(name)", .share, .work,
        .lower, "Started items that had to wait at all, over all started items.",
        source: "Erlang's C for M/M/c",
        formula: .ofWeeks { $0.work[kind].waited / $0.work[kind].started }),
      Measure(
        "sojourn_\(column)_h", "Sojourn of \(name)", .hours, .work, .lower,
        "Clock hours from arrival to end of service, mean over finished items.",
        source: "W of queueing theory",
        formula: .ofWeeks { $0.work[kind].sojournHours / $0.work[kind].finished }),
      Measure(
        "finished_\(column)_count", "Finished \(name)", .count, .work, .neutral,
        "Items whose service ended, per person-week.",
        formula: .ofWeeks { $0.work[kind].finished / $0.personWeeks }),
    ]
  }
}

extension PeriodTotals {
  /// Clock hours in a week.
  static let clockHoursPerWeek = 168.0
}

extension Scenario {
  /// How many separate queues a kind of work has: one for each team or employee that does it.
  func queues(ofWorkKind kind: Int) -> Double {
    var queues = 0
    for role in roles where role.workKinds.contains(kind) {
      switch workKinds[kind].assignment {
      case .employee: queues += role.count
      case .team: queues += (role.count + role.teamSize - 1) / role.teamSize
      }
    }
    return Double(queues)
  }
}
