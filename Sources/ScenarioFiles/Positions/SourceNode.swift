/// A piece of YAML with the place where it was written.
///
/// Everything is kept as text: what a scalar means is decided by the vocabulary, never by YAML's own
/// guesses (in which `no` is false and `1:30` is ninety).
struct SourceNode: Sendable {
  /// What stands there.
  enum Content: Sendable {
    /// A key without a value.
    case empty
    case scalar(String, ScalarStyle)
    case list([SourceNode])
    case map([SourceEntry])
  }

  /// How a scalar was written; decides where a character of it is found in the file.
  enum ScalarStyle: Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  var content: Content
  var location: SourceLocation
  /// How parameters came into the text of a scalar; nil where there were none.
  var substitution: ParameterSubstitution?
  /// Whether its fault was told already, so that nothing else is to be said about it.
  var isBroken = false

  /// Whether the key has no value.
  var isVoid: Bool {
    if case .empty = content { true } else { false }
  }

  /// The text of a scalar.
  var scalar: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The entries of a map, or nil.
  var entries: [SourceEntry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The elements of a list, or nil.
  var elements: [SourceNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// The value of a key of a map.
  subscript(key: String) -> SourceNode? {
    entries?.first { $0.key == key }?.value
  }

  /// Whether the node is the word that takes something inherited away.
  var isNone: Bool { scalar == "none" }

  /// What stands there, in words, for messages.
  var kindInWords: String {
    switch content {
    case .empty: "nothing"
    case .scalar(let text, _): "'\(text)'"
    case .list: "a list"
    case .map: "a map"
    }
  }

  /// The same map with only some keys.
  func keeping(_ keys: [String]) -> SourceNode {
    guard let entries else { return self }
    var copy = self
    copy.content = .map(entries.filter { keys.contains($0.key) })
    return copy
  }

  /// The same map without some keys.
  func removing(_ keys: Set<String>) -> SourceNode {
    guard let entries else { return self }
    var copy = self
    copy.content = .map(entries.filter { !keys.contains($0.key) })
    return copy
  }
}

/// A key of a map with its value.
struct SourceEntry: Sendable {
  var key: String
  var keyLocation: SourceLocation
  var value: SourceNode
}
