import Testing

@testable import Reporting

@Suite struct AttributionSectionTests {
  private static let parts = """
    policy measure unit part mean:number lower_95:number upper_95:number replications:integer
    board | incident_cost_usd | usd | gaming | 10 | | | 4
    board | net_value_usd | usd | running_it | -16 | -52 | 20 | 4
    board | net_value_usd | usd | noise | | | | 4
    board | net_value_usd | usd | redirection | 180 | 100 | 260 | 4
    board | net_value_usd | usd | total | 164 | 60 | 270 | 4
    """
  private static let measures = """
    measure title unit group preference headline:boolean definition source
    net_value_usd | Net value | usd | cost | higher | true | What is left. | here
    incident_cost_usd | Incident cost | usd | cost | lower | true | What it costs. | here
    """

  private static func context(_ tables: [String: String]) throws -> ReportContext {
    try HandMadeFolder(
      command: "attribute",
      tables: tables.merging(["policies": HandMade.policies, "measures": measures]) { own, _ in own
      }
    ).context
  }

  @Test func `without its tables there is no section`() throws {
    #expect(AttributionSection.section(try Self.context([:])) == nil)
  }

  @Test func `net value comes first, parts in words, amounts with signs`() throws {
    let charts = Chart.waterfalls(try Self.context(["attribution": Self.parts]))
    #expect(charts.map(\.name) == ["attribution-net_value_usd", "attribution-incident_cost_usd"])
    let chart = try #require(charts.first)
    #expect(chart.column("shown_part") == ["Running it", "Redirected effort", "Net effect"])
    #expect(chart.column("shown_amount") == ["−$16", "+$180", "+$164"])
    #expect(chart.column("shown_kind") == ["bad", "good", "whole"])
    #expect(chart.notes == ["Only 4 replications."])
    #expect(
      chart.description
        == "board: running it −$16 (−$52 to +$20), redirected effort +$180 (+$100 to +$260), "
        + "net effect +$164 (+$60 to +$270).")
  }

  @Test func `more of what is bad is bad, and without intervals no layer waits for them`() throws {
    let chart = try #require(Chart.waterfalls(try Self.context(["attribution": Self.parts])).last)
    #expect(chart.column("shown_kind") == ["bad"])
    #expect(!chart.pageSpecification.line().contains("\"rule\""))
  }

  @Test func `sets of channels and pairs are told in words`() throws {
    let section = try #require(
      AttributionSection.section(
        try Self.context([
          "interactions": """
          policy measure unit first second mean:number lower_95:number upper_95:number
          board | net_value_usd | usd | noise | risk | 3.71 | 2.3 | 5.12
          board | net_value_usd | usd | gaming | risk | 0 | 0 | 0
          """,
          "channels": """
          policy measure unit channels mean:number lower_95:number upper_95:number
          board | net_value_usd | usd | none | -15.7 | |
          """,
        ])))
    #expect(
      section.tables.map { $0.rows.map { $0.map(\.text) } } == [
        [["board", "luck, harm", "Net value", "+$3.71", "+$2.3 to +$5.12"]],
        [["board", "none", "Net value", "−$15.7", "–"]],
      ])
  }
}
