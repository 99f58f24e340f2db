/// One finding about a scenario file: where, what, what was expected, what was probably meant.
public struct ScenarioDiagnostic: Error, Sendable, Equatable {
  /// How serious a finding is.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// Whether the scenario cannot be used because of it.
  public var severity: Severity
  /// The place in the file; nil when there is none, as for an option of the command line.
  public var location: SourceLocation?
  /// What is wrong.
  public var what: String
  /// What would have been valid there.
  public var expected: String?
  /// The valid name that was probably meant.
  public var suggestion: String?
  /// The line of the file at fault, for the reader.
  public var sourceLine: String?

  /// Creates a finding.
  public init(
    severity: Severity = .error, location: SourceLocation?, what: String, expected: String? = nil,
    suggestion: String? = nil, sourceLine: String? = nil
  ) {
    self.severity = severity
    self.location = location
    self.what = what
    self.expected = expected
    self.suggestion = suggestion
    self.sourceLine = sourceLine
  }

  /// The name that was probably meant, or nil when none is near.
  public static func nearest(to name: String, among names: [String]) -> String? {
    NearestName.nearest(to: name, among: names)
  }

  /// What is wrong, what was expected and what was probably meant, without the place.
  public var message: String {
    var text = what
    if let expected { text += "; expected \(expected)" }
    if let suggestion { text += "; did you mean '\(suggestion)'?" }
    return text
  }

  /// The finding in one line, as compilers write it.
  public var headline: String {
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(severity.rawValue): \(message)"
  }

  /// The headline, and below it the line at fault with a caret under the column.
  public var rendered: String {
    guard let location, let sourceLine else { return headline }
    let shown = String(sourceLine.map { $0 == "\t" ? " " : $0 })
    let indent = String(repeating: " ", count: max(0, location.column - 1))
    return "\(headline)\n  \(shown)\n  \(indent)^"
  }
}
