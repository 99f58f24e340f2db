import Testing

@testable import Reporting

@Suite struct AnswerSectionTests {
  private static let attribution = """
    policy measure unit part mean:number lower_95:number upper_95:number replications:integer
    board | net_value_usd | usd | total | 164 | 60 | 270 | 8
    board | true_value_h | h | total | 2 | 1 | 3 | 8
    """

  @Test func `an experiment is answered by its own chart, which is not shown again`() throws {
    let folder = try HandMadeFolder(
      command: "attribute",
      tables: [
        "policies": HandMade.policies, "attribution": Self.attribution,
        "findings": "finding:integer kind words\n1 | finding | Mostly luck.\n2 | finding | Really.",
      ])
    let answer = try AnswerSection.section(folder.context)
    #expect(answer.lead == "Mostly luck.")
    #expect(answer.charts.map(\.name) == ["attribution-net_value_usd"])
    #expect(
      try folder.page.charts.map(\.name) == [
        "attribution-net_value_usd", "attribution-true_value_h",
      ])
  }

  @Test(arguments: ["run", "sweep", "attribute", "flip", "select", "optimize"])
  func `a folder with nothing to draw still has a page`(command: String) throws {
    let folder = try HandMadeFolder(command: command, tables: ["policies": HandMade.policies])
    #expect(try folder.page.charts.isEmpty)
  }

  @Test(arguments: ["</script><b>", "a']; alert(1); ['", "datum.policy", "${x}", "a|b: c.d[0]"])
  func `hostile names stay data`(name: String) throws {
    let bar = name.replacing("|", with: "/")
    let folder = try HandMadeFolder(
      command: "attribute",
      tables: [
        "policies": "policy title baseline:boolean description\n\(bar) | t | false | d",
        "attribution": """
        policy measure unit part mean:number lower_95:number upper_95:number replications:integer
        \(bar) | \(bar) | usd | \(bar) | 164 | 60 | 270 | 8
        """,
        "corners": """
        adoption_inertia_h:number policy n:integer rank:integer regret_usd:number \
        regret_lower_95:number regret_upper_95:number
        0 | \(bar) | 8 | 1 | 0 | 0 | 0
        """,
        "selection": """
        policy measure unit mean:number n:integer best_other difference:number lower:number \
        upper:number verdict
        \(bar) | \(bar) | usd | 3 | 8 | \(bar) | -1 | -2 | 0 | behind
        \(bar) | \(bar) | usd | 3 | 8 | \(bar) | -1 | -2 | 0 | behind
        """,
      ])
    let charts = try folder.page.charts
    #expect(charts.count == 3)
    for chart in charts {
      #expect(chart.name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) })
      let expressions = chart.pageSpecification.line().matches(
        of: /"(calculate|filter|test|expr|labelExpr)":"((?:[^"\\]|\\.)*)"/
      ).map { String($0.output.2) }
      #expect(!expressions.contains { $0.contains(bar) }, "\(chart.name): \(expressions)")
    }
  }
}
