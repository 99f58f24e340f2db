import Foundation
import Testing

@testable import WorkplaceModel

@Suite struct `Choice and learning` {
  // Multinomial logit shares for three alternatives (McKelvey and Palfrey 1995), computed from
  // exp(lambda u) to nine digits.
  @Test(arguments: [
    (1.0, [0, 0.5, 1], [0.186323723, 0.307195886, 0.506480391]),
    (3.0, [0, -0.8, 0.4], [0.226714449, 0.0205670708, 0.75271848]),
    (10.0, [0, 0.01, 0.02], [0.300609605, 0.332224994, 0.367165401]),
  ])
  func `logit shares are the lengths of uniforms that choose each alternative`(
    precision: Double, utilities: [Double], shares: [Double]
  ) {
    let choice = LogitChoice(precision: precision)
    let steps = 200_000
    var counts = [Int](repeating: 0, count: utilities.count)
    for step in 0..<steps {
      counts[choice.choose(among: utilities, uniform: (Double(step) + 0.5) / Double(steps))] += 1
    }
    for (count, share) in zip(counts, shares) {
      #expect(abs(Double(count) / Double(steps) - share) <= 1.01 / Double(steps))
    }
  }

  @Test func `a uniform at the very end chooses the last alternative`() {
    let choice = LogitChoice(precision: 3)
    #expect(choice.choose(among: [1, 2, 3], uniform: 1.0.nextDown) == 2)
    #expect(choice.choose(among: [-1000, 1000], uniform: 0) == 1)
  }

  @Test func `learning starts below the long run and ends above it by the gain less the drop`()
    throws
  {
    let learning = LearningByDoing(try SmallOffice.scenario().behaviour)
    #expect(abs(learning.effect(longRun: 0.1, experienceHours: 0) - (0.1 - 0.15)) < 1e-12)
    #expect(abs(learning.effect(longRun: 0.1, experienceHours: 1e9) - 0.25) < 1e-12)
    #expect(
      abs(learning.effect(longRun: 0.1, experienceHours: 60) - (0.1 - 0.15 + 0.3 * (1 - exp(-1))))
        < 1e-12)
  }

  @Test func `contagion is one minus the exponential of the hazard`() throws {
    let scenario = try SmallOffice.scenario()
    let loops = scenario.behaviour.techniques[Technique.loops.rawValue]
    let contagion = Contagion(withinTeam: 0.7)
    let probability = contagion.adoptionProbability(
      loops, teamShare: 0.5, organisationShare: 0.2, visibility: 0.3)
    let hazard = loops.discovery + loops.contagion * (0.7 * 0.5 + 0.3 * 0.2 * 0.3)
    #expect(abs(probability - (1 - exp(-hazard))) < 1e-12)
    #expect(contagion.forgettingProbability(loops) > 0)
  }
}
