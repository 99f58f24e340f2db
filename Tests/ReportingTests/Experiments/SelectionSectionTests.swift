import Testing

@testable import Reporting

@Suite struct SelectionSectionTests {
  private static let run = """
    policy measure unit mean:number n:integer probability_best_share:number best_other \
    difference:number lower:number upper:number confidence_share:number verdict \
    more_replications_count:integer
    none | net_value_usd | usd | 2340 | 4 | 0.2 | bonus | -115 | -290 | 10 | 0.95 | contender | 7
    board | net_value_usd | usd | 1990 | 4 | 0 | bonus | -469 | -610 | 0 | 0.95 | behind |
    bonus | net_value_usd | usd | 2455 | 4 | 0.8 | none | 115 | -10 | 290 | 0.95 | pick |
    """

  @Test func `without a table, or with one policy, there is no section`() throws {
    let empty = try HandMadeFolder(command: "run", tables: ["policies": HandMade.policies]).context
    #expect(SelectionSection.section(empty) == nil)
    let one = Self.run.split(separator: "\n").prefix(2).joined(separator: "\n")
    let single = try HandMadeFolder(
      command: "run", tables: ["policies": HandMade.policies, "selection": one]
    ).context
    #expect(SelectionSection.section(single) == nil)
  }

  @Test func `a run says how far each policy is from the best of the others`() throws {
    let context = try HandMadeFolder(
      command: "run", tables: ["policies": HandMade.policies, "selection": Self.run]
    ).context
    let chart = try #require(Chart.selection(context))
    #expect(
      chart.column("shown_verdict") == [
        "may be the best: probability 0.20", "$469 behind bonus",
        "pick: $115 ahead, probability 0.80",
      ])
    #expect(
      chart.notes == [
        "Only 4 replications.", "About 7 more replications would tell contenders apart.",
      ])
    #expect(context.policyNames == ["bonus", "none", "board"])
  }

  @Test func `a selection says how long it took, and how the means settled`() throws {
    let folder = try HandMadeFolder(
      command: "select",
      tables: [
        "policies": HandMade.policies,
        "selection": """
        policy measure unit replications_count:integer mean:number in_play:boolean selected:boolean
        none | net_value_usd | usd | 7 | 2390 | false | false
        bonus | net_value_usd | usd | 19 | 2444 | true | true
        """,
        "rounds": """
        round:integer policy replications_count:integer mean:number in_play:boolean
        0 | none | 6 | 2400 | true
        0 | bonus | 6 | 2500 | true
        1 | none | 7 | 2390 | false
        1 | bonus | 19 | 2444 | true
        """,
      ])
    let charts = try folder.page.charts
    #expect(charts.map(\.name) == ["replications-spent", "selection-rounds"])
    #expect(charts[0].column("shown_verdict") == ["$2390, dropped", "$2444, selected"])
  }
}
