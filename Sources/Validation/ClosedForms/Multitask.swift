/// 2b: pay on some of several activities that compete for the same person.
enum Multitask {
  static let all = [bothMeasured, secondUnmeasurable, threeActivities, imposedPay]

  private static let source =
    "Holmström and Milgrom 1991: e = C⁻¹P'b, b* = (PC⁻¹P' + rΣ)⁻¹PC⁻¹B"

  private static let taskParameters: [Verification.Parameter] = [
    .init("benefit1", "worth of a unit of task 1, B1", standard: 1, range: -1e6...1e6),
    .init("benefit2", "worth of a unit of task 2, B2", standard: 1, range: -1e6...1e6),
    .init("cost1", "slope of the marginal cost of task 1, c1", standard: 1, range: 1e-6...1e6),
    .init("cost2", "slope of the marginal cost of task 2, c2", standard: 1, range: 1e-6...1e6),
    .init(
      "cross-cost", "how one task raises the other's marginal cost, δ; δ² < c1 c2",
      standard: 0.5, range: -1e6...1e6),
    .init("risk-aversion", "absolute risk aversion, r", standard: 1, range: 0...1e6),
    .init("variance1", "variance of the measure of task 1, σ1²", standard: 1, range: 0...1e6),
  ]

  private static func twoTasks(_ values: [Double], variance2: Double) throws -> LinearContract {
    let contract = LinearContract(
      cost: [[values[2], values[4]], [values[4], values[3]]], metrics: [[1, 0], [0, 1]],
      noise: [[values[6], 0], [0, variance2]], benefit: [values[0], values[1]],
      riskAversion: values[5])
    try contract.validate()
    return contract
  }

  // MARK: Both tasks measured

  private static let bothMeasured = Verification(
    "multitask", section: "2b", "Two tasks, both measured: best pay and what it makes of effort",
    source: source,
    parameters: taskParameters + [
      .init("variance2", "variance of the measure of task 2, σ2²", standard: 1, range: 0...1e6)
    ],
    rows: [
      .init([1, 1, 1, 1, 0, 1, 1, 1], named: bothNames, [0.5, 0.5, 0.5, 0.5, 0.5]),
      .init(
        [1, 2, 1, 1, 0.5, 0.5, 0.2, 3], named: bothNames,
        [0.368663594, 0.792626728, -0.0368663594, 0.811059908, 0.792626728]),
      .init(
        [1, 1, 1.5, 1, -0.4, 1, 1, 1], named: bothNames,
        [0.495867769, 0.599173554, 0.548908351, 0.818736894, 0.683822622]),
    ]
  ) { values in
    let contract = try twoTasks(values, variance2: values[7])
    let pay = try contract.bestPay(for: [0, 1])
    let best = try contract.closedFormPay()
    return try payAndEffort(contract, pay: pay, best: best, names: bothNames)
  }

  private static let bothNames = ["b1*", "b2*", "e1*", "e2*", "surplus"]

  // MARK: Task 2 unmeasurable

  private static let secondUnmeasurable = Verification(
    "multitask-unmeasured", section: "2b",
    "Two tasks, the second unmeasurable: pay for the first may have to be negative",
    source: "Holmström and Milgrom 1991: b1* = (B1 − B2 δ/c2)/(1 + r σ1² (c1 − δ²/c2))",
    parameters: taskParameters,
    rows: [
      .init([1, 1, 1, 1, 0, 1, 1], named: unmeasuredNames, [0.5, 0.5, 0, 0.25]),
      .init(
        [1, 1, 1, 1, 0.9, 1, 1], named: unmeasuredNames,
        [0.0840336134, 0.442282176, -0.398053958, 0.0221141088]),
      .init(
        [0.2, 1, 1, 1, 0.8, 1, 0.05], named: unmeasuredNames,
        [-0.589390963, -1.63719712, 1.30975769, 0.491159136]),
    ]
  ) { values in
    let contract = try twoTasks(values, variance2: 0)
    let (benefit1, benefit2, cost1) = (values[0], values[1], values[2])
    let (cost2, cross, aversion, variance1) = (values[3], values[4], values[5], values[6])
    let best =
      (benefit1 - benefit2 * cross / cost2)
      / (1 + aversion * variance1 * (cost1 - cross * cross / cost2))
    return try payAndEffort(
      contract, pay: contract.bestPay(for: [0]), best: [best, 0], names: unmeasuredNames)
  }

  private static let unmeasuredNames = ["b1*", "e1", "e2", "surplus"]

  private static func payAndEffort(
    _ contract: LinearContract, pay: [Double], best: [Double], names: [String]
  ) throws -> [Verification.Quantity] {
    let efforts = try contract.reply(to: pay)
    let closedEfforts = try contract.closedFormReply(to: best)
    let weights = names.count - efforts.count - 1
    let obtained = try pay.prefix(weights) + efforts + [contract.surplus(of: pay)]
    let closed = try best.prefix(weights) + closedEfforts + [contract.closedFormSurplus(of: best)]
    return zip(names, zip(closed, obtained)).map { .exact($0, $1.0, $1.1) }
  }

