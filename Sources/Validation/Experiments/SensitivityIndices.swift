import Experiments
import Foundation

/// E1: designs and sensitivity indices, against functions whose indices are known.
enum SensitivityIndices {
  static let all = [ishigami, productFunction, coverage, elementaryEffects]

  // MARK: Ishigami's function

  private static let ishigami = Verification(
    "ishigami", section: "E1", "Sobol' indices of Ishigami's function, three factors",
    source: "Ishigami and Homma 1990: V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = 8b²π⁸/225",
    parameters: [
      .init("a", "weight of sin² x2", standard: 7, range: 0.01...1000),
      .init("b", "weight of x3⁴ sin x1", standard: 0.1, range: 1e-3...100),
      .init("rows", "base rows of a design", standard: 1024, range: 64...16_384, isWhole: true),
    ],
    rows: [
      .init(
        [7, 0.1, 1024], named: ishigamiNames,
        [
          3.5, 0.313905191, 0.442411145, 0, 0.557588855, 0.442411145, 0.243683664, 0, 0.243683664,
          0,
        ])
    ]
  ) { values, seed in
    let function = Ishigami(a: values[0], b: values[1])
    let design = try SaltelliDesign(
      factorCount: 3, baseCount: Int(values[2]), includesSecondOrder: true)
    let found = designs(32, seed: seed).map { seed in
      figures(
        of: SobolIndices(
          of: outputs(design.rows(seed: seed), function.value), in: design, resamples: 0,
          seed: seed))
    }
    return zip(ishigamiNames, [function.mean] + function.indices).enumerated().map {
      .simulated($1.0, $1.1, mean(of: found, at: $0))
    }
  }

  private static let ishigamiNames = [
    "mean", "S1", "S2", "S3", "T1", "T2", "T3", "S12", "S13", "S23",
  ]

  // MARK: The product of Sobol'

  private static let productFunction = Verification(
    "g-function", section: "E1", "Sobol' indices of a product of six factors",
    source: "Sobol' 1993: V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1",
    parameters: (1...6).map { factor in
      .init(
        "a\(factor)", "unimportance of factor \(factor)",
        standard: [0, 0.5, 3, 9, 99, 99][factor - 1], range: 0...1000)
    },
    rows: [
      .init(
        [0, 0.5, 3, 9, 99, 99], named: productNames,
        [
          0.58678119, 0.26079164, 0.036673824, 0.005867812, 0.000058678, 0.000058678, 0.690085892,
          0.356173364, 0.056333542, 0.009170577, 0.000092008, 0.000092008,
        ], decimals: 9)
    ]
  ) { values, seed in
    let design = try SaltelliDesign(factorCount: 6, baseCount: 1024)
    let found = designs(32, seed: seed).map { seed in
      Array(
        figures(
          of: SobolIndices(
            of: outputs(design.rows(seed: seed)) { row in
              zip(row, values).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
            }, in: design, resamples: 0, seed: seed)
        ).dropFirst())
    }
    let parts = values.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    let exact =
      parts.map { $0 / (product - 1) } + parts.map { $0 * product / (1 + $0) / (product - 1) }
    return zip(productNames, exact).enumerated().map {
      .simulated($1.0, $1.1, mean(of: found, at: $0))
    }
  }

  private static let productNames = (1...6).map { "S\($0)" } + (1...6).map { "T\($0)" }

  // MARK: Coverage

