import CGSL
import Foundation
import Randomness

/// Taking the best of n by a proxy, ever more of them.
enum BestOfMany {
  static let all = [expectedMaximum, catastrophic, klTheorem, extremal, causal, shapes]

  // MARK: Inflation of the best

  private static let expectedMaximum = Verification(
    "best-of-many", section: "P4.1", "Expected greatest of n standard normal draws, and its KL",
    source: "order statistics of the normal law; KL = ln n − (n−1)/n",
    parameters: [.init("n", "how many", standard: 100, range: 1...10_000_000, isWhole: true)],
    rows: [
      (5, 1.162964), (10, 1.538753), (27, 1.998269), (30, 2.042761), (100, 2.507594),
      (1000, 3.241436), (1e4, 3.851616), (1e6, 4.862897),
    ].map { .init([$0], named: ["greatest"], [$1], decimals: 6) }
  ) { values in
    let count = values[0]
    let normal = DiscrepancyLaw.normal(deviation: 1)
    // E[max] = ∫₀^∞ (1 − Φⁿ) − ∫₋∞⁰ Φⁿ, which needs no density.
    let upper = try Integral.over(0...13, breaks: [1, 2, 3, 4, 5, 6, 8]) {
      -expm1(count * log1p(-normal.tail($0).mass))
    }
    let lower = try Integral.over(-13...0, breaks: [-4, -2, -1]) {
      exp(count * log(normal.tail(-$0).mass))
    }
    return [.exact("greatest", try SelectedProxy.mean(top: 1, of: Int(count)), upper - lower)]
  }

  // MARK: Heavy tails

  private static let catastrophic = Verification(
    "catastrophic-goodhart", section: "P4.4",
    "Twice a goal plus noise: goal of the best of n, for light and heavy tails",
    source: "Kwa, Thomas and Garriga-Alonso 2024, set-up of the published script",
    parameters: [
      .init("n", "candidates", standard: 1024, range: 2...100_000, isWhole: true),
      .init(
        "noise", "degrees of freedom of the noise, at variance 1; 0 for normal noise", standard: 3,
        range: 0...100),
      .init(
        "goal", "degrees of freedom of the goal, at variance 4; 0 for a normal goal", standard: 0,
        range: 0...100),
    ],
    rows: [
      (0.0, [1.8414, 3.1591, 4.1926, 5.0568, 5.8106, 6.4865, 7.1042, 7.6762]),
      (3, [1.8840, 3.1469, 3.9100, 4.0525, 3.3083, 1.9366, 1.0178, 0.6086]),
    ].flatMap { (noise: Double, goals: [Double]) in
      zip([4, 16, 64, 256, 1024, 4096, 16384, 65536], goals).map {
        .init([$0, noise, 0], named: ["goal"], [$1], decimals: 4)
      }
    }
  ) { values, seed in
    let count = values[0]
    let noise = try law(degrees: values[1])
    let half = try law(degrees: values[2])
    let expected = try goalOfBest(of: count, half: half, noise: noise)
    // At most 16 384 at a time: more would take longer than they tell.
    guard count <= 16_384 else {
      return [
        .exact("goal", expected, try goalOfBest(of: count, half: half, noise: noise, fine: true))
      ]
    }
    let found = RepeatedSelection(candidates: Int(count), selected: 1, draws: 1_000_000)
      .means(seed: seed) { luck in
        let goal = 2 * half.draw(from: &luck)
        return (goal: goal, proxy: goal + noise.draw(from: &luck))
      }.goal
    return [
      .init(
        "goal", closedForm: expected, obtained: found.value,
        .standardErrors(4, standardError: found.standardError))
    ]
  }

  private static func law(degrees: Double) throws -> DiscrepancyLaw {
    if degrees == 0 { return .normal(deviation: 1) }
    guard degrees > 2 else {
      throw VerificationRefusal("\(degrees) degrees of freedom: expected 0 or more than 2")
    }
    return .student(degrees: degrees)
  }

