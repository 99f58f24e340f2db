import Testing

@testable import Incentives

@Suite struct ObservationPanelTests {
  @Test func `amounts add up within the week and start again in the next`() {
    var panel = ObservationPanel(teams: [0, 0], history: [.init(.commits)], historyWeeks: 2)
    panel.add(2, to: .commits, of: 1)
    panel.add(3, to: .commits, of: 1)
    #expect(panel[1, .commits] == 5)
    #expect(panel[0, .commits] == 0)
    panel.advanceWeek()
    #expect(panel[1, .commits] == 0)
    #expect(panel.pastValue(of: .commits, of: 1, weeksAgo: 1) == 5)
    #expect(panel.pastValue(of: .commits, of: 1, weeksAgo: 2).isNaN)
    #expect(panel.weeksEnded == 1)
  }

  @Test func `the ring keeps as many weeks as were asked for`() {
    var panel = ObservationPanel(teams: [0], history: [.init(.commits)], historyWeeks: 3)
    for week in 1...10 {
      panel[0, .commits] = Double(week)
      panel.advanceWeek()
    }
    #expect((1...3).map { panel.pastValue(of: .commits, of: 0, weeksAgo: $0) } == [10, 9, 8])
  }

  @Test func `attributes last and counts do not`() {
    var panel = ObservationPanel(teams: [0])
    panel[0] = Observation([.seat: 1, .surveyScore: 70, .commits: 3])
    panel.advanceWeek()
    #expect(panel[0] == Observation([.seat: 1, .surveyScore: 70]))
  }

  @Test func `a copy goes its own way`() {
    var panel = ObservationPanel(teams: [0])
    let copy = panel
    panel.add(1, to: .commits, of: 0)
    #expect(copy[0, .commits] == 0)
  }

  @Test func `a newcomer brings no history`() throws {
    let formula = try MetricFormula("sum(commits, 3 weeks)")
    var panel = ObservationPanel(teams: [0, 0], formulas: [formula])
    panel[0, .commits] = 4
    panel[1, .commits] = 5
    panel.advanceWeek()
    panel.replace(employee: 0)
    panel[0, .commits] = 1
    panel[1, .commits] = 1
    #expect(formula.values(in: panel) == [1, 6])
  }

  @Test func `teams can change`() throws {
    let formula = try MetricFormula("sum(commits per team)")
    var panel = ObservationPanel(teams: [0, 0, 1])
    for employee in 0..<3 { panel[employee, .commits] = 1 }
    panel.setTeam(1, of: 0)
    #expect(formula.values(in: panel) == [2, 1, 2])
  }

  @Test func `only the history that formulas need is kept`() throws {
    let formulas = try ["sum(commits, 4 weeks)", "z(sessions)"].map { try MetricFormula($0) }
    let panel = ObservationPanel(teams: [0], formulas: formulas)
    #expect(panel.history == [.init(.commits)])
    #expect(panel.historyWeeks == 3)
  }

  @Test func `looking further back than the panel keeps is a broken contract`() async {
    await #expect(processExitsWith: .failure) {
      let panel = ObservationPanel(teams: [0])
      _ = try MetricFormula("sum(commits, 4 weeks)").values(in: panel)
    }
  }
}

@Suite struct ObservationTests {
  @Test func `an observation has a place for every observable`() {
    #expect(Observation.width == Observable.allCases.count)
    #expect(Observable.allCases.map(\.rawValue) == Array(0..<Observation.width))
    #expect(MemoryLayout<Observation>.size == Observation.width * 8)
  }

  @Test func `values keep apart`() {
    var observation = Observation()
    for observable in Observable.allCases { observation[observable] = Double(observable.rawValue) }
    for observable in Observable.allCases {
      #expect(observation[observable] == Double(observable.rawValue))
    }
  }

  @Test func `parts of a week add up`() {
    var week = Observation([.commits: 2, .sessions: 1])
    week += Observation([.commits: 3])
    #expect(week == Observation([.commits: 5, .sessions: 1]))
    #expect(week != Observation([.commits: 5]))
  }
}
