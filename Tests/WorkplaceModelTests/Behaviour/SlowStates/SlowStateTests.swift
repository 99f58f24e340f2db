import Foundation
import Testing

@testable import WorkplaceModel

/// Each equation of the slow states on numbers worked out by hand.
@Suite struct `Slow states move as their equations say` {
  @Test func `control takes its share of motivation and rest gives it back`() {
    let crowding = CrowdingOut(rate: 0.1, recovery: 0.05)
    #expect(crowding.next(1, control: 0) == 1)
    #expect(abs(crowding.next(1, control: 1) - 0.9) < 1e-12)
    // 0.8 + 0.05 x 0.2 - 0.1 x 0.5 x 0.8 = 0.77.
    #expect(abs(crowding.next(0.8, control: 0.5) - 0.77) < 1e-12)
    // Under full control for ever: chi_r / (chi_r + chi_c).
    var motivation = 1.0
    for _ in 0..<500 { motivation = crowding.next(motivation, control: 1) }
    #expect(abs(motivation - 0.05 / 0.15) < 1e-9)
  }

  @Test func `fatigue settles where what wears off equals what comes on`() {
    let fatigue = Fatigue(decay: 0.3, overload: 0.3, stress: 0.02, valueLoss: 0.2, inattention: 0.5)
    #expect(fatigue.next(0, load: 0.8, control: 0) == 0)
    // 0.7 x 0.5 + 0.3 x 0.1 + 0.02 x 0.5 = 0.39.
    #expect(abs(fatigue.next(0.5, load: 1.1, control: 0.5) - 0.39) < 1e-12)
    var level = 0.0
    for _ in 0..<200 { level = fatigue.next(level, load: 1.1, control: 1) }
    #expect(abs(level - (0.03 + 0.02) / 0.3) < 1e-12)
    #expect(abs(fatigue.speedFactor(0.5) - 0.9) < 1e-12)
    #expect(abs(fatigue.attention(0.5) - exp(-0.25)) < 1e-12)
  }

  @Test func `trust falls in leaps and comes back by a share of what is missing`() {
    let trust = Trust(
      recovery: 0.02, violation: 0.1, falseAccusation: 0.2, unpunishedGaming: 0.01,
      control: 0.001, legitimacy: 0.5)
    var week = Trust.Events()
    #expect(trust.next(1, after: week) == 1)
    #expect(abs(trust.next(0.5, after: week) - 0.51) < 1e-12)
    week = Trust.Events(violation: true, falselyAccused: 0.25, unpunished: 0.5, control: 1)
    // 0.8 + 0.02 x 0.2 - 0.1 - 0.05 - 0.005 - 0.001 = 0.648.
    #expect(abs(trust.next(0.8, after: week) - 0.648) < 1e-12)
    #expect(trust.next(0.01, after: week) == 0)
    #expect(abs(trust.moralFactor(0.6) - 0.8) < 1e-12)
  }

  @Test func `who fares as before leaves with the plain hazard`() {
    let attrition = Attrition(
      hazard: 0.0025, utilitySlope: 0.1, trustSlope: 2, replacementHours: 500, start: 0.5,
      rampUpWeeks: 12)
    #expect(
      abs(attrition.leavingProbability(utilityChange: 0, trust: 1) - (1 - exp(-0.0025))) < 1e-15)
    let hazard = 0.0025 * exp(0.1 * 2 + 2 * 0.25)
    #expect(
      abs(attrition.leavingProbability(utilityChange: -2, trust: 0.75) - (1 - exp(-hazard)))
        < 1e-15)
    #expect(attrition.productivity(afterWeeks: 0) == 0.5)
    #expect(abs(attrition.productivity(afterWeeks: 12) - (1 - 0.5 * exp(-1))) < 1e-12)
    #expect(attrition.productivity(afterWeeks: .infinity) == 1)
  }

  @Test func `the reference is the mean of the weeks before`() {
    var reference = ReferenceUtility()
    #expect(!reference.isKnown)
    for utility in [4.0, 6, 11] { reference.add(utility) }
    #expect(reference.isKnown && abs(reference.mean - 7) < 1e-12)
  }
}
