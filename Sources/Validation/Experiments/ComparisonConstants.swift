import Experiments
import Foundation
import Incentives

/// E4, E5: constants by which means are compared and the best is selected.
enum ComparisonConstants {
  static let all = [studentisedRange, dunnett, kimNelson]

  private static let degrees = Verification.Parameter(
    "df", "degrees of freedom of the variance; 0 where it is known", standard: 20, range: 0...10_000
  )
  private static let level = Verification.Parameter(
    "p", "probability of not exceeding the quantile", standard: 0.95, range: 0.01...0.9999)

  // MARK: Studentised range

  private static let studentisedRange = Verification(
    "studentised-range", section: "E4", "Tukey's studentised range of k means",
    source: "Tukey 1953; the closed form by adaptive quadrature, tables to six digits",
    parameters: [
      .init("k", "means", standard: 3, range: 2...200, isWhole: true), degrees, level,
    ],
    rows: [
      row([3, 10, 0.95], 3.87678), row([4, 20, 0.95], 3.95829), row([5, 20, 0.95], 4.23186),
      row([4, 12, 0.99], 5.50163), row([3, 0, 0.95], 3.31449),
    ]
  ) { values in
    let count = values[0]
    let freedom = values[1] == 0 ? Double.infinity : values[1]
    let closed = try quantile(values[2], degrees: freedom, above: 0) { width in
      try Integral.over(-9...9, breaks: [0, width / 2, width], absolute: 1e-11) { z in
        let inside =
          StandardNormal.probability(below: z) - StandardNormal.probability(below: z - width)
        return count * StandardNormal.density(z) * pow(inside, count - 1)
      }
    }
    let obtained = StudentisedExtreme.range(of: Int(count))
      .quantile(values[2], degreesOfFreedom: freedom)
    return [.exact("quantile", closed, obtained)]
  }

  // MARK: Dunnett

  private static let dunnett = Verification(
    "dunnett", section: "E4", "Greatest of m differences to a control, one-sided",
    source: "Dunnett 1955; the closed form by adaptive quadrature, tables to four decimals",
    parameters: [
      .init(
        "m", "means that are compared with the control", standard: 2, range: 1...200, isWhole: true),
      degrees, level,
    ],
    rows: [
      row([1, 20, 0.95], 1.7247, digits: 5), row([2, 20, 0.95], 2.0273, digits: 5),
      row([3, 36, 0.95], 2.1327, digits: 5), row([4, 45, 0.95], 2.2224, digits: 5),
      row([9, 190, 0.95], 2.4354, digits: 5),
    ]
  ) { values in
    let count = values[0]
    let freedom = values[1] == 0 ? Double.infinity : values[1]
    let closed = try quantile(values[2], degrees: freedom, above: -6) { width in
      try Integral.over(-9...9, breaks: [0, -width], absolute: 1e-11) { z in
        let below = StandardNormal.probability(below: z + width * 2.0.squareRoot())
        return StandardNormal.density(z) * pow(below, count)
      }
    }
    let obtained = StudentisedExtreme.greatestDifference(to: Int(count))
      .quantile(values[2], degreesOfFreedom: freedom)
    return [.exact("quantile", closed, obtained)]
  }

  private static func row(
    _ parameters: [Double], _ value: Double, digits: Int = 6
  ) -> Verification.Row {
    .init(parameters, [("quantile", value)], digits: digits)
  }

  /// The quantile of an extreme whose law for known variance is given, by Brent's method over nested
  /// adaptive quadrature.
  private static func quantile(
    _ p: Double, degrees: Double, above least: Double, _ law: @escaping (Double) throws -> Double
  ) throws -> Double {
    var failure: (any Error)?
    func checked(_ body: () throws -> Double) -> Double {
      do { return try body() } catch {
        failure = error
        return .nan
      }
    }
    func probability(_ q: Double) throws -> Double {
      guard degrees.isFinite else { return try law(q) }
      // s², a chi-square over its degrees of freedom.
      let half = degrees / 2
      let logScale = half * log(degrees) - lgamma(half) - (half - 1) * log(2)
      let spread = 9 / (2 * degrees).squareRoot()
      return try Integral.over(
        1e-9...(1 + spread + 4 / degrees.squareRoot()), breaks: [1], absolute: 1e-10
      ) { s in
        let density = exp(logScale + (degrees - 1) * log(s) - degrees * s * s / 2)
        return density < 1e-16 ? 0 : density * checked { try law(q * s) }
      }
    }
    let root = try Root.within(least...60) { q in checked { try probability(q) - p } }
    if let failure { throw failure }
    return root
  }

  // MARK: Kim and Nelson

  private static let kimNelson = Verification(
    "kim-nelson-constant", section: "E5",
    "Kim and Nelson's constant h² for fully sequential selection",
    source: "Kim and Nelson 2001: ½(1 + 2η)^(−(n₀ − 1)/2) = α/(k − 1), h² = 2η(n₀ − 1)",
    parameters: [
      .init("k", "policies", standard: 5, range: 2...10_000, isWhole: true),
      .init(
        "first", "replications of the first stage, n₀", standard: 10, range: 2...1000, isWhole: true
      ),
      .init("alpha", "chance of a wrong selection, α", standard: 0.05, range: 1e-6...0.49),
    ],
    rows: [
      constantRow([2, 10, 0.05], 6.012905), constantRow([5, 10, 0.05], 11.429411),
      constantRow([10, 10, 0.05], 15.463502), constantRow([10, 20, 0.05], 11.511485),
      constantRow([100, 10, 0.05], 32.681105),
    ]
  ) { values in
    let (policies, first, alpha) = (values[0], values[1], values[2])
    // In logarithms, since η spans many decades with a short first stage.
    let eta = try Root.within(-60...60) { logEta in
      -(first - 1) / 2 * log1p(2 * exp(logEta)) - log(2 * alpha / (policies - 1))
    }
    let design = KimNelsonSelection.Design(
      policies: Int(policies), indifference: 1, confidence: 1 - alpha, first: Int(first))
    return [.exact("h²", 2 * exp(eta) * (first - 1), design.hSquared)]
  }

  private static func constantRow(_ parameters: [Double], _ value: Double) -> Verification.Row {
    .init(parameters, [("h²", value)], decimals: 6)
  }
}
