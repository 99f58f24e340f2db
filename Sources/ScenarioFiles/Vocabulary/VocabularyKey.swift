/// One key of scenario files: what it means, what it takes, what it is when left out, and why.
public struct VocabularyKey: Sendable {
  /// The key as it is written.
  public let name: String
  /// What it means, in one sentence.
  public let meaning: String
  /// What it takes.
  public let kind: ValueKind
  /// The value when the key is left out, as YAML; nil when it must be given.
  public let defaultText: String?
  /// Where values of real organisations lie, in words; nil when nothing is known.
  public let usualRange: String?
  /// Where the default comes from.
  public let source: String
  /// How well the default is known.
  public let confidence: Confidence
  /// The default, read once.
  let defaultNode: SourceNode?

  init(
    _ name: String, _ kind: ValueKind, _ meaning: String, default defaultText: String?,
    usual usualRange: String? = nil, _ confidence: Confidence = .convention,
    source: String = "convention of the scenario language"
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.defaultText = defaultText
    defaultNode = defaultText.map { SourceReader.read(trusted: $0, named: "default of \(name)") }
    self.usualRange = usualRange
    self.confidence = confidence
    self.source = source
  }

  /// Whether the key must be given.
  public var isRequired: Bool { defaultText == nil }
}

/// How well a default is known.
public enum Confidence: String, Sendable, CaseIterable {
  /// Fitted to, or read off, a measurement of the same quantity.
  case measured
  /// Computed from measurements of other quantities.
  case derived
  /// Set by judgement; no direct evidence.
  case assumed
  /// A setting of the study or of the language, about which no fact is claimed.
  case convention
}

/// Keys that stand together in one map.
public struct VocabularySection: Sendable {
  /// What one such map describes, with its article: "a role".
  public let name: String
  /// The keys in their documented order.
  public let keys: [VocabularyKey]
  /// Whether an extending file replaces the map as a whole instead of key by key.
  public let isReplacedWhole: Bool

  init(_ name: String, replacedWhole isReplacedWhole: Bool = false, _ keys: [VocabularyKey]) {
    self.name = name
    self.keys = keys
    self.isReplacedWhole = isReplacedWhole
  }

  /// The same section without some keys.
  func without(_ names: Set<String>) -> VocabularySection {
    VocabularySection(
      name, replacedWhole: isReplacedWhole, keys.filter { !names.contains($0.name) })
  }

  /// The key with a name.
  public func key(named name: String) -> VocabularyKey? {
    keys.first { $0.name == name }
  }
}
