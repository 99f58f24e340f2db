/// Why a scenario could not be read: every mistake found, in the order of the files.
public struct ScenarioErrors: Error, Sendable, CustomStringConvertible {
  /// Errors and warnings, in the order of the files.
  public let diagnostics: [ScenarioDiagnostic]

  /// Creates the collection from findings.
  public init(_ diagnostics: [ScenarioDiagnostic]) {
    self.diagnostics = diagnostics
  }

  /// Every finding with its line and a caret, and a last line that counts them.
  public var rendered: String {
    let errors = diagnostics.count { $0.severity == .error }
    let count = errors == 1 ? "1 error" : "\(errors) errors"
    return (diagnostics.map(\.rendered) + [count]).joined(separator: "\n")
  }

  /// The same as ``rendered``.
  public var description: String { rendered }
}
