import Testing

@testable import Incentives

@Suite struct TargetTests {
  @Test func `the chance of meeting a threshold follows the week's noise`() {
    let target = Target(metric: 0, threshold: 100)
    #expect(target.probabilityOfMeeting(mean: 100, deviation: 5) == 0.5)
    #expect(target.probabilityOfMeeting(mean: 100, deviation: 0) == 1)
    #expect(target.probabilityOfMeeting(mean: 99, deviation: 0) == 0)
    #expect(abs(target.probabilityOfMeeting(mean: 110, deviation: 10) - 0.8413447460685) < 1e-12)
    #expect(target.probabilityOfMeeting(median: 100, logDeviation: 0.5) == 0.5)
    #expect(target.probabilityOfMeeting(median: 0, logDeviation: 0.5) == 0)
    #expect(Target(metric: 0, threshold: 0).probabilityOfMeeting(median: 0, logDeviation: 1) == 1)
  }

  @Test(arguments: [(1.0, 0.5, 3.0, 0.421825899), (0, 1, 2, 0.244108596)])
  func `lognormal chances agree with closed form g1`(
    mu: Double, sigma: Double, threshold: Double, expected: Double
  ) {
    let target = Target(metric: 0, threshold: threshold)
    let median = NumericFunctions.exp(mu)
    let probability = target.probabilityOfMeeting(median: median, logDeviation: sigma)
    #expect(abs(probability - expected) < 1e-9)
  }

  @Test func `a goal of four in five needs eight of ten`() {
    let target = Target(metric: 0, goalShare: 0.8, scope: .team)
    #expect(target.probabilityOfGoal(own: 1, others: 9, othersEach: 1) == 1)
    #expect(target.probabilityOfGoal(own: 1, others: 9, othersEach: 0) == 0)
    // With 9 others at ½: at least 7 of them if one meets it, at least 8 if one does not.
    let seven = (36.0 + 9 + 1) / 512
    let eight = (9.0 + 1) / 512
    #expect(abs(target.probabilityOfGoal(own: 1, others: 9, othersEach: 0.5) - seven) < 1e-12)
    #expect(abs(target.probabilityOfGoal(own: 0, others: 9, othersEach: 0.5) - eight) < 1e-12)
    #expect(Target(metric: 0).probabilityOfGoal(own: 0.3, others: 9, othersEach: 1) == 0.3)
  }
}

@Suite struct GoalUtilityTests {
  private let goal = GoalUtility(bonusHours: 1, gainLossWeight: 0.5, lossAversion: 2)

  @Test(arguments: [(0.0, 1.0), (2, 2), (-0.001, -0.001), (-2, -2)])
  func `losses weigh more than gains and the bonus waits at the threshold`(
    distance: Double, expected: Double
  ) {
    #expect(abs(goal.utility(distance: distance) - expected) < 1e-12)
  }

  @Test(arguments: [-2.0, 0, 0.3, 4], [0.2, 1, 3])
  func `expected utility is the mean over normal noise`(mean: Double, deviation: Double) {
    let steps = 90_000
    let width = 18.0 / Double(steps)
    var sum = 0.0
    for step in 0..<steps {
      let draw = -9 + (Double(step) + 0.5) * width
      sum +=
        goal.utility(distance: mean + deviation * draw) * StandardNormal.density(draw) * width
    }
    #expect(abs(goal.expectedUtility(mean: mean, deviation: deviation) - sum) < 2e-4)
    #expect(goal.expectedUtility(mean: mean, deviation: 0) == goal.utility(distance: mean))
  }

  @Test(arguments: [(1.0, 2.0, 8.0, 9.0), (0.5, 2, 9, 9.5), (1, 1, 9, 9)])
  func `people bunch at a goal as in closed form g4`(
    eta: Double, lambda: Double, lower: Double, upper: Double
  ) {
    // Utility −½(z − z₀)² + G(z − 10) without a bonus: who would stay between the two limits
    // without the goal moves exactly to it. Searched on a grid of a hundredth.
    let goal = GoalUtility(bonusHours: 0, gainLossWeight: eta, lossAversion: lambda)
    func choice(_ ideal: Double) -> Double {
      let grid = (0...2000).map { Double($0) / 100 }
      func utility(_ z: Double) -> Double {
        -0.5 * (z - ideal) * (z - ideal) + goal.utility(distance: z - 10)
      }
      return grid.max { utility($0) < utility($1) } ?? .nan
    }
    #expect(choice(lower - 0.05) < 9.999)
    #expect(choice(upper + 0.05) > 10.001)
    if upper > lower {
      #expect(choice(lower + 0.05) == 10)
      #expect(choice(upper - 0.05) == 10)
    }
  }
}
