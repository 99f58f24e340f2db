import Experiments
import Foundation
import Measures
import ScenarioFiles
import Testing
import WorkplaceModel

@testable import Reporting

/// What every results folder says about the scenario.
@Suite struct ScenarioTablesTests {
  private static func tables() throws -> (LoadedScenario, ScenarioTables) {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios")
    let loaded = try ScenarioLoader.load(
      path: folder.appendingPathComponent("meshclaw-small.yaml").path)
    return (loaded, ScenarioTables(loaded))
  }

  @Test func `keys identify rows, and every row has a cell for every column`() throws {
    for table in try Self.tables().1.all {
      let keys = table.rows.map { "\($0[0])" }
      #expect(Set(keys).count == keys.count, "\(table.name)")
      #expect(!keys.isEmpty && table.primaryKey == [table.columns[0].name], "\(table.name)")
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.name)")
    }
  }

  @Test func `a policy has its metrics and formulas once, and one is the baseline`() throws {
    let (loaded, tables) = try Self.tables()
    let table = tables.policies
    #expect(table.rows.map { $0[0] } == loaded.scenario.policies.map { .text($0.name) })
    #expect(table.rows.map { $0[2] }.filter { $0 == .boolean(true) }.count == 1)
    let row = try #require(table.rows.firstIndex { $0[0] == .text("restrictedBoard") })
    #expect(table.cell(row: row, column: "metrics") == .text("Tokens; Active this week"))
    #expect(
      table.cell(row: row, column: "formulas") == .text("total_tokens; active_days >= 1"))
    #expect(table.cell(row: 0, column: "metrics") == .missing)
  }

  @Test func `pay is told as the scenario pays`() throws {
    let table = try Self.tables().1.policies
    let row = try #require(table.rows.firstIndex { $0[0] == .text("outcomeKPI") })
    #expect(
      table.cell(row: row, column: "description")
        == .text(
          "Pay rises by 8 % for each standard deviation that somebody stands above the mean by "
            + "outcome score, and falls likewise below it."))
  }

  @Test func `measures are those of the scenario, in the order of tables`() throws {
    let (loaded, tables) = try Self.tables()
    let measures = MeasureCatalogue(loaded.scenario).measures
    #expect(tables.measures.rows.map { $0[0] } == measures.map { .text($0.identifier) })
  }

  @Test func `findings are numbered and keep their kind`() {
    let findings = [Finding](.finding, ["Pick a."]) + [Finding](.caution, ["few."])
    #expect(
      findings.table.allRows == [
        [.integer(1), .text("finding"), .text("Pick a.")],
        [.integer(2), .text("caution"), .text("few.")],
      ])
  }
}

extension ResultTable {
  fileprivate var allRows: [[Cell]] { Array(rows) }
}
