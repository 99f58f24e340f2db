/// What is to be said about one key.
public struct Explanation: Sendable {
  /// Where the key stands.
  public let path: String
  /// What it means.
  public let meaning: String
  /// What it takes.
  public let takes: String
  /// The hard limits, in words; nil when there are none.
  public let limits: String?
  /// The value when it is left out; nil when it must be given.
  public let defaultText: String?
  /// Where values of real organisations lie.
  public let usualRange: String?
  /// Where the default comes from.
  public let source: String
  /// How well the default is known.
  public let confidence: Confidence
  /// The keys inside it.
  public let keys: [String]
  /// Other places with a key of the same name.
  public let otherPaths: [String]

  /// The explanation in lines for people.
  public var rendered: String {
    var lines = ["\(path): \(meaning)", "  takes: \(takes)"]
    if let limits { lines.append("  limits: \(limits)") }
    if let defaultText {
      lines.append("  default: \(defaultText)")
      lines.append("  source: \(source) (\(confidence.rawValue))")
    } else {
      lines.append("  must be given")
    }
    if let usualRange { lines.append("  usual: \(usualRange)") }
    if !keys.isEmpty { lines.append("  keys: \(keys.plainList)") }
    if !otherPaths.isEmpty { lines.append("  see also: \(otherPaths.plainList)") }
    return lines.joined(separator: "\n")
  }
}

extension Vocabulary {
  /// What is to be said about a key.
  ///
  /// - Parameter path: a full path, with any names where the file chooses them
  ///   (`workforce.developer.teamSize`), or the end of one (`teamSize`, `audit.rate`).
  public static func explain(_ path: String) -> Explanation? {
    let wanted = path.split(separator: ".").map(String.init)
    let matches = entries.filter { isMeant(by: wanted, $0.path) }
    guard let entry = matches.min(by: { $0.path.count < $1.path.count }) else { return nil }
    return Explanation(
      path: entry.path, meaning: entry.key.meaning, takes: entry.key.kind.inWords,
      limits: entry.key.kind.limits,
      defaultText: entry.key.defaultText, usualRange: entry.key.usualRange,
      source: entry.key.source, confidence: entry.key.confidence,
      keys: keys(of: entry.key.kind),
      otherPaths: matches.map { $0.path }.filter { $0 != entry.path })
  }

  private static func isMeant(by wanted: [String], _ path: String) -> Bool {
    let parts = path.split(separator: ".").map { $0.hasSuffix("[]") ? $0.dropLast(2) : $0 }
    guard !wanted.isEmpty, wanted.count <= parts.count,
      wanted.last.map({ $0 == parts.last ?? "" })
        ?? false
    else { return false }
    return zip(wanted.reversed(), parts.reversed()).allSatisfy { $1 == "NAME" || $0 == $1 }
  }

  private static func keys(of kind: ValueKind) -> [String] {
    switch kind {
    case .entries(let section, _), .list(.section(let section), _): section.keys.map(\.name)
    default: kind.mapSection?.keys.map(\.name) ?? []
    }
  }
}

extension ValueKind {
  /// The hard limits of a value, in words.
  var limits: String? {
    switch self {
    case .quantity(let dimension, let range), .distribution(let dimension, let range):
      range.inWords(dimension)
    case .alternatives(let kinds): kinds.lazy.compactMap(\.limits).first
    case .list(let element, _), .table(_, let element): element.limits
    default: nil
    }
  }
}
