import Foundation
import Testing
import WorkplaceModel

@testable import Experiments

/// Boundaries of landscapes whose boundaries are known.
@Suite struct FlipStudyTests {
  /// A leads B by 1 - x, and C by 2.
  private static let straight = Landscape(["a", "b", "c"]) { policy, values, _ in
    [1 - (values["x"] ?? 0), 0, -1][policy]
  }

  @Test func `a straight boundary is found where it is, with who overtakes`() async throws {
    let study = FlipStudy(Self.straight, .landscape())
    let results = try await study.flips(along: [.plain("x", 0...4, from: 0)])
    #expect(results.recommended == 0)
    #expect(results.probabilityOfBest(0) == 1)
    let flip = results.directions[try #require(results.flips.first)]
    let boundary = try #require(flip.boundary)
    #expect(abs((boundary.value ?? .nan) - 1) < 1e-6)
    #expect(abs((boundary.distance ?? .nan) - 0.25) < 1e-6)
    #expect(boundary.near == boundary.value && boundary.far == boundary.value)
    #expect(boundary.probability == 1)
    #expect(boundary.overtakers == [.init(policy: 1, share: 1)])
  }

  @Test(arguments: [0.13, 0.5, 0.77, 0.999])
  func `a bent boundary is found to one in a million with few points`(place: Double) async throws {
    let landscape = Landscape(["a", "b"]) { policy, values, _ in
      policy == 0 ? exp(3 * place) - exp(3 * (values["x"] ?? 0)) : 0
    }
    let results = try await FlipStudy(landscape, .landscape())
      .flips(along: [.plain("x", 0...1, from: 0)])
    let boundary = try #require(results.directions[0].boundary)
    #expect(abs((boundary.value ?? .nan) - place) < 1e-6)
    #expect(boundary.points <= 15)
  }

  @Test func `both directions are searched, and the nearer flip comes first`() async throws {
    // A leads between 2 and 7.
    let landscape = Landscape(["a", "low", "high"]) { policy, values, _ in
      let x = values["x"] ?? 4
      return [0, 2 - x, x - 7][policy]
    }
    let results = try await FlipStudy(landscape, .landscape())
      .flips(along: [.plain("x", 0...10, from: 4)])
    let flips = results.flips.map { results.directions[$0] }
    #expect(flips.map(\.end) == [0, 1])
    #expect(zip(flips, [2, 7]).allSatisfy { abs(($0.boundary?.value ?? 0) - $1) < 1e-6 })
    #expect(flips.compactMap { $0.boundary?.overtakers.first?.policy } == [1, 2])
  }

  @Test func `in equal ratios distances are ratios`() async throws {
    let landscape = Landscape(["a", "b"]) { policy, values, _ in
      policy == 0 ? log10(values["x"] ?? 1) + 1.5 : 0
    }
    let results = try await FlipStudy(landscape, .landscape())
      .flips(along: [.plain("x", 0.01...100, from: 1, scale: .logarithmic)])
    let boundary = try #require(results.directions[results.flips[0]].boundary)
    #expect(abs((boundary.value ?? .nan) / pow(10, -1.5) - 1) < 1e-6)
    #expect(abs((boundary.distance ?? .nan) - 1.5 / 4) < 1e-6)
  }

  @Test func `where less is better, the least is recommended`() async throws {
    let results = try await FlipStudy(
      Self.straight, .landscape { $0.prefersHigher = false }
    ).flips(along: [.plain("x", 0...4, from: 0)])
    #expect(results.recommended == 2)
    #expect(results.estimate(2).mean == -1)
    #expect(abs((results.directions[0].boundary?.value ?? .nan) - 2) < 1e-6)
  }

  @Test func `whole numbers stay whole`() async throws {
    let landscape = Landscape(["a", "b"]) { policy, values, _ in
      let x = values["x"] ?? 1
      #expect(x == x.rounded())
      return policy == 0 ? 6.4 - x : 0
    }
    let results = try await FlipStudy(landscape, .landscape())
      .flips(along: [.plain("x", 1...12, from: 1, isWhole: true)])
    let value = try #require(results.directions[0].boundary?.value)
    #expect(value > 6 && value < 7)
  }

  @Test func `what changes nothing, what is far and what is left out are told apart`() async throws
  {
    let landscape = Landscape(["a", "b"]) { policy, values, _ in
      let fall = (values["near"] ?? 0) * 2 + (values["nearer"] ?? 0) * 4 + (values["far"] ?? 0) / 2
      return policy == 0 ? 1 - fall : 0
    }
    let axes = ["idle", "far", "near", "nearer"].map { FlipAxis.plain($0, 0...1, from: 0) }
    let results = try await FlipStudy(landscape, .landscape { $0.refined = 1 }).flips(along: axes)
    #expect(results.directions.map(\.status) == [.ineffective, .distant, .promising, .searched])
    #expect(results.flips == [3])
    #expect(results.directions[1].leadAtEnd == 0.5)
  }

  @Test func `a policy far behind at both ends is noticed where it is the best`() async throws {
    // At the boundary between A and B, near 0.5, C is the best by far.
    let landscape = Landscape(["a", "b", "d", "c"]) { policy, values, _ in
      let x = values["x"] ?? 0
      let hill = 100 * max(0, 0.2 - abs(x - 0.5)) - 10
      return [0.5 - x, 0, -1, hill][policy]
    }
    let results = try await FlipStudy(landscape, .landscape())
      .flips(along: [.plain("x", 0...1, from: 0)])
    let boundary = try #require(results.directions[0].boundary)
    #expect(boundary.overtakers.map(\.policy) == [3])
    #expect(abs((boundary.value ?? .nan) - (0.4 + 0.1 / 101)) < 1e-6)
  }

  @Test func `every run is asked for once, and only runs that are needed`() async throws {
    let landscape = Landscape(["a", "b", "c"]) { policy, values, _ in
      [1 - (values["x"] ?? 0), 0, -1][policy]
    }
    let results = try await FlipStudy(landscape, .landscape(replications: 3))
      .flips(along: [.plain("x", 0...4, from: 0), .plain("y", 0...1, from: 0)])
    #expect(landscape.requests.values.allSatisfy { $0 == 1 })
    #expect(landscape.requests.count == results.runs)
    #expect(results.runs < 3 * 3 * 12)
  }

  @Test func `undefined values are left out and counted`() async throws {
    let landscape = Landscape(["a", "b"]) { policy, values, draws in
      if draws.replication == 2, policy == 0, values["x"] != nil { return .nan }
      return policy == 0 ? 1 - (values["x"] ?? 0) : 0
    }
    let results = try await FlipStudy(landscape, .landscape(replications: 4))
      .flips(along: [.plain("x", 0...2, from: 0)])
    let boundary = try #require(results.directions[0].boundary)
    #expect(abs((boundary.value ?? .nan) - 1) < 1e-6)
    #expect(boundary.undefinedRuns == boundary.points - 1)
    #expect(results.undefinedRuns == boundary.undefinedRuns)
  }

  @Test func `without two policies to compare there is no answer`() async throws {
    let landscape = Landscape(["a", "b"]) { policy, _, _ in policy == 0 ? 1 : .nan }
    await #expect(throws: FlipError.nothingToCompare(measure: "worth")) {
      _ = try await FlipStudy(landscape, .landscape()).flips(along: [])
    }
    await #expect(throws: FlipError.unknownMeasure("net")) {
      _ = try await FlipStudy(landscape, .landscape { $0.measure = "net" }).flips(along: [])
    }
  }
}
