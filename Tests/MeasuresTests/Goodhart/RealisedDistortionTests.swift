import Testing

@testable import Measures

@Suite struct RealisedDistortionTests {
  /// People at the corners of a square of hours by hand and with agents; an hour by hand makes 2 of
  /// value, one with agents 1.
  ///
  /// Both kinds of hours have variance 1 and covariance 0, so the cost of a change is its length, and
  /// hours explain all of value: standard deviation sqrt(5).
  private func people(
    shiftedBy shift: (manual: Double, agents: Double) = (0, 0), valueGain: Double = 0,
    unit: Double = 1
  ) -> [PersonTotals] {
    [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1)].map { manual, agents in
      var person = PersonTotals()
      person.manualHours = unit * (20 + manual + shift.manual)
      person.agentHours = unit * (10 + agents + shift.agents)
      person.value = unit * (50 + 2 * manual + agents + valueGain)
      return person
    }
  }

  // Slopes 2 and 1. A change along them is aligned, across them orthogonal, against them opposite.
  @Test(arguments: [
    (2.0, 1.0, 0.0), (-1, 2, 1), (-2, -1, 2), (0, 3, 1 - 1 / 5.0.squareRoot()),
    (4, 0, 1 - 2 / 5.0.squareRoot()),
  ])
  func `the angle between what changed and what would have helped`(
    manual: Double, agents: Double, index: Double
  ) {
    let after = people(shiftedBy: (manual, agents), valueGain: 2 * manual + agents)
    #expect(abs(RealisedDistortion.index(policy: after, reference: people()) - index) < 1e-12)
  }

  @Test func `value lost elsewhere than in hours counts too`() {
    // An aligned change of length sqrt(5) that would bring 5 of value brings nothing.
    let after = people(shiftedBy: (2, 1), valueGain: 0)
    #expect(abs(RealisedDistortion.index(policy: after, reference: people()) - 1) < 1e-12)
  }

  @Test func `the index has no unit`() {
    let one = RealisedDistortion.index(
      policy: people(shiftedBy: (1, 2), valueGain: 3), reference: people())
    let many = RealisedDistortion.index(
      policy: people(shiftedBy: (1, 2), valueGain: 3, unit: 8), reference: people(unit: 8))
    #expect(abs(one - many) < 1e-12)
  }

  @Test func `without a change, or along a line nobody differs in, there is no angle`() {
    #expect(RealisedDistortion.index(policy: people(), reference: people()).isNaN)
    var gaming = people()
    for index in gaming.indices { gaming[index].gamingHours = 3 }
    #expect(RealisedDistortion.index(policy: gaming, reference: people()).isNaN)
    #expect(RealisedDistortion.index(policy: [], reference: []).isNaN)
  }
}
