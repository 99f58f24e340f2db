/// How far a metric and true value ask people to spend their hours in the same way.
///
/// With slopes f of true value and g of the metric in the hours spent on each activity, congruity is
/// the cosine of the angle between them, whitened by the covariance of hours,
///
///     cos = f'Sg / sqrt(f'Sf g'Sg),
///
/// 1 if the metric asks for exactly what creates value, 0 if for what has nothing to do with it
/// (Feltham and Xie 1994; Baker 2002; Datar, Kulp and Lambert 2001). Slopes are those of a linear
/// regression over employees, so the figure is the correlation between the part of the metric and
/// the part of value that hours explain. People also differ in ability; where ability goes with
/// hours, the estimate takes part of it for an effect of hours.
enum Congruity {
  /// Estimates the congruity of a metric.
  ///
  /// - Parameters:
  ///   - hours: hours by activity, then employee.
  ///   - scores: the metric, by employee.
  ///   - values: true value, by employee.
  /// - Returns: NaN if hours explain nothing of one of the two, or there are not at least twice as
  ///   many employees as activities.
  static func coefficient(hours: [[Double]], scores: [Double], values: [Double]) -> Double {
    guard scores.count >= 2 * hours.count else { return .nan }
    let score = centred(scores)
    let value = centred(values)
    var product = 0.0
    var scoreSquare = 0.0
    var valueSquare = 0.0
    for direction in orthonormalBasis(of: hours) {
      let scorePart = inner(direction, score)
      let valuePart = inner(direction, value)
      product += scorePart * valuePart
      scoreSquare += scorePart * scorePart
      valueSquare += valuePart * valuePart
    }
    // A part below rounding is no part.
    guard scoreSquare > 1e-20 * inner(score, score), valueSquare > 1e-20 * inner(value, value)
    else { return .nan }
    return product / (scoreSquare.squareRoot() * valueSquare.squareRoot())
  }

  /// Orthonormal directions that span the centred columns (modified Gram-Schmidt, twice).
  ///
  /// Columns that do not vary, or that others determine, add none.
  private static func orthonormalBasis(of columns: [[Double]]) -> [[Double]] {
    var basis: [[Double]] = []
    for column in columns {
      var rest = centred(column)
      let size = inner(rest, rest)
      for _ in 0..<2 {
        for direction in basis {
          let part = inner(direction, rest)
          for index in rest.indices { rest[index] -= part * direction[index] }
        }
      }
      let left = inner(rest, rest)
      guard left > 1e-12 * size else { continue }
      let scale = 1 / left.squareRoot()
      basis.append(rest.map { $0 * scale })
    }
    return basis
  }

  private static func centred(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.map { $0 - mean }
  }

  private static func inner(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for index in first.indices { sum += first[index] * second[index] }
    return sum
  }
}
