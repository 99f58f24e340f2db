import Foundation

/// 2c: a metric that points away from value, and the risk of being paid by it.
enum Distortion {
  static let all = [bestPay, imposedPay]

  private static let angle = Verification.Parameter(
    "angle", "angle between value and metric, θ in degrees", standard: 60, range: 0...180)

  /// Value f·a and metric g·a over two activities at cost ½‖a‖², g turned from f by an angle.
  private static func contract(
    value: Double, metric: Double, angle: Double, aversion: Double, variance: Double
  ) -> LinearContract {
    LinearContract(
      cost: [[1, 0], [0, 1]],
      metrics: [[metric * cosine(degrees: angle), metric * sin(angle * .pi / 180)]],
      noise: [[variance]], benefit: [value, 0], riskAversion: aversion)
  }

  /// The cosine, exactly 0 at a right angle.
  private static func cosine(degrees: Double) -> Double { sin((90 - degrees) * .pi / 180) }

  private static let bestPay = Verification(
    "distortion", section: "2c", "Distortion and risk: best pay on a metric at an angle to value",
    source: "Baker 2002 (his 2h is r): b* = FG cos θ/(G² + rσ²), W* = (FG cos θ)²/(2(G² + rσ²))",
    parameters: [
      .init("value", "length of the value gradient, F = ‖f‖", standard: 1, range: 1e-6...1e6),
      .init("metric", "length of the metric gradient, G = ‖g‖", standard: 1, range: 1e-6...1e6),
      angle,
      .init("risk-aversion", "absolute risk aversion, r", standard: 0, range: 0...1e6),
      .init("variance", "variance of the metric's noise, σ²", standard: 1, range: 0...1e6),
    ],
    rows: [
      .init([1, 1, 0, 0, 1], named: bestNames, [1, 1, 0.5, 1, 0.5]),
      .init([1, 1, 60, 0, 1], named: bestNames, [0.5, 0.25, 0.125, 0.25, 0.125]),
      .init(
        [2, 1.5, 45, 0.5, 2], named: bestNames,
        [0.652713952, 1.38461538, 0.692307692, 0.346153846, 0.905325444]),
      .init([1, 1, 90, 1, 1], named: bestNames, [0, 0, 0, 0, 0]),
    ]
  ) { values in
    let (value, metric, degrees) = (values[0], values[1], values[2])
    let (aversion, variance) = (values[3], values[4])
    let agent = contract(
      value: value, metric: metric, angle: degrees, aversion: aversion, variance: variance)
    let pay = try agent.bestPay(for: [0])
    let efforts = try agent.reply(to: pay)
    let surplus = try agent.surplus(of: pay)
    // Paid by value itself and without risk, effort is what it should be.
    let aligned = contract(value: value, metric: value, angle: 0, aversion: 0, variance: 0)
    let firstBest = try aligned.surplus(of: aligned.bestPay(for: [0]))
    let product = value * metric * cosine(degrees: degrees)
    let scale = metric * metric + aversion * variance
    let best = product / scale
    return [
      .exact("b*", best, pay[0]),
      .exact("value", best * product, agent.inner(agent.benefit, efforts)),
      .exact("surplus", product * product / (2 * scale), surplus),
      .exact(
        "share of first best",
        cosine(degrees: degrees) * cosine(degrees: degrees) * metric * metric / scale,
        surplus / firstBest),
      .exact(
        "surplus before risk", best * product - best * best * metric * metric / 2,
        surplus + agent.riskPremium(of: pay)),
    ]
  }

  private static let bestNames = [
    "b*", "value", "surplus", "share of first best", "surplus before risk",
  ]

  private static let imposedPay = Verification(
    "distortion-imposed", section: "2c",
    "Distortion under any pay: value, metric and surplus (F = G = 1, no risk)",
    source: "Baker 2002: E[V] = b cos θ, E[P] = b, surplus b cos θ − b²/2",
    parameters: [
      angle, .init("pay", "pay for a unit of the metric, b", standard: 0.5, range: -1e6...1e6),
    ],
    rows: [
      .init([0, 1], named: imposedNames, [1, 1, 0.5]),
      .init([60, 0.5], named: imposedNames, [0.25, 0.5, 0.125]),
      .init([90, 0.5], named: imposedNames, [0, 0.5, -0.125]),
    ]
  ) { values in
    let (degrees, pay) = (values[0], values[1])
    let agent = contract(value: 1, metric: 1, angle: degrees, aversion: 0, variance: 0)
    let efforts = try agent.reply(to: [pay])
    let value = pay * cosine(degrees: degrees)
    return [
      .exact("value", value, agent.inner(agent.benefit, efforts)),
      .exact("metric", pay, agent.inner(agent.metrics[0], efforts)),
      .exact("surplus", value - pay * pay / 2, try agent.surplus(of: [pay])),
    ]
  }

  private static let imposedNames = ["value", "metric", "surplus"]
}
