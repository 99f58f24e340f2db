import Testing

@testable import ScenarioFiles

@Suite struct VocabularyTests {
  @Test func `every key has a meaning that is a sentence`() {
    for entry in Vocabulary.entries {
      #expect(entry.key.meaning.hasSuffix("."), "\(entry.path)")
      #expect(entry.key.meaning.first?.isUppercase ?? false, "\(entry.path)")
    }
  }

  @Test func `every default has a source, and every figure a source of its own`() {
    for entry in Vocabulary.entries where entry.key.defaultText != nil {
      #expect(!entry.key.source.isEmpty, "\(entry.path)")
      if entry.key.confidence != .convention {
        #expect(!entry.key.source.hasPrefix("convention"), "\(entry.path)")
      }
    }
  }

  @Test func `every key is written in camel case and stands once in its place`() {
    #expect(Set(Vocabulary.entries.map(\.path)).count == Vocabulary.entries.count)
    for entry in Vocabulary.entries {
      #expect(entry.key.name.allSatisfy { $0.isLetter }, "\(entry.path)")
      #expect(entry.key.name.first?.isLowercase ?? false, "\(entry.path)")
    }
  }

  @Test func `every default is a valid value of its key`() {
    for entry in Vocabulary.entries {
      guard let text = entry.key.defaultText else { continue }
      var resolver = Resolver()
      let node = SourceReader.read(trusted: text, named: "default")
      let value = resolver.resolve(node, as: entry.key.kind, path: entry.path)
      // A wrapped optional rule is taken away by `none`, which a bare text key is not.
      #expect(value != nil || text == "none", "\(entry.path): \(text)")
      #expect(!resolver.collector.hasErrors, "\(entry.path): \(resolver.collector.diagnostics)")
    }
  }

  @Test func `figures about the world are measured, derived or assumed`() {
    for entry in Vocabulary.entries {
      switch entry.key.kind {
      case .distribution: #expect(entry.key.confidence != .convention, "\(entry.path)")
      default: break
      }
    }
  }

  @Test(arguments: [
    ("teamSize", "workforce.NAME.teamSize"),
    ("workforce.developer.teamSize", "workforce.NAME.teamSize"),
    ("audit.rate", "policies.NAME.audit.rate"),
    ("policies.tokenBoard.board.badges", "policies.NAME.board.badges"),
    ("behaviour.techniques.swarms.tokens", "behaviour.techniques.swarms.tokens"),
    ("horizon", "horizon"),
  ])
  func `a key is explained by its full path or the end of it`(asked: String, path: String) {
    #expect(Vocabulary.explain(asked)?.path == path)
  }

  @Test func `an explanation gives meaning, limits, default, source and confidence`() throws {
    let explanation = try #require(Vocabulary.explain("lossAversion"))
    #expect(
      explanation.rendered == """
        behaviour.lossAversion: Loss aversion about goals and ranks.
          takes: a number such as 1.5
          limits: at least 1
          default: 1.955
          source: meta-analysis of Brown, Imai, Vieider and Camerer 2024 (measured)
          usual: 1.82 to 2.10
        """)
  }

  @Test func `an unknown key has no explanation but a nearest one`() {
    #expect(Vocabulary.explain("teamsSize") == nil)
    #expect(Vocabulary.nearest(to: "teamsSize") == "teamSize")
    #expect(Vocabulary.nearest(to: "workforce.NAME.teamsize") == "workforce.NAME.teamSize")
    #expect(Vocabulary.nearest(to: "quite something else") == nil)
  }

  @Test(arguments: [
    ("metircs", ["metrics", "board"], "metrics" as String?),
    ("BOARD", ["metrics", "board"], "board"),
    ("weather", ["metrics", "board"], nil), ("", ["metrics"], nil),
    ("Wieght", ["statusWeight", "size"], nil),
    ("weight", ["statusWeight", "size"], "statusWeight"),
  ])
  func `the nearest name is the one that was probably meant`(
    name: String, candidates: [String], nearest: String?
  ) {
    #expect(NearestName.nearest(to: name, among: candidates) == nearest)
  }
}
