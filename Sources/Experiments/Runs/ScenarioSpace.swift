import WorkplaceModel

/// A scenario and what becomes of it when keys are set otherwise.
///
/// How keys are read belongs to whoever reads scenario files; an experiment only asks for points.
public struct ScenarioSpace: Sendable {
  /// The scenario as its file has it.
  public let base: Scenario
  private let variant: @Sendable (DesignPoint) throws -> Scenario

  /// Creates a space.
  ///
  /// - Parameters:
  ///   - base: the scenario without settings.
  ///   - variant: the scenario at a point with settings; throws where these make no sense.
  public init(
    _ base: Scenario, variant: @escaping @Sendable (DesignPoint) throws -> Scenario
  ) {
    self.base = base
    self.variant = variant
  }

  /// The scenario at a point.
  ///
  /// - Throws: What the reader of settings throws.
  public func scenario(at point: DesignPoint) throws -> Scenario {
    point.settings.isEmpty ? base : try variant(point)
  }
}
