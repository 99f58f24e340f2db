import Testing

@testable import Reporting

@Suite struct SweepSectionTests {
  private static let heading = """
    policy measure quantity factor figure value:number lower_95:number upper_95:number \
    explained_share:number n:integer
    """
  private static let sobol =
    heading + """

      board | true_value_h | difference | risk.harm | total_effect | 0.9 | 0.8 | 1.0 | | 16
      board | net_value_usd | value | risk.harm | total_effect | 0.7 | 0.6 | 0.8 | | 16
      board | net_value_usd | difference | risk.harm | first_order | 0.1 | 0.0 | 0.2 | | 16
      board | net_value_usd | difference | risk.harm | total_effect | 0.2 | 0.1 | 0.3 | | 16
      board | net_value_usd | difference | economics.hourValue | total_effect | 0.8 | 0.7 | 0.9 | | 16
      board | net_value_usd | difference | work.constant | total_effect | | | | | 16
      """
  private static let points = """
    point:integer hour:number rule harm:number best_policy best_value:number
    0 | 100 | logit | 0.001 | board | 2000
    1 | 120 | logit | 0.01 | bonus | 2100
    2 | 140 | logit | 0.1 | board | 2200
    3 | 140 | logit | 0.1 | |
    """
  private static let descriptions = [
    "points.hour": "Value of economics.hourValue, from $50..$200.",
    "points.harm": "Value of risk.harm, from 0.001..0.1 log.",
    "points.rule": "Value of behaviour.decisionRule, from logit, imitation.",
  ]

  private static func context(_ tables: [String: String]) throws -> ReportContext {
    try HandMadeFolder(
      command: "sweep", tables: tables.merging(["policies": HandMade.policies]) { own, _ in own },
      descriptions: descriptions
    ).context
  }

  @Test func `without its tables there is no section`() throws {
    #expect(SweepSection.section(try Self.context([:])) == nil)
  }

  @Test func `net value comes first, as its lead over the baseline, strongest factor on top`()
    throws
  {
    let question = try #require(SensitivityQuestion(try Self.context(["sensitivity": Self.sobol])))
    #expect(question.style == .variance)
    #expect(question.factors == ["economics.hourValue", "risk.harm"])
    #expect(question.policies == ["board"])
    #expect(question.title.contains("ahead of none"))
    let chart = try #require(Chart.sensitivity(try Self.context(["sensitivity": Self.sobol])))
    #expect(chart.column("value") == ["0.1", "0.2", "0.8"])
    #expect(Set(chart.column("quantity")) == ["difference"])
  }

  @Test(arguments: [
    ("mu_star", SensitivityStyle.effects), ("standardised_coefficient", .regression),
    ("total_effect", .variance),
  ])
  func `each design has its figures`(figure: String, style: SensitivityStyle) throws {
    let row = "\nboard | net_value_usd | value | risk.harm | \(figure) | 0.5 | | | 0.4 | 9"
    let chart = try #require(
      Chart.sensitivity(try Self.context(["sensitivity": Self.heading + row])))
    #expect(SensitivityStyle([figure]) == style)
    #expect(chart.notes.contains("Bars without a line have no interval."))
    #expect(chart.notes.contains { $0.contains("40 %") } == (style == .regression))
    #expect(!chart.pageSpecification.line().contains("\"rule\""))
  }

  @Test func `winners are drawn over the factors that part them, rare ones on top`() throws {
    let context = try Self.context([
      "points": Self.points, "sensitivity": Self.sobol,
      "boxes": """
      policy question restriction:integer factor least greatest levels losses:integer n:integer
      board | not_best | 1 | risk.harm | 0.01 | | | 1 | 3
      """,
    ])
    let chart = try #require(Chart.winners(context))
    #expect(
      chart.data.columns.map(\.name) == ["point", "harm", "hour", "best_policy", "best_value"])
    #expect(chart.column("best_policy") == ["board", "board", "bonus"])
    #expect(chart.description == "Of 3 points, best are: board at 2, bonus at 1.")
    #expect(chart.pageSpecification.line().contains(#""type":"log""#))
  }

  @Test func `where policies lose is told in words`() throws {
    let context = try Self.context([
      "boxes": """
      policy question restriction:integer factor least greatest levels coverage_share:number \
      density_share:number support_share:number losses:integer n:integer
      board | not_best | 1 | risk.harm | 0.01 | | | 1 | 0.5 | 0.1 | 4 | 80
      board | not_best | 2 | work.rule | | | a, b | 1 | 0.5 | 0.1 | 4 | 80
      bonus | not_best | 0 | | | | | | | | 0 | 80
      bonus | worse_than_baseline | 0 | | | | | | | | 80 | 80
      """
    ])
    let table = try #require(SweepSection.section(context)?.tables.first)
    #expect(
      table.rows.map { $0.prefix(3).map(\.text) } == [
        ["board is not the best", "risk.harm is at least 0.01, and work.rule is a, b", "4 of 80"],
        ["bonus is not the best", "nowhere", "0 of 80"],
        ["bonus is worse than none", "everywhere", "80 of 80"],
      ])
  }
}
