import Incentives

/// The figure a member looks at on the last day: whether the week meets the target so far.
struct ThresholdProbe: Sendable {
  let formula: MetricFormula
  let reference: MetricReference
  /// Threshold of each employee.
  let thresholds: [Double]
  let dashboard: Dashboard

  func isMet(by counters: TelemetryCounters, of employee: Int) -> Bool {
    isMet(by: dashboard.observation(of: counters, taskHours: counters.hoursWorked), of: employee)
  }

  func isMet(by seen: Observation, of employee: Int) -> Bool {
    formula.value(of: seen, employee: employee, in: reference) >= thresholds[employee]
  }
}
