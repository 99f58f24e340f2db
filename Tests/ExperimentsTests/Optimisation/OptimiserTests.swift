import Foundation
import Synchronization
import Testing
import WorkplaceModel

@testable import Experiments

/// Problems whose best design is known.
@Suite struct OptimiserTests {
  private func run(
    _ problem: OptimisationProblem, _ runs: SyntheticRuns, budget: Int = 1200, seed: UInt64 = 1,
    resolution: Double = 1e-3
  ) async throws -> OptimisationResults {
    try await Optimiser(
      problem, plan: SearchPlan(budget: budget), seed: seed, resolution: resolution
    ).run(runs)
  }

  private static func numbers(_ settings: [String: String], _ paths: [String]) -> [Double] {
    paths.map { settings[$0].flatMap { Double($0) } ?? 0 }
  }

  // MARK: Known optima

  @Test func `the top of a smooth hill is found to a hundredth`() async throws {
    let runs = SyntheticRuns(measures: ["value"], commonNoise: 1) { settings in
      let place = Self.numbers(settings, ["x", "y"])
      return [-pow(place[0] - 1.3, 2) - pow(place[1] + 0.7, 2)]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", -5, 5), .number("y", -5, 5)],
      maximising: "value")
    let results = try await run(problem, runs)
    #expect(abs((results.chosenNumber(0) ?? .nan) - 1.3) < 0.1)
    #expect(abs((results.chosenNumber(1) ?? .nan) + 0.7) < 0.1)
    #expect(results.isFeasible)
    // All designs share the noise, so the gain has none.
    let gain = results.confirmation.gainOverStart(0).estimate
    #expect(abs((gain.mean ?? .nan) - 2.18) < 0.02)
    #expect((gain.halfWidth() ?? .nan) < 1e-9)
  }

  @Test func `a noisy hill is climbed almost to its top`() async throws {
    // Ten searches, each with noise of a tenth of what the file's design lacks. Of 400 with other
    // seeds none stayed more than 0.1 below the top, so a failure here is an error and no bad luck.
    for seed in UInt64(1)...10 {
      let runs = SyntheticRuns(
        measures: ["value"], commonNoise: 1, ownNoise: 0.2, seed: seed
      ) { settings in
        let place = Self.numbers(settings, ["x", "y"])
        return [-pow(place[0] - 1, 2) - pow(place[1] + 1, 2)]
      }
      let problem = OptimisationProblem(
        policy: "designed", factors: [.number("x", -4, 4), .number("y", -4, 4)],
        maximising: "value")
      let results = try await run(problem, runs, seed: seed)
      let place = [results.chosenNumber(0) ?? .nan, results.chosenNumber(1) ?? .nan]
      #expect(pow(place[0] - 1, 2) + pow(place[1] + 1, 2) < 0.3)
    }
  }