  /// n ∫ [∫ 2g f(g) f_Y(m − 2g) dg] F_M(m)^(n−1) dm for the proxy M = 2G + Y.
  static func goalOfBest(
    of count: Double, half: DiscrepancyLaw, noise: DiscrepancyLaw, fine: Bool = false
  ) throws -> Double {
    let reach = half.extent.high.isFinite ? half.extent.high : 60
    func folded(_ proxy: Double, _ weight: @escaping (Double) -> Double) -> Double {
      (try? Integral.over(
        -reach...reach, breaks: half.breaks + noise.breaks.map { (proxy - $0) / 2 },
        absolute: 1e-17
      ) { half.density($0) * weight($0) }) ?? .nan
    }
    let points = [
      -8.0, -4, -2, 0, 2, 4, 6, 8, 10, 12, 16, 20, 30, 50, 80, 120, 200, 400, 1e3, 3e3,
    ]
    let halves = fine ? zip(points, points.dropFirst()).map { ($0 + $1) / 2 } : []
    return count
      * (try Integral.over(-30...1e4, breaks: points + halves, absolute: 1e-10) { proxy in
        let above = folded(proxy) { noise.tail(proxy - 2 * $0).mass }
        let chance = exp((count - 1) * log1p(-min(above, 1)))
        guard chance > 1e-30 else { return 0 }
        return chance * folded(proxy) { 2 * $0 * noise.density(proxy - 2 * $0) }
      })
  }

  // MARK: Unbounded mean at no divergence

  private static let klTheorem = Verification(
    "kl-theorem", section: "P4.4",
    "Mass moved into a heavy tail: the mean grows without bound while the divergence vanishes",
    source:
      "Kwa, Thomas and Garriga-Alonso 2024, theorem on KL and heavy tails; base t with 3 degrees",
    parameters: [
      .init("t", "where the tail begins", standard: 1000, range: 2...1e9),
      .init("power", "mass moved is t to minus this power", standard: 0.8, range: 0.01...0.99),
    ],
    rows: [
      (10, 2.377980, 0.648683), (100, 3.767895, 0.227243), (1000, 5.971609, 0.056138),
      (1e4, 9.464360, 0.012093), (1e6, 23.773398, 0.000464),
    ].map { .init([$0, 0.8], named: ["mean", "KL"], [$1, $2], decimals: 6) }
  ) { values in
    let (start, mass) = (values[0], pow(values[0], -values[1]))
    let degrees = 3.0
    let tail = gsl_cdf_tdist_Q(start, degrees)
    let first = gsl_ran_tdist_pdf(start, degrees) * (degrees + start * start) / (degrees - 1)
    // Above t the law is scaled by mass/tail, below by (1 − mass)/(1 − tail); the base has mean 0.
    let (above, below) = (mass / tail, (1 - mass) / (1 - tail))
    let divergence = mass * log(above) + (1 - mass) * log(below)
    // The same with the tail on a logarithmic scale, x = t e^u, and the body by symmetry.
    func inTail(_ weight: @escaping (Double) -> Double) throws -> Double {
      try Integral.over(0...40, breaks: [1, 3, 8, 16], absolute: 1e-40) { u in
        let x = start * exp(u)
        return gsl_ran_tdist_pdf(x, degrees) * x * weight(x)
      }
    }
    let massAbove = try inTail { _ in above }
    let meanAbove = try inTail { above * $0 }
    let meanBelow = -(try inTail { below * $0 })
    return [
      .exact("mean", (above - below) * first, meanAbove + meanBelow),
      .exact("KL", divergence, massAbove * log(above) + (1 - massAbove) * log(below)),
    ]
  }

  // MARK: Extremal

