import EventKernel

/// A simulated figure: the mean of independent parts, and how sure it is.
struct SampleMean: Sendable, Equatable {
  /// The mean.
  let value: Double
  /// Standard error of the mean.
  let standardError: Double

  /// The mean of independent replications or batches.
  init(_ parts: some Sequence<Double>) {
    var tally = Tally()
    for part in parts { tally.add(part) }
    self.init(tally)
  }

  /// The mean of tallied parts.
  init(_ tally: Tally) {
    value = tally.mean
    standardError = tally.standardDeviation / Double(tally.count).squareRoot()
  }

  /// A figure with a standard error reckoned elsewhere.
  init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  /// The standard deviation of independent draws, with the standard error that the delta method
  /// gives it: sqrt((m4 - s^4) / n) / (2s), m4 the fourth central moment.
  static func deviation(of draws: [Double]) -> SampleMean {
    let count = Double(draws.count)
    let mean = draws.reduce(0, +) / count
    let square = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    let fourth =
      draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) * ($1 - mean) * ($1 - mean) } / count
    guard square > 0 else { return SampleMean(value: 0, standardError: 0) }
    let deviation = square.squareRoot()
    return SampleMean(
      value: (square * count / (count - 1)).squareRoot(),
      standardError: ((fourth - square * square) / count).squareRoot() / (2 * deviation))
  }
}

extension Verification.Quantity {
  /// A quantity of a deterministic mode, held to a relative error of one in a million.
  static func exact(_ name: String, _ closedForm: Double, _ obtained: Double) -> Self {
    Self(name, closedForm: closedForm, obtained: obtained, .deterministic)
  }

  /// A quantity of a simulated mode, held to three standard errors.
  static func simulated(_ name: String, _ closedForm: Double, _ obtained: SampleMean) -> Self {
    Self(
      name, closedForm: closedForm, obtained: obtained.value,
      .standardErrors(3, standardError: obtained.standardError))
  }
}

extension SampleMean {
  /// The same figure, at least as doubtful as theory says it is.
  ///
  /// Where what is counted is rare, a sample may hold none of it and so no hint of its own doubt.
  func doubted(atLeast standardError: Double) -> SampleMean {
    SampleMean(value: value, standardError: max(standardError, self.standardError))
  }

  /// The same share, at least as doubtful as that of independent trials with a probability.
  func doubted(asShareOf trials: Double, probability: Double) -> SampleMean {
    doubted(atLeast: (max(0, probability * (1 - probability)) / trials).squareRoot())
  }
}

extension Verification.Row {
  /// A row whose quantities are named as the columns of its table.
  init(
    _ parameters: [Double], named names: [String], _ values: [Double], digits: Int = 9,
    decimals: Int? = nil
  ) {
    precondition(names.count == values.count, "a value for each column")
    self.init(
      parameters, zip(names, values).map { (quantity: $0, value: $1) }, digits: digits,
      decimals: decimals)
  }
}
