/// Reads nodes as the vocabulary says, fills in defaults and collects every mistake.
struct Resolver: Sendable {
  /// Findings so far.
  var collector = DiagnosticCollector()
  /// Defaults that were used so far.
  private(set) var usedDefaults: [UsedDefault] = []
  /// Names of the roles, which formulas may mention.
  var roleNames: [String] = []
  /// Names that values may refer to; spaces that are missing are not checked.
  var names: [NameSpace: [String]] = [:]
  /// Data files that were read so far, in order of first use.
  var dataFiles: [String] = []
  /// Columns of data files that were read so far, so that each is read and complained about once.
  var samples: [String: [Double]?] = [:]
  /// Whether defaults are being recorded; off while a part is read a second time.
  var recordsDefaults = true

  /// The value of one key, from what was written or from the key's default.
  ///
  /// A value that is refused is reported and replaced by the default, or by some valid value when
  /// there is none, so that reading goes on to the next mistake.
  mutating func resolve(
    _ node: SourceNode?, as key: VocabularyKey, path: String, in owner: SourceLocation
  ) -> ResolvedNode {
    guard let node else { return resolveDefault(of: key, path: path, in: owner) }
    if let value = resolve(node, as: key.kind, path: path) { return value }
    var standIn = standIn(for: key, path: path, in: node.location)
    standIn.isBroken = true
    return standIn
  }

  private mutating func resolveDefault(
    of key: VocabularyKey, path: String, in owner: SourceLocation
  ) -> ResolvedNode {
    guard let text = key.defaultText, let source = key.defaultNode else {
      collector.reportAbsence(
        "missing key '\(key.name)'", at: owner, expected: "'\(key.name)': \(key.kind.inWords)")
      var standIn = standIn(for: key, path: path, in: owner)
      standIn.isBroken = true
      return standIn
    }
    if recordsDefaults, key.kind.isLeaf, text != "none" {
      usedDefaults.append(
        UsedDefault(
          path: path, value: text, meaning: key.meaning, source: key.source,
          confidence: key.confidence))
    }
    return resolveTrusted(source, as: key.kind, path: path, in: owner)
  }

  /// The default of a key as the resolved text writes it; nil where the key must be given.
  static func canonicalDefault(of key: VocabularyKey) -> String? {
    key.defaultNode.map { source in
      // Names that a default refers to are looked up in the scenario, where they exist.
      var resolver = Resolver()
      return CanonicalYAML.flow(
        resolver.resolveTrusted(source, as: key.kind, path: key.name, in: source.location))
    }
  }

  private mutating func standIn(
    for key: VocabularyKey, path: String, in owner: SourceLocation
  ) -> ResolvedNode {
    let (records, declared) = (recordsDefaults, names)
    (recordsDefaults, names) = (false, [:])
    defer { (recordsDefaults, names) = (records, declared) }
    if key.defaultText == nil, case .entries = key.kind {
      return ResolvedNode(content: .map([]), location: owner)
    }
    let source =
      key.defaultNode
      ?? SourceReader.read(trusted: key.kind.standInText, named: "stand-in for \(path)")
    return resolveTrusted(source, as: key.kind, path: path, in: owner)
  }

  /// The value of a node that belongs to the vocabulary.
  ///
  /// Sections inside it are filled in from the vocabulary in turn.
  private mutating func resolveTrusted(
    _ source: SourceNode, as kind: ValueKind, path: String, in owner: SourceLocation
  ) -> ResolvedNode {
    guard var value = resolve(source, as: kind, path: path) else {
      preconditionFailure(
        "the default of \(path) is valid: \(collector.diagnostics.map(\.headline))")
    }
    value.isDefault = true
    value.location = owner
    return value
  }
}

extension ValueKind {
  /// Some valid text, for a value that must be given and was not.
  fileprivate var standInText: String {
    switch self {
    case .text, .name, .scalar: "unnamed"
    case .factor: "0..1"
    case .flag: "false"
    case .whole(let range): "\(range.lowerBound)"
    case .choice(let words): words.first ?? "none"
    case .quantity(let dimension, let range): dimension.text(of: Self.member(of: range))
    case .distribution(let dimension, let range): dimension.text(of: Self.member(of: range))
    case .formula: "requests"
    case .reference: "unknown"
    case .week: "week 1"
    case .topShare: "top 10 %"
    case .topOfMetric: "top of unknown"
    case .days: "Mon-Fri"
    case .list(let element, let least):
      "[\(Array(repeating: element.standInText, count: least).plainList)]"
    case .section, .entries, .table, .named: "{}"
    case .optionalSection: "none"
    case .alternatives(let kinds): kinds.first?.standInText ?? "none"
    }
  }

  private static func member(of range: QuantityRange) -> Double {
    switch (range.low, range.high) {
    case (nil, nil): 0
    case (let low?, nil): range.excludesLow ? low + 1 : low
    case (nil, let high?): high
    case (let low?, let high?): (low + high) / 2
    }
  }
}
