import Incentives
import WorkplaceModel

/// Linear pay on measures of several activities: what it makes of an agent, and what pay is best.
///
/// The agent spends effort e on each activity, measured from the intrinsically preferred one, at
/// the cost ½ e'Ce. Metrics are M = Pe + noise with covariance Σ, pay is b'M, risk costs ½ r b'Σb,
/// and the principal receives B'e (Holmström and Milgrom 1987, 1991; Baker 2002).
struct LinearContract: Sendable {
  /// Slopes C of the marginal cost of effort, activity by activity; symmetric.
  let cost: [[Double]]
  /// What one unit of effort adds to each metric, P: metrics by activities.
  let metrics: [[Double]]
  /// Covariance Σ of the noise of the metrics.
  let noise: [[Double]]
  /// What one unit of effort is worth to the principal, B.
  let benefit: [Double]
  /// Absolute risk aversion r.
  let riskAversion: Double

  /// Checks that the agent has a best reply.
  func validate() throws {
    guard LinearSystem.isPositiveDefinite(cost) else {
      throw VerificationRefusal(
        "no best reply: the matrix of effort costs is not positive definite, so some mix of "
          + "activities costs nothing")
    }
  }

  // MARK: Through the simulator's code

  /// The agent's efforts under pay b.
  ///
  /// Each activity's reply to its own marginal return, given the other efforts, over and over until
  /// nothing moves: for positive definite costs the replies converge to the joint optimum
  /// (Gauss-Seidel iteration).
  func reply(to pay: [Double]) throws -> [Double] {
    let rewards = pay.enumerated().map { metric, weight in
      Reward(metric: metric, kind: .pieceRate, weightHours: weight)
    }
    let responses = cost.indices.map { EffortResponse(costSlope: cost[$0][$0]) }
    var efforts = [Double](repeating: 0, count: cost.count)
    for _ in 0..<100_000 {
      var largestMove = 0.0
      var largest = 0.0
      for activity in efforts.indices {
        let others = efforts.indices.reduce(0) {
          $1 == activity ? $0 : $0 + cost[activity][$1] * efforts[$1]
        }
        let reply = responses[activity].effort(
          marginalReturn: marginalPay(of: activity, under: rewards) - others)
        largestMove = max(largestMove, abs(reply - efforts[activity]))
        largest = max(largest, abs(reply))
        efforts[activity] = reply
      }
      if largestMove <= 1e-15 * largest { return efforts }
    }
    throw NumericalFailure(description: "the best replies do not settle")
  }

  /// What one more unit of an activity brings in pay.
  private func marginalPay(of activity: Int, under rewards: [Reward]) -> Double {
    rewards.reduce(0) { total, reward in
      total
        + reward.prospect(.init(value: metrics[reward.metric][activity])).mean
    }
  }

  /// What efforts cost the agent: each activity's own cost, and what they cost one another.
  func cost(of efforts: [Double]) -> Double {
    var total = 0.0
    for activity in efforts.indices {
      total += EffortResponse(costSlope: cost[activity][activity]).cost(of: efforts[activity])
      for other in 0..<activity {
        total += cost[activity][other] * efforts[activity] * efforts[other]
      }
    }
    return total
  }

  /// What risk costs the agent under pay b: ½ r Var(b'M).
  func riskPremium(of pay: [Double]) -> Double {
    riskAversion * pay.indices.reduce(0) { $0 + pay[$1] * inner(noise[$1], pay) } / 2
  }

  /// What pay b is worth to principal and agent together, the agent's reply included.
  func surplus(of pay: [Double]) throws -> Double {
    let efforts = try reply(to: pay)
    return inner(benefit, efforts) - cost(of: efforts) - riskPremium(of: pay)
  }

  /// The pay with the greatest surplus.
  ///
  /// An agent whose efforts have no bounds replies linearly, so surplus is quadratic in pay: its
  /// differences over unit steps are its gradient and curvature, and one Newton step is exact.
  ///
  /// - Parameter paid: metrics that can be paid for; the others stay unpaid.
  func bestPay(for paid: [Int]) throws -> [Double] {
    func surplus(at steps: [(metric: Int, size: Double)]) throws -> Double {
      var pay = [Double](repeating: 0, count: metrics.count)
      for step in steps { pay[step.metric] += step.size }
      return try self.surplus(of: pay)
    }
    let centre = try surplus(at: [])
    var gradient: [Double] = []
    var curvature = [[Double]](
      repeating: [Double](repeating: 0, count: paid.count), count: paid.count)
    for (row, first) in paid.enumerated() {
      let up = try surplus(at: [(first, 1)])
      let down = try surplus(at: [(first, -1)])
      gradient.append((up - down) / 2)
      curvature[row][row] = up + down - 2 * centre
      for (column, second) in paid.enumerated().prefix(row) {
        let mixed =
          try surplus(at: [(first, 1), (second, 1)]) - surplus(at: [(first, 1), (second, -1)])
          - surplus(at: [(first, -1), (second, 1)]) + surplus(at: [(first, -1), (second, -1)])
        curvature[row][column] = mixed / 4
        curvature[column][row] = mixed / 4
      }
    }
    let step = try LinearSystem.solve(curvature, gradient.map { -$0 })
    var pay = [Double](repeating: 0, count: metrics.count)
    for (metric, size) in zip(paid, step) { pay[metric] = size }
    return pay
  }

  // MARK: Closed forms

  /// The efforts C⁻¹P'b.
  func closedFormReply(to pay: [Double]) throws -> [Double] {
    try LinearSystem.solve(cost, transposedMetrics.map { inner($0, pay) })
  }

  /// The best pay (PC⁻¹P' + rΣ)⁻¹PC⁻¹B.
  func closedFormPay() throws -> [Double] {
    let columns = try metrics.map { try LinearSystem.solve(cost, $0) }
    let slopes = metrics.indices.map { row in
      metrics.indices.map { inner(metrics[row], columns[$0]) + riskAversion * noise[row][$0] }
    }
    let returns = try LinearSystem.solve(cost, benefit)
    return try LinearSystem.solve(slopes, metrics.map { inner($0, returns) })
  }

  /// The surplus B'e − ½ e'Ce − ½ r b'Σb.
  func closedFormSurplus(of pay: [Double]) throws -> Double {
    let efforts = try closedFormReply(to: pay)
    let quadratic = efforts.indices.reduce(0) { $0 + efforts[$1] * inner(cost[$1], efforts) }
    return inner(benefit, efforts) - quadratic / 2 - riskPremium(of: pay)
  }

  private var transposedMetrics: [[Double]] {
    cost.indices.map { activity in metrics.map { $0[activity] } }
  }

  /// The sum of products.
  func inner(_ first: [Double], _ second: [Double]) -> Double {
    zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
