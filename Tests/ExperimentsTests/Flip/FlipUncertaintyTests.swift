import Testing

@testable import Experiments

/// How often intervals of boundaries hold the boundary, and what probabilities of flips mean.
///
/// Seeds are fixed. Were coverage what it claims to be, each of these tests would fail for fewer than
/// one seed in a thousand: a share of 400 is allowed 3.3 standard errors.
@Suite struct FlipUncertaintyTests {
  private static let experiments = 400

  /// A leads B by `lead` less x, with noise of standard deviation 0.5 in the difference that is the
  /// same at all points, and as much that grows with x.
  private static func landscape(lead: Double, seed: UInt64) -> Landscape {
    Landscape(["a", "b"], seed: seed) { policy, values, draws in
      let x = values["x"] ?? 0
      return policy == 0
        ? lead - x + 10 * draws.common + 0.5 * draws.own
        : 10 * draws.common + 0.5 * x * draws.own
    }
  }

  private static func boundary(
    lead: Double, replications: Int, seed: UInt64
  ) async throws -> FlipBoundary? {
    let options = FlipOptions.landscape(replications: replications, resamples: 400) {
      $0.seed = seed
      $0.screeningReplications = replications
    }
    return try await FlipStudy(landscape(lead: lead, seed: seed), options)
      .flips(along: [.plain("x", 0...4, from: 0)]).directions[0].boundary
  }

  @Test(arguments: [6, 20])
  func `intervals of 95 % hold the boundary that often`(replications: Int) async throws {
    var covered = 0
    for seed in 0..<Self.experiments {
      let boundary = try #require(
        await Self.boundary(lead: 2, replications: replications, seed: UInt64(seed)))
      let near = boundary.near ?? .infinity
      let far = boundary.far ?? .infinity
      if near <= 2, 2 <= far { covered += 1 }
    }
    let share = Double(covered) / Double(Self.experiments)
    #expect(abs(share - 0.95) < 3.3 * (0.95 * 0.05 / Double(Self.experiments)).squareRoot())
  }

  @Test func `at the very end of the range a flip is as probable as not`() async throws {
    var sum = 0.0
    for seed in 0..<Self.experiments {
      // Where the screening rules a flip out, it is improbable.
      sum +=
        try await Self.boundary(lead: 4, replications: 20, seed: UInt64(10_000 + seed))?
        .probability ?? 0
    }
    // Probabilities are spread evenly between 0 and 1 then.
    let mean = sum / Double(Self.experiments)
    #expect(abs(mean - 0.5) < 3.3 * (1 / 12 / Double(Self.experiments)).squareRoot())
  }

  @Test func `the same seed gives the same boundary`() async throws {
    let first = try await Self.boundary(lead: 2, replications: 8, seed: 5)
    let second = try await Self.boundary(lead: 2, replications: 8, seed: 5)
    #expect(first != nil && first == second)
  }
}
