import Testing

@testable import Reporting

@Suite struct RunChartsTests {
  @Test func `panels begin with the baseline, and lines are named at their ends`() throws {
    let context = try RunExample.folder().context()
    #expect(context.policyNames == ["board", "calm"])
    #expect(context.panelOrder == ["calm", "board"])
    let chart = try #require(Chart.adoption(context))
    let named = chart.data.records.filter { !$0.text("shown_end").isEmpty }
    #expect(named.allSatisfy { $0.number("week") == 3 })
    #expect(named.count == 4, "two lines in two panels")
  }

  @Test func `the widest gap between counted and useful leads`() throws {
    let section = try #require(AdoptionSection.section(try RunExample.folder().context()))
    #expect(
      section.lead == """
        Under board 90 % of people count as active in a week, but an agent was of use to 60 %, the \
        widest gap of all policies.
        """)
  }

  @Test func `the weeks that count are shaded where the folder tells them`() throws {
    let facts = try RunExample.folder().context().package.activity.facts
    let axis = WeekAxis(first: 0, last: 3, room: 0.2)
    #expect(axis.window(facts)?.line().contains("\"x\":{\"datum\":2,") == true)
    var all = facts
    all.evaluationWeeks = 4
    #expect(axis.window(all) == nil)
    all.evaluationWeeks = nil
    #expect(axis.window(all) == nil)
  }

  @Test func `only techniques of more than one person in a hundred are shown`() throws {
    let context = try RunExample.folder().context()
    #expect(
      GamingTechnique.used(context) == [
        GamingTechnique(
          measure: "using_top_up_share", name: "top up", meaning: "junk runs on the last day",
          policies: ["board"])
      ])
    let chart = try #require(Chart.techniques(context))
    #expect(chart.data.records.map { $0.text("policy") } == ["board", "board"])
    #expect(chart.caption.contains("Top up: junk runs on the last day."))
    #expect(chart.caption.contains("Next to nobody games under calm."))
  }

  @Test func `value against gaming needs two policies and somebody who games`() throws {
    var folder = RunExample.folder()
    #expect(Chart.tradeOff(try folder.context()) != nil)
    let rows = folder.tables["summary"]?.split(separator: "\n") ?? []
    folder.tables["summary"] = rows.filter { !$0.hasPrefix("calm") }.joined(separator: "\n")
    #expect(Chart.tradeOff(try folder.context()) == nil)
    folder.tables["summary"] = rows.joined(separator: "\n").replacing(
      "gaming_people_share,share,0.25", with: "gaming_people_share,share,0")
    #expect(Chart.tradeOff(try folder.context()) == nil)
  }

  @Test func `ranking tells of the leading metric, and whether it is dulled`() throws {
    var folder = RunExample.folder()
    let context = try folder.context()
    let chart = try #require(Chart.ranking(context, RankingFigure.all[0]))
    #expect(chart.data.records.map { $0.number("last_week") } == [1, 3])
    #expect(
      RankingSection.section(context)?.lead == """
        It is dulled most under board: Kendall's tau-b between tokens and true value is 0.2 where \
        people are judged by it, and 0.5 at the baseline.
        """)
    folder.tables["metric_quality"] = folder.tables["metric_quality"]?.replacing(
      "-0.25", with: "0.25")
    #expect(
      RankingSection.section(try folder.context())?.lead.hasPrefix("Under no policy") == true)
  }

  @Test func `without shares by group the tokens of the top are told`() throws {
    var folder = RunExample.folder()
    folder.tables["token_shares"] = nil
    let section = try #require(TokensSection.section(try folder.context()))
    #expect(section.charts.first?.data.table == "summary")
  }

  @Test func `losses are shown where lines are not flat, with the baseline behind`() throws {
    let chart = try #require(Chart.lossExceedance(try RunExample.folder().context()))
    #expect(Set(chart.data.records.compactMap { $0.number("loss_usd") }) == [1e6, 1e7])
    let marks = JSONValue.object(chart.marks).line()
    #expect(marks.contains("\"data\":{\"name\":\"rows\"}"))
    #expect(chart.caption.hasSuffix("Dashed: the same under calm."))
  }

  @Test func `the bridge leaves out what cannot be seen, and tells signs and the total`() throws {
    let chart = try #require(Chart.valueBridge(try RunExample.folder().context()))
    #expect(chart.data.records.map { $0.text("shown_part") } == ["Work +$50", "Tokens −$250"])
    #expect(chart.data.records.allSatisfy { $0.text("shown_total") == "Together −$200" })
  }
}
