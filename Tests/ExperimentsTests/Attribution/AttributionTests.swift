import Measures
import Synchronization
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct `An attribution` {
  /// A source in which effects of channels are known: a game, plus what a replication is like.
  private struct KnownGame: RunSource {
    let policies = ["none", "board"]
    let baseline = 0
    let measures = ["value", "undefined"]
    let worth: @Sendable (Channels) -> Double

    func outcomes(of requests: [RunRequest]) async throws -> [RunOutcome] {
      requests.map { request in
        let luck = Double(request.replication * request.replication)
        // Without the metric only risk acts; it costs what the replication says.
        let base = 100 + 10 * luck + (request.arm.channels.contains(.risk) ? -3 * luck : 0)
        let effect =
          request.arm.isObserved && request.arm.policy == "board"
          ? worth(request.arm.channels) * (1 + luck) : 0
        let isOdd = request.replication % 2 == 1
        return RunOutcome(measures: [base + effect, isOdd ? .nan : base + effect])
      }
    }
  }

  private static func attribution(
    acting: Channels = .all, measure: Int = 0, replications: Int = 4,
    _ worth: @escaping @Sendable (Channels) -> Double
  ) async throws -> PolicyAttribution {
    let attribution = try await Attribution(
      of: [AttributionSubject("board", acting: acting)], measures: [measure],
      replications: 0..<replications, from: KnownGame(worth: worth))
    return try #require(attribution.attributions.first)
  }

  @Test func `of effects that add up finds each`() async throws {
    let found = try await Self.attribution { channels in
      -1 + (channels.contains(.noise) ? 0.5 : 0) + (channels.contains(.redirection) ? 4 : 0)
        + (channels.contains(.gaming) ? -6 : 0) + (channels.contains(.risk) ? -2 : 0)
    }
    // Means of 1 + r² over r = 0...3 are 4.5.
    let parts = Channels.each.map { found.part(of: $0).mean ?? .nan }
    for (part, expected) in zip(parts, [0.5, 4, -6, -2]) {
      #expect(abs(part - 4.5 * expected) < 1e-9)
    }
    #expect(abs((found.running.mean ?? .nan) + 4.5) < 1e-9)
    #expect(abs((found.total.mean ?? .nan) + 4.5 * 4.5) < 1e-9)
    for channel in Channels.each {
      let range = try #require(found.range(over: channel))
      #expect(range.upperBound - range.lowerBound < 1e-9)
      #expect(abs(found.orderEffect(of: channel).mean ?? .nan) < 1e-9)
    }
  }

  @Test func `of effects that need each other shares them and shows the order`() async throws {
    let found = try await Self.attribution { channels in
      channels.isSuperset(of: [.gaming, .risk]) ? -8 : 0
    }
    #expect(abs((found.part(of: .gaming).mean ?? .nan) + 18) < 1e-9)
    #expect(abs((found.part(of: .risk).mean ?? .nan) + 18) < 1e-9)
    #expect(abs(found.part(of: .noise).mean ?? .nan) < 1e-9)
    #expect(found.alone(.gaming).mean == 0)
    #expect(abs((found.last(.gaming).mean ?? .nan) + 36) < 1e-9)
    #expect(abs((found.interaction(of: .gaming, .risk).mean ?? .nan) + 36) < 1e-9)
    let range = try #require(found.range(over: .gaming))
    #expect(abs(range.lowerBound + 36) < 1e-9 && range.upperBound == 0)
  }

  @Test func `adds up in every replication`() async throws {
    let found = try await Self.attribution(replications: 7) { channels in
      Double(channels.rawValue) * 1.7 - Double((channels.rawValue * 7) % 5)
    }
    let parts = Channels.each.map { found.partByReplication(of: $0) }
    let running = found.runningByReplication
    for replication in 0..<7 {
      let total = (1 + Double(replication * replication)) * (15 * 1.7 - Double((15 * 7) % 5))
      let sum = running[replication] + parts.reduce(0) { $0 + $1[replication] }
      #expect(abs(sum - total) < 1e-9)
    }
  }

  @Test func `leaves channels alone that cannot act`() async throws {
    let found = try await Self.attribution(acting: [.redirection, .risk]) { channels in
      channels.contains(.gaming) && channels.contains(.noise)
        ? (channels.contains(.redirection) ? 3 : 1) : .nan
    }
    #expect(found.partByReplication(of: .gaming).allSatisfy { $0 == 0 })
    #expect(found.partByReplication(of: .noise).allSatisfy { $0 == 0 })
    #expect(abs((found.part(of: .redirection).mean ?? .nan) - 9) < 1e-9)
    let runs = Attribution.runs(
      of: [AttributionSubject("board", acting: [.redirection, .risk])], replications: 3)
    #expect(runs == 3 * (4 + 2))
  }

  @Test func `counts replications in which a measure is undefined`() async throws {
    let found = try await Self.attribution(measure: 1) { _ in 2 }
    #expect(found.total.count == 2)
    #expect(found.total.missing == 2)
    #expect(found.part(of: .noise).missing == 2)
  }

  // MARK: On a simulated scenario

  private static let policies = """
      audited: {extends: board, audit: {rate: 20 % / week}}
      shown: {metrics: {tokens: {formula: total_tokens}}}
      mail:
        metrics: {mail: {formula: messages_handled}}
        reward: {metric: mail, kind: bonus, share: 8 % of pay}
      guarded: {extends: board, permissions: leastPrivilege}
    """

  /// The attribution of a tiny study, simulated once for all tests.
  private static let simulated = Task {
    let scenario = try TinyStudy.scenario(adding: policies)
    let source = SimulatedRuns(ScenarioSpace(scenario) { _ in scenario }, threads: 2)
    let measures = ["net_value_usd", "tokens_per_person_week_tokens"].compactMap {
      source.position(of: $0)
    }
    let subjects = AttributionSubject.subjects(of: scenario, readsDashboard: false)
    return try await Attribution(
      of: subjects, measures: measures, replications: 0..<2, from: source)
  }

  @Test func `adds up to the difference between two ordinary runs`() async throws {
    let attribution = try await Self.simulated.value
    let study = try await StudyRunner.run(TinyStudy.scenario(adding: Self.policies))
    #expect(attribution.policies == ["board", "outcome", "audited", "shown", "mail", "guarded"])
    for measure in ["net_value_usd", "tokens_per_person_week_tokens"] {
      let position = try #require(study.catalogue.position(of: measure))
      // The baseline grants what these policies grant, so it is their world without the metric.
      for policy in ["board", "outcome", "audited", "shown", "mail"] {
        let found = try #require(attribution[policy, measure])
        let index = try #require(study.scenario.policies.firstIndex { $0.name == policy })
        for replication in 0..<2 {
          let difference =
            study.runs[index][replication].record.measures[position]
            - study.runs[0][replication].record.measures[position]
          let parts = Channels.each.map { found.partByReplication(of: $0)[replication] }
          let sum = found.runningByReplication[replication] + parts.reduce(0, +)
          #expect(abs(sum - difference) < 1e-9 * max(1, abs(difference)))
        }
      }
    }
  }

  @Test func `gives nothing to channels that cannot act, and something to those that do`()
    async throws
  {
    let attribution = try await Self.simulated.value
    let mail = try #require(attribution["mail", "net_value_usd"])
    #expect(mail.partByReplication(of: .gaming) == [0, 0])
    let shown = try #require(attribution["shown", "net_value_usd"])
    #expect(shown.partByReplication(of: .gaming) == [0, 0])
    #expect(shown.partByReplication(of: .redirection) == [0, 0])
    let board = try #require(attribution["board", "tokens_per_person_week_tokens"])
    #expect(board.partByReplication(of: .redirection).contains { $0 != 0 })
    let audited = try #require(attribution["audited", "net_value_usd"])
    let plain = try #require(attribution["board", "net_value_usd"])
    #expect((audited.running.mean ?? .nan) < (plain.running.mean ?? .nan))
  }

  @Test func `is held against the same people under the same permissions`() throws {
    let scenario = try TinyStudy.scenario(adding: Self.policies)
    let subjects = AttributionSubject.subjects(of: scenario, readsDashboard: false)
    let reference = Dictionary(uniqueKeysWithValues: subjects.map { ($0.policy, $0.reference) })
    #expect(reference["board"] == Arm("noMetric"))
    #expect(reference["guarded"] == Arm("guarded", isObserved: false))
    let dashboards = AttributionSubject.subjects(of: scenario, readsDashboard: true)
    #expect(dashboards.allSatisfy { $0.reference == Arm($0.policy, isObserved: false) })
    #expect(dashboards.allSatisfy { $0.shared == [.risk, .noise] })
  }

  @Test func `has tables in which every part of every policy is a row`() async throws {
    let attribution = try await Self.simulated.value
    let tables = attribution.tables(MeasureCatalogue(try TinyStudy.scenario()))
    #expect(tables.map(\.name) == ["attribution", "channels", "interactions"])
    #expect(tables.map(\.rows.count) == [6 * 2 * 6, 6 * 2 * 16, 6 * 2 * 6])
    for table in tables {
      let positions = table.primaryKey.compactMap { table.position(of: $0) }
      let keys = Set(table.rows.map { row in positions.map { "\(row[$0])" } })
      #expect(keys.count == table.rows.count)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }
}
