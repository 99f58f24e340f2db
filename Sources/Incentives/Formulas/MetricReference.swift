/// The week that a what-if question is about, seen from the panel.
public enum ReferenceWeek: Sendable, Hashable {
  /// The panel's current week: the hypothetical week replaces the employee's own.
  case same
  /// The week after it: the employee's own current week has become the most recent past week,
  /// while the others are expected to do what they did.
  case next
}

/// Everything that a hypothetical week of one employee does not change.
///
/// Made once a week by ``MetricFormula/reference(in:for:)`` and then read by
/// ``MetricFormula/value(of:employee:in:)``. It holds, for every employee, the sums and counts of
/// the others in each group, the moments of the others for `z`, the sorted values for `rank` and
/// `percentile`, the employee's own past weeks for windows, and as frozen numbers what an
/// individual hardly moves: medians, quantiles, least, greatest and spread of a group.
public struct MetricReference: Sendable, Equatable {
  /// How many employees the reference covers.
  public let employeeCount: Int

  let slotCount: Int
  var slots: [Double]
  var sorted: [Double] = []

  init(employeeCount: Int, slotCount: Int) {
    self.employeeCount = employeeCount
    self.slotCount = slotCount
    slots = Array(repeating: 0, count: employeeCount * slotCount)
  }
}

extension MetricFormula {
  /// Freezes what hypothetical weeks do not change.
  ///
  /// - Parameters:
  ///   - panel: The table, with the current week complete.
  ///   - week: Whether the hypothetical week replaces the current one or follows it. The two
  ///     differ only for windows and lags.
  /// - Complexity: As ``values(in:)``.
  public func reference(
    in panel: ObservationPanel, for week: ReferenceWeek = .same
  ) -> MetricReference {
    var reference = MetricReference(
      employeeCount: panel.employeeCount, slotCount: program.slotCount)
    var evaluation = PanelEvaluation(nodes: nodes, thresholds: thresholds, panel: panel)
    for slots in program.slots {
      reference.fill(slots, node: nodes[slots.node], week: week, evaluation: &evaluation)
    }
    return reference
  }
}
