import Randomness
import Testing

@testable import Experiments

@Suite struct DipTestTests {
  private static let ten = DipTest(count: 10)

  @Test func `evenly spaced values have the least dip there is`() {
    for count in [2, 5, 10, 30] {
      let dip = DipTest.dip(of: (0..<count).map(Double.init))
      #expect(abs(dip - 0.5 / Double(count)) < 1e-12)
    }
    #expect(DipTest.dip(of: [3, 3, 3]) == 0.5 / 3)
  }

  // Checked against a linear programme that fits the nearest unimodal distribution.
  @Test(arguments: dips)
  func `dips of small samples`(values: [Double], dip: Double) {
    #expect(abs(DipTest.dip(of: values) - dip) < 1e-9)
  }

  @Test func `location, scale and mirroring change nothing`() {
    let values: [Double] = [0, 1, 1.5, 2, 7, 7.25, 9, 9.5]
    let dip = DipTest.dip(of: values)
    #expect(abs(DipTest.dip(of: values.map { 4 * $0 - 3 }) - dip) < 1e-12)
    #expect(abs(DipTest.dip(of: values.map { -$0 }.sorted()) - dip) < 1e-12)
  }

  // Uniform samples of ten have the p values' own distribution: at level .05 the rate over 1000
  // samples has standard error .0069. Gaussian and lognormal samples, however skewed, have less.
  @Test(arguments: ["uniform", "Gaussian", "lognormal"])
  func `one state is taken for two no more often than the level says`(law: String) {
    var alarms = 0
    for experiment in 0..<1000 {
      var stream = RandomStream(
        StreamKey(seed: 76, replication: experiment), purpose: 1, entity: 0, index: 0)
      let values = (0..<10).map { _ in
        switch law {
        case "uniform": stream.uniform()
        case "Gaussian": stream.gaussian()
        default: stream.lognormal(zeta: 0, sigma: 1.5)
        }
      }
      if Self.ten.probability(of: values.sorted()) < 0.05 { alarms += 1 }
    }
    let rate = Double(alarms) / 1000
    #expect(rate < 0.05 + 4 * 0.0069, "\(rate)")
    if law == "uniform" { #expect(rate > 0.05 - 4 * 0.0069, "\(rate)") }
  }

  @Test func `two tight states are found in ten replications, an outlier is not one`() {
    let states = [0.1, 0.101, 0.102, 0.103, 0.104, 0.9, 0.901, 0.902, 0.903, 0.904]
    #expect(Self.ten.probability(of: states) < 0.001)
    let outlier = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000.0]
    #expect(Self.ten.probability(of: outlier) > 0.2)
  }

  @Test func `mixtures with well separated parts are found`() {
    let test = DipTest(count: 20)
    var found = 0
    for experiment in 0..<100 {
      var stream = RandomStream(
        StreamKey(seed: 77, replication: experiment), purpose: 1, entity: 0, index: 0)
      let values = (0..<20).map { _ in
        (stream.uniform() < 0.5 ? 0 : 8) + stream.gaussian()
      }
      if test.probability(of: values.sorted()) < 0.01 { found += 1 }
    }
    // About seven in ten at this level, since parts are of unequal size by luck: fewer than 50 of
    // 100 would be a power of .7 and bad luck of 1e-5.
    #expect(found >= 50)
  }

  @Test func `values are cut where the parts differ most`() {
    let states = TwoStates([1, 2, 3, 11, 13])
    #expect(states.split == 3)
    #expect(states.low == 2)
    #expect(states.high == 12)
  }
}

private let dips: [([Double], Double)] = [
  ([0, 1, 2, 3], 0.125),
  ([0, 0.1, 5, 5.1], 0.245),
  ([0, 1, 1.5, 2, 7, 7.25, 9, 9.5], 0.166666666667),
  ([0, 0.5, 1, 4, 4.5, 5, 9, 9.5, 10], 0.133333333333),
  ([0, 0.25, 1, 2, 2.5, 6, 6.5, 7, 7.25, 8, 20], 0.132575757576),
  ([0.54, 2.86, 3.83, 5.15, 8.05, 8.08], 0.139691714836),
  ([0.45, 0.49, 2.35, 4.08, 4.35, 6.52, 8.98, 9.74, 9.99], 0.125374495246),
  ([0.61, 0.64, 2.27, 2.71, 3.92, 4.93, 5.56, 6.77, 6.79, 8.44, 8.7, 8.8], 0.0823353293413),
]
