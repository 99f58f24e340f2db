import Incentives
import ScenarioFiles
import Testing

@testable import WorkplaceModel

/// What rules bring for hypothetical weeks: every key moves it, in the right direction.
@Suite struct `What an employee can expect of a rule` {
  /// A world in the first week of a policy, and what its rules bring.
  private struct Bench {
    var world: Workplace
    let publication: DecisionProblem.Publication
    let consequences: Consequences

    init(_ rules: String, behaviour: String = "", weeks: Int = 0) throws {
      let policy =
        "rules:\n"
        + ("""
      metrics:
        done: {formula: tasks_accepted}
        tokens: {formula: total_tokens}
        active: {formula: active_days >= 3}
      priorless: 0
      """.replacing("\npriorless: 0", with: "") + "\n" + rules).split(separator: "\n")
        .map { "  \($0)" }.joined(separator: "\n")
      let scenario = try SmallOffice.scenario(
        policies: policy, extra: behaviour.isEmpty ? "" : "behaviour: {\(behaviour)}")
      world = Workplace(scenario, replication: 0)
      world.warmUp()
      world.adopt(scenario.policies[1])
      for _ in 0..<weeks { _ = world.simulateWeek() }
      world.rules.enter(world.problem.scheme, people: 16)
      publication = world.problem.publication(
        of: world.panel, recent: world.problem.scheme.values(in: world.panel), rules: world.rules)
      consequences = Consequences(
        world.problem.scheme, behaviour: scenario.behaviour, roles: scenario.roles)
    }

    func prospect(
      done: Double, tokens: Double = 1e7, days: Double = 5, employee: Int = 0
    ) -> Consequences.Prospect {
      consequences.prospect(
        of: Observation([.tasksAccepted: done, .outputTokens: tokens, .activeDays: days]),
        world.population.employees[employee], index: employee, mind: world.minds[employee],
        given: publication)
    }

    /// What a change of tasks done is worth.
    func gain(from low: Double, to high: Double) -> Double {
      prospect(done: high).utility - prospect(done: low).utility
    }
  }

  @Test func `each kind of reward pays in its own way`() throws {
    let piece = try Bench("reward: {metric: done, kind: pieceRate, share: 0.5 h}")
    #expect(abs(piece.gain(from: 4, to: 8) - 2) < 1e-9)
    let capped = try Bench("reward: {metric: done, kind: pieceRate, share: 0.5 h, cap: 6}")
    #expect(capped.gain(from: 4, to: 8) < 1.2)
    #expect(abs(capped.gain(from: 20, to: 30)) < 1e-6)
    let modest = try Bench("reward: {metric: done, kind: pieceRate, share: 0.5 h, payCap: 3 h}")
    #expect(abs(modest.gain(from: 20, to: 30)) < 1e-6)
    let lump = try Bench("reward: {metric: done, kind: threshold, threshold: 8, share: 3 h}")
    #expect(abs(lump.prospect(done: 8).utility - 1.5) < 1e-9)
    #expect(lump.gain(from: 0, to: 40) > 2.9)
    let accelerator = try Bench(
      "reward: {metric: done, kind: accelerator, threshold: 8, share: 0.5 h}")
    #expect(accelerator.prospect(done: 0).utility < 0.1)
    #expect(abs(accelerator.gain(from: 30, to: 32) - 1) < 1e-6)
    let cup = try Bench("reward: {metric: done, kind: tournament, prizes: [10 h, 5 h, 2 h]}")
    #expect(cup.prospect(done: 100).utility > cup.prospect(done: 5).utility)
    #expect(cup.prospect(done: 100).utility < 10 && cup.prospect(done: 0).utility >= 0)
  }

  @Test func `a gate pays only if it holds in that very week`() throws {
    let gated = try Bench(
      "reward: {metric: done, kind: pieceRate, share: 0.5 h, onlyIf: active}")
    #expect(gated.prospect(done: 8, days: 2).utility == 0)
    #expect(abs(gated.prospect(done: 8, days: 3).utility - 4) < 1e-9)
    let gate = try #require(gated.world.problem.scheme.rewards[0].gate)
    #expect(gated.world.problem.scheme.consequentialMetrics.contains(gate))
  }

