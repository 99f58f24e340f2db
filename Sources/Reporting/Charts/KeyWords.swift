/// Keys of a scenario as people read them beside a row of a chart.
enum KeyWords {
  /// Short names for keys, each different: `behaviour.fatigue.valueLoss` is `fatigue: value loss`.
  ///
  /// The area of the scenario and names of policies are left out; where two keys would be called
  /// the same, both keep their full path.
  static func short(_ keys: [String]) -> [String: String] {
    let names = Dictionary(keys.map { ($0, short($0)) }, uniquingKeysWith: { first, _ in first })
    let counts = Dictionary(names.values.map { ($0, 1) }, uniquingKeysWith: +)
    return names.reduce(into: [:]) { $0[$1.key] = counts[$1.value] == 1 ? $1.value : $1.key }
  }

  private static func short(_ key: String) -> String {
    var parts = components(of: key)
    if parts.count > 2, parts[0] == "policies" { parts.removeFirst(2) }
    if parts.count > 1, areas.contains(parts[0]) { parts.removeFirst() }
    return parts.map(spaced).joined(separator: ": ")
  }

  /// Parts between the points of a path; points in braces part nothing.
  private static func components(of key: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in key {
      switch character {
      case "{": depth += 1
      case "}": depth -= 1
      default: break
      }
      if character == ".", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// `adoptionInertia` as `adoption inertia`.
  private static func spaced(_ name: String) -> String {
    var text = ""
    for character in name {
      if character.isUppercase, text.last?.isLowercase ?? false {
        text += " " + character.lowercased()
      } else {
        text.append(character)
      }
    }
    return text
  }

  private static let areas: Set<String> = [
    "behaviour", "economics", "risk", "parameters", "agents", "work", "workforce", "roles",
  ]

  /// A name that can be a file's: letters, digits, and underscores in place of all else.
  static func identifier(_ name: String) -> String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Where a label of an axis is parted into lines.
  static let lineBreak: JSONValue = ["labelExpr": "split(datum.label, ': ')"]
}
