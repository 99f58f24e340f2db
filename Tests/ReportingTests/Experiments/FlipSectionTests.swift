import Testing

@testable import Reporting

@Suite struct FlipSectionTests {
  private static let heading = """
    assumption direction unit default_value:number end_value:number scale status \
    boundary_value:number boundary_near_value:number boundary_far_value:number \
    distance_share:number distance_near_share:number distance_far_share:number \
    probability_share:number overtaken_by lead_at_end:number best_other_at_end
    """
  private static let hour = """

    economics.hourValue | down | $ | 100 | 5 | logarithmic | searched | 31.9 | 54.7 | | 0.31 | 0.16 \
    | | 1 | bonus | -20 | bonus
    """
  private static let harm = """

    risk.harm | up | | 0.0001 | 0.001 | logarithmic | searched | 0.000545 | | | 0.24 | | | 1 | bonus \
    | -30 | bonus
    """
  private static let quiet = """

    behaviour.fatigue.valueLoss | up | % | 10 | 50 | linear | distant | | | | | | | | | 90 | none
    work.idle | up | h | 1 | 2 | linear | ineffective | | | | | | | | | 120 | none
    """

  private static func context(_ rows: String) throws -> ReportContext {
    try HandMadeFolder(
      command: "flip", tables: ["policies": HandMade.policies, "flips": heading + rows]
    ).context
  }

  @Test func `without its tables there is no section`() throws {
    let context = try HandMadeFolder(command: "flip", tables: ["policies": HandMade.policies])
      .context
    #expect(FlipSection.section(context) == nil)
  }

  @Test func `the nearest flip is on top, with its values in the unit of the key`() throws {
    let chart = try #require(Chart.flips(try Self.context(Self.hour + Self.harm + Self.quiet)))
    #expect(
      chart.column("shown_move") == [
        "harm rises|0.0001 → 0.000545", "hour value falls|$100 → $31.9",
      ])
    #expect(chart.column("boundary_value") == ["0.000545", "31.9"])
    #expect(
      chart.description.contains(
        "hour value falls from $100 to $31.9 ($54.7 to beyond the range): then bonus is better"))
  }

  @Test func `intervals that end beyond the range are dashed, and layers without rows left out`()
    throws
  {
    let open = try #require(Chart.flips(try Self.context(Self.hour)))
    #expect(open.pageSpecification.line().contains("strokeDash"))
    let none = try #require(Chart.flips(try Self.context(Self.harm)))
    #expect(!none.pageSpecification.line().contains("distance_near_share\",\"type"))
  }

  @Test func `without a flip the smallest leads are shown, but of what changes something`() throws {
    let section = try #require(FlipSection.section(try Self.context(Self.quiet)))
    #expect(section.lead.hasPrefix("No assumption"))
    let chart = try #require(section.charts.first)
    #expect(chart.name == "flip-ends")
    #expect(chart.column("shown_move") == ["fatigue:|value loss rises|to 50 %"])
    #expect(section.tables.first?.rows.count == 2)
  }

  @Test func `the map has its line, told as a table of its own`() throws {
    let context = try HandMadeFolder(
      command: "flip",
      tables: [
        "policies": HandMade.policies,
        "flip_map": """
        x_value:number y_value:number policy mean:number is_best:boolean \
        probability_of_best_share:number
        1 | 1 | board | 5 | true | 0.956
        1 | 1 | none | 4 | false | 0.044
        10 | 1 | none | 6 | true | 1
        100 | 1 | none | 7 | true | 1
        """,
        "flip_boundary": """
        line:integer kind corner:integer x_value:number y_value:number overtaken_by
        1 | estimate | 1 | 3 | 1 | none
        1 | estimate | 2 | 3 | 2 | none
        """,
      ],
      descriptions: [
        "flip_map.x_value": "Value of economics.hourValue, in $.",
        "flip_map.y_value": "Value of risk.harm, in plain numbers.",
      ]
    ).context
    let chart = try #require(Chart.flipMap(context))
    #expect(chart.column("shown_probability") == ["96", "100", "100"])
    #expect(chart.overlays.map(\.table) == ["flip_boundary"])
    #expect(chart.description.hasPrefix("hour value ($) across, harm upwards."))
    #expect(chart.pageSpecification.line().contains(#""type":"log""#))
  }

  @Test func `profiles follow the nearest flips`() throws {
    let context = try HandMadeFolder(
      command: "flip",
      tables: [
        "policies": HandMade.policies, "flips": Self.heading + Self.hour + Self.harm + Self.quiet,
        "flip_profile": """
        assumption direction distance_share:number value:number policy mean:number
        economics.hourValue | down | 0 | 100 | none | 5
        economics.hourValue | down | 1 | 5 | none | 1
        risk.harm | up | 0 | 0.0001 | none | 5
        """,
      ]
    ).context
    let chart = try #require(Chart.flipProfiles(context))
    guard case .panels(_, let order, _) = chart.layout else {
      Issue.record("each assumption has a panel")
      return
    }
    #expect(order == ["harm rises to 0.001", "hour value falls to $5"])
    #expect(
      chart.pageSpecification.line().contains(
        #""resolve":{"scale":{"x":"independent","y":"independent"}"#))
  }
}
