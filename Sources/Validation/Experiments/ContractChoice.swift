import Experiments
import Foundation
import Randomness
import WorkplaceModel

/// The choice between fixed pay and pay on one of two tasks, as runs of an experiment.
///
/// Pay b for a unit of task 1, whose measure has variance σ², makes of effort e = C⁻¹(b, 0)'. Task 2
/// is not measured and suffers by the cross-cost δ. What the contract is worth beside fixed pay is
/// TS = B'e − ½ e'Ce − ½ r b²σ² (Holmström and Milgrom 1991), so fixed pay overtakes where
///
///     B1 c2 − B2 δ − ½ b c2 = ½ r b σ² (c1 c2 − δ²)
///
/// Worth is obtained from the simulator's own pay and effort rules. In each replication benefits and
/// risk aversion are drawn anew around their means; worth is linear in both, so its mean is exact.
struct ContractChoice: RunSource {
  /// Pay b for a unit of task 1.
  var pay = 0.5
  /// Worth of a unit of each task, B.
  var benefit = [1.0, 1.0]
  /// Slopes of the marginal cost of each task, c1 and c2.
  var cost = [1.0, 1.0]
  /// Absolute risk aversion r.
  var riskAversion = 1.0
  /// Cross-cost δ where it is not moved.
  var crossCost = 0.0
  /// Variance σ² of the measure where it is not moved.
  var variance = 0.5
  /// Standard deviation, between replications, of benefits and risk aversion; 0 for no noise.
  var noise = 0.0
  /// Seed of the noise.
  var seed: UInt64 = 0

  static let crossCostPath = "crossCost"
  static let variancePath = "variance"

  let policies = ["fixedPay", "payOnTask1"]
  let baseline = 0
  let measures = ["surplus"]

  func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
    try requests.map { request in
      guard request.arm.policy == policies[1] else {
        return RunOutcome(measures: [common(request.replication)])
      }
      var values = [Self.crossCostPath: crossCost, Self.variancePath: variance]
      for setting in request.point.settings { values[setting.path] = Double(setting.value) }
      let surplus = try contract(
        crossCost: values[Self.crossCostPath] ?? .nan,
        variance: values[Self.variancePath] ?? .nan, replication: request.replication
      ).surplus(of: [pay])
      return RunOutcome(measures: [common(request.replication) + surplus])
    }
  }

  /// What a replication adds to both contracts.
  private func common(_ replication: Int) -> Double {
    var stream = stream(replication, entity: 1)
    return 10 * noise * stream.gaussian()
  }

  private func contract(
    crossCost: Double, variance: Double, replication: Int
  ) throws -> LinearContract {
    var stream = stream(replication, entity: 0)
    let draws = (0..<3).map { _ in noise * stream.gaussian() }
    let contract = LinearContract(
      cost: [[cost[0], crossCost], [crossCost, cost[1]]], metrics: [[1, 0]], noise: [[variance]],
      benefit: [benefit[0] + draws[0], benefit[1] + draws[1]],
      riskAversion: riskAversion + draws[2])
    try contract.validate()
    return contract
  }

  private func stream(_ replication: Int, entity: UInt32) -> RandomStream {
    RandomStream(
      StreamKey(seed: seed, replication: replication), purpose: 0, entity: entity, index: 0)
  }

  // MARK: Closed forms

  /// Cross-costs for which there is a best reply.
  private var crossCosts: ClosedRange<Double> { 0...0.95 * (cost[0] * cost[1]).squareRoot() }

  /// The cross-cost above which fixed pay is better; nil where there is none in reach.
  ///
  /// The lesser root of k δ² − B2 δ + (B1 − ½ b) c2 − k c1 c2 = 0 with k = ½ r b σ².
  func flipCrossCost(variance: Double) -> Double? {
    let k = riskAversion * pay * variance / 2
    let constant = (benefit[0] - pay / 2) * cost[1] - k * cost[0] * cost[1]
    let root: Double
    if k == 0 {
      root = constant / benefit[1]
    } else {
      let square = benefit[1] * benefit[1] - 4 * k * constant
      guard square >= 0 else { return nil }
      // Without cancellation for small k.
      root = 2 * constant / (benefit[1] + square.squareRoot())
    }
    return crossCosts.contains(root) ? root : nil
  }

  /// The variance above which fixed pay is better.
  func flipVariance(crossCost: Double) -> Double {
    let gain = (benefit[0] - pay / 2) * cost[1] - benefit[1] * crossCost
    return 2 * gain / (riskAversion * pay * (cost[0] * cost[1] - crossCost * crossCost))
  }

  // MARK: Experiments

  /// Moves the cross-cost over its whole range.
  var crossCostAxis: FlipAxis { axis(Self.crossCostPath, crossCosts, from: crossCost) }

  /// Moves the variance from 0 to a multiple of what it is.
  var varianceAxis: FlipAxis { axis(Self.variancePath, 0...8, from: variance) }

  private func axis(
    _ path: String, _ range: ClosedRange<Double>, from reference: Double
  ) -> FlipAxis {
    let factor = Factor(
      path,
      .interval(
        low: range.lowerBound, high: range.upperBound, scale: .linear, notation: .init()))
    guard let axis = FlipAxis(factor, reference: reference) else {
      preconditionFailure("a range makes an axis")
    }
    return axis
  }

  /// The search for flips with a number of replications.
  func study(replications: Int, resamples: Int = 400) -> FlipStudy<ContractChoice> {
    var options = FlipOptions()
    options.measure = measures[0]
    options.replications = replications
    options.resamples = resamples
    options.seed = seed
    return FlipStudy(self, options)
  }
}
