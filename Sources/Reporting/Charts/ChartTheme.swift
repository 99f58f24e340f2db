/// The colours and type of all charts.
///
/// Colours are told apart with every common colour vision deficiency (after Okabe and Ito, *Color
/// Universal Design*, 2008, darkened where a line would be too faint) and have a contrast of at
/// least 3 to 1 with white and with the dark background of the page (WCAG 2.2, 1.4.11). Charts are
/// drawn in ink on white, as they are pasted into other documents; the page's style sheet turns the
/// ink light in dark mode.
enum ChartTheme {
  /// What a metric claims.
  static let claimed: JSONValue = "#c2510a"
  /// What is true.
  static let truth: JSONValue = "#1a78b8"
  /// A second truth, or what is useful.
  static let useful: JSONValue = "#0f9068"
  /// What is lost.
  static let loss: JSONValue = "#c2510a"
  /// What is won.
  static let gain: JSONValue = "#1a78b8"
  /// What matters less.
  static let muted: JSONValue = "#848b93"
  /// Intervals over bars.
  static let interval: JSONValue = "#5f6871"
  /// Text and axes.
  static let ink: JSONValue = "#22282f"
  /// Lines of the grid.
  static let grid: JSONValue = "#dfe3e8"

  /// Categories, in this order.
  static let categories: [String] = [
    "#1a78b8", "#c2510a", "#0f9068", "#b565a0", "#8a7a12", "#7a5fc0", "#c24a5a", "#6f7780",
  ]

  /// Dashes of lines, in the order of ``categories``, so that no line is told by colour alone.
  static let dashes: [[Int]] = [
    [1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 2], [10, 4], [1, 3], [3, 1, 1, 1],
  ]

  /// The colour of a category; colours come again after the last.
  static func category(_ number: Int) -> String { categories[number % categories.count] }

  /// The dash of a category; dashes come again after the last.
  static func dash(_ number: Int) -> [Int] { dashes[number % dashes.count] }

  /// Shades from nothing to much, light to dark.
  static let shades: JSONValue = ["#eef4f9", "#f3c9a6", "#e08a4b", "#b1440b", "#6d2503"]

  private static let font: JSONValue =
    "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif"

  /// The configuration that every specification carries.
  static let configuration: JSONValue = [
    "background": "white",
    "font": font,
    "padding": 4,
    "view": ["stroke": .null],
    "mark": ["aria": false, "tooltip": .null],
    "axis": [
      "aria": false, "domainColor": muted, "tickColor": muted, "gridColor": grid,
      "labelColor": ink, "titleColor": ink, "labelFontSize": 12, "titleFontSize": 12,
      "titleFontWeight": "normal", "labelLimit": 150, "titlePadding": 8, "labelOverlap": true,
    ],
    "axisBand": ["grid": false, "domain": false, "ticks": false],
    "legend": [
      "aria": false, "orient": "top", "title": .null, "labelColor": ink, "titleColor": ink,
      "labelFontSize": 12, "symbolStrokeWidth": 2, "labelLimit": 260,
    ],
    "header": [
      "labelColor": ink, "labelFontSize": 12, "labelFontWeight": "bold", "labelLimit": 220,
    ],
    "text": ["color": ink, "fontSize": 12],
    "title": ["color": ink],
  ]
}
