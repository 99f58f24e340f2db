/// A value for one key of a scenario, as it would be written in the file.
public struct Setting: Hashable, Sendable {
  /// Path of the key: `policies.audited.audit.rate`.
  public var path: String
  /// The value as YAML: `10 % / week`.
  public var value: String

  /// Sets a key.
  public init(_ path: String, _ value: String) {
    self.path = path
    self.value = value
  }
}

/// A scenario with some keys set otherwise: one row of a design.
///
/// Points are equal when they set the same keys to the same text, whatever order they were made in;
/// the point without settings is the scenario as its file has it.
public struct DesignPoint: Hashable, Sendable {
  /// What is set, by path.
  public let settings: [Setting]

  /// Creates a point; of two settings of one path the later counts.
  public init(_ settings: [Setting] = []) {
    var last: [String: String] = [:]
    for setting in settings { last[setting.path] = setting.value }
    self.settings = last.sorted { $0.key < $1.key }.map { Setting($0.key, $0.value) }
  }

  /// The scenario as its file has it.
  public static let unchanged = DesignPoint()

  /// The settings on one line, which identifies the point.
  public var key: String {
    settings.map { "\($0.path)=\($0.value)" }.joined(separator: "; ")
  }
}
