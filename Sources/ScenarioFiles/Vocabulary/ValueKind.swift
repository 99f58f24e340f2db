/// What a key takes.
public indirect enum ValueKind: Sendable {
  /// Any text.
  case text
  /// A name: letters, digits, `-` and `_`.
  case name
  /// `true` or `false`.
  case flag
  /// A whole number.
  case whole(ClosedRange<Int>)
  /// One of some words.
  case choice([String])
  /// A number with a unit.
  case quantity(QuantityDimension, QuantityRange)
  /// A distribution of such numbers, or one number for a constant.
  case distribution(QuantityDimension, QuantityRange)
  /// A metric formula.
  case formula
  /// A name declared elsewhere in the file.
  case reference(NameSpace)
  /// A week of the horizon: `week 20`.
  case week
  /// The best part of a ranking: `top 10 %`.
  case topShare
  /// The highest values of a metric: `top of tokens`.
  case topOfMetric
  /// Days of the week: `Mon-Fri`.
  case days
  /// Any one value, kept as it is written.
  case scalar
  /// The values that a factor takes: `0 h..3 h`, or values one by one.
  case factor
  /// A map from names that the file chooses to values of one kind.
  case named(ValueKind)
  /// A map from names declared elsewhere to values of one kind.
  case table(NameSpace, ValueKind)
  /// Values of one kind.
  case list(ValueKind, atLeast: Int)
  /// A map with known keys.
  case section(VocabularySection)
  /// A map with known keys, or `none`.
  case optionalSection(VocabularySection)
  /// A map of named maps with known keys.
  case entries(VocabularySection, EntryRule)
  /// Any of several.
  case alternatives([ValueKind])
}

/// What may be named in one place and meant in another.
public enum NameSpace: String, Sendable {
  case workKind = "work kind"
  case metric = "metric"
  case permissions = "permission profile"
  case policy = "policy"
  case tool = "tool"
}

/// How many named maps there may be.
public enum EntryRule: Sendable {
  /// Any number, also none.
  case any
  /// At least one.
  case atLeastOne
  /// At most one; a name given by an extending file renames the inherited one.
  case sole
}

extension ValueKind {
  /// What is expected, in words, for messages.
  var inWords: String {
    switch self {
    case .text: "a text"
    case .name: "a name of letters, digits, - and _"
    case .flag: "true or false"
    case .whole(let range): Self.inWords(range)
    case .choice(let words): words.count == 1 ? "'\(words[0])'" : "one of \(words.quotedList)"
    case .quantity(let dimension, _): "\(dimension.name) such as \(dimension.examples)"
    case .distribution(let dimension, _):
      "\(dimension.name) such as \(dimension.examples), or a distribution"
    case .formula: "a metric formula"
    case .reference(let space): "the name of a \(space.rawValue)"
    case .week: "a week such as 'week 20'"
    case .topShare: "a share such as 'top 10 %'"
    case .topOfMetric: "'top of' and the name of a metric"
    case .days: "days such as Mon-Fri"
    case .scalar: "one value"
    case .factor:
      "a range such as 0 h..3 h or 1 %..50 % log, or values such as 1, 2, 4"
    case .named(let value): "a map of names, each \(value.inWords)"
    case .table(let space, let value): "a map from \(space.rawValue)s to \(value.inWords)"
    case .list(let element, _): "a list, each \(element.inWords)"
    case .section(let section): "\(section.name): a map"
    case .optionalSection(let section): "\(section.name): a map, or 'none'"
    case .entries(let section, _): "a map of names, each \(section.name)"
    case .alternatives(let kinds): kinds.map(\.inWords).joined(separator: ", or ")
    }
  }

  private static func inWords(_ range: ClosedRange<Int>) -> String {
    if range.upperBound == .max { return "a whole number of at least \(range.lowerBound)" }
    return "a whole number from \(range.lowerBound) to \(range.upperBound)"
  }

  /// The section whose keys a map of this kind has, if it can be a map of known keys.
  var mapSection: VocabularySection? {
    switch self {
    case .section(let section), .optionalSection(let section): section
    case .alternatives(let kinds): kinds.lazy.compactMap(\.mapSection).first
    default: nil
    }
  }

  /// Whether the kind holds one value rather than further keys.
  var isLeaf: Bool {
    switch self {
    case .section, .optionalSection, .entries, .named: false
    default: true
    }
  }
}

extension [String] {
  /// The words in quotes, with commas between them.
  var quotedList: String { map { "'\($0)'" }.joined(separator: ", ") }

  /// The words with commas between them.
  var plainList: String { joined(separator: ", ") }
}
