import Experiments

/// A part of a report about one question, in the order in which people read.
struct ReportSection {
  /// Anchor and identifier: `gaming`.
  let name: String
  /// What it answers.
  let title: String
  /// The answer in a sentence or two; empty if the charts say it.
  var lead: String = ""
  /// The pictures.
  var charts: [Chart] = []
  /// Tables for people, below the pictures.
  var tables: [PageTable] = []
  /// What stands at its end: limits, and what to run to learn more.
  var notes: [String] = []

  /// Whether it has anything to show.
  var isEmpty: Bool { charts.isEmpty && tables.isEmpty && lead.isEmpty }

  /// The same without the pictures that stand elsewhere on the page.
  func leavingOut(_ names: Set<String>) -> ReportSection {
    var section = self
    section.charts.removeAll { names.contains($0.name) }
    return section
  }
}

/// A table on the page, with numbers as people read them.
struct PageTable {
  /// What it holds.
  let title: String
  /// Its headings.
  let columns: [String]
  /// Its rows, each with a cell for every column; the first is the row's heading.
  let rows: [[Cell]]
  /// Whether it is closed until it is asked for.
  var isFolded = false

  /// One cell.
  struct Cell {
    /// What people read.
    var text: String
    /// The value with all its digits, shown on hover; empty where ``text`` is all there is.
    var exact = ""
    /// An explanation that can be opened; empty for none.
    var explanation = ""
    /// A second line; empty for none.
    var detail = ""
    /// Whether the second line is good news; nil where it is neither good nor bad.
    var isBetter: Bool?
    /// Whether it is a number, which stands to the right.
    var isNumber = false
  }
}

extension PageTable {
  /// The rows behind a chart, as the CSV file has them.
  init(_ data: ChartData) {
    let columns = data.columns.filter { !$0.name.hasPrefix(ChartData.wordsPrefix) }
    title = "\(data.rows.count) \(data.rows.count == 1 ? "row" : "rows") of \(data.table).csv"
    self.columns = columns.map(\.name)
    rows = data.records.map { row in
      columns.map { column in
        switch row[column.name] {
        case .number(let value):
          Cell(
            text: HumanNumber.text(value), exact: NumberText.shortest(value) ?? "", isNumber: true)
        case .integer(let value): Cell(text: "\(value)", isNumber: true)
        case .boolean(let value): Cell(text: value ? "yes" : "no")
        case .text(let text): Cell(text: text)
        case .missing: Cell(text: "–")
        }
      }
    }
    isFolded = true
  }
}