  @Test(arguments: [("team", 8.0), ("organisation", 16.0)])
  func `what is shared moves by one's own part`(scope: String, size: Double) throws {
    let shared = try Bench(
      "reward: {metric: done, kind: pieceRate, share: 0.5 h, of: \(scope)}")
    #expect(abs(shared.gain(from: 4, to: 8) - 2 / size) < 1e-9)
    let bonus = try Bench("reward: {metric: done, share: 8 h, of: \(scope)}")
    let own = try Bench("reward: {metric: done, share: 8 h}")
    #expect(abs(bonus.gain(from: 4, to: 20) - own.gain(from: 4, to: 20) / size) < 1e-9)
    // Noise of members cancels: the variance of a mean is one n-th.
    #expect(
      abs(bonus.prospect(done: 8).payVariance - own.prospect(done: 8).payVariance / size) < 1e-9)
  }

  @Test func `pay varies with the week's noise, in metric units by the spread`() throws {
    let piece = try Bench("reward: {metric: done, kind: pieceRate, share: 0.5 h}")
    let spread = piece.publication.rewards[0].distribution.spread
    #expect(spread > 0)
    #expect(abs(piece.prospect(done: 8).payVariance - 0.25 * 0.25 * spread * spread) < 1e-9)
    let certain = try Bench(
      "reward: {metric: done, kind: pieceRate, share: 0.5 h}", behaviour: "weekNoise: 0")
    #expect(certain.prospect(done: 8).payVariance == 0)
    let lump = try Bench("reward: {metric: done, kind: threshold, threshold: 8, share: 3 h}")
    #expect(abs(lump.prospect(done: 8).payVariance - 2.25) < 1e-9)
  }

  @Test func `weights that nobody knows spread lopsided pay and leave its mean`() throws {
    let rewards = """
      reward:
        - {metric: done, kind: pieceRate, share: 0.5 h}
        - {metric: tokens, kind: threshold, threshold: 1 tok, share: 4 h}
      """
    let open = try Bench(rewards)
    let hidden = try Bench(rewards + "\nweights: undisclosed")
    let narrow = try Bench(rewards + "\nweights: random\nweightConcentration: 20")
    #expect(open.prospect(done: 8).utility == hidden.prospect(done: 8).utility)
    // Balanced: both rewards pay four hours.
    let balanced = hidden.prospect(done: 8).payVariance - open.prospect(done: 8).payVariance
    let lopsided = hidden.prospect(done: 24).payVariance - open.prospect(done: 24).payVariance
    #expect(balanced >= 0 && lopsided > balanced + 5)
    #expect(narrow.prospect(done: 24).payVariance < hidden.prospect(done: 24).payVariance)
  }

  @Test func `a numeric target is felt by distance, losses more, and not at all without weight`()
    throws
  {
    let target = "target: {metric: done, threshold: 8, flagged: false}\nboard: none"
    let felt = try Bench(target)
    let up = felt.gain(from: 8, to: 12)
    let down = felt.gain(from: 4, to: 8)
    #expect(up > 0 && down > up)
    let heavy = try Bench(target, behaviour: "goalWeight: 1")
    #expect(heavy.gain(from: 4, to: 8) > 1.9 * down)
    let indifferent = try Bench(target, behaviour: "goalWeight: 0")
    #expect(indifferent.gain(from: 0, to: 99) == 0)
    let flagged = try Bench("target: {metric: done, threshold: 8}", behaviour: "goalWeight: 0")
    // Half of what is believed to count of an hour lies between certain failure and even odds.
    #expect(abs(flagged.gain(from: -99, to: 8) - 0.25) < 1e-6)
  }

  @Test func `a condition is met or not`() throws {
    let target = try Bench("target: {metric: active}")
    let gain = target.prospect(done: 1, days: 3).utility - target.prospect(done: 1, days: 2).utility
    #expect(abs(gain - 0.5) < 1e-12)
    let unflagged = try Bench("target: {metric: active, flagged: false}")
    #expect(unflagged.prospect(done: 1, days: 0).utility == 0)
  }

  @Test func `a team's goal is worth what one's own part can do for it`() throws {
    let own = try Bench("target: {metric: active}", weeks: 2)
    let team = try Bench("target: {metric: active, goal: 80 %, of: team}", weeks: 2)
    func gain(_ bench: Bench) -> Double {
      bench.prospect(done: 1, days: 5).utility - bench.prospect(done: 1, days: 0).utility
    }
    let extra = gain(team) - gain(own)
    let chance = team.publication.targets[0].chances[0]
    #expect(extra >= 0 && abs(extra - 0.5 * chance.pivotal) < 1e-9)
    let alone = try Bench(
      "target: {metric: active, goal: 80 %, of: team, flagged: false}", weeks: 2)
    #expect(abs(gain(alone) - 0.5 * alone.publication.targets[0].chances[0].pivotal) < 1e-9)
  }

  @Test func `a group's mean against a threshold moves by one's own part`() throws {
    let own = try Bench("target: {metric: done, threshold: 8}", behaviour: "weekNoise: 1")
    let team = try Bench(
      "target: {metric: done, threshold: 8, of: team}", behaviour: "weekNoise: 1")
    let (alone, shared) = (own.gain(from: 6, to: 10), team.gain(from: 6, to: 10))
    #expect(shared > 0 && shared < 0.5 * alone)
  }

  @Test func `in a week that sets the threshold pay counts less, by what later weeks cost`() throws
  {
    func reward(_ rest: String) -> String {
      "reward: {metric: done, kind: accelerator, threshold: 8, share: 0.5 h\(rest)}"
    }
    let fixed = try Bench(reward("")).gain(from: 6, to: 12)
    let weekly = try Bench(reward(", ratchet: 30 %")).gain(from: 6, to: 12)
    // Closed form h3: eight weeks, discount 0.98, gamma 0.3.
    #expect(abs(weekly / fixed - 0.130634388) < 1e-8)
    let later = try Bench(reward(", ratchet: 30 %, resetEvery: 4 weeks")).gain(from: 6, to: 12)
    #expect(later == fixed)
    let short = try Bench(reward(", ratchet: 30 %"), behaviour: "planningHorizon: 1 week")
    #expect(short.gain(from: 6, to: 12) == fixed)
    let impatient = try Bench(reward(", ratchet: 30 %"), behaviour: "weeklyDiscount: 0")
    #expect(impatient.gain(from: 6, to: 12) == fixed)
    let target = "target: {metric: done, threshold: 8"
    let felt = try Bench(target + "}").gain(from: 6, to: 12)
    let chased = try Bench(target + ", ratchet: 30 %}").gain(from: 6, to: 12)
    #expect(abs(chased / felt - 0.130634388) < 1e-8)
    // A threshold that a whole team moves: one's own part of the cost is an eighth.
    let goal = try Bench(target + ", goal: 50 %, of: team}").gain(from: 6, to: 12)
    let common = try Bench(target + ", goal: 50 %, of: team, ratchet: 30 %}").gain(from: 6, to: 12)
    #expect(abs(common / goal - (1 - (1 - 0.130634388) / 8)) < 1e-8)
  }

  @Test func `targeted audits are feared by those who stand out`() throws {
    let random = try Bench("board: {metric: tokens}\naudit: {rate: 10 % / week}", weeks: 1)
    #expect(random.prospect(done: 1, tokens: 1e12).auditTargeting == 1)
    let top = try Bench(
      "board: {metric: tokens}\naudit: {rate: 10 % / week, selection: top of tokens}", weeks: 1)
    #expect(top.prospect(done: 1, tokens: 1e12).auditTargeting > 5)
    #expect(top.prospect(done: 1, tokens: 0).auditTargeting < 0.1)
  }
}
