/// Why a path names nothing in a scenario that can be set.
struct PathProblem: Error, Equatable {
  let what: String
  let expected: String
  var suggestion: String?
  /// Which word of the path is at fault, from 0.
  let word: Int
}

extension ResolvedNode {
  /// What a path takes in this scenario.
  ///
  /// Named entries on the way (`policies.audited`) must exist in the scenario; a key of a part that
  /// is switched off (`audit` of a policy without audits) is one all the same.
  ///
  /// - Parameter path: `policies.audited.audit.rate`.
  func kind(at path: String) throws(PathProblem) -> ValueKind {
    let words = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var kind = ValueKind.section(Vocabulary.root)
    var node: ResolvedNode? = self
    for (index, word) in words.enumerated() {
      let step = Step(words: words, index: index, kind: kind, node: node)
      kind = try step.next()
      node = node.flatMap { $0.isMap ? $0 : nil }?.entries.first { $0.key == word }?.value
    }
    return kind
  }

  /// One word of a path.
  private struct Step {
    let words: [String]
    let index: Int
    let kind: ValueKind
    let node: ResolvedNode?

    private var word: String { words[index] }
    private var before: String { words[..<index].joined(separator: ".") }

    func next() throws(PathProblem) -> ValueKind {
      switch kind {
      case .entries(let section, _):
        guard names.contains(word) else { throw missingName }
        return .section(section)
      case .named(let value):
        guard names.contains(word) else { throw missingName }
        return value
      case .table(_, let value): return value
      case .distribution: throw insideDistribution
      default:
        guard let section = kind.mapSection else { throw insideValue }
        guard let key = section.key(named: word) else { throw unknownKey(section) }
        return key.kind
      }
    }

    /// The names that the scenario chose here.
    private var names: [String] {
      node.flatMap { $0.isMap ? $0 : nil }?.entries.map(\.key) ?? []
    }

    private var missingName: PathProblem {
      PathProblem(
        what: "there is no '\(word)' among the \(words[index - 1]) of this scenario",
        expected: names.isEmpty ? "one that is declared" : "one of \(names.plainList)",
        suggestion: NearestName.nearest(to: word, among: names).map { replacing(with: $0) },
        word: index)
    }

    private var insideDistribution: PathProblem {
      PathProblem(
        what: "'\(before)' is a distribution, which is set as a whole",
        expected: "'\(before)'; or write ${name} for a number in it, and set parameters.name",
        word: index)
    }

    private var insideValue: PathProblem {
      PathProblem(
        what: "'\(before)' has no keys inside", expected: "'\(before)'", suggestion: before,
        word: index)
    }

    private func unknownKey(_ section: VocabularySection) -> PathProblem {
      let names = section.keys.map(\.name)
      let near = NearestName.nearest(to: word, among: names).map { replacing(with: $0) }
      return PathProblem(
        what: "unknown key '\(word)'", expected: "one of \(names.plainList)",
        suggestion: near ?? Vocabulary.nearest(to: words.joined(separator: ".")), word: index)
    }

    private func replacing(with name: String) -> String {
      var copy = words
      copy[index] = name
      return copy.joined(separator: ".")
    }
  }
}
