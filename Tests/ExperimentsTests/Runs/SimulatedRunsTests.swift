import Synchronization
import Testing
import WorkplaceModel

@testable import Experiments

@Suite("Runs of an experiment") struct SimulatedRunsTests {
  private static func requests() throws -> [RunRequest] {
    let points = [DesignPoint.unchanged, DesignPoint([Setting("weeks", "3")])]
    return points.flatMap { point in
      (0..<2).flatMap { replication in
        ["noMetric", "board"].map { RunRequest(point, Arm($0), replication: replication) }
      }
    }
  }

  /// The tiny study, or three weeks of it at the point with a setting.
  private static func source(
    _ archive: MemoryArchive?, mode: SimulatedRuns.Mode = .simulating,
    onProgress: @escaping @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws -> SimulatedRuns {
    let space = ScenarioSpace(try TinyStudy.scenario()) { point in
      var scenario = try TinyStudy.scenario()
      if point != .unchanged { scenario.evaluationWeeks = 2 }
      return scenario
    }
    return SimulatedRuns(
      space, archive: archive, threads: 2, mode: mode, onProgress: onProgress)
  }

  private static func bits(_ outcomes: [RunOutcome]) -> [[UInt64]] {
    outcomes.map { [$0.fingerprint] + $0.measures.map(\.bitPattern) }
  }

  @Test("are the same from an archive, from parts of one, and without")
  func sameOutcomes() async throws {
    let requests = try Self.requests()
    let archive = MemoryArchive()
    let plain = Self.bits(try await Self.source(nil).outcomes(of: requests))
    #expect(Self.bits(try await Self.source(archive).outcomes(of: requests)) == plain)
    #expect(archive.keptRuns == 8)
    let half = MemoryArchive(archive.contents.filter { $0.key.replication == 1 })
    #expect(Self.bits(try await Self.source(half).outcomes(of: requests)) == plain)
    #expect(half.keptRuns == 4)
    let full = MemoryArchive(archive.contents)
    let read = try Self.source(full, mode: .archivedOnly)
    #expect(Self.bits(try await read.outcomes(of: requests)) == plain)
    #expect(full.keptRuns == 0)
  }

  @Test("of three shards are those of one experiment")
  func shards() async throws {
    let requests = try Self.requests()
    let whole = MemoryArchive()
    _ = try await Self.source(whole).outcomes(of: requests)
    var joined: [RunAddress: [UInt8]] = [:]
    for index in 0..<3 {
      let part = MemoryArchive()
      let shard = try #require(Shard(index: index, count: 3))
      await #expect(throws: ShardDone.self) {
        try await Self.source(part, mode: .shard(shard)).outcomes(of: requests)
      }
      // Both arms of a cell are made from one warm-up, so cells are not cut.
      #expect(part.keptRuns == (index == 0 ? 4 : 2))
      joined.merge(part.contents) { _, _ in
        Issue.record("no run is made twice"); return []
      }
    }
    #expect(joined == whole.contents)
  }

  @Test("that are missing are listed")
  func missing() async throws {
    let requests = try Self.requests()
    do {
      _ = try await Self.source(MemoryArchive(), mode: .archivedOnly).outcomes(of: requests)
      Issue.record("nothing is there")
    } catch let gaps as MissingRuns {
      #expect(gaps.addresses == requests.map(\.address))
      #expect(gaps.wanted == 8)
    }
  }

  @Test("are counted by policy, found ones apart")
  func progress() async throws {
    let requests = try Self.requests()
    let archive = MemoryArchive()
    _ = try await Self.source(archive).outcomes(of: requests)
    let half = MemoryArchive(archive.contents.filter { $0.key.arm == "board" })
    let last = Mutex<ExperimentProgress?>(nil)
    let runs = try Self.source(half) { progress in last.withLock { $0 = progress } }
    _ = try await runs.outcomes(of: requests)
    // Reports are a tenth of a second apart: ask for more, so that the end is told.
    try await Task.sleep(for: .milliseconds(150))
    _ = try await runs.outcomes(of: [RunRequest(.unchanged, Arm("outcome"), replication: 0)])
    try await Task.sleep(for: .milliseconds(150))
    _ = try await runs.outcomes(of: [RunRequest(.unchanged, Arm("outcome"), replication: 1)])
    let end = try #require(last.withLock { $0 })
    let board = try #require(end.policies.first { $0.name == "board" })
    #expect(board.finishedRuns == 4 && board.foundRuns == 4 && board.expectedRuns == 4)
    let none = try #require(end.policies.first { $0.name == "noMetric" })
    #expect(none.finishedRuns == 4 && none.foundRuns == 0 && none.expectedRuns == 4)
  }
}

@Suite("Time left") struct ExperimentProgressTests {
  /// Two policies, the second four times as slow, with some of their runs of ten weeks done.
  private func progress(done: [Int], found: [Int] = [0, 0], seconds: Double) -> ExperimentProgress {
    var progress = ExperimentProgress(policies: ["fast", "slow"])
    for index in 0..<2 {
      progress.policies[index].expectedRuns = 100
      progress.policies[index].finishedRuns = done[index] + found[index]
      progress.policies[index].foundRuns = found[index]
      progress.policies[index].work.expectedWeeks = 1000
      progress.policies[index].work.doneWeeks = 10 * (done[index] + found[index])
      progress.policies[index].work.foundWeeks = 10 * found[index]
      progress.policies[index].work.timedWeeks = 10 * done[index]
      progress.policies[index].work.busySeconds = Double(done[index]) * (index == 0 ? 1 : 4)
    }
    progress.elapsedSeconds = seconds
    return progress
  }

  @Test("weighs policies by how long their runs take")
  func weighted() throws {
    // All fast runs took 100 s; the slow ones will take 400 s, less the 40 s that are done.
    let left = try #require(progress(done: [100, 10], seconds: 140).secondsLeft)
    #expect(abs(left - 360) < 1e-9)
  }

  @Test("goes by the speed of this session, whatever an archive had")
  func withoutFound() throws {
    let left = try #require(progress(done: [10, 10], found: [50, 50], seconds: 25).secondsLeft)
    // Two threads: 50 s of work took 25 s; 40 and 160 s of work are left.
    #expect(abs(left - 100) < 1e-9)
    #expect(abs(progress(done: [10, 10], found: [50, 50], seconds: 25).fraction - 0.6) < 1e-12)
  }

  @Test("is not told while it would mislead")
  func untold() {
    #expect(progress(done: [10, 10], seconds: 1.9).secondsLeft == nil)
    #expect(progress(done: [0, 0], found: [50, 50], seconds: 30).secondsLeft == nil)
    #expect(progress(done: [1, 1], seconds: 30).secondsLeft == nil)
    #expect(progress(done: [3, 3], seconds: 30).secondsLeft != nil)
  }
}