  private static let coverage = Verification(
    "index-coverage", section: "E1", "How often 95 % intervals of Sobol' indices hold the truth",
    source:
      "95 %, in the limit of many rows: Hesterberg 2015 (bootstrap), Efron and Stein 1981 (jackknife)",
    parameters: [
      .init("rows", "base rows of a design", standard: 1024, range: 64...8192, isWhole: true),
      .init(
        "scrambles", "scrambles they fall into; 1 for independent rows", standard: 8,
        range: 1...64, isWhole: true),
    ],
    rows: [
      .init([1024, 1], named: coverageNames, [Double](repeating: 0.95, count: 6)),
      .init([1024, 8], named: coverageNames, [Double](repeating: 0.95, count: 6)),
    ]
  ) { values, seed in
    let (count, scrambles) = (Int(values[0]), Int(values[1]))
    guard count.isMultiple(of: scrambles) else {
      throw VerificationRefusal("\(count) rows do not fall into \(scrambles) equal scrambles")
    }
    let design = try SaltelliDesign(
      factorCount: 3, baseCount: count, base: scrambles == 1 ? .independent : .sobol,
      scrambleCount: scrambles)
    let function = Ishigami(a: 7, b: 0.1)
    var covered = [Int](repeating: 0, count: 6)
    let experiments = 600
    for seed in designs(experiments, seed: seed) {
      let indices = SobolIndices(
        of: outputs(design.rows(seed: seed), function.value), in: design, resamples: 400,
        seed: seed)
      for (index, estimate) in (indices.firstOrder + indices.totalEffect).enumerated()
      where estimate.interval?.contains(function.indices[index]) == true {
        covered[index] += 1
      }
    }
    let error = (0.95 * 0.05 / Double(experiments)).squareRoot()
    return zip(coverageNames, covered).map { name, count in
      .simulated(
        name, 0.95,
        SampleMean(value: Double(count) / Double(experiments), standardError: error))
    }
  }

  private static let coverageNames = ["S1", "S2", "S3", "T1", "T2", "T3"].map { "holds \($0)" }

  // MARK: Elementary effects

  private static let elementaryEffects = Verification(
    "elementary-effects", section: "E1", "Morris screening of Ishigami's function on four levels",
    source: "Morris 1991, mean over all steps of the grid; |effect| of x2 is 9a/8 in every step",
    parameters: [
      .init("a", "weight of sin² x2", standard: 7, range: 0.01...1000),
      .init("b", "weight of x3⁴ sin x1", standard: 0.1, range: 1e-3...100),
    ],
    rows: [.init([7, 0.1], [(quantity: "mu* of x2", value: 7.875)])]
  ) { values, seed in
    let function = Ishigami(a: values[0], b: values[1])
    let design = try MorrisDesign(factorCount: 3, trajectoryCount: 200)
    let found = try designs(40, seed: seed).map { seed in
      let rows = design.rows(seed: seed)
      return try MorrisEffects(
        of: outputs(rows, function.value), at: rows, in: design, resamples: 0, seed: seed
      ).factors.flatMap { effects in
        guard let mu = effects.mu.value, let muStar = effects.muStar.value else {
          throw VerificationRefusal("the effects are undefined")
        }
        return [mu, muStar]
      }
    }
    let exact = (0..<3).map { function.gridEffects(of: $0) }
    return [.exact("mu* of x2", values[0] * 9 / 8, mean(of: found, at: 3).value)]
      + [0, 1, 2].map { .simulated("mu of x\($0 + 1)", exact[$0].mu, mean(of: found, at: 2 * $0)) }
      + [0, 2].map {
        .simulated("mu* of x\($0 + 1)", exact[$0].muStar, mean(of: found, at: 2 * $0 + 1))
      }
  }

  // MARK: What they share

  /// Seeds of independent designs.
  private static func designs(_ count: Int, seed: UInt64) -> [UInt64] {
    (0..<UInt64(count)).map { seed &+ $0 }
  }

  private static func outputs(
    _ rows: DesignMatrix, _ function: (ArraySlice<Double>) -> Double
  ) -> [Double] {
    (0..<rows.rowCount).map { function(rows[$0]) }
  }

  /// Mean of the output, first orders, total effects, pairs; NaN where undefined.
  private static func figures(of indices: SobolIndices) -> [Double] {
    let estimates =
      indices.firstOrder + indices.totalEffect + indices.secondOrder.map(\.index)
    return [indices.mean ?? .nan] + estimates.map { $0.value ?? .nan }
  }

  private static func mean(of figures: [[Double]], at index: Int) -> SampleMean {
    SampleMean(figures.map { $0[index] })
  }
}
