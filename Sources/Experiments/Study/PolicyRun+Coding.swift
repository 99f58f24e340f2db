import Measures
import WorkplaceModel

extension PolicyRun {
  /// The run as bytes; the same run always gives the same.
  var bytes: [UInt8] {
    var run = self
    var coder = BinaryCoder()
    run.code(&coder)
    return coder.bytes
  }

  /// Reads a run back, bit for bit.
  ///
  /// - Parameters:
  ///   - bytes: what ``bytes`` gave.
  ///   - plan: the stage that the run belongs to.
  ///   - arm: what was in force.
  /// - Returns: nil if the bytes are not those of such a run.
  init?(bytes: [UInt8], plan: StudyPlan, arm: StudyPlan.Arm) {
    var coder = BinaryCoder(reading: bytes)
    let blankWeeks = plan.employeeWeeks(of: arm)
    var run = PolicyRun(
      record: .blank, losses: LossCurve(aggregate: [], occurrence: []), fingerprint: 0, events: 0,
      cpuSeconds: 0, employeeWeeks: blankWeeks)
    run.code(&coder)
    guard coder.isComplete, run.fits(plan, arm) else { return nil }
    self = run
  }

  private mutating func code(_ coder: inout BinaryCoder) {
    var format = Self.format
    coder.code(&format)
    guard format == Self.format else { return coder.fail() }
    record.code(&coder)
    coder.code(&losses.aggregate)
    coder.code(&losses.occurrence)
    coder.code(&fingerprint)
    coder.code(&events)
    coder.code(&cpuSeconds)
    var hasWeeks = employeeWeeks != nil
    coder.code(&hasWeeks)
    guard hasWeeks == (employeeWeeks != nil) else { return coder.fail() }
    employeeWeeks?.code(&coder)
    coder.code(&repriced, blank: .blank) { $0.code(&$1) }
    let blank = Reading(policy: 0, measures: [], sketch: nil)
    coder.code(&readings, blank: blank) { reading, coder in
      coder.code(&reading.policy)
      coder.code(&reading.measures)
      coder.code(&reading.sketch, blank: .blank) { $0.code(&$1) }
    }
  }

  /// Whether the run has the shape that runs of a stage have, so that no table reads beyond it.
  private func fits(_ plan: StudyPlan, _ arm: StudyPlan.Arm) -> Bool {
    record.measures.count == plan.catalogue.measures.count
      && record.weekly.count == plan.scenario.horizonWeeks
      && record.readings.count == plan.scenario.policies.count
      && losses.aggregate.count == LossCurve.levels.count
      && losses.occurrence.count == LossCurve.levels.count
      && repriced.count == plan.readers.count && readings.map(\.policy) == arm.serves
  }

  /// Number of the format; another one is another order of fields.
  private static let format: UInt64 = 1
}

extension LossCurve {
  init(aggregate: [Double], occurrence: [Double]) {
    self.aggregate = aggregate
    self.occurrence = occurrence
  }
}
