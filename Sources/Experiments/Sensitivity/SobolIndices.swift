/// Which factors the variance of an output comes from: the indices of Sobol'.
///
/// The first-order index of a factor is the share of the output's variance that would vanish if the
/// factor were known; its total effect the share that would remain if all others were. What lies
/// between is interaction. With y centred on the mean of all rows, and V the variance of the 2N
/// outputs of samples A and B,
///
///     S1_j  = mean of y_B (y_ABj - y_A) / V                        (Saltelli et al. 2010)
///     ST_j  = mean of (y_A - y_ABj)^2 / 2 V                        (Jansen 1999)
///     S2_jk = mean of (y_BAj y_ABk - y_A y_B) / V - S1_j - S1_k    (Saltelli 2002)
///
/// Sources: A. Saltelli et al., Computer Physics Communications 181 (2010) and 145 (2002);
/// M. J. W. Jansen, Computer Physics Communications 117 (1999).
///
/// Estimates are not forced into 0 to 1: a small index that comes out negative says how large the
/// error is. Intervals resample base rows (BCa bootstrap). They hold for independent base rows; for
/// those of a Sobol' sequence they are wider than need be where the output is smooth.
public struct SobolIndices: Sendable, Equatable {
  /// The first-order index of each factor.
  public let firstOrder: [SensitivityEstimate]
  /// The total effect of each factor.
  public let totalEffect: [SensitivityEstimate]
  /// The index of each pair of factors; empty if the design has no second order.
  public let secondOrder: [Pair]
  /// Mean of the output over the independent samples A and B; nil if no base row is defined.
  public let mean: Double?
  /// Variance of the output over the same; nil likewise.
  public let variance: Double?
  /// Base rows whose outputs are all defined.
  public let baseRowsUsed: Int
  /// Base rows that are left out, because an output of their group is undefined.
  public let baseRowsLeftOut: Int

  /// The index of two factors together, beyond what each does alone.
  public struct Pair: Sendable, Equatable {
    /// Number of the one factor.
    public let first: Int
    /// Number of the other, which is greater.
    public let second: Int
    /// The index.
    public let index: SensitivityEstimate
  }

  /// Estimates the indices of one output.
  ///
  /// - Parameters:
  ///   - outputs: the output in each row of the design, NaN where undefined.
  ///   - design: the design; where its rows came from does not matter.
  ///   - confidence: confidence of the intervals.
  ///   - resamples: resamples behind them; with 0 there are no intervals.
  ///   - seed: seed of the resampling.
  /// - Complexity: O(resamples x rows) without second order, O(resamples x base rows x factors²)
  ///   with it.
  public init(
    of outputs: [Double], in design: SaltelliDesign, confidence: Double = 0.95,
    resamples: Int = 1000, seed: UInt64
  ) {
    precondition(outputs.count == design.rowCount, "one output for each row of the design")
    let size = design.groupSize
    let groups = (0..<design.baseCount).map { outputs[$0 * size..<($0 + 1) * size] }
      .filter { $0.allSatisfy(\.isFinite) }
    baseRowsUsed = groups.count
    baseRowsLeftOut = design.baseCount - groups.count

    let terms = SobolTerms(design)
    let centre = groups.isEmpty ? 0 : groups.joined().reduce(0, +) / Double(groups.count * size)
    let samples = groups.flatMap { [$0[$0.startIndex], $0[$0.endIndex - 1]] }
    // Rounding leaves a constant output with a variance that is not quite 0.
    let varies = samples.contains { $0 != samples[0] }
    let bootstrap = RowBootstrap(confidence: confidence, resamples: resamples, seed: seed)
    var estimates = bootstrap.estimates(
      rows: groups.flatMap { terms.row(of: $0, centre: centre) }, columns: terms.columns,
      statistics: varies ? terms.indices : { _ in [Double](repeating: .nan, count: terms.count) })
    if estimates.isEmpty {
      estimates = [SensitivityEstimate](repeating: .init(nil), count: terms.count)
    }
    let factors = design.factorCount
    firstOrder = Array(estimates[..<factors])
    totalEffect = Array(estimates[factors..<2 * factors])
    secondOrder = zip(terms.pairs, estimates[(2 * factors)...]).map {
      Pair(first: $0.first, second: $0.second, index: $1)
    }
    mean = samples.isEmpty ? nil : samples.reduce(0, +) / Double(samples.count)
    variance = mean.map { mean in
      samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples.count)
    }
  }
}

/// What the estimators average over base rows.
///
/// Columns are y_A, y_B, y_A² + y_B²; for each factor y_ABj, y_B (y_ABj - y_A), (y_A - y_ABj)²; and
/// with second order y_BAj for each factor and y_BAj y_ABk - y_A y_B for each pair.
private struct SobolTerms {
  let factors: Int
  let groupSize: Int
  let pairs: [(first: Int, second: Int)]
  let hasSecondOrder: Bool

  init(_ design: SaltelliDesign) {
    let factors = design.factorCount
    self.factors = factors
    groupSize = design.groupSize
    hasSecondOrder = design.includesSecondOrder
    pairs =
      hasSecondOrder
      ? (0..<factors).flatMap { first in
        (first + 1..<factors).map { (first: first, second: $0) }
      } : []
  }

  /// How many indices there are.
  var count: Int { 2 * factors + pairs.count }
  /// How many averages they are made of.
  var columns: Int { 3 + 3 * factors + (hasSecondOrder ? factors : 0) + pairs.count }

  /// The columns of a base row, from the outputs of its group.
  func row(of group: ArraySlice<Double>, centre: Double) -> [Double] {
    let y = group.map { $0 - centre }
    let (a, b) = (y[0], y[groupSize - 1])
    var row = [a, b, a * a + b * b]
    row.reserveCapacity(columns)
    for factor in 1...factors {
      row += [y[factor], b * (y[factor] - a), (a - y[factor]) * (a - y[factor])]
    }
    if hasSecondOrder { row += y[(1 + factors)...(2 * factors)] }
    for (first, second) in pairs { row.append(y[1 + factors + first] * y[1 + second] - a * b) }
    return row
  }

  /// The indices for given averages: first orders, total effects, pairs; NaN where undefined.
  func indices(_ means: [Double]) -> [Double] {
    let (a, b) = (means[0], means[1])
    let variance = means[2] / 2 - (a + b) * (a + b) / 4
    guard variance > 0 else { return [Double](repeating: .nan, count: count) }
    func mixed(_ factor: Int) -> Double { means[3 + 3 * factor] }
    let swapped = hasSecondOrder ? Array(means[3 + 3 * factors..<3 + 4 * factors]) : []
    // Resampled rows have a mean of their own, on which they are centred.
    let centre =
      ((0..<factors).reduce(a + b) { $0 + mixed($1) } + swapped.reduce(0, +)) / Double(groupSize)
    let first = (0..<factors).map { factor in
      (means[4 + 3 * factor] - centre * (mixed(factor) - a)) / variance
    }
    let total = (0..<factors).map { means[5 + 3 * $0] / (2 * variance) }
    let second = pairs.indices.map { pair in
      let (j, k) = pairs[pair]
      let product = means[3 + 4 * factors + pair]
      let shift = centre * (swapped[j] + mixed(k) - a - b)
      return (product - shift) / variance - first[j] - first[k]
    }
    return first + total + second
  }
}
