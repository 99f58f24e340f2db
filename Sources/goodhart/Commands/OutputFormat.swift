import ArgumentParser

/// In which form a result is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// Comma-separated, for spreadsheets and data frames.
  case csv
  /// For programs; keys are stable.
  case json
}

/// In which form something without a table is printed.
enum PlainOutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// For programs; keys are stable.
  case json
}

/// Which measures are printed.
enum MeasureSelection: String, CaseIterable, ExpressibleByArgument {
  /// Those that every report shows.
  case headline
  /// Every measure of the catalogue.
  case all
}
