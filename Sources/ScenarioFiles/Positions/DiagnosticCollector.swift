/// Collects findings about a scenario, so that one mistake never hides another.
struct DiagnosticCollector: Sendable {
  private(set) var diagnostics: [ScenarioDiagnostic] = []
  private(set) var texts: [SourceText] = []

  /// Whether a file that the scenario builds on could not be had, so that what seems to be missing
  /// may stand there.
  var isIncomplete = false

  /// The same files, before anything was found.
  var withoutFindings: DiagnosticCollector {
    var copy = self
    copy.diagnostics = []
    return copy
  }

  /// Whether any finding makes the scenario unusable.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Remembers a file, so that findings can show its lines.
  mutating func add(_ text: SourceText) {
    if self.text(named: text.name) == nil { texts.append(text) }
  }

  /// A remembered file.
  func text(named name: String) -> SourceText? {
    texts.first { $0.name == name }
  }

  /// Records a finding; the same finding at the same place, met again through inheritance, counts
  /// once.
  mutating func report(
    _ what: String, at location: SourceLocation?, expected: String? = nil,
    suggestion: String? = nil, severity: ScenarioDiagnostic.Severity = .error
  ) {
    let line = location.flatMap { place in text(named: place.file)?.line(place.line) }
    let finding = ScenarioDiagnostic(
      severity: severity, location: location, what: what, expected: expected,
      suggestion: suggestion, sourceLine: line)
    if !diagnostics.contains(finding) { diagnostics.append(finding) }
  }

  /// Records that something is missing, unless it may stand in a file that could not be had.
  mutating func reportAbsence(
    _ what: String, at location: SourceLocation?, expected: String? = nil,
    suggestion: String? = nil
  ) {
    if !isIncomplete { report(what, at: location, expected: expected, suggestion: suggestion) }
  }

  /// All findings in the order of files, lines and columns.
  var sorted: [ScenarioDiagnostic] {
    let fileOrder = texts.map(\.name)
    func key(_ finding: ScenarioDiagnostic) -> (Int, Int, Int) {
      guard let location = finding.location else { return (-1, 0, 0) }
      let file = fileOrder.firstIndex(of: location.file) ?? fileOrder.count
      return (file, location.line, location.column)
    }
    return diagnostics.enumerated().sorted { first, second in
      let (left, right) = (key(first.element), key(second.element))
      return left == right ? first.offset < second.offset : left < right
    }.map(\.element)
  }
}
