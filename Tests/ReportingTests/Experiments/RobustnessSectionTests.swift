import Testing

@testable import Reporting

@Suite struct RobustnessSectionTests {
  private static let corners = """
    adoption_inertia_h:number severity_factor_ratio:number policy n:integer rank:integer \
    regret_usd:number regret_lower_95:number regret_upper_95:number
    0 | 0.1 | none | 3 | 2 | 140 | 120 | 160
    0 | 0.1 | board | 3 | 1 | 0 | 0 | 0
    3 | 0.1 | none | 3 | 1 | 0 | 0 | 0
    3 | 0.1 | board | 3 | 2 | 33 | -10 | 76
    0 | 10 | none | 3 | 1 | 0 | 0 | 0
    0 | 10 | board | 3 | 2 | 3350 | 670 | 6030
    3 | 10 | none | 3 | | | |
    3 | 10 | board | 3 | 1 | 0 | 0 | 0
    """

  @Test func `a run without other worlds is told how to get them, an experiment is not`() throws {
    let run = try HandMadeFolder(command: "run", tables: ["policies": HandMade.policies]).context
    let section = try #require(RobustnessSection.section(run))
    #expect(section.charts.isEmpty)
    #expect(section.notes.contains { $0.contains("--corners") })
    let sweep = try HandMadeFolder(command: "sweep", tables: ["policies": HandMade.policies])
      .context
    #expect(RobustnessSection.section(sweep) == nil)
  }

  @Test func `corners have words, the best is marked, and doubtful regret has a question mark`()
    throws
  {
    let context = try HandMadeFolder(
      command: "run", tables: ["policies": HandMade.policies, "corners": Self.corners]
    ).context
    let chart = try #require(Chart.cornerRegret(context))
    #expect(chart.data.rows.count == 7)
    #expect(
      chart.column("shown_regret") == ["$140", "best", "best", "$33?", "best", "$3350", "best"])
    #expect(chart.column("shown_world").first == "easy|to adopt")
    #expect(chart.column("shown_panel").last == "Dear incidents")
    #expect(chart.description.contains("board is the best in 2: Cheap incidents, easy to adopt"))
    #expect(chart.notes == ["Only 3 replications of each world."])
    guard case .panels(_, let order, let height) = chart.layout else {
      Issue.record("two severities are two panels")
      return
    }
    #expect(order == ["Cheap incidents", "Dear incidents"])
    #expect(height == 90)
  }

  @Test func `sentences about variants lead`() throws {
    let context = try HandMadeFolder(
      command: "run",
      tables: [
        "policies": HandMade.policies, "corners": Self.corners,
        "findings": "finding:integer kind words\n1 | finding | Pick one.\n2 | variant | It holds.",
      ]
    ).context
    #expect(RobustnessSection.section(context)?.lead == "It holds.")
  }
}
