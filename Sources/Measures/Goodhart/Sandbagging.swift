/// Holding back before a target is set (MODEL 4; Oyer 1998; Weitzman 1980).
package enum Sandbagging {
  /// Correlation of output with whether the week lies after a reset of the target,
  /// corr(output_t, 1{t after reset}).
  ///
  /// Weeks within half the distance to the neighbouring resets are counted, at most `reach` on each
  /// side; the reset week itself is the first after it. Near 1 if output is held back before and let
  /// go after, near 0 if it does not care.
  ///
  /// - Parameters:
  ///   - output: output by week; NaN where missing.
  ///   - resets: weeks in which a new target came into force, ascending.
  ///   - reach: most weeks on each side of a reset.
  /// - Returns: NaN without resets, if targets move every week, or if output is constant.
  package static func index(output: [Double], resets: [Int], reach: Int = 4) -> Double {
    var outputs: [Double] = []
    var after: [Double] = []
    for (position, reset) in resets.enumerated() {
      let earlier = position > 0 ? (reset - resets[position - 1]) / 2 : reach
      let later = position + 1 < resets.count ? (resets[position + 1] - reset) / 2 : reach
      let side = min(reach, earlier, later)
      for week in reset - side..<reset + side
      where output.indices.contains(week) && !output[week].isNaN {
        outputs.append(output[week])
        after.append(week < reset ? 0 : 1)
      }
    }
    return RankCorrelation.pearson(outputs, after)
  }

  /// Weeks in which the target differs from the week before.
  static func resets(ofThresholds thresholds: [Double]) -> [Int] {
    thresholds.indices.dropFirst().filter { week in
      !thresholds[week].isNaN && !thresholds[week - 1].isNaN
        && thresholds[week] != thresholds[week - 1]
    }
  }
}
