import Testing

@testable import Reporting

@Suite struct OptimisationSectionTests {
  private static let tables = [
    "policies": HandMade.policies,
    "search": """
    design:integer parameters.cap policies.board.audit.rate stage feasible:boolean chosen:boolean \
    measure unit mean:number n:integer lower_95:number upper_95:number
    0 | | | start | true | false | net_value_usd | usd | 2200 | 12 | 2100 | 2300
    1 | 50 Mtok | | screening | false | false | net_value_usd | usd | 2500 | 2 | 100 | 4900
    2 | 60 Mtok | 5 % / week | local_search | false | true | net_value_usd | usd | 2400 | 12 | \
    2300 | 2500
    """,
    "pareto": """
    front:integer design:integer feasible:boolean measure unit better mean:number change:number
    1 | 2 | false | net_value_usd | usd | higher | 2400 | 200
    1 | 2 | false | gaming_people_share | share | lower | 0.1 | -0.05
    1 | 1 | true | net_value_usd | usd | higher | 2500 | 190
    1 | 1 | true | gaming_people_share | share | lower | 0.2 | -0.04
    2 | 0 | true | net_value_usd | usd | higher | 2200 | 0
    2 | 0 | true | gaming_people_share | share | lower | 0.3 | 0
    """,
    "confirmation": """
    design measure unit mean:number n:integer lower_95:number upper_95:number bound:number verdict
    chosen | net_value_usd | usd | 2331 | 12 | 2185 | 2478 | |
    start | net_value_usd | usd | 2132 | 12 | 1999 | 2264 | |
    chosen less start | net_value_usd | usd | 200 | 12 | 156 | 243 | |
    search of chosen | net_value_usd | usd | 2404 | 12 | | | |
    chosen | gaming_people_share | share | 0.126 | 12 | 0.103 | 0.149 | 0.15 | holds
    """,
  ]

  @Test func `without its tables there is no section`() throws {
    let context = try HandMadeFolder(
      command: "optimize", tables: ["policies": HandMade.policies]
    ).context
    #expect(OptimisationSection.section(context) == nil)
  }

  @Test func `a chart for each other axis of the front, with what each design is`() throws {
    let context = try HandMadeFolder(command: "optimize", tables: Self.tables).context
    let charts = Chart.paretoFronts(context)
    #expect(charts.map(\.name) == ["pareto-gaming_people_share"])
    let chart = try #require(charts.first)
    #expect(
      chart.column("shown_role") == [
        "design found", "design found", "on the front", "on the front", "design of the file",
        "design of the file",
      ])
    #expect(chart.notes.count == 1)
    #expect(chart.description.contains("by +$200"))
    #expect(chart.description.contains("by −5 %"))
    // No name of a measure gets into an expression.
    #expect(!chart.pageSpecification.line().contains("datum['"))
  }

  @Test func `the design found and what was confirmed are tables`() throws {
    let context = try HandMadeFolder(command: "optimize", tables: Self.tables).context
    let section = try #require(OptimisationSection.section(context))
    #expect(section.tables.count == 2)
    #expect(
      section.tables[0].rows.map { $0.map(\.text) } == [
        ["cap", "60 Mtok"], ["audit: rate", "5 % / week"],
      ])
    let confirmed = section.tables[1].rows.map { $0.map(\.text) }
    #expect(
      confirmed.first == ["design found", "$2331 ($2185 to $2478)", "12.6 % (10.3 % to 14.9 %)"])
    #expect(confirmed.contains(["found less file", "+$200 (+$156 to +$243)", "–"]))
    #expect(confirmed.last == ["bound of the design found", "–", "15 %: holds"])
  }
}