  // MARK: Three activities, two metrics

  /// Work, agent-assisted work and gaming; tokens and outcome.
  private static func threeActivities(
    benefit: [Double], noise: [Double], riskAversion: Double
  ) -> LinearContract {
    LinearContract(
      cost: [[1, 0.3, 0.2], [0.3, 1.2, 0.1], [0.2, 0.1, 0.5]], metrics: [[0, 1, 4], [1, 0.6, 0]],
      noise: [[noise[0], 0], [0, noise[1]]], benefit: benefit, riskAversion: riskAversion)
  }

  private static let benefitParameters: [Verification.Parameter] = [
    .init("benefit-work", "worth of a unit of work by hand", standard: 1, range: -1e6...1e6),
    .init(
      "benefit-agents", "worth of a unit of work with agents", standard: 1.4, range: -1e6...1e6),
    .init("benefit-gaming", "worth of a unit of gaming", standard: 0, range: -1e6...1e6),
  ]

  private static let threeActivities = Verification(
    "multitask-gaming", section: "2b",
    "Work, agent-assisted work and gaming, paid by tokens and outcome: best pay",
    source: source,
    parameters: [.init("risk-aversion", "absolute risk aversion, r", standard: 1, range: 0...1e6)]
      + benefitParameters + [
        .init("variance-tokens", "variance of the token metric", standard: 0.5, range: 0...1e6),
        .init("variance-outcome", "variance of the outcome metric", standard: 1.5, range: 0...1e6),
      ],
    rows: [
      gamingRow(0, [0.0233635448, 1.22557905, 1.18827866, 0.365311602, -0.361465425, 0.84985745]),
      gamingRow(
        1, [-0.00761739171, 0.521151978, 0.538740044, 0.144996014, -0.305434354, 0.370867232]),
      gamingRow(
        5, [-0.0221673572, 0.158223221, 0.20140005, 0.0323190237, -0.264362682, 0.123323342]),
    ]
  ) { values in
    let contract = threeActivities(
      benefit: Array(values[1...3]), noise: Array(values[4...5]), riskAversion: values[0])
    return try payAndEffort(
      contract, pay: contract.bestPay(for: [0, 1]), best: contract.closedFormPay(),
      names: gamingNames)
  }

  private static let gamingNames = [
    "b tokens", "b outcome", "e work", "e agents", "e gaming", "surplus",
  ]

  private static func gamingRow(_ aversion: Double, _ values: [Double]) -> Verification.Row {
    .init([aversion, 1, 1.4, 0, 0.5, 1.5], named: gamingNames, values)
  }

  // MARK: Imposed pay

  private static let imposedPay = Verification(
    "multitask-imposed", section: "2b",
    "The same three activities under any pay for tokens and outcome: efforts, metrics, value",
    source: source,
    parameters: [
      .init(
        "pay-tokens", "pay for a unit of the token metric, b1", standard: 0.5, range: -1e6...1e6),
      .init("pay-outcome", "pay for a unit of outcome, b2", standard: 0.5, range: -1e6...1e6),
    ] + benefitParameters,
    rows: [
      imposedRow([0, 0], [0, 0, 0, 0, 0, 0, 0]),
      imposedRow(
        [0.5, 0.5],
        [
          -0.449901768, 0.438113949, 4.09233792, 16.8074656, -0.187033399, 0.16345776, -3.99165029,
        ]),
      imposedRow(
        [1, 0.2],
        [
          -1.70451866, 0.64675835, 8.5524558, 34.8565815, -1.31646365, -0.799056974, -18.0957014,
        ]),
    ]
  ) { values in
    let pay = Array(values[0...1])
    let contract = threeActivities(
      benefit: Array(values[2...4]), noise: [0, 0], riskAversion: 0)
    func consequences(_ efforts: [Double], cost: Double) -> [Double] {
      let value = contract.inner(contract.benefit, efforts)
      return efforts + contract.metrics.map { contract.inner($0, efforts) } + [value, value - cost]
    }
    let efforts = try contract.reply(to: pay)
    let closed = try contract.closedFormReply(to: pay)
    let closedCost =
      closed.indices.reduce(0) { $0 + closed[$1] * contract.inner(contract.cost[$1], closed) } / 2
    let obtained = consequences(efforts, cost: contract.cost(of: efforts))
    return zip(imposedNames, zip(consequences(closed, cost: closedCost), obtained)).map {
      .exact($0, $1.0, $1.1)
    }
  }

  private static let imposedNames = [
    "e work", "e agents", "e gaming", "tokens", "outcome", "value", "value less cost",
  ]

  private static func imposedRow(_ pay: [Double], _ values: [Double]) -> Verification.Row {
    .init(pay + [1, 1.4, 0], named: imposedNames, values)
  }
}
