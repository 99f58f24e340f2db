import Foundation

/// The function sin x1 + a sin² x2 + b x3⁴ sin x1 with independent x, each uniform from -π to π.
///
/// Source: T. Ishigami, T. Homma, "An importance quantification technique in uncertainty analysis for
/// computer models", ISUMA (1990).
struct Ishigami {
  let a: Double
  let b: Double

  /// The function at positions between 0 and 1.
  func value(at positions: ArraySlice<Double>) -> Double {
    let x = positions.map { Double.pi * (2 * $0 - 1) }
    return sin(x[0]) + a * sin(x[1]) * sin(x[1]) + b * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  /// Its mean.
  var mean: Double { a / 2 }

  /// First-order indices, total effects, and the indices of pairs 12, 13 and 23.
  var indices: [Double] {
    let fourth = pow(Double.pi, 4)
    let first = 0.5 * (1 + b * fourth / 5) * (1 + b * fourth / 5)
    let second = a * a / 8
    let pair = 8 * b * b * fourth * fourth / 225
    return [first, second, 0, first + pair, second, pair, 0, pair, 0].map {
      $0 / (first + second + pair)
    }
  }

  /// The mean effect of a factor, and the mean absolute one, over all steps of 2/3 on the grid of
  /// four levels.
  func gridEffects(of factor: Int) -> (mu: Double, muStar: Double) {
    var effects: [Double] = []
    for point in 0..<64 {
      var row = [point % 4, point / 4 % 4, point / 16].map { Double($0) / 3 }
      guard row[factor] < 0.5 else { continue }
      let before = value(at: row[...])
      row[factor] += 2.0 / 3
      effects.append((value(at: row[...]) - before) * 1.5)
    }
    let count = Double(effects.count)
    return (effects.reduce(0, +) / count, effects.reduce(0) { $0 + abs($1) } / count)
  }
}
