import Foundation
import WorkplaceModel

/// Pay on a measure at an angle to value, and weights of many tasks.
enum DistortedMeasure {
  static let all = [distortion, uniformity]

  // MARK: Distortion

  /// V = f·a, P = g·a + noise, cost ½|a|², |f| = |g| = 1 at the angle θ.
  private static let distortion = Verification(
    "distorted-measure", section: "P3.1", "Pay on a measure at an angle to value (Baker)",
    source:
      "Baker 1992, 2002; Feltham and Xie 1994: b* = cos θ/(1 + ρσ²), surplus ½cos²θ/(1 + ρσ²)",
    parameters: [
      .init("theta", "angle between measure and value in degrees", standard: 45, range: 0...180),
      .init("risk", "risk aversion times variance, ρσ²", standard: 0, range: 0...1e3),
    ],
    rows: [
      ([0.0, 0], [1, 1, 0.5, 0.5]),
      ([45, 0], [0.707107, 0.5, 0.25, 0.207107]),
      ([75, 0], [0.258819, 0.066987, 0.033494, -0.241181]),
      ([0, 0.5], [0.666667, 0.666667, 0.333333, 0.25]),
      ([75, 0.5], [0.172546, 0.044658, 0.022329, -0.491181]),
    ].map { .init($0, named: ["pay", "output", "surplus", "surplus at pay 1"], $1, decimals: 6) }
  ) { values in
    let (angle, risk) = (values[0] * .pi / 180, values[1])
    let measure = [cos(angle), sin(angle)]
    let response = EffortResponse(costSlope: 1)
    func output(_ pay: Double) -> Double { response.effort(marginalReturn: pay * measure[0]) }
    func surplus(_ pay: Double) -> Double {
      let cost = measure.reduce(0) {
        $0 + response.cost(of: response.effort(marginalReturn: pay * $1))
      }
      return output(pay) - cost - risk * pay * pay / 2
    }
    let best = cos(angle) / (1 + risk)
    let found = try Maximum.near([0.5]) { surplus($0[0]) }[0]
    return [
      .exact("pay", best, found),
      .exact("output", best * cos(angle), output(found)),
      .exact("surplus", best * cos(angle) / 2, surplus(found)),
      .exact("surplus at pay 1", cos(angle) - 0.5 - risk / 2, surplus(1)),
    ]
  }

  // MARK: Uniformity

  /// Cost (e'Ke)^(k/2)/k is homogeneous of degree k, so e = q^((1−k/2)/(k−1)) K⁻¹β with q = β'K⁻¹β.
  private static let uniformity = Verification(
    "uniform-weights", section: "P3.3",
    "Best weights of many tasks under cost of degree k: v/k, whatever its shape",
    source: "Zuo 2024 (arXiv 2405.20642)",
    parameters: [
      .init("k", "degree of the cost, above 1", standard: 2, range: 1.05...10),
      .init("v1", "value of task 1", standard: 1, range: 1e-3...1e3),
      .init("v2", "value of task 2", standard: 0.8, range: 1e-3...1e3),
      .init("k12", "off-diagonal of K = [[1, k12], [k12, 2]]", standard: 0.3, range: -1.4...1.4),
    ],
    rows: [
      (1.5, [0.666667, 0.533333, 0.435519, 0.123727, 0.178167]),
      (3, [0.333333, 0.266667, 0.515898, 0.146562, 0.422098]),
    ].map {
      .init(
        [$0, 1, 0.8, 0.3], named: ["weight 1", "weight 2", "effort 1", "effort 2", "profit"], $1,
        decimals: 6)
    }
  ) { values in
    let (degree, value) = (values[0], [values[1], values[2]])
    let shape = [[1, values[3]], [values[3], 2]]
    func quadratic(_ left: [Double], _ right: [Double]) -> Double {
      (0..<2).reduce(0) { sum, row in
        sum + left[row] * (shape[row][0] * right[0] + shape[row][1] * right[1])
      }
    }
    func inner(_ left: [Double], _ right: [Double]) -> Double {
      left[0] * right[0] + left[1] * right[1]
    }
    func effort(_ weights: [Double]) throws -> [Double] {
      let direction = try LinearSystem.solve(shape, weights)
      let scale = pow(inner(weights, direction), (1 - degree / 2) / (degree - 1))
      return direction.map { scale * $0 }
    }
    // Behaviour: the two tasks answer each other until neither changes, at a common scale of cost
    // that agrees with what they do.
    func reply(_ weights: [Double]) throws -> [Double] {
      var direction = [0.0, 0.0]
      for _ in 0..<10_000 {
        let before = direction
        for task in 0..<2 {
          let pull = weights[task] - shape[0][1] * direction[1 - task]
          direction[task] = EffortResponse(costSlope: shape[task][task]).effort(
            marginalReturn: pull)
        }
        if before == direction { break }
      }
      let size = quadratic(direction, direction)
      let gain = inner(weights, direction)
      guard gain > 0 else { return [0, 0] }
      let scale = exp(
        try Root.within(-60...60) { gain - exp((degree - 1) * $0) * pow(size, degree / 2) })
      return direction.map { scale * $0 }
    }
    let weights = value.map { $0 / degree }
    let found = try Maximum.near(value.map { $0 / 2 }) { weights in
      guard let effort = try? reply(weights) else { return -.infinity }
      return inner(value, effort) - inner(weights, effort)
    }
    let expected = try effort(weights)
    let obtained = try reply(found)
    return [
      .exact("weight 1", weights[0], found[0]),
      .exact("weight 2", weights[1], found[1]),
      .exact("effort 1", expected[0], obtained[0]),
      .exact("effort 2", expected[1], obtained[1]),
      .exact(
        "profit", inner(value, expected) - inner(weights, expected),
        inner(value, obtained) - inner(found, obtained)),
    ]
  }
}
