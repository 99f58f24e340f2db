/// The employee-week table: all employees this week, and as many past weeks as metrics look back.
///
/// Values are added to the current week in constant time while the week runs; metrics are read at
/// its end; then ``advanceWeek()`` moves it into the history. Only the observables that some
/// formula looks back at are kept, for as many weeks as it looks back. Employees are numbers from
/// 0; their team and role are indices that mean nothing here beyond "the same" and "different".
public struct ObservationPanel: Sendable {
  /// How many employees the table holds, present and departed.
  public let employeeCount: Int

  /// How many past weeks are kept.
  public let historyWeeks: Int

  /// The observables that are kept for past weeks.
  public let history: ObservableSet

  /// How many weeks have ended since the table was made.
  public internal(set) var weeksEnded = 0

  /// Team index of every employee.
  public internal(set) var teams: [Int]

  /// Role index of every employee.
  public internal(set) var roles: [Int]

  /// Whether each employee is employed this week.
  public internal(set) var isEmployed: [Bool]

  /// Current week, one row of ``Observation/width`` values for every employee.
  var current: [Double]

  /// Past weeks as a ring: week slot, then kept observable, then employee; NaN where nobody was.
  var past: [Double]

  /// Who was employed in past weeks, as a ring: week slot, then employee.
  var pastEmployed: [Bool]

  /// For every observable, its position among the kept ones, or -1.
  let keptPosition: [Int]

  /// Makes an empty table.
  ///
  /// - Parameters:
  ///   - teams: Team index of every employee; their number is the number of rows.
  ///   - roles: Role index of every employee, by default one role for all.
  ///   - history: Observables whose past weeks are needed.
  ///   - historyWeeks: How many past weeks are needed.
  public init(
    teams: [Int], roles: [Int]? = nil, history: ObservableSet = [], historyWeeks: Int = 0
  ) {
    let count = teams.count
    precondition(roles?.count ?? count == count, "one role index for every employee")
    precondition(historyWeeks >= 0, "a history has no negative length")
    precondition(teams.allSatisfy { $0 >= 0 }, "team indices start at 0")
    precondition(roles?.allSatisfy { $0 >= 0 } ?? true, "role indices start at 0")
    employeeCount = count
    self.teams = teams
    self.roles = roles ?? Array(repeating: 0, count: count)
    self.history = historyWeeks > 0 ? history : []
    self.historyWeeks = historyWeeks
    isEmployed = Array(repeating: true, count: count)
    current = Array(repeating: 0, count: count * Observation.width)
    past = Array(repeating: .nan, count: self.history.count * self.historyWeeks * count)
    pastEmployed = Array(repeating: false, count: historyWeeks * count)
    var positions = [Int](repeating: -1, count: Observation.width)
    for (position, observable) in self.history.observables.enumerated() {
      positions[observable.rawValue] = position
    }
    keptPosition = positions
  }

  /// Makes an empty table with the history that some formulas need.
  ///
  /// - Parameters:
  ///   - teams: Team index of every employee; their number is the number of rows.
  ///   - roles: Role index of every employee, by default one role for all.
  ///   - formulas: The formulas that will be evaluated on the table.
  public init(teams: [Int], roles: [Int]? = nil, formulas: [MetricFormula]) {
    self.init(
      teams: teams, roles: roles,
      history: formulas.reduce(into: []) { $0.formUnion($1.historyDependencies) },
      historyWeeks: formulas.map { $0.longestWindow - 1 }.max() ?? 0)
  }

  /// One value of the current week.
  ///
  /// - Complexity: O(1)
  public subscript(employee: Int, observable: Observable) -> Double {
    get { current[employee * Observation.width + observable.rawValue] }
    set { current[employee * Observation.width + observable.rawValue] = newValue }
  }

  /// Adds an amount to one value of the current week.
  ///
  /// - Complexity: O(1)
  public mutating func add(_ amount: Double, to observable: Observable, of employee: Int) {
    current[employee * Observation.width + observable.rawValue] += amount
  }

  /// One employee's current week.
  public subscript(employee: Int) -> Observation {
    get {
      var observation = Observation()
      let start = employee * Observation.width
      for index in 0..<Observation.width { observation.values[index] = current[start + index] }
      return observation
    }
    set {
      let start = employee * Observation.width
      for index in 0..<Observation.width { current[start + index] = newValue.values[index] }
    }
  }
}
