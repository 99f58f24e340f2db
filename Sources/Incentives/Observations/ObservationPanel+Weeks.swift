extension ObservationPanel {
  /// Ends the current week: it becomes the most recent past week, and counting starts again.
  ///
  /// Attributes (``Observable/isAttribute``) keep their values.
  ///
  /// - Complexity: O(employees × observables)
  public mutating func advanceWeek() {
    if historyWeeks > 0 {
      let slot = weeksEnded % historyWeeks
      for employee in 0..<employeeCount {
        pastEmployed[slot * employeeCount + employee] = isEmployed[employee]
      }
      for observable in history.observables {
        let start = startOfPast(observable, slot: slot)
        for employee in 0..<employeeCount {
          past[start + employee] = isEmployed[employee] ? self[employee, observable] : .nan
        }
      }
    }
    weeksEnded += 1
    for employee in 0..<employeeCount {
      for observable in Observable.allCases where !observable.isAttribute {
        self[employee, observable] = 0
      }
    }
  }

  /// One value of a past week.
  ///
  /// - Parameters:
  ///   - observable: An observable that is in ``history``.
  ///   - employee: The employee.
  ///   - weeksAgo: 1 for last week, up to ``historyWeeks``.
  /// - Returns: NaN if the week lies before the table began or the employee was not employed.
  public func pastValue(of observable: Observable, of employee: Int, weeksAgo: Int) -> Double {
    guard let start = startOfPast(observable, weeksAgo: weeksAgo) else { return .nan }
    return past[start + employee]
  }

  /// Marks an employee as employed or not; whoever is not has no values and no rank.
  public mutating func setEmployed(_ employed: Bool, employee: Int) {
    isEmployed[employee] = employed
  }

  /// Moves an employee to another team, this week and for past weeks alike.
  public mutating func setTeam(_ team: Int, of employee: Int) {
    precondition(team >= 0, "team indices start at 0")
    teams[employee] = team
  }

  /// Gives the row to a newcomer: employed, with no values this week and no history.
  public mutating func replace(employee: Int) {
    isEmployed[employee] = true
    self[employee] = Observation()
    for start in stride(from: 0, to: past.count, by: max(1, employeeCount)) {
      past[start + employee] = .nan
    }
    for week in 0..<historyWeeks { pastEmployed[week * employeeCount + employee] = false }
  }

  /// Whether the employee was employed so many weeks ago; 0 is the current week.
  func wasEmployed(_ employee: Int, weeksAgo: Int) -> Bool {
    if weeksAgo == 0 { return isEmployed[employee] }
    guard weeksAgo <= weeksEnded else { return false }
    precondition(weeksAgo <= historyWeeks, "the panel keeps \(historyWeeks) past weeks")
    return pastEmployed[(weeksEnded - weeksAgo) % historyWeeks * employeeCount + employee]
  }

  /// Start of a past column, or `nil` when that week lies before the table began.
  func startOfPast(_ observable: Observable, weeksAgo: Int) -> Int? {
    precondition(
      weeksAgo >= 1 && weeksAgo <= historyWeeks,
      "the panel keeps \(historyWeeks) past weeks, \(weeksAgo) were asked for")
    guard weeksAgo <= weeksEnded else { return nil }
    return startOfPast(observable, slot: (weeksEnded - weeksAgo) % historyWeeks)
  }

  private func startOfPast(_ observable: Observable, slot: Int) -> Int {
    let position = keptPosition[observable.rawValue]
    precondition(position >= 0, "the panel keeps no history of \(observable.name)")
    return (slot * history.count + position) * employeeCount
  }
}
