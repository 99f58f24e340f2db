import Foundation

extension Distortion {
  /// True value gained over the unobserved run, in standard hours per person-week.
  public var valueGain: Double {
    policy.totals.value / policy.totals.personWeeks
      - unobserved.totals.value / unobserved.totals.personWeeks
  }

  /// Net value gained over the unobserved run, in US dollars per person-week.
  public var netValueGain: Double { policy.netValue - unobserved.netValue }

  /// Net value that gaming costs, in US dollars per person-week: of the honest run less that of the
  /// policy.
  public var gamingCost: Double { (honest?.netValue ?? .nan) - policy.netValue }

  /// How far the policy moves the choice of profiles, d = sqrt(KL(policy || unobserved)).
  ///
  /// The abscissa of the over-optimisation curve (Gao, Schulman and Hilton 2022); see
  /// ``ProfileDivergence`` and ``OverOptimisation``.
  public var profileDivergence: Double {
    ProfileDivergence.distance(from: unobserved.profiles, to: policy.profiles)
  }

  /// Task hours displaced: hours of tasks, by hand and with agents, of the unobserved run less those
  /// of the policy, per person-week (MODEL 4).
  public var displacedWork: Double {
    func taskHours(_ run: RunSketch) -> Double {
      (run.totals.manualHours + run.totals.agentHours) / run.totals.personWeeks
    }
    return taskHours(unobserved) - taskHours(policy)
  }

  /// Elasticity of true value in tokens between the runs, ln(V/V0) / ln(T/T0): the percentage by
  /// which value grows when the policy raises tokens by one per cent (MODEL 4).
  ///
  /// NaN if tokens are the same within one part in a thousand or one of the runs has none.
  public var marginalTokenElasticity: Double {
    Self.elasticity(
      of: (unobserved.totals.value, policy.totals.value),
      in: (unobserved.totals.tokens, policy.totals.tokens))
  }

  /// Ease of finished tasks above the ease of those at hand.
  ///
  /// Share of finished tasks of difficulty below one half, less the same in the unobserved run, where
  /// nobody picks (MODEL 4, cherry-pick rate; Dranove, Kessler, McClellan and Satterthwaite 2003).
  public var easyTaskExcess: Double {
    policy.totals.easyTasks / policy.totals.tasksFinished
      - unobserved.totals.easyTasks / unobserved.totals.tasksFinished
  }

  /// Hours that are spent for the metric and make nothing: gaming, and the cost of working longer,
  /// beyond those of the unobserved run, in hours of pay per person-week.
  ///
  /// Places on a board are zero-sum: what one gains another loses, so under a board all of it is
  /// waste (Frank 1985; Hopkins and Kornienko 2004). Under a reward it also holds what the reward
  /// calls forth.
  public var ratRaceWaste: Double {
    func spent(_ run: RunSketch) -> Double {
      (run.totals.gamingHours + run.totals.effortCost) / run.totals.personWeeks
    }
    return spent(policy) - spent(unobserved)
  }

  /// Standing that those who never game lose to gaming: mean percentile by the leading metric in
  /// the honest run less that under the policy (MODEL 4, honest-worker penalty).
  public var honestWorkerPenalty: Double {
    guard let honest else { return .nan }
    return Self.meanOverWindow(honest, \.neverGamerPercentile)
      - Self.meanOverWindow(policy, \.neverGamerPercentile)
  }

  /// Expected annual loss that gaming adds, in US dollars: of the policy less that of the honest run
  /// (MODEL 4, gaming-attributable risk).
  public var gamingLoss: Double { policy.expectedAnnualLoss - (honest?.expectedAnnualLoss ?? .nan) }

  /// Elasticity of the expected annual loss in agents' tool calls between the runs,
  /// ln(EAL/EAL0) / ln(n/n0): 1 if risk is proportional to activity, more if congestion of reviews
  /// adds to it (MODEL 4, risk elasticity).
  public var riskElasticity: Double {
    Self.elasticity(
      of: (unobserved.expectedAnnualLoss, policy.expectedAnnualLoss),
      in: (
        unobserved.totals.toolCalls.reduce(0, +), policy.totals.toolCalls.reduce(0, +)
      ))
  }

  /// Logarithm of one quotient over the logarithm of another; NaN if the latter hardly differs
  /// from 1.
  private static func elasticity(
    of result: (before: Double, after: Double), in cause: (before: Double, after: Double)
  ) -> Double {
    let change = log(cause.after / cause.before)
    guard change.isFinite, abs(change) > 1e-3 else { return .nan }
    let response = log(result.after / result.before)
    return response.isFinite ? response / change : .nan
  }
}