  @Test func `an optimum on the edge of a constraint is found from the right side`() async throws {
    // Greatest x + y where x² + y² is at most 2: at x = y = 1.
    let runs = SyntheticRuns(measures: ["value", "risk"]) { settings in
      let place = Self.numbers(settings, ["x", "y"])
      return [place[0] + place[1], place[0] * place[0] + place[1] * place[1]]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 3), .number("y", 0, 3)],
      maximising: "value", subjectTo: [.init("risk", .atMost, 2)])
    let results = try await run(problem, runs, budget: 3000)
    let value = results.confirmation.chosen[0][0]
    #expect(value > 1.95)
    #expect(value <= 2)
    #expect(results.verdicts == [.holds])
  }

  @Test func `a bound is kept although the search sees it through noise`() async throws {
    // Twelve searches for the greatest x + y below a noisy x² + y² of 2. Of 200 with other seeds 193
    // truly kept the bound and none went beyond 2.04; fewer than nine of twelve come once in 1,500
    // suites.
    var kept = 0
    for seed in UInt64(1001)...1012 {
      let runs = SyntheticRuns(
        measures: ["value", "risk"], commonNoise: 0.3, ownNoise: 0.1, seed: seed
      ) { settings in
        let place = Self.numbers(settings, ["x", "y"])
        return [place[0] + place[1], place[0] * place[0] + place[1] * place[1]]
      }
      let problem = OptimisationProblem(
        policy: "designed", factors: [.number("x", 0, 3), .number("y", 0, 3)],
        maximising: "value", subjectTo: [.init("risk", .atMost, 2)])
      let results = try await run(problem, runs, seed: seed)
      let place = [results.chosenNumber(0) ?? 0, results.chosenNumber(1) ?? 0]
      if place[0] * place[0] + place[1] * place[1] <= 2 { kept += 1 }
      #expect(place[0] + place[1] > 1.5)
    }
    #expect(kept >= 9)
  }

  @Test func `an optimum on the edge of the space is found`() async throws {
    let runs = SyntheticRuns(measures: ["value"]) { settings in
      let place = Self.numbers(settings, ["x", "y"])
      return [place[0] - pow(place[1] - 0.5, 2)]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1), .number("y", 0, 1)],
      maximising: "value")
    let results = try await run(problem, runs)
    #expect((results.chosenNumber(0) ?? .nan) > 0.99)
    #expect(abs((results.chosenNumber(1) ?? .nan) - 0.5) < 0.03)
  }

  @Test func `a category that pays only with the right numbers is not passed over`() async throws {
    // With 'plain' any number is worth about 1; with 'sharp' most are worth nothing, but 0.8 is
    // worth 3.
    let runs = SyntheticRuns(measures: ["value"]) { settings in
      let x = Self.numbers(settings, ["x"])[0]
      switch settings["kind"] ?? "plain" {
      case "plain": return [1 - 0.1 * pow(x - 0.2, 2)]
      case "sharp": return [max(3 - 12 * abs(x - 0.8), -0.5 + 0.1 * x)]
      default: return [0.9]
      }
    }
    let problem = OptimisationProblem(
      policy: "designed",
      factors: [.number("x", 0, 1), .levels("kind", ["plain", "dull", "sharp"])],
      maximising: "value")
    let results = try await run(problem, runs)
    #expect(results.setting(of: 1, design: results.chosen) == "sharp")
    #expect(abs((results.chosenNumber(0) ?? .nan) - 0.8) < 0.01)
  }

  @Test func `whole numbers and categories are chosen together`() async throws {
    let runs = SyntheticRuns(measures: ["value"], commonNoise: 0.5) { settings in
      let place = Self.numbers(settings, ["few", "many"])
      let bonus = settings["kind"] == "b" ? 1.0 : 0
      return [bonus - pow(place[0] - 3, 2) - pow((place[1] - 37) / 10, 2)]
    }
    let problem = OptimisationProblem(
      policy: "designed",
      factors: [.whole("few", 1, 6), .whole("many", 1, 90), .levels("kind", ["a", "b", "c"])],
      maximising: "value")
    let results = try await run(problem, runs)
    #expect(results.setting(of: 0, design: results.chosen) == "3")
    #expect(abs((results.chosenNumber(1) ?? .nan) - 37) <= 2)
    #expect(results.setting(of: 2, design: results.chosen) == "b")
  }

  @Test func `the best intensity of incentives is the one of contract theory`() async throws {
    // A risk-averse agent under linear pay b replies with effort b/c; the surplus
    // e - c e²/2 - r b² σ²/2 is greatest at b = 1/(1 + r c σ²) (Holmström and Milgrom 1987).
    for (aversion, cost, variance) in [(1.0, 1.0, 1.0), (0.5, 2.0, 0.4), (3.0, 1.0, 0.1)] {
      let runs = SyntheticRuns(measures: ["surplus"], commonNoise: 0.3) { settings in
        let pay = Self.numbers(settings, ["b"])[0]
        let effort = pay / cost
        return [effort - cost * effort * effort / 2 - aversion * pay * pay * variance / 2]
      }
      let problem = OptimisationProblem(
        policy: "designed", factors: [.number("b", 0, 1)], maximising: "surplus")
      let results = try await run(problem, runs, resolution: 1e-6)
      let best = 1 / (1 + aversion * cost * variance)
      #expect(abs((results.chosenNumber(0) ?? .nan) - best) < 1e-3)
    }
  }

  // MARK: What cannot be had

  @Test func `where nothing keeps the constraints the least violation is chosen`() async throws {
    let runs = SyntheticRuns(measures: ["value", "risk"]) { settings in
      let x = Self.numbers(settings, ["x"])[0]
      return [10 * x, 3 + pow(x - 0.4, 2)]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1)], maximising: "value",
      subjectTo: [.init("risk", .atMost, 2)])
    let results = try await run(problem, runs)
    #expect(!results.isFeasible)
    #expect(results.verdicts == [.violated])
    #expect(abs((results.chosenNumber(0) ?? .nan) - 0.4) < 0.02)
    #expect(abs(results.violation(of: results.chosen) - 0.5) < 1e-3)
  }

  @Test func `where nothing is better the design of the file is kept`() async throws {
    let runs = SyntheticRuns(measures: ["value"]) { settings in
      settings.isEmpty ? [1] : [Self.numbers(settings, ["x"])[0] - 1]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1)], maximising: "value")
    let results = try await run(problem, runs)
    #expect(results.keepsStart)
    #expect(results.setting(of: 0, design: results.chosen) == nil)
  }

  @Test func `an undefined objective is worse than any other`() async throws {
    let runs = SyntheticRuns(measures: ["value"]) { settings in
      let x = Self.numbers(settings, ["x"])[0]
      return [x > 0.6 ? .nan : x]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1)], maximising: "value")
    let results = try await run(problem, runs)
    #expect(abs((results.chosenNumber(0) ?? .nan) - 0.6) < 0.02)
  }

  // MARK: Honesty

  @Test func `on pure noise the search is too hopeful and the confirmation is not`() async throws {
    // 40 searches in which every design is worth 0 and noise has standard deviation 1.
    var optimism: [Double] = []
    var confirmed: [Double] = []
    for seed in UInt64(1)...40 {
      let runs = SyntheticRuns(
        measures: ["value"], commonNoise: 0.3, ownNoise: 1, seed: seed
      ) { _ in [0] }
      let problem = OptimisationProblem(
        policy: "designed", factors: [.number("x", 0, 1), .number("y", 0, 1)],
        maximising: "value")
      let results = try await run(problem, runs, budget: 400, seed: seed)
      optimism.append(try #require(results.optimism).mean)
      confirmed.append(try #require(Estimate(results.confirmation.chosen[0]).mean))
    }
    // The mean is 0 if fresh runs are unbiased: |t| exceeds 3.5 once in 850 suites.
    let fresh = Estimate(confirmed)
    let t = try #require(fresh.mean) / #require(fresh.standardError)
    #expect(abs(t) < 3.5)
    // The best of dozens of means lies far above 0: at least 10 standard errors in all tries.
    let hope = Estimate(optimism)
    #expect(try #require(hope.mean) / #require(hope.standardError) > 5)
  }

  @Test func `intervals of the gain cover the truth as often as they say`() async throws {
    // 120 searches on a hill; the truth is known for whatever design was chosen. Fewer than 105
    // of 120 at a coverage of 95 % come once in 900 suites.
    var covered = 0
    for seed in UInt64(1)...120 {
      let runs = SyntheticRuns(
        measures: ["value"], commonNoise: 1, ownNoise: 0.5, seed: seed
      ) { settings in [-pow(Self.numbers(settings, ["x"])[0] - 0.6, 2)] }
      let problem = OptimisationProblem(
        policy: "designed", factors: [.number("x", 0, 1)], maximising: "value")
      let results = try await run(problem, runs, budget: 120, seed: seed)
      let truth = results.keepsStart ? 0 : 0.36 - pow((results.chosenNumber(0) ?? 0) - 0.6, 2)
      let interval = try #require(results.confirmation.gainOverStart(0).estimate.interval())
      if interval.contains(truth) { covered += 1 }
    }
    #expect(covered >= 105)
  }

  @Test func `runs that confirm were never used by the search, and the budget is kept`()
    async throws
  {
    let requests = Mutex<[RunRequest]>([])
    let runs = SyntheticRuns(
      measures: ["value"], ownNoise: 1,
      expectation: { [Self.numbers($0, ["x"])[0]] },
      asked: { asked in requests.withLock { $0 += asked } })
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1), .levels("kind", ["a", "b", "c", "d"])],
      maximising: "value")
    for budget in [90, 150, 400, 1000] {
      requests.withLock { $0 = [] }
      let results = try await run(problem, runs, budget: budget)
      let asked = requests.withLock { $0 }
      #expect(asked.count <= budget)
      #expect(asked.count >= budget * 6 / 10)
      #expect(Set(asked).count == asked.count)
      #expect(results.searchRuns + results.confirmationRuns == asked.count)
      let fresh = asked.filter { results.confirmation.replications.contains($0.replication) }
      #expect(fresh.count == 3 * results.plan.confirmationReplications)
      #expect(asked.filter { $0.replication >= 1_000_000 }.count == fresh.count)
    }
  }

  @Test func `the same seed gives the same search, another seed another one`() async throws {
    let runs = SyntheticRuns(measures: ["value"], ownNoise: 1) {
      [Self.numbers($0, ["x"])[0]]
    }
    let problem = OptimisationProblem(
      policy: "designed", factors: [.number("x", 0, 1)], maximising: "value")
    let first = try await run(problem, runs, budget: 200, seed: 4)
    let second = try await run(problem, runs, budget: 200, seed: 4)
    let other = try await run(problem, runs, budget: 200, seed: 5)
    #expect(first.designs == second.designs)
    #expect(first.confirmation == second.confirmation)
    #expect(first.designs != other.designs)
  }

  // MARK: Mistakes

  @Test func `what the source does not have is refused before any run`() async throws {
    let runs = SyntheticRuns(measures: ["value"]) { _ in [0] }
    let factors = [Factor.number("x", 0, 1)]
    let mistakes: [(OptimisationProblem, OptimisationError)] = [
      (
        .init(policy: "none", factors: factors, maximising: "value"),
        .unknownPolicy("none", known: ["baseline", "designed"])
      ),
      (
        .init(policy: "designed", factors: factors, maximising: "worth"),
        .unknownMeasure("worth")
      ),
      (.init(policy: "designed", factors: [], maximising: "value"), .noFactors),
    ]
    for (problem, error) in mistakes {
      await #expect(throws: error) { try await run(problem, runs) }
    }
    #expect(throws: OptimisationError.budgetTooSmall(60, least: 75)) {
      try SearchPlan(budget: 60)
    }
  }
}
