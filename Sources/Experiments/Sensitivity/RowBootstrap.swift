import Randomness

/// Bootstrap intervals for statistics that are functions of means over independent rows.
///
/// Rows are drawn again with replacement. The ends of an interval are percentiles of the resampled
/// statistic, corrected for bias and for a spread that changes with the statistic (BCa: B. Efron,
/// "Better bootstrap confidence intervals", Journal of the American Statistical Association 82
/// (1987)). Since the statistics depend on means only, leaving a row out to estimate the correction
/// costs no more than a subtraction.
struct RowBootstrap {
  /// Confidence of an interval, between 0 and 1.
  let confidence: Double
  /// How often the rows are drawn again.
  let resamples: Int
  /// Seed of the drawing.
  let seed: UInt64

  /// Statistics of a sample of rows, each with its interval.
  ///
  /// - Parameters:
  ///   - rows: the columns of every row, row by row.
  ///   - columns: how many columns a row has.
  ///   - statistics: the statistics for given means of the columns, NaN where undefined.
  /// - Complexity: O(resamples x rows x columns).
  func estimates(
    rows: [Double], columns: Int, statistics: ([Double]) -> [Double]
  ) -> [SensitivityEstimate] {
    precondition(columns > 0 && rows.count.isMultiple(of: columns), "rows have equal lengths")
    let sample = RowSample(rows: rows, columns: columns)
    guard sample.count > 0 else { return [] }
    let total = sample.sums(weights: [Double](repeating: 1, count: sample.count))
    let values = statistics(total.map { $0 / Double(sample.count) })
    guard sample.count > 1, resamples > 1 else {
      return values.map { SensitivityEstimate($0.isNaN ? nil : $0) }
    }
    var resampled = values.map { _ in [Double]() }
    for resample in 0..<resamples {
      let sums = sample.sums(weights: weights(count: sample.count, resample: resample))
      let drawn = statistics(sums.map { $0 / Double(sample.count) })
      for index in drawn.indices where !drawn[index].isNaN {
        resampled[index].append(drawn[index])
      }
    }
    let accelerations = accelerations(of: sample, total: total, statistics: statistics)
    return values.indices.map { index in
      guard !values[index].isNaN else { return SensitivityEstimate(nil) }
      return SensitivityEstimate(
        values[index],
        interval(
          around: values[index], resampled: resampled[index].sorted(),
          acceleration: accelerations[index]))
    }
  }

  /// How often each row is drawn.
  private func weights(count: Int, resample: Int) -> [Double] {
    var stream = ExperimentStreams(seed: seed).stream(.bootstrap, index: resample)
    var weights = [Double](repeating: 0, count: count)
    for _ in 0..<count { weights[stream.index(below: count)] += 1 }
    return weights
  }

  /// A sixth of the skewness of each statistic, by the jackknife.
  private func accelerations(
    of sample: RowSample, total: [Double], statistics: ([Double]) -> [Double]
  ) -> [Double] {
    let without = (0..<sample.count).map { row in
      statistics(
        zip(total, sample[row]).map { ($0 - $1) / Double(sample.count - 1) })
    }
    return without[0].indices.map { index in
      let values = without.map { $0[index] }.filter { !$0.isNaN }
      let mean = values.reduce(0, +) / Double(values.count)
      var (squares, cubes) = (0.0, 0.0)
      for value in values {
        let distance = mean - value
        squares += distance * distance
        cubes += distance * distance * distance
      }
      return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
    }
  }

  private func interval(
    around value: Double, resampled: [Double], acceleration: Double
  ) -> ClosedRange<Double>? {
    // An interval from the few resamples in which the statistic exists would be a guess.
    guard resampled.count * 2 > resamples, let first = resampled.first, let last = resampled.last
    else { return nil }
    guard first < last else { return first...last }
    let below = Double(resampled.count { $0 < value })
    let equal = Double(resampled.count { $0 == value })
    // The correction is finite even if the value lies outside of all resamples.
    let share = (below + equal / 2 + 0.5) / (Double(resampled.count) + 1)
    guard let bias = try? ReferenceDistributions.gaussianQuantile(share),
      let width = try? ReferenceDistributions.gaussianQuantile(0.5 + confidence / 2)
    else { return nil }
    func end(_ z: Double) -> Double {
      let shifted = bias + z
      let probability = ReferenceDistributions.gaussianCumulative(
        bias + shifted / max(0.1, 1 - acceleration * shifted))
      return SampleStatistics.quantile(probability, ofSorted: resampled)
    }
    let (low, high) = (end(-width), end(width))
    return low <= high ? low...high : high...low
  }
}

/// Rows of columns, whose weighted sums are wanted again and again.
private struct RowSample {
  let rows: [Double]
  let columns: Int
  var count: Int { rows.count / columns }

  subscript(row: Int) -> ArraySlice<Double> { rows[row * columns..<(row + 1) * columns] }

  /// The weighted sum of each column.
  func sums(weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: columns)
    sums.withUnsafeMutableBufferPointer { sums in
      rows.withUnsafeBufferPointer { rows in
        for row in 0..<weights.count {
          let weight = weights[row]
          // A third of the rows are not drawn.
          if weight == 0 { continue }
          let start = row &* columns
          for column in 0..<columns { sums[column] += weight * rows[start &+ column] }
        }
      }
    }
    return sums
  }
}
