import Foundation
import Randomness

/// The chosen design, the design of the file and the baseline on fresh replications.
///
/// The best of many estimates is too good on average, since the search also chose luck. These runs
/// played no part in the choice, so their means are unbiased.
public struct DesignConfirmation: Sendable, Equatable {
  /// The replications, which no search uses.
  public var replications: Range<Int>
  /// Under the chosen design, by tracked measure, then replication.
  public var chosen: [[Double]]
  /// Under the design of the file.
  public var start: [[Double]]
  /// Under the baseline.
  public var baseline: [[Double]]

  /// How a tracked measure under the chosen design differs from the design of the file.
  public func gainOverStart(_ measure: Int) -> PairedDifference {
    PairedDifference(policy: chosen[measure], baseline: start[measure])
  }

  /// How a tracked measure under the chosen design differs from the baseline.
  public func gainOverBaseline(_ measure: Int) -> PairedDifference {
    PairedDifference(policy: chosen[measure], baseline: baseline[measure])
  }
}

/// Whether a constraint is kept, as far as runs can tell.
public enum ConstraintVerdict: String, Sendable {
  /// The 95 % limit of the mean keeps the bound.
  case holds
  /// The mean violates the bound at 95 %.
  case violated
  /// The runs do not tell.
  case undecided
}

extension OutcomeConstraint {
  /// Whether the mean of a measure keeps the bound, each way with one-sided confidence.
  ///
  /// A measure that is undefined in some replication is undecided.
  public func verdict(
    on values: [Double], confidence: Double = StudyResults.confidence
  ) -> ConstraintVerdict {
    let estimate = Estimate(values)
    guard estimate.missing == 0, let mean = estimate.mean,
      // Twice the one-sided error lies outside of the two-sided interval.
      let margin = estimate.halfWidth(confidence: 2 * confidence - 1)
    else { return .undecided }
    if excess(of: mean) + margin <= 0 { return .holds }
    return excess(of: mean) - margin > 0 ? .violated : .undecided
  }
}

/// How much better a design looked in the search than on fresh replications.
public struct SearchOptimism: Sendable, Equatable {
  /// Mean in the search less mean in the confirmation.
  public var mean: Double
  /// Half the width of its interval; nil where either has fewer than two replications.
  public var halfWidth: Double?

  /// Compares independent samples of one figure; nil where either mean is undefined.
  ///
  /// Source of the interval: B. L. Welch, Biometrika 34 (1947).
  public init?(
    search: [Double], confirmation: [Double], confidence: Double = StudyResults.confidence
  ) {
    let (first, second) = (Estimate(search), Estimate(confirmation))
    guard let searched = first.mean, let confirmed = second.mean else { return nil }
    mean = searched - confirmed
    guard let left = first.standardError, let right = second.standardError else { return }
    let (leftSquare, rightSquare) = (left * left, right * right)
    let variance = leftSquare + rightSquare
    guard variance > 0 else {
      halfWidth = 0
      return
    }
    let degrees =
      variance * variance
      / (leftSquare * leftSquare / Double(first.count - 1)
        + rightSquare * rightSquare / Double(second.count - 1))
    halfWidth =
      (try? ReferenceDistributions.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: degrees)).map { $0 * variance.squareRoot() }
  }
}
