import Foundation
import Randomness
import Testing

@testable import Measures

@Suite struct TechniqueSpreadTests {
  /// The mean course of the weekly chain in a large organisation.
  private func chain(discovery: Double, contagion: Double, start: Double, weeks: Int) -> [Double] {
    var shares = [start]
    for _ in 1..<weeks {
      let share = shares[shares.count - 1]
      shares.append(share + (1 - share) * (1 - exp(-(discovery + contagion * share))))
    }
    return shares
  }

  @Test(arguments: [(0.03, 0.38, 0.0), (0.005, 0.3, 0.0), (0.01, 0.35, 0.1)])
  func `the weekly chain is found again`(discovery: Double, contagion: Double, start: Double) throws
  {
    let shares = chain(discovery: discovery, contagion: contagion, start: start, weeks: 26)
    let spread = try #require(TechniqueSpread(fittedTo: shares))
    #expect(abs(spread.discovery - discovery) < 1e-10)
    #expect(abs(spread.contagion - contagion) < 1e-10)
  }

  @Test func `contagion alone is the slope through the origin`() {
    let shares = chain(discovery: 0, contagion: 0.5, start: 0.01, weeks: 20)
    #expect(abs(TechniqueSpread.contagionAlone(fittedTo: shares) - 0.5) < 1e-12)
    // By hand: from 1/4 to 1/2 the hazard is ln(3/2), from 1/2 to 3/4 it is ln 2.
    let slope = TechniqueSpread.contagionAlone(fittedTo: [0.25, 0.5, 0.75])
    let byHand =
      (0.75 * 0.25 * log(1.5) + 0.5 * 0.5 * log(2.0)) / (0.75 * 0.0625 + 0.5 * 0.25)
    #expect(abs(slope - byHand) < 1e-14)
  }

  // Ten organisations of 2000, each a realisation of the chain with p .01 and q .35. A t test with
  // nine degrees of freedom at |t| < 8: false alarms below 1 in 40 000 for each figure.
  @Test func `the fit has no bias in a large organisation`() {
    var discoveries: [Double] = []
    var contagions: [Double] = []
    for replication in 0..<10 {
      var stream = RandomStream(
        StreamKey(seed: 41, replication: replication), purpose: 5, entity: 0, index: 0)
      var knowing = 0
      var shares = [0.0]
      for _ in 0..<30 {
        let hazard = 0.01 + 0.35 * shares[shares.count - 1]
        knowing += stream.binomial(trials: 2000 - knowing, probability: 1 - exp(-hazard))
        shares.append(Double(knowing) / 2000)
      }
      guard let spread = TechniqueSpread(fittedTo: shares) else { continue }
      discoveries.append(spread.discovery)
      contagions.append(spread.contagion)
    }
    #expect(discoveries.count == 10)
    for (values, expected) in [(discoveries, 0.01), (contagions, 0.35)] {
      let mean = SampleStatistics.mean(values)
      #expect(abs(mean - expected) < 8 * SampleStatistics.standardError(values))
    }
  }

  @Test func `what nobody learns does not spread`() {
    #expect(TechniqueSpread(fittedTo: [0, 0, 0, 0, 0]) == nil)
    #expect(TechniqueSpread.contagionAlone(fittedTo: [0, 0, 0]).isNaN)
    #expect(TechniqueSpread(fittedTo: []) == nil)
  }
}

@Suite struct SocialMultiplierTests {
  @Test func `feedback of one half doubles`() {
    #expect(SocialMultiplier.multiplier(feedback: 0.5) == 2)
    #expect(SocialMultiplier.multiplier(feedback: 0) == 1)
    #expect(SocialMultiplier.multiplier(feedback: 1) == .infinity)
  }

  @Test func `the spread between teams by hand`() {
    // Two teams of two; in one both act, in the other nobody. Share 1/2; spread 2·¼ + 2·¼ = 1 over
    // 1 · ¼.
    let acts = [true, true, false, false]
    #expect(SocialMultiplier.estimate(acts: acts, groups: [0, 0, 1, 1]) == 2)
    #expect(SocialMultiplier.estimate(acts: acts, groups: [0, 1, 0, 1]) == 0)
  }

  // 400 teams of eight independent people: the square of the estimate is close to chi-square with 399
  // degrees of freedom over 399, whose standard deviation is 0.0708. Five of them: false alarms below
  // 1 in 10^6.
  @Test func `people who act independently do not multiply`() {
    var stream = RandomStream(
      StreamKey(seed: 43, replication: 0), purpose: 5, entity: 1, index: 0)
    let acts = (0..<3200).map { _ in stream.uniform() < 0.3 }
    let multiplier = SocialMultiplier.estimate(acts: acts, groups: (0..<3200).map { $0 / 8 })
    #expect(abs(multiplier * multiplier - 1) < 5 * 0.0708)
  }

  @Test func `where all or none act there is nothing to compare`() {
    #expect(SocialMultiplier.estimate(acts: [true, true], groups: [0, 1]).isNaN)
    #expect(SocialMultiplier.estimate(acts: [true, false], groups: [0, 0]).isNaN)
    #expect(SocialMultiplier.estimate(acts: [], groups: []).isNaN)
  }
}
