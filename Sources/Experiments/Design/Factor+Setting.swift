import WorkplaceModel

extension Factor {
  /// What is set in the scenario at a position between 0, the low end, and 1, the high end.
  public func setting(at position: Double) -> Setting { Setting(path, text(at: position)) }
}
