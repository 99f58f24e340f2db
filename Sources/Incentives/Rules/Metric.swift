/// A quantity that a policy measures every week.
public struct Metric: Sendable, Equatable {
  /// The name by which a policy refers to the metric.
  public var name: String

  /// The name that people read.
  public var title: String

  /// How the metric is computed.
  public var formula: MetricFormula

  /// Makes a metric.
  ///
  /// - Parameters:
  ///   - name: The name by which a policy refers to it.
  ///   - title: The name that people read, by default the same.
  ///   - formula: How it is computed.
  public init(name: String, title: String? = nil, formula: MetricFormula) {
    self.name = name
    self.title = title ?? name
    self.formula = formula
  }
}
