import Testing
import WorkplaceModel

@testable import Experiments

/// A study whose runs are kept: bytes and back, stopped anywhere and continued, cut into shards.
@Suite("A study whose runs are kept") struct KeptStudyTests {
  private static let options = StudyOptions(
    threads: 2, keepEmployeeWeeks: true, counterfactuals: .all, corners: corners)

  private static let corners = CornerDesign(
    adoptionInertiaHours: .init(low: 0, high: 1), severityFactor: .init(low: 0.5, high: 2),
    promiseCredibility: .init(low: 0.1, high: 0.9), replications: 1)

  /// What the study amounts to without interruption, and every run of it.
  private static let whole = Task { () -> (tables: [[String]], runs: [RunAddress: [UInt8]]) in
    let archive = MemoryArchive()
    let results = try await StudyRunner.run(
      TinyStudy.scenario(), options: options, archive: archive)
    return (text(results), archive.contents)
  }

  private static func text(_ results: StudyResults) -> [[String]] {
    results.tables().map { table in
      (0..<table.rows.count).map { "\(table.rows[$0])" }
    }
  }

  @Test("keeps every run of every stage once")
  func keepsAll() async throws {
    let (tables, runs) = try await Self.whole.value
    // Three policies and two honest arms in two replications; two trajectories of one replication.
    #expect(runs.count == 5 * 2 + 2 * 3)
    #expect(runs.count == StudyRunner.runCount(try TinyStudy.scenario(), Self.options))
    let plain = try await StudyRunner.run(TinyStudy.scenario(), options: Self.options)
    #expect(Self.text(plain) == tables)
  }

  @Test("gives every run back leaf by leaf", arguments: [0, 1, 2])
  func codesRuns(policy: Int) async throws {
    let scenario = try TinyStudy.scenario()
    let plan = StudyPlan(
      scenario, Self.options, arms: CounterfactualPlan(scenario, .all).policyArms,
      repriced: [scenario])
    let meter = ExperimentMeter(policies: scenario.policies.map(\.name)) { _ in }
    guard
      case .done(_, _, let run) = try plan.perform(
        .run(replication: 0, arm: policy, world: nil), meter)
    else {
      Issue.record("a run gives a run")
      return
    }
    let bytes = run.bytes
    #expect(bytes == run.bytes)
    let read = try #require(PolicyRun(bytes: bytes, plan: plan, arm: plan.arms[policy]))
    #expect(Leaves.of(read) == Leaves.of(run))
    #expect(read.bytes == bytes)
    #expect(PolicyRun(bytes: bytes.dropLast(), plan: plan, arm: plan.arms[policy]) == nil)
    #expect(PolicyRun(bytes: bytes + [0], plan: plan, arm: plan.arms[policy]) == nil)
    #expect(PolicyRun(bytes: [9] + bytes.dropFirst(), plan: plan, arm: plan.arms[policy]) == nil)
    let other = plan.arms[(policy + 1) % 3]
    #expect(
      other.serves == plan.arms[policy].serves
        || PolicyRun(bytes: bytes, plan: plan, arm: other) == nil)
  }

  @Test("ends in the same tables from wherever it was stopped", arguments: [0, 1, 5, 10, 15, 16])
  func continues(finished: Int) async throws {
    let (tables, runs) = try await Self.whole.value
    let order = runs.keys.sorted {
      ($0.point, $0.replication, $0.arm) < ($1.point, $1.replication, $1.arm)
    }
    let some = MemoryArchive(runs.filter { order.prefix(finished).contains($0.key) })
    let results = try await StudyRunner.run(
      TinyStudy.scenario(), options: Self.options, archive: some)
    #expect(Self.text(results) == tables)
    #expect(some.keptRuns == runs.count - finished)
  }

  @Test("simulates a run again whose bytes are not its own")
  func ignoresForeignBytes() async throws {
    let (tables, runs) = try await Self.whole.value
    let archive = MemoryArchive(runs.mapValues { Array($0.reversed()) })
    let results = try await StudyRunner.run(
      TinyStudy.scenario(), options: Self.options, archive: archive)
    #expect(Self.text(results) == tables)
    #expect(archive.keptRuns == runs.count)
  }

  @Test(
    "cut into shards has each run once, and joined gives the same tables", arguments: [1, 2, 3])
  func shards(count: Int) async throws {
    let (tables, runs) = try await Self.whole.value
    var joined: [RunAddress: [UInt8]] = [:]
    for index in 0..<count {
      let part = MemoryArchive()
      let shard = try #require(Shard(index: index, count: count))
      await #expect(throws: ShardDone.self) {
        try await StudyRunner.run(
          TinyStudy.scenario(), options: Self.options, archive: part, mode: .shard(shard))
      }
      #expect(joined.keys.allSatisfy { part.contents[$0] == nil })
      joined.merge(part.contents) { $1 }
    }
    #expect(Set(joined.keys) == Set(runs.keys))
    let archive = MemoryArchive(joined)
    let results = try await StudyRunner.run(
      TinyStudy.scenario(), options: Self.options, archive: archive, mode: .archivedOnly)
    #expect(Self.text(results) == tables)
    #expect(archive.keptRuns == 0)
  }

  @Test("lists every missing run of every stage before it concludes anything")
  func gaps() async throws {
    let (_, runs) = try await Self.whole.value
    let gone = runs.keys.filter { $0.replication == 0 && $0.arm == "board" }
    let archive = MemoryArchive(runs.filter { !gone.contains($0.key) })
    do {
      _ = try await StudyRunner.run(
        TinyStudy.scenario(), options: Self.options, archive: archive, mode: .archivedOnly)
      Issue.record("runs are missing")
    } catch let missing as MissingRuns {
      #expect(Set(missing.addresses) == Set(gone))
      #expect(missing.addresses.count == 3)
      #expect(missing.wanted == runs.count)
    }
  }
}
