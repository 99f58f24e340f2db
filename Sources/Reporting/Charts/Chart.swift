/// One picture: a Vega-Lite specification over rows of a table, with what people need to read it.
public struct Chart: Sendable {
  /// Identifier, also the name of its file: `claimed-and-true`.
  public let name: String
  /// What it shows, for its heading.
  public let title: String
  /// How to read it, in a sentence or two.
  public let caption: String
  /// What is to be seen, for those who do not see it.
  public let description: String
  /// The rows that it shows.
  public let data: ChartData
  /// How it fills the space it is given.
  let layout: Layout
  /// What stands beside it because it weakens or explains what it shows.
  let notes: [String]
  /// Marks and encodings in Vega-Lite, without data, size and theme.
  let marks: [(key: String, value: JSONValue)]
  /// Rows of further tables that some of the marks show, such as a line through a map.
  var overlays: [ChartData] = []
  /// The scales that each panel has for itself: `x`, `y`.
  var freeScales: [String] = []

  /// How a chart fills the space it is given.
  enum Layout: Sendable {
    /// One picture as wide as the page allows; the height in pixels.
    case single(height: Int)
    /// One picture with a band for each value of a column; the height of a band in pixels.
    case bands(step: Int, by: String = "policy")
    /// One small picture for each value of a column, with the number of pictures.
    case panels(by: String, order: [String], height: Int)
  }

  /// The specification for a page, which gives it its width.
  ///
  /// Its rows are lists of cells under one list of columns, which takes half the room; the script of
  /// the page makes of them what Vega-Lite reads.
  var pageSpecification: JSONValue {
    specification(
      data: ["name": .string(ChartData.name), "columns": data.columnNames, "rows": data.cells],
      width: "container", columns: 2, panelWidth: 300)
  }

  /// The specification of a picture that stands alone.
  public var figureSpecification: JSONValue {
    specification(
      data: ["name": .string(ChartData.name), "values": data.values],
      width: 640, columns: 3, panelWidth: 220)
  }

  private func specification(
    data: JSONValue, width: JSONValue, columns: Int, panelWidth: Int
  ) -> JSONValue {
    let head: [(key: String, value: JSONValue)] = [
      ("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      ("description", .string(description)),
      ("data", data),
    ]
    let tail: [(key: String, value: JSONValue)] = [("config", ChartTheme.configuration)]
    switch layout {
    case .single(let height):
      return .object(head + [("width", width), ("height", .integer(height))] + marks + tail)
    case .bands(let step, let field):
      // Not a step of Vega-Lite's, which warns where the width is to fit the page.
      let bands = Set(self.data.records.map { $0.text(field) }).count
      return .object(
        head + [("width", width), ("height", .integer(step * max(1, bands)))] + marks + tail)
    case .panels(let field, let order, let height):
      let facet: JSONValue = [
        "field": .string(field), "type": "nominal",
        "sort": .array(order.map { .string($0) }), "title": .null,
      ]
      let panel: JSONValue = .object(
        [("width", .integer(panelWidth)), ("height", .integer(height))] + marks)
      // A row that is not full would have an axis below nothing.
      let panels = Set(self.data.records.map { $0.text(field) }).count
      let resolve: [(key: String, value: JSONValue)] = [
        ("scale", .object(freeScales.map { ($0, "independent") })),
        ("axis", panels % columns == 0 ? [:] : ["x": "independent"]),
      ]
      let free: [(key: String, value: JSONValue)] = [("resolve", .object(resolve))]
      return .object(
        head + [("facet", facet), ("columns", .integer(columns)), ("spec", panel)] + free + tail)
    }
  }
}
