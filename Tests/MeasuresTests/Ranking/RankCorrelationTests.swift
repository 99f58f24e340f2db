import Randomness
import Testing

@testable import Measures

@Suite struct RankCorrelationTests {
  @Test func `Kendall's tau-b of a hand-counted example`() {
    // Five people, ranks 1 2 3 4 5 against 2 1 4 3 5: eight of ten pairs agree, two disagree.
    let tau = RankCorrelation.kendallTauB([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])
    #expect(abs(tau - 0.6) < 1e-15)
  }

  @Test func `Kendall's tau-b takes ties out of both margins`() {
    // x: 1 1 2 3, y: 1 2 2 3. Six pairs: one tied in x, one tied in y, four agree.
    let tau = RankCorrelation.kendallTauB([1, 1, 2, 3], [1, 2, 2, 3])
    #expect(abs(tau - 4 / 5.0) < 1e-15)
  }

  @Test func `Kendall's tau-b agrees with counting every pair`() {
    var stream = RandomStream(
      StreamKey(seed: 5, replication: 0), purpose: 1, entity: 0, index: 0)
    for size in [2, 3, 10, 57, 128, 301] {
      let first = (0..<size).map { _ in Double(stream.index(below: 12)) }
      let second = first.map { $0 + Double(stream.index(below: 9)) }
      let counted = Self.countedTauB(first, second)
      let tau = RankCorrelation.kendallTauB(first, second)
      let agrees = tau.isNaN ? counted.isNaN : abs(tau - counted) < 1e-13
      #expect(agrees, "size \(size)")
    }
  }

  @Test func `a constant ranks nobody`() {
    #expect(RankCorrelation.kendallTauB([1, 1, 1], [1, 2, 3]).isNaN)
    #expect(RankCorrelation.pearson([1, 1, 1], [1, 2, 3]).isNaN)
    #expect(RankCorrelation.spearman([1, 2, 3], [2, 2, 2]).isNaN)
    #expect(RankCorrelation.kendallTauB([1], [1]).isNaN)
  }

  @Test func `equal values share the middle of their ranks`() {
    #expect(RankCorrelation.middleRanks([10, 30, 20, 20]) == [1, 4, 2.5, 2.5])
  }

  // Population values of table e2. Each of the ten samples gives one estimate; the test is a t test
  // with nine degrees of freedom at |t| < 8: false alarms below 1 in 40 000 for each figure.
  @Test(arguments: [
    (0.95, 0.797834752, 0.945311668, 0.779204443, 0.669946655),
    (0.6, 0.409665529, 0.581920104, 0.39017465, 0.187646464),
    (0.3, 0.193973368, 0.287564219, 0.216164804, 0.0556328489),
    (0.0, 0.0, 0.0, 0.1, 0.01),
  ])
  func `rank measures of a bivariate normal sample`(
    rho: Double, tau: Double, spearman: Double, precision: Double, topPercent: Double
  ) {
    var estimates: [[Double]] = [[], [], [], []]
    for sample in 0..<10 {
      let (truth, proxy) = bivariateNormal(rho: rho, count: 2000, sample: sample)
      estimates[0].append(RankCorrelation.kendallTauB(truth, proxy))
      estimates[1].append(RankCorrelation.spearman(truth, proxy))
      let top = Selection(highest: 0.1, of: proxy)
      estimates[2].append(top.overlap(with: Selection(highest: 0.1, of: truth)))
      let highest = Selection(highest: 0.01, of: proxy)
      estimates[3].append(highest.overlap(with: Selection(highest: 0.01, of: truth)))
    }
    for (values, expected) in zip(estimates, [tau, spearman, precision, topPercent]) {
      let mean = values.reduce(0, +) / 10
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 9
      let error = (variance / 10).squareRoot()
      #expect(abs(mean - expected) < 8 * error)
    }
  }

  private static func countedTauB(_ first: [Double], _ second: [Double]) -> Double {
    var agreement = 0.0
    var firstUntied = 0.0
    var secondUntied = 0.0
    for one in first.indices {
      for other in 0..<one {
        let x = first[one] - first[other]
        let y = second[one] - second[other]
        if x != 0 { firstUntied += 1 }
        if y != 0 { secondUntied += 1 }
        if x * y > 0 { agreement += 1 }
        if x * y < 0 { agreement -= 1 }
      }
    }
    return agreement / (firstUntied * secondUntied).squareRoot()
  }
}

/// A sample of a bivariate normal law with correlation `rho`.
func bivariateNormal(rho: Double, count: Int, sample: Int) -> (truth: [Double], proxy: [Double]) {
  var stream = RandomStream(
    StreamKey(seed: 11, replication: sample), purpose: 2, entity: 0, index: 0)
  var truth: [Double] = []
  var proxy: [Double] = []
  for _ in 0..<count {
    let first = stream.gaussian()
    let second = stream.gaussian()
    truth.append(first)
    proxy.append(rho * first + (1 - rho * rho).squareRoot() * second)
  }
  return (truth, proxy)
}
