import Incentives
import Randomness
import WorkplaceModel

/// A piece of a scenario after reading: its value in canonical units, and where it was written.
struct ResolvedNode: Sendable {
  /// The value.
  enum Content: Sendable {
    case none
    case text(String)
    /// A value as YAML on one line.
    case scalar(String)
    case flag(Bool)
    case whole(Int)
    case number(Double, QuantityDimension)
    case distribution(Distribution, canonical: String)
    case formula(MetricFormula, SourceNode)
    case factor(Factor.Range)
    case list([ResolvedNode])
    case map([ResolvedEntry])
  }

  var content: Content
  var location: SourceLocation
  /// Whether it was written or left to its default.
  var isDefault = false
  /// What was written, as YAML, where it holds parameters; the value has theirs in their places.
  var written: String?
  /// Whether what was written was refused, so that a stand-in is here and further checks are moot.
  var isBroken = false
}

/// A key of a resolved map.
struct ResolvedEntry: Sendable {
  let key: String
  let keyLocation: SourceLocation
  var value: ResolvedNode
}

// What the builder reads. The vocabulary decides the kinds, so a mismatch is a mistake in the
// program and never in a file.
extension ResolvedNode {
  /// The value of a key of the vocabulary.
  subscript(key: String) -> ResolvedNode {
    guard let value = entries.first(where: { $0.key == key })?.value else {
      preconditionFailure("the vocabulary has no key '\(key)' here")
    }
    return value
  }

  /// The entries of a map.
  var entries: [ResolvedEntry] {
    guard case .map(let entries) = content else {
      preconditionFailure("the vocabulary puts a map at \(location)")
    }
    return entries
  }

  /// The elements of a list.
  var elements: [ResolvedNode] {
    guard case .list(let elements) = content else {
      preconditionFailure("the vocabulary puts a list at \(location)")
    }
    return elements
  }

  /// Whether the value was left out or taken away.
  var isNone: Bool {
    if case .none = content { true } else { false }
  }

  /// Whether the value is a map.
  var isMap: Bool {
    if case .map = content { true } else { false }
  }

  /// Whether the value is a list.
  var isList: Bool {
    if case .list = content { true } else { false }
  }

  /// The word or text, or nil for another kind of value.
  var word: String? {
    if case .text(let text) = content { text } else { nil }
  }

  /// The text.
  var text: String {
    guard case .text(let text) = content else {
      preconditionFailure("the vocabulary puts a text at \(location)")
    }
    return text
  }

  /// The truth value.
  var flag: Bool {
    guard case .flag(let flag) = content else {
      preconditionFailure("the vocabulary puts true or false at \(location)")
    }
    return flag
  }

  /// The whole number.
  var whole: Int {
    guard case .whole(let whole) = content else {
      preconditionFailure("the vocabulary puts a whole number at \(location)")
    }
    return whole
  }

  /// The number in the canonical unit of its key.
  var number: Double {
    guard case .number(let number, _) = content else {
      preconditionFailure("the vocabulary puts a quantity at \(location)")
    }
    return number
  }

  /// The dimension in which a number was given.
  var dimension: QuantityDimension? {
    if case .number(_, let dimension) = content { dimension } else { nil }
  }

  /// The distribution in the canonical unit of its key.
  var distribution: Distribution {
    guard case .distribution(let distribution, _) = content else {
      preconditionFailure("the vocabulary puts a distribution at \(location)")
    }
    return distribution
  }
}
