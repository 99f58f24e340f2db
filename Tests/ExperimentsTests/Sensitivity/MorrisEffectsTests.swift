import Testing

@testable import Experiments

@Suite struct MorrisEffectsTests {
  private func effects(trajectories: Int, seed: UInt64, resamples: Int = 0) throws -> MorrisEffects
  {
    let design = try MorrisDesign(factorCount: 3, trajectoryCount: trajectories)
    let rows = design.rows(seed: seed)
    return MorrisEffects(
      of: rows.outputs(TestFunctions.ishigami), at: rows, in: design, resamples: resamples,
      seed: seed)
  }

  // On four levels sin² x2 is 0 at the ends and 3/4 within, so each step of 2/3 changes 7 sin² x2 by
  // 5.25, up or down.
  @Test(arguments: [1, 2, 77] as [UInt64])
  func `the absolute effect of x2 is exactly 7.875 on four levels`(seed: UInt64) throws {
    let effects = try effects(trajectories: 200, seed: seed).factors[1]
    #expect(abs((effects.muStar.value ?? .nan) - 7.875) < 1e-12)
  }

  // The four steps of a factor on four levels are equally likely, as are the grid points of the
  // others; so the expected effects are means over the grid. 4000 trajectories; |mu| and mu* are held
  // at 4.5 standard errors each, a false alarm of 7e-6.
  @Test func `effects approach their means over the grid`() throws {
    let grid = (0..<4).map { Double($0) / 3 }
    var truths = [[Double]](repeating: [], count: 3)
    for x in grid {
      for y in grid {
        for z in grid {
          let row = [x, y, z]
          for factor in 0..<3 where row[factor] < 0.5 {
            var moved = row
            moved[factor] = row[factor] + 2.0 / 3
            truths[factor].append(
              (TestFunctions.ishigami(moved[...]) - TestFunctions.ishigami(row[...])) * 1.5)
          }
        }
      }
    }
    let effects = try effects(trajectories: 4000, seed: 12).factors
    for (effect, truth) in zip(effects, truths) {
      let (signed, absolute) = (Estimate(truth), Estimate(truth.map(abs)))
      let root = 4000.0.squareRoot()
      let spread = try #require(signed.standardDeviation)
      let error = try #require(absolute.standardDeviation) / root
      let mean = try #require(signed.mean)
      #expect(abs(try #require(effect.mu.value) - mean) < 4.5 * spread / root)
      #expect(
        abs(try #require(effect.muStar.value) - #require(absolute.mean)) < 4.5 * error + 1e-12)
      #expect(abs(try #require(effect.sigma.value) / spread - 1) < 0.1)
    }
  }

  @Test func `effects of a straight line are its slopes, without spread`() throws {
    let design = try MorrisDesign(factorCount: 2, trajectoryCount: 10, levels: 6)
    let rows = design.rows(seed: 1)
    let effects = MorrisEffects(
      of: rows.outputs { 3 * $0[$0.startIndex] - 5 * $0[$0.startIndex + 1] }, at: rows, in: design,
      seed: 1)
    for (effect, slope) in zip(effects.factors, [3.0, -5]) {
      #expect(abs((effect.mu.value ?? .nan) - slope) < 1e-12)
      #expect(abs((effect.muStar.value ?? .nan) - abs(slope)) < 1e-12)
      #expect((effect.sigma.value ?? .nan) < 1e-6)
      #expect(abs((effect.mu.interval?.lowerBound ?? .nan) - slope) < 1e-12)
    }
  }

  // 95 % intervals for the mean effect of x1 over 400 designs of 40 trajectories; its truth is the
  // mean over the grid. Bootstrap intervals of 40 trajectories cover a little less than they say:
  // between .90 and .98 is within 4 standard errors (.011) of .93 to .95.
  @Test func `intervals cover the mean effect about as often as they say`() throws {
    var covered = 0
    let truth = try effects(trajectories: 200_000, seed: 3).factors[0].muStar.value ?? .nan
    for seed in 0..<400 as Range<UInt64> {
      let effect = try effects(trajectories: 40, seed: seed, resamples: 400).factors[0]
      if try #require(effect.muStar.interval).contains(truth) { covered += 1 }
    }
    #expect((0.90...0.98).contains(Double(covered) / 400))
  }

  @Test func `a trajectory with an undefined output is left out and counted`() throws {
    let design = try MorrisDesign(factorCount: 3, trajectoryCount: 10)
    let rows = design.rows(seed: 4)
    var outputs = rows.outputs(TestFunctions.ishigami)
    outputs[4 * 3 + 1] = .nan
    let effects = MorrisEffects(of: outputs, at: rows, in: design, seed: 4)
    #expect(effects.trajectoriesUsed == 9 && effects.trajectoriesLeftOut == 1)
    #expect(effects.factors.allSatisfy { $0.mu.value?.isFinite == true })
    let nothing = MorrisEffects(
      of: outputs.map { _ in .nan }, at: rows, in: design, seed: 4)
    #expect(nothing.factors.map(\.sigma) == [.init(nil), .init(nil), .init(nil)])
  }

  @Test func `one trajectory has effects, but neither spread nor intervals`() throws {
    let effects = try effects(trajectories: 1, seed: 1, resamples: 100).factors[0]
    #expect(effects.mu.value != nil && effects.mu.interval == nil)
    #expect(effects.sigma.value == nil)
  }
}
