/// 2a: linear pay for one measured effort, with noise and risk aversion.
enum LinearPieceRate {
  static let all = [linearPieceRate]

  private static let linearPieceRate = Verification(
    "piece-rate", section: "2a", "Linear piece rate with noise: best pay and its surplus",
    source: "Holmström and Milgrom 1987: b* = p/(1 + r c σ²), surplus p²/(2c(1 + r c σ²))",
    parameters: [
      .init("price", "worth of a unit of output, p", standard: 1, range: 0...1e9),
      .init("cost", "slope of the marginal cost of effort, c", standard: 1, range: 1e-9...1e9),
      .init("risk-aversion", "absolute risk aversion, r", standard: 2, range: 0...1e9),
      .init("variance", "variance of the noise, σ²", standard: 0.5, range: 0...1e9),
    ],
    rows: [
      row([1, 1, 0, 1], [1, 1, 0, 0.5, 0.5, 1]),
      row([1, 1, 2, 0.5], [0.5, 0.5, 0.125, 0.25, 0.5, 0.5]),
      row([1, 0.5, 4, 2], [0.2, 0.4, 0.16, 0.2, 1, 0.2]),
      row(
        [40, 0.8, 0.02, 25],
        [28.5714286, 35.7142857, 204.081633, 714.285714, 1000, 0.714285714]),
    ]
  ) { values in
    let (price, slope, aversion, variance) = (values[0], values[1], values[2], values[3])
    let contract = LinearContract(
      cost: [[slope]], metrics: [[1]], noise: [[variance]], benefit: [price],
      riskAversion: aversion)
    let pay = try contract.bestPay(for: [0])
    let surplus = try contract.surplus(of: pay)
    // Without risk aversion the best pay makes effort what it would be if output were one's own.
    let riskless = LinearContract(
      cost: [[slope]], metrics: [[1]], noise: [[0]], benefit: [price], riskAversion: 0)
    let firstBest = try riskless.surplus(of: riskless.bestPay(for: [0]))
    let loss = 1 + aversion * slope * variance
    let best = price / loss
    return [
      .exact("b*", best, pay[0]),
      .exact("e*", best / slope, try contract.reply(to: pay)[0]),
      .exact("risk premium", aversion * best * best * variance / 2, contract.riskPremium(of: pay)),
      .exact("surplus", price * price / (2 * slope * loss), surplus),
      .exact("first-best surplus", price * price / (2 * slope), firstBest),
      .exact("efficiency", 1 / loss, price == 0 ? 1 / loss : surplus / firstBest),
    ]
  }

  private static func row(_ parameters: [Double], _ values: [Double]) -> Verification.Row {
    .init(
      parameters,
      named: ["b*", "e*", "risk premium", "surplus", "first-best surplus", "efficiency"], values)
  }
}
