import Foundation
import Randomness
import Testing

@testable import Validation

/// The award policy model, a subset of its published figures.
@Suite struct AwardPolicyTests {
  private func settings(
    _ rule: AwardPolicy.Rule, award: Int, ties: AwardPolicy.Ties = .uniform, review: Double = 0
  ) -> AwardPolicy.Settings {
    var settings = AwardPolicy.Settings()
    settings.rule = rule
    settings.award = award
    settings.ties = ties
    settings.review = review
    return settings
  }

  private func end(
    _ settings: AwardPolicy.Settings, steps: Int = 250_000, run: Int = 0
  ) -> AwardPolicy.Outcome {
    AwardPolicy.outcome(settings, steps: steps, key: StreamKey(seed: 55, replication: run))
  }

  /// End states without spread are held to 0.01 of the published mean, over twenty times what one
  /// run strays; the seed is fixed.
  @Test(arguments: [
    (AwardPolicy.Rule.publications, 35, AwardPolicy.Ties.lowestIndex, 0.0, 0.999, 0.918),
    (.random, 10, .uniform, 0, 0.996, 0.918),
    (.integrity, 10, .lowestIndex, 0, 0.0005, 0.003),
    (.integrity, 85, .lowestIndex, 0, 0.9768, 0.9165),
    (.integrity, 85, .lowestIndex, 1, 0.003, 0),
    (.modifiedLottery(limit: 0.2), 60, .uniform, 0, 0.1966, 0.689),
    (.modifiedLottery(limit: 0.05), 60, .uniform, 0, 0.9993, 0.918),
  ])
  func `practice ends where the published model ends`(
    rule: AwardPolicy.Rule, award: Int, ties: AwardPolicy.Ties, review: Double, rate: Double,
    falseShare: Double
  ) {
    let found = end(settings(rule, award: award, ties: ties, review: review))
    #expect(abs(found.rate - rate) < 0.01)
    #expect(abs(found.falseShare - falseShare) < 0.01)
  }

  @Test func `pay by volume and pay by lot end alike, pay by quality does not`() {
    let volume = end(settings(.publications, award: 10))
    let lot = end(settings(.random, award: 10))
    let quality = end(settings(.integrity, award: 10))
    #expect(abs(volume.falseShare - lot.falseShare) < 0.01)
    #expect(quality.falseShare < 0.02)
  }

  @Test func `how ties are broken decides what pay by quality reaches`() {
    // Published at an award of 60: 0.250 ± 0.008 with equal chances, 0.603 ± 0.069 if the lowest
    // index wins (standard errors of 8 runs: a run strays by 0.02 and 0.2). Two runs of 600 000 steps each; equal
    // chances within 4 standard errors of 0.25, and 0.15 below the lowest index.
    func rate(_ ties: AwardPolicy.Ties) -> Double {
      (0..<2).map {
        end(settings(.integrity, award: 60, ties: ties), steps: 600_000, run: $0).rate
      }.reduce(0, +) / 2
    }
    let uniform = rate(.uniform)
    #expect(abs(uniform - 0.250) < 4 * 0.008 * 4.0.squareRoot() + 0.008)
    #expect(rate(.lowestIndex) > uniform + 0.15)
  }

  @Test func `a lot that is none only delays decay`() {
    // Published after 150 000 steps: 0.94 with a true lot, 0.66 if the lowest index wins. The mean of
    // five runs strays by 0.03.
    func rate(_ rule: AwardPolicy.Rule, _ ties: AwardPolicy.Ties) -> Double {
      (0..<5).map { run in
        var model = AwardPolicy(
          settings(rule, award: 10, ties: ties), key: StreamKey(seed: 3, replication: run))
        for _ in 0..<150_000 { model.step() }
        return model.meanRate
      }.reduce(0, +) / 5
    }
    #expect(abs(rate(.random, .uniform) - 0.94) < 0.12)
    #expect(abs(rate(.lowestIndex, .lowestIndex) - 0.66) < 0.12)
  }

  @Test func `labs that call everything positive are wrong nine times of ten`() {
    // F = 0.9/(0.9 + 0.08) = 0.918367 at α = 1; 20 000 steps of 10 studies or more have a standard
    // error of 0.0006, and 4 of them are tolerated.
    var settings = settings(.random, award: 10)
    settings.initialRate = 1
    settings.mutationProbability = 0
    #expect(abs(end(settings, steps: 100_000).falseShare - 0.918367) < 0.0024)
  }

  @Test func `review has to catch nearly everything before large awards for quality work`() {
    // Published at an award of 85: 0.961, 0.931, 0.154, 0.003 at r = 0.5, 0.7, 0.9, 1.
    let rates = [0.5, 0.7, 1].map {
      end(settings(.integrity, award: 85, ties: .lowestIndex, review: $0), steps: 400_000).rate
    }
    #expect(rates[0] > 0.9)
    #expect(rates[1] > 0.8)
    #expect(rates[2] < 0.02)
  }

  @Test func `the same key gives the same history`() {
    let one = end(settings(.publications, award: 10), steps: 5000)
    let two = end(settings(.publications, award: 10), steps: 5000)
    let other = end(settings(.publications, award: 10), steps: 5000, run: 1)
    #expect(one.rate == two.rate && one.falseShare == two.falseShare)
    #expect(one.falseShare != other.falseShare)
  }
}
