import Foundation

@testable import Experiments

/// Functions whose sensitivity indices are known, of positions between 0 and 1.
enum TestFunctions {
  /// sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 with x in -π ... π (T. Ishigami, T. Homma 1990).
  static func ishigami(_ row: ArraySlice<Double>) -> Double {
    let x = row.map { 2 * Double.pi * $0 - Double.pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
  }

  /// The product over factors of (|4 u - 2| + a) / (1 + a) (I. M. Sobol' 1993).
  static func g(_ row: ArraySlice<Double>, _ a: [Double]) -> Double {
    zip(row, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  /// First-order indices and total effects of the product above.
  static func indicesOfG(_ a: [Double]) -> (first: [Double], total: [Double]) {
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    return (
      parts.map { $0 / (product - 1) },
      parts.map { $0 * product / (1 + $0) / (product - 1) }
    )
  }
}

extension DesignMatrix {
  /// A function of each row.
  func outputs(_ function: (ArraySlice<Double>) -> Double) -> [Double] {
    (0..<rowCount).map { function(self[$0]) }
  }
}
