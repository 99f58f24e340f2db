import Measures
import Testing

@testable import Experiments

@Suite struct StudyTablesTests {
  @Test func `every row has a cell of the right kind for every column`() async throws {
    let results = try await TinyStudy.common.value
    for table in results.tables() {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      for row in table.rows {
        try #require(row.count == table.columns.count, "\(table.name)")
        for (cell, column) in zip(row, table.columns) {
          #expect(cell.fits(column.type), "\(table.name).\(column.name)")
        }
      }
    }
  }

  @Test func `primary keys identify rows`() async throws {
    let results = try await TinyStudy.common.value
    for table in results.tables() {
      let positions = table.primaryKey.compactMap { table.position(of: $0) }
      #expect(positions.count == table.primaryKey.count, "\(table.name)")
      let keys = Set(table.rows.map { row in positions.map { "\(row[$0])" } })
      #expect(keys.count == table.rows.count, "\(table.name)")
    }
  }

  @Test func `tables have a row for everything they promise`() async throws {
    let results = try await TinyStudy.common.value
    let measures = results.catalogue.measures.count
    #expect(results.summary().rows.count == 3 * measures)
    #expect(results.comparisons().rows.count == 2 * measures)
    #expect(results.replications().rows.count == 6)
    #expect(results.weekly().rows.count == 6 * 4)
    #expect(results.lossExceedance().rows.count == 3 * LossCurve.levels.count)
    #expect(results.employeeWeeks()?.rows.count == 6 * 4 * 8)
    // Two metrics of the board and one of the outcome policy; a block before the evaluation window,
    // one in it, and the window itself.
    #expect(results.metricQuality().rows.count == 3 * 3)
  }

  @Test func `tables and estimates agree`() async throws {
    let results = try await TinyStudy.common.value
    let summary = results.summary()
    let row = try #require(
      summary.rows.firstIndex {
        $0[0] == .text("board") && $0[1] == .text("true_value_h")
      })
    let estimate = try #require(results.estimate(of: "true_value_h", policy: "board"))
    #expect(summary.cell(row: row, column: "mean") == .init(estimate.mean))
    #expect(summary.cell(row: row, column: "n") == .integer(2))
    #expect(summary.cell(row: row, column: "no such column") == .missing)
  }

  @Test func `only headline measures are adjusted, and only upwards`() async throws {
    let results = try await TinyStudy.common.value
    for comparison in results.comparisons(of: 1) {
      if let adjusted = comparison.adjustedProbability {
        #expect(comparison.measure.isHeadline)
        let own = try #require(comparison.difference.estimate.probabilityOfZero)
        #expect(adjusted >= own)
      } else if comparison.measure.isHeadline {
        #expect(comparison.difference.estimate.probabilityOfZero == nil)
      }
    }
  }

  @Test func `exceedance falls with the loss, and one incident never beats the year`() async throws
  {
    let results = try await TinyStudy.common.value
    #expect(LossCurve.levels == LossCurve.levels.sorted())
    for run in results.runs.joined() {
      let losses = run.losses
      for level in LossCurve.levels.indices.dropFirst() {
        #expect(losses.aggregate[level] <= losses.aggregate[level - 1] + 1e-4)
        #expect(losses.occurrence[level] <= losses.occurrence[level - 1])
      }
      for (year, one) in zip(losses.aggregate, losses.occurrence) { #expect(one <= year + 1e-4) }
    }
  }

  @Test func `every point of a loss curve has a band that holds it and stays a probability`()
    async throws
  {
    let table = try await TinyStudy.common.value.lossExceedance()
    for curve in ["aggregate", "occurrence"] {
      let cells = try ["low_share", "exceedance_share", "high_share"].map { name in
        try #require(table.position(of: "\(curve)_\(name)"))
      }
      for row in table.rows {
        let band = try cells.map { position -> Double in
          guard case .number(let value) = row[position] else { throw MissingNumber() }
          return value
        }
        #expect(0 <= band[0] && band[0] <= band[1] && band[1] <= band[2] && band[2] <= 1)
      }
    }
  }

  private struct MissingNumber: Error {}

  @Test func `a number that is not finite is missing`() {
    #expect(ResultTable.Cell(Double.nan) == .missing)
    #expect(ResultTable.Cell(Double.infinity) == .missing)
    #expect(ResultTable.Cell(nil) == .missing)
    #expect(ResultTable.Cell(1.5) == .number(1.5))
  }
}

extension ResultTable.Cell {
  /// Whether the cell may stand in a column of the type.
  func fits(_ type: ResultTable.CellType) -> Bool {
    switch self {
    case .missing: true
    case .text: type == .text
    case .integer: type == .integer
    case .number: type == .number
    case .boolean: type == .boolean
    }
  }
}
