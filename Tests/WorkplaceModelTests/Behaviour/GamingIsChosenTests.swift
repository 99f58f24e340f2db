import Foundation
import Incentives
import ScenarioFiles
import Testing
import WorkplaceModel

@Suite struct `Gaming is chosen, never assigned` {
  @Test func `without a metric nobody games and no technique is known`() throws {
    let scenario = try SmallOffice.scenario()
    for ledger in try SmallOffice.ledgers(scenario, policy: "none") {
      #expect(ledger.gamers == 0)
      #expect(ledger.truth.allSatisfy { $0.gamingTokens == 0 && $0.gamingHours == 0 })
      #expect(ledger.knowing.allSatisfy { $0 == 0 })
    }
  }

  @Test func `a metric that nobody sees and nothing follows from changes nothing`() throws {
    let scenario = try SmallOffice.scenario(
      policies: """
        recorded: {metrics: {tokens: {formula: total_tokens}}}
        hidden:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, visibleTo: nobody}
        """)
    let none = try SmallOffice.ledgers(scenario, policy: "none").map(\.trace)
    #expect(try SmallOffice.ledgers(scenario, policy: "recorded").map(\.trace) == none)
    #expect(try SmallOffice.ledgers(scenario, policy: "hidden").map(\.trace) == none)
  }

  @Test(arguments: ["board", "labels", "outcome", "closing"])
  func `renaming and reordering policies changes no event`(policy: String) throws {
    let scenario = try SmallOffice.scenario()
    var renamed = scenario
    renamed.name = "somethingElse"
    for index in renamed.policies.indices {
      renamed.policies[index].name = "p\(index)"
      renamed.policies[index].title = "noMetric honest tokenBoard"
    }
    let index = try #require(scenario.policies.firstIndex { $0.name == policy })
    var shuffled = renamed
    shuffled.policies.reverse()
    shuffled.baseline = shuffled.policies.count - 1 - renamed.baseline
    let original = try SmallOffice.ledgers(scenario, policy: policy).map(\.trace)
    #expect(try SmallOffice.ledgers(renamed, policy: "p\(index)").map(\.trace) == original)
    #expect(try SmallOffice.ledgers(shuffled, policy: "p\(index)").map(\.trace) == original)
  }

  @Test func `two policies of the same content give the same world`() throws {
    let scenario = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + "\ntwin: {extends: board}")
    let board = try SmallOffice.ledgers(scenario, policy: "board").map(\.trace)
    #expect(try SmallOffice.ledgers(scenario, policy: "twin").map(\.trace) == board)
    #expect(try SmallOffice.ledgers(scenario, policy: "none").map(\.trace) != board)
  }

  @Test func `the model's sources never ask for a policy's name or title`() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/WorkplaceModel")
    let files = try #require(FileManager.default.enumerator(atPath: sources.path)).allObjects
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(files.count > 30)
    let forbidden = [
      "policy.name", "policy.title", "policy?.name", "noMetric", "tokenBoard", "\"board\"",
      "baseline ==", "== baseline",
    ]
    for file in files {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for phrase in forbidden {
        #expect(!text.contains(phrase), "\(file) contains \(phrase)")
      }
    }
  }

  @Test(arguments: ["board", "labels", "outcome", "closing"])
  func `never-gamers never game`(policy: String) throws {
    let scenario = try SmallOffice.scenario()
    for ledger in try SmallOffice.ledgers(scenario, policy: policy) {
      for (truth, never) in zip(ledger.truth, ledger.neverGames) where never {
        #expect(!truth.profile.games && truth.gamingTokens == 0)
      }
    }
  }

  @Test func `where techniques are unavailable the metric works without being gamed`() throws {
    let scenario = try SmallOffice.scenario(
      policies: SmallOffice.metricPolicies + "\nclean: {extends: board, gaming: unavailable}")
    let clean = try SmallOffice.ledgers(scenario, policy: "clean")
    #expect(clean.allSatisfy { $0.gamers == 0 })
    let none = try SmallOffice.ledgers(scenario, policy: "none")
    #expect(clean.map(\.trace) != none.map(\.trace))
  }

  @Test func `with quick contagion a public board is gamed and tokens are burnt for it`() throws {
    let scenario = try SmallOffice.scenario(
      extra: "behaviour: {techniques: {loops: {discovery: 100 % / week}}}")
    let board = try SmallOffice.ledgers(scenario, policy: "board")
    #expect(board.last.map { $0.gamers > 0 } == true)
    #expect(board.contains { $0.truth.contains { $0.gamingTokens > 0 } })
    #expect(try SmallOffice.ledgers(scenario, policy: "none").allSatisfy { $0.gamers == 0 })
  }
}
