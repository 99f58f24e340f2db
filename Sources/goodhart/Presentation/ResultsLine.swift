/// Where results are, as the last lines of what a command prints.
struct ResultsLine {
  /// The folder of the tables.
  let folder: String
  /// The page, if there is one.
  let page: String?

  var text: String {
    "Results: \(folder)" + (page.map { "\nReport:  \($0)" } ?? "")
  }
}
