import Experiments

/// What the template of the page is filled with.
///
/// Text is escaped by the template; only what this
/// program makes itself is not: styles, scripts and specifications.
struct PageView {
  let title: String
  let name: String
  let label: String
  let question: String
  let design: String
  let contentSecurityPolicy: String
  let style: String
  let scripts: [String]
  let answer: SectionView
  let findings: [String]
  let hasFindings: Bool
  let cautions: [String]
  let hasCautions: Bool
  let sections: [SectionView]
  let policies: [PolicyView]
  let hiddenPolicies: Int?
  let provenance: [ProvenanceView]
  let version: String
  let specifications: [SpecificationView]
}

/// A policy in words.
struct PolicyView {
  let name: String
  let title: String?
  let description: String?
  /// The title, or what there is in its place.
  let short: String
  let isBaseline: Bool

  init(_ policy: ReportedPolicy) {
    name = policy.name
    title = policy.title == policy.name ? nil : policy.title.nonEmpty
    description = policy.description.nonEmpty
    short = title ?? policy.description
    isBaseline = policy.isBaseline
  }
}

/// One part of the page.
struct SectionView {
  let name: String
  /// The name as a word, for the list of parts.
  let word: String
  let title: String
  let lead: String?
  let charts: [ChartView]
  let tables: [TableView]
  let notes: [NoteView]
  let hasNotes: Bool

  init(_ section: ReportSection, _ drawing: ChartDrawing) {
    name = section.name
    word = section.name.prefix(1).uppercased() + section.name.dropFirst()
    title = section.title
    lead = section.lead.nonEmpty
    charts = section.charts.map { ChartView($0, drawing) }
    tables = section.tables.enumerated().map { TableView($1, name: "\(section.name)-\($0)") }
    notes = section.notes.map(NoteView.init)
    hasNotes = !section.notes.isEmpty
  }
}

/// A sentence at the end of a part; a long one is folded behind what stands before its colon.
struct NoteView {
  let heading: String?
  let text: String

  init(_ note: String) {
    guard note.count > 280, let colon = note.firstRange(of: ": ") else {
      heading = nil
      text = note
      return
    }
    heading = String(note[..<colon.lowerBound])
    text = String(note[colon.upperBound...])
  }
}

/// A picture with its heading, notes and table.
struct ChartView {
  let name: String
  let title: String
  let caption: String
  let notes: [String]
  let hasNotes: Bool
  let picture: String?
  /// What the table is called whose rows are too many for a page without a script.
  let longTable: String?
  /// What the table of rows is called that the script of the page makes; nil if it stands there.
  let rows: String?
  let data: [TableView]

  /// Longer tables are left to the CSV file where no script makes them on demand.
  private static let mostRows = 200

  init(_ chart: Chart, _ drawing: ChartDrawing) {
    name = chart.name
    title = chart.title
    caption = chart.caption
    notes = chart.notes
    hasNotes = !chart.notes.isEmpty
    picture =
      switch drawing {
      case .script: nil
      case .pictures(let pictures): pictures[chart.name]
      }
    let tables: [ChartData]
    switch drawing {
    case .script:
      // The script has the rows already.
      rows = PageTable(chart.data).title
      tables = chart.overlays
    case .pictures:
      rows = nil
      tables = ([chart.data] + chart.overlays).filter { $0.rows.count <= Self.mostRows }
    }
    longTable = rows == nil && tables.isEmpty ? PageTable(chart.data).title : nil
    data = tables.enumerated().map { number, data in
      TableView(PageTable(data), name: "\(chart.name)-data-\(number)")
    }
  }
}

/// A table of the page.
struct TableView {
  let name: String
  let title: String
  let isFolded: Bool
  let columns: [ColumnView]
  let rows: [RowView]

  struct ColumnView {
    let text: String
    let isNumber: Bool
  }

  struct RowView {
    let head: CellView
    let cells: [CellView]
  }

  struct CellView {
    let text: String
    let exact: String?
    let detail: String?
    let verdict: String
    let explanation: String?
    let identifier: String
    let isNumber: Bool
  }

  init(_ table: PageTable, name: String) {
    self.name = name
    title = table.title
    isFolded = table.isFolded
    columns = table.columns.enumerated().map { position, text in
      ColumnView(
        text: text,
        isNumber: table.rows.contains { position < $0.count && $0[position].isNumber })
    }
    rows = table.rows.enumerated().compactMap { index, cells in
      let views = cells.enumerated().map { position, cell in
        CellView(
          text: cell.text, exact: cell.exact.nonEmpty, detail: cell.detail.nonEmpty,
          verdict: cell.isBetter.map { $0 ? "better" : "worse" } ?? "even",
          explanation: cell.explanation.nonEmpty,
          identifier: "\(name)-\(index)-\(position)", isNumber: cell.isNumber)
      }
      return views.first.map { RowView(head: $0, cells: Array(views.dropFirst())) }
    }
  }
}

/// How the results were made, and how to make them again.
struct ProvenanceView {
  let command: String
  let seed: String
  let scenarioDigest: String
  let versions: [VersionView]

  struct VersionView {
    let name: String
    let value: String
  }

  init(_ activity: RecordedActivity) {
    command = activity.commandLine
    seed = activity.seed
    scenarioDigest = activity.scenarioDigest
    versions = activity.versions.map { VersionView(name: $0.name, value: $0.value) }
  }
}

/// A specification as the page carries it.
struct SpecificationView {
  let name: String
  let json: String

  init(_ chart: Chart) {
    name = chart.name
    json = chart.pageSpecification.line().escapedForScript
  }
}

extension String {
  /// Nothing in place of an empty text, which the template would take for something.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }

  /// JSON that can stand in a script element: no character can end the element or begin another.
  fileprivate var escapedForScript: String {
    replacing("<", with: "\\u003c").replacing(">", with: "\\u003e").replacing("&", with: "\\u0026")
  }
}