  private static let extremal = Verification(
    "extremal-goodhart", section: "P4.6",
    "Beyond the usual range the proxy misleads: G = x − cx³, best of n by x",
    source: "Manheim and Garrabrant 2018, extremal variant; order statistics of the normal law",
    parameters: [
      .init("c", "how fast the proxy misleads", standard: 0.1, range: 0...10),
      .init("n", "candidates", standard: 100, range: 1...100_000, isWhole: true),
    ],
    rows: [
      (0.1, [0, 0.423142, 0.840477, 1.007172, 1.033028, 0.786900, -0.287773, -1.971557]),
      (0.02, [0, 0.535980, 1.098467, 1.432437, 1.840814, 2.163455, 2.535594, 2.686981]),
    ].flatMap { (c: Double, goals: [Double]) in
      zip([1, 2, 5, 10, 30, 100, 1000, 1e4], goals).map {
        .init([c, $0], named: ["goal"], [$1], decimals: 6)
      }
    }
  ) { values, seed in
    let (bend, count) = (values[0], Int(values[1]))
    func goal(_ x: Double) -> Double { x - bend * x * x * x }
    let expected =
      count == 1 ? 0 : try SelectedProxy.mean(top: 1, of: count, breaks: [0], goal)
    let found = RepeatedSelection(candidates: count, selected: 1, draws: 1_000_000)
      .means(seed: seed) { luck in
        let proxy = luck.gaussian()
        return (goal: goal(proxy), proxy: proxy)
      }.goal
    return [
      .init(
        "goal", closedForm: expected, obtained: found.value,
        .standardErrors(4, standardError: found.standardError))
    ]
  }

  // MARK: Causal

  private static let causal = Verification(
    "causal-goodhart", section: "P4.7",
    "A proxy that follows the goal: a slope in observed data, none when the proxy is set",
    source: "Manheim and Garrabrant 2018, causal variant: slope 1/(1 + s²), under do(M) 0",
    parameters: [.init("s", "spread of the proxy around the goal", standard: 1, range: 1e-2...100)],
    rows: [(0.5, 0.8), (1, 0.5), (2, 0.2)].map {
      .init([$0], named: ["slope, observed", "slope, set"], [$1, 0])
    }
  ) { values, seed in
    let spread = values[0]
    func slope(set: Bool) -> SampleMean {
      SampleMean(
        (0..<100).map { replication in
          var luck = RandomStream(
            StreamKey(seed: seed, replication: replication), purpose: set ? 4 : 3, entity: 0,
            index: 0)
          var (goals, proxies) = ([Double](), [Double]())
          for _ in 0..<2000 {
            let goal = luck.gaussian()
            goals.append(goal)
            proxies.append((set ? 0 : goal) + spread * luck.gaussian())
          }
          return SampleStatistics.covariance(goals, proxies) / SampleStatistics.variance(proxies)
        })
    }
    return [(false, "slope, observed", 1 / (1 + spread * spread)), (true, "slope, set", 0)].map {
      let found = slope(set: $0)
      return .init(
        $1, closedForm: $2, obtained: found.value,
        .standardErrors(4, standardError: found.standardError))
    }
  }

  // MARK: Over-optimisation

  private static let shapes = Verification(
    "over-optimisation-shapes", section: "P4.9", "Where reward is greatest under Gao's two forms",
    source: "Gao, Schulman and Hilton 2022: R = d(a − bd) and d(a − b ln d)",
    parameters: [
      .init("a", "gain from the first distance", standard: 1, range: 0.01...10),
      .init("b", "how fast the gain is lost", standard: 0.1, range: 0.01...10),
    ],
    rows: [
      .init([1, 0.1], named: ["best-of-n d", "best-of-n R"], [5, 2.5]),
      .init([1, 0.2], named: ["learnt d", "learnt R"], [54.598150, 10.919630], decimals: 6),
    ]
  ) { values in
    let (a, b) = (values[0], values[1])
    guard a / b <= 100 else {
      throw VerificationRefusal("the peak lies beyond all numbers; expected a/b up to 100")
    }
    let best = try Maximum.near([0.25 * a / b]) { $0[0] * (a - b * $0[0]) }[0]
    // On a logarithmic scale: the peak is flat and far away.
    let learnt = exp(try Maximum.near([a / b - 0.5]) { exp($0[0] - a / b) * (a - b * $0[0]) }[0])
    return [
      .exact("best-of-n d", a / (2 * b), best),
      .exact("best-of-n R", a * a / (4 * b), best * (a - b * best)),
      .exact("learnt d", exp(a / b - 1), learnt),
      .exact("learnt R", b * exp(a / b - 1), learnt * (a - b * log(learnt))),
    ]
  }
}
