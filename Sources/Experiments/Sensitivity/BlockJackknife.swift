import Randomness

/// Intervals for statistics that are functions of means over rows, where rows depend on each other
/// within blocks and blocks are independent.
///
/// Each block is left out in turn; how much the statistic changes tells its standard error, and t
/// quantiles with one degree of freedom less than there are blocks its interval. Source: B. Efron,
/// C. Stein, "The jackknife estimate of variance", Annals of Statistics 9 (1981); for blocks that are
/// independent scrambles of one sequence: A. B. Owen, "Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences" (1995).
struct BlockJackknife {
  /// Confidence of an interval, between 0 and 1.
  let confidence: Double

  /// Statistics of a sample of rows, each with its interval; none if there are no rows.
  ///
  /// - Parameters:
  ///   - rows: the columns of every row, row by row.
  ///   - columns: how many columns a row has.
  ///   - blocks: the block of each row, ascending.
  ///   - statistics: the statistics for given means of the columns, NaN where undefined.
  /// - Complexity: O(rows x columns).
  func estimates(
    rows: [Double], columns: Int, blocks: [Int], statistics: ([Double]) -> [Double]
  ) -> [SensitivityEstimate] {
    precondition(rows.count == columns * blocks.count, "every row is in a block")
    guard !blocks.isEmpty else { return [] }
    var sums: [(count: Int, columns: [Double])] = []
    for row in blocks.indices {
      if row == 0 || blocks[row] != blocks[row - 1] {
        sums.append((0, [Double](repeating: 0, count: columns)))
      }
      sums[sums.count - 1].count += 1
      for column in 0..<columns {
        sums[sums.count - 1].columns[column] += rows[row * columns + column]
      }
    }
    let total = (0..<columns).map { column in sums.reduce(0) { $0 + $1.columns[column] } }
    let values = statistics(total.map { $0 / Double(blocks.count) })
    let without =
      sums.count < 2
      ? []
      : sums.map { block in
        statistics(
          zip(total, block.columns).map { ($0 - $1) / Double(blocks.count - block.count) })
      }
    return values.indices.map { index in
      guard !values[index].isNaN else { return SensitivityEstimate(nil) }
      return SensitivityEstimate(
        values[index], interval(around: values[index], without: without.map { $0[index] }))
    }
  }

  private func interval(around value: Double, without: [Double]) -> ClosedRange<Double>? {
    guard without.count > 1, without.allSatisfy({ !$0.isNaN }),
      let quantile = try? ReferenceDistributions.studentTQuantile(
        0.5 + confidence / 2, degreesOfFreedom: Double(without.count - 1))
    else { return nil }
    // The sum of squares about the mean, times (b - 1) / b, and so (b - 1)² / b times the variance.
    let blocks = Double(without.count)
    let error = (blocks - 1) * (SampleStatistics.variance(without) / blocks).squareRoot()
    return value - quantile * error...value + quantile * error
  }
}
