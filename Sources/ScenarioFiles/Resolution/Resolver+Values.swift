import Incentives
import WorkplaceModel

extension Resolver {
  /// The value of a node, or nil after reporting what is wrong with it.
  mutating func resolve(
    _ node: SourceNode, as kind: ValueKind, path: String
  ) -> ResolvedNode? {
    guard !node.isBroken else { return nil }
    var value = resolveSubstituted(node, as: kind, path: path)
    if case .distribution = kind {
      if node.holdsParameters { value?.written = node.flowYAML }
    } else if node.substitution != nil {
      value?.written = node.flowYAML
    }
    return value
  }

  private mutating func resolveSubstituted(
    _ node: SourceNode, as kind: ValueKind, path: String
  ) -> ResolvedNode? {
    switch kind {
    case .section(let section): return resolve(node, as: section, path: path)
    case .optionalSection(let section):
      if node.isNone { return ResolvedNode(content: .none, location: node.location) }
      return resolve(node, as: section, path: path)
    case .entries(let section, let rule):
      return resolve(node, asEntriesOf: section, rule, kind: kind, path: path)
    case .named(let value):
      return resolve(node, asNamesOf: value, kind: kind, path: path)
    case .factor: return factor(node)
    case .table(let space, let value):
      return resolve(node, asTableOf: value, by: space, kind: kind, path: path)
    case .list(let element, let least):
      return resolve(node, asListOf: element, atLeast: least, kind: kind, path: path)
    case .distribution(let dimension, let range):
      return resolve(node, asDistributionOf: dimension, in: range, kind: kind)
    case .alternatives(let kinds): return resolve(node, asOneOf: kinds, kind: kind, path: path)
    default:
      guard let text = node.scalar else {
        refuse(node, kind)
        return nil
      }
      guard let content = content(of: text, at: node, as: kind) else { return nil }
      return ResolvedNode(content: content, location: node.location)
    }
  }

  /// Reports that a node is not of the kind expected.
  mutating func refuse(_ node: SourceNode, _ kind: ValueKind) {
    collector.report("found \(node.kindInWords)", at: node.location, expected: kind.inWords)
  }

  private mutating func content(
    of text: String, at node: SourceNode, as kind: ValueKind
  ) -> ResolvedNode.Content? {
    switch kind {
    case .text: return .text(text)
    case .scalar: return .scalar(node.flowYAML)
    case .reference(let space):
      check(text, in: space, at: node.location)
      return .text(text)
    case .name:
      if text.isScenarioName { return .text(text) }
      refuse(node, kind)
      return nil
    case .flag:
      if text == "true" || text == "false" { return .flag(text == "true") }
      refuse(node, kind)
      return nil
    case .whole(let range):
      guard let whole = Int(text), range.contains(whole) else {
        refuse(node, kind)
        return nil
      }
      return .whole(whole)
    case .choice(let words):
      if words.contains(text) { return .text(text) }
      collector.report(
        "found '\(text)'", at: node.location, expected: kind.inWords,
        suggestion: NearestName.nearest(to: text, among: words))
      return nil
    case .quantity(let dimension, let range): return number(text, at: node, dimension, range)
    case .formula: return formula(text, at: node)
    case .week: return week(text, at: node)
    case .topShare: return topShare(text, at: node)
    case .days: return days(text, at: node)
    case .topOfMetric:
      guard text.hasPrefix("top of ") else {
        refuse(node, kind)
        return nil
      }
      check(String(text.dropFirst(7)), in: .metric, at: node.location)
      return .text(text)
    case .list, .table, .named, .factor, .section, .optionalSection, .entries, .alternatives,
      .distribution:
      preconditionFailure("composite kinds are resolved by their own functions")
    }
  }

  private mutating func number(
    _ text: String, at node: SourceNode, _ dimension: QuantityDimension, _ range: QuantityRange
  ) -> ResolvedNode.Content? {
    quantity(text, at: node, dimension, range).map { .number($0, dimension) }
  }

  /// A number in the canonical unit of a dimension, or nil after a report.
  mutating func quantity(
    _ text: String, at node: SourceNode, _ dimension: QuantityDimension, _ range: QuantityRange
  ) -> Double? {
    guard !node.isBroken else { return nil }
    let value: Double
    do {
      value = try QuantityParser.parse(text, as: dimension)
    } catch {
      collector.report(
        error.what, at: node.location, expected: error.expected, suggestion: error.suggestion)
      return nil
    }
    guard range.contains(value) else {
      collector.report(
        "'\(text)' is out of range", at: node.location, expected: range.inWords(dimension))
      return nil
    }
    return value
  }

  private mutating func formula(_ text: String, at node: SourceNode) -> ResolvedNode.Content? {
    do {
      return .formula(try MetricFormula(text, roles: roleNames), node)
    } catch {
      let place = node.location(
        ofCharacter: error.columns.lowerBound, in: collector.text(named: node.location.file))
      collector.report(
        error.message, at: place, expected: error.expected, suggestion: error.suggestion)
      return nil
    }
  }

  /// The values of a factor, written as a range or as a list.
  private mutating func factor(_ node: SourceNode) -> ResolvedNode? {
    let text: String
    switch node.content {
    case .scalar(let written, _): text = written
    case .list(let elements) where elements.count > 1:
      text = elements.map(\.flowYAML).plainList
    default:
      refuse(node, .factor)
      return nil
    }
    do {
      let range = try Factor.Range(text)
      return ResolvedNode(content: .factor(range), location: node.location)
    } catch {
      let place =
        node.scalar == nil
        ? node.location
        : node.location(
          ofCharacter: error.column, in: collector.text(named: node.location.file))
      collector.report(
        error.what, at: place, expected: error.expected, suggestion: error.suggestion)
      return nil
    }
  }

  private mutating func week(_ text: String, at node: SourceNode) -> ResolvedNode.Content? {
    let words = text.split(separator: " ")
    let number = words.count == 2 && words[0] == "week" ? words[1] : Substring(text)
    guard let week = Int(number), week >= 0 else {
      refuse(node, .week)
      return nil
    }
    return .whole(week)
  }

  private mutating func topShare(_ text: String, at node: SourceNode) -> ResolvedNode.Content? {
    let rest = text.hasPrefix("top ") ? String(text.dropFirst(4)) : text
    guard let share = try? QuantityParser.parse(rest, as: .share), share > 0, share <= 1 else {
      refuse(node, .topShare)
      return nil
    }
    return .number(share, .share)
  }

  private mutating func days(_ text: String, at node: SourceNode) -> ResolvedNode.Content? {
    guard DayRange(text) != nil else {
      refuse(node, .days)
      return nil
    }
    return .text(text)
  }
}

/// Days of the week from one to another, such as `Mon-Fri`.
struct DayRange: Sendable, Equatable {
  /// Names of the days, Monday first.
  static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// The days, Monday being 0.
  let days: ClosedRange<Int>

  init?(_ text: String) {
    let ends = text.split(separator: "-").map { $0.filter { $0 != " " } }
    let indices = ends.compactMap { Self.names.firstIndex(of: $0) }
    guard indices.count == ends.count, let first = indices.first, let last = indices.last,
      indices.count <= 2, first <= last
    else { return nil }
    days = first...last
  }
}

extension String {
  /// Whether the text can name something in a scenario: letters, digits, `-` and `_`.
  var isScenarioName: Bool {
    !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
      }
  }
}
