extension Distortion {
  /// Realised distortion of the use of time, 0 if aligned, 1 if orthogonal, above 1 if harmful; see
  /// ``RealisedDistortion``.
  public var realisedDistortion: Double {
    RealisedDistortion.index(policy: policy.people, reference: unobserved.people)
  }

  /// What the dashboard makes believe was achieved: the true value that the leading metric stands for
  /// before it counts, in standard hours per person-week of those who have a value of the metric.
  public var claimedValue: Double { inferredValue / Double(scored.count) }

  /// How much more value the dashboard makes believe than there is; 1 without illusion.
  ///
  /// ``claimedValue`` over the true value of the same people.
  public var dashboardIllusion: Double {
    let actual = scored.reduce(0) { $0 + $1.value } / policy.totals.weeks
    return actual > 0 ? inferredValue / actual : .nan
  }

  /// Standard hours a week inferred from the scores of all who have one; NaN if nothing can be.
  ///
  /// V is regressed on M over employees of the unobserved run; what is inferred is that line at the
  /// policy's scores (MODEL 4, dashboard illusion).
  private var inferredValue: Double {
    let reference = unobserved.people.filter { $0.scoredWeeks > 0 }
    guard
      let line = LinearFit(
        reference.map(\.meanScore), reference.map { $0.value / unobserved.totals.weeks })
    else { return .nan }
    return scored.reduce(0) { $0 + line.value(at: $1.meanScore) }
  }

  private var scored: [PersonTotals] { policy.people.filter { $0.scoredWeeks > 0 } }

  /// Excess mass just above the target, in units of the mass expected in one bin, against the
  /// unobserved run; see ``Bunching``.
  public var bunchingMass: Double { exactBunching?.excessMass ?? .nan }

  /// Mass missing just below the target, in the same unit.
  public var missingMass: Double { exactBunching?.missingMass ?? .nan }

  /// Excess mass as one has to estimate it without a counterfactual: against a polynomial fitted to
  /// the policy's own distribution outside the window.
  ///
  /// Source: Chetty, Friedman, Olsen and Pistaferri 2011.
  public var fittedBunchingMass: Double {
    guard let histogram = policy.aroundTarget else { return .nan }
    return Bunching(fittedTo: histogram.counts, around: TargetHistogram.window)?.excessMass ?? .nan
  }

  private var exactBunching: Bunching? {
    guard let histogram = policy.aroundTarget, let reference = unobserved.aroundTarget else {
      return nil
    }
    return Bunching(
      histogram.counts, counterfactual: reference.counts, around: TargetHistogram.window)
  }
}
