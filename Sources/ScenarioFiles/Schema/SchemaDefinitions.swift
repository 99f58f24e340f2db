/// Builds the parts of the schema and collects those that are shared.
struct SchemaDefinitions {
  /// Shared parts by name, in order of first use.
  private(set) var all: [(String, JSONText)] = []

  /// A map with the keys of a section.
  ///
  /// Keys that must be given are not required here, since they may be inherited.
  mutating func object(of section: VocabularySection, isNullable: Bool = true) -> JSONText {
    let properties = section.keys.map { ($0.name, property($0)) }
    let type: JSONText =
      isNullable ? .array([.string("object"), .string("null")]) : .string("object")
    return .object([
      ("type", type), ("properties", .object(properties)), ("additionalProperties", .flag(false)),
    ])
  }

  private mutating func property(_ key: VocabularyKey) -> JSONText {
    var members: [(String, JSONText)] = [("description", .string(description(of: key)))]
    if let node = key.defaultNode, key.kind.isLeaf, !node.isNone {
      members.append(("default", JSONText(node)))
    }
    if case .object(let own) = schema(of: key.kind) { members += own }
    return .object(members)
  }

  private func description(of key: VocabularyKey) -> String {
    var text = key.meaning
    if let limits = key.kind.limits { text += " Limits: \(limits)." }
    if let usual = key.usualRange { text += " Usual: \(usual)." }
    if key.confidence != .convention {
      text += " Default \(key.confidence.rawValue): \(key.source)."
    }
    return text
  }

  private mutating func schema(of kind: ValueKind) -> JSONText {
    switch kind {
    case .text: return Self.type("string", "number")
    case .formula: return Self.type("string", "number")
    case .reference: return Self.type("string")
    case .scalar: return Self.type("string", "number", "boolean")
    case .factor: return Self.type("string", "array")
    case .name: return orParametric(Self.pattern("^[A-Za-z0-9_-]+$"))
    case .flag: return orParametric(Self.type("boolean"))
    case .whole(let range): return orParametric(Self.integer(range))
    case .choice(let words): return orParametric(Self.choice(words))
    case .quantity(let dimension, let range):
      return .object([("$ref", .string(quantity(dimension)))] + Self.bounds(range))
    case .distribution(let dimension, _):
      return .object([("$ref", .string(distribution(dimension)))])
    case .week:
      return orParametric(Self.integer(0...Int.max), Self.pattern("^week [0-9]+$"))
    case .topShare:
      return orParametric(Self.type("number"), Self.pattern("^(top )?[0-9.]+ *%?$"))
    case .topOfMetric: return Self.pattern("^top of .+$")
    case .days: return orParametric(Self.pattern("^[A-Z][a-z]{2}( *- *[A-Z][a-z]{2})?$"))
    case .named(let value):
      return .object([("type", .string("object")), ("additionalProperties", schema(of: value))])
    case .table(_, let value):
      return .object([("type", .string("object")), ("additionalProperties", schema(of: value))])
    case .list(let element, let least):
      return .object([
        ("type", .string("array")), ("items", schema(of: element)),
        ("minItems", .number(Double(least))),
      ])
    case .section(let section): return object(of: section)
    case .optionalSection(let section):
      return Self.anyOf([Self.none, object(of: section)])
    case .entries(let section, _):
      return .object([
        ("type", .array([.string("object"), .string("null")])),
        ("propertyNames", Self.pattern("^[A-Za-z0-9_-]+$")),
        ("additionalProperties", Self.anyOf([object(of: section), Self.none])),
      ])
    case .alternatives(let kinds): return Self.anyOf(kinds.map { schema(of: $0) })
    }
  }

  /// The name of the shared part for quantities of a dimension.
  mutating func quantity(_ dimension: QuantityDimension) -> String {
    let name = "quantity: \(dimension.name) (\(dimension.units[0].spelled))"
    return share(name) { _ in
      let text = [Self.pattern(dimension.pattern), Self.pattern(Self.parametricPattern)]
      return Self.anyOf(dimension.allowsPlainNumber ? [Self.type("number")] + text : text)
    }
  }

  /// Any of some schemas, or a text with a parameter in it.
  private mutating func orParametric(_ schemas: JSONText...) -> JSONText {
    let parametric = share("value with a parameter") { _ in Self.pattern(Self.parametricPattern) }
    return Self.anyOf(schemas + [.object([("$ref", .string(parametric))])])
  }

  /// A regular expression of texts with a parameter in them: `${weight}`.
  private static let parametricPattern = #"\$\{[A-Za-z0-9_-]+\}"#

  /// The reference to a shared part, which is built when it is new.
  mutating func share(
    _ name: String, _ make: (inout SchemaDefinitions) -> JSONText
  ) -> String {
    let reference = "#/$defs/" + name.schemaReference
    guard !all.contains(where: { $0.0 == name }) else { return reference }
    // The place is taken first, so that a part may refer to itself.
    all.append((name, .null))
    let part = make(&self)
    if let index = all.firstIndex(where: { $0.0 == name }) { all[index].1 = part }
    return reference
  }
}

extension SchemaDefinitions {
  static let none = JSONText.object([("const", .string("none"))])

  static func type(_ names: String...) -> JSONText {
    let type: JSONText =
      names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) })
    return .object([("type", type)])
  }

  static func pattern(_ pattern: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }

  static func anyOf(_ schemas: [JSONText]) -> JSONText {
    schemas.count == 1 ? schemas[0] : .object([("anyOf", .array(schemas))])
  }

  private static func integer(_ range: ClosedRange<Int>) -> JSONText {
    var members: [(String, JSONText)] = [
      ("type", .string("integer")), ("minimum", .number(Double(range.lowerBound))),
    ]
    if range.upperBound < .max { members.append(("maximum", .number(Double(range.upperBound)))) }
    return .object(members)
  }

  /// Words; YAML reads `true` and `false` as truth values, so both forms are let pass.
  private static func choice(_ words: [String]) -> JSONText {
    let values = words.flatMap { word -> [JSONText] in
      word == "true" || word == "false"
        ? [.string(word), .flag(word == "true")] : [.string(word)]
    }
    return .object([("enum", .array(values))])
  }

  /// Bounds of numbers without a unit; a schema cannot compare texts.
  private static func bounds(_ range: QuantityRange) -> [(String, JSONText)] {
    var members: [(String, JSONText)] = []
    if let low = range.low {
      members.append((range.excludesLow ? "exclusiveMinimum" : "minimum", .number(low)))
    }
    if let high = range.high { members.append(("maximum", .number(high))) }
    return members
  }
}

extension QuantityDimension {
  /// A regular expression of every text that can be a quantity of the dimension.
  var pattern: String {
    let number = #"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?"#
    let suffixes = units.map(\.suffix).filter { !$0.isEmpty }.map { suffix in
      suffix.replacing("%ofpay", with: "% *of *pay").replacing("/", with: " */ *")
    }
    let isOptional = units.contains { $0.suffix.isEmpty }
    let unit = suffixes.isEmpty ? "" : "( *(\(suffixes.joined(separator: "|"))))"
    return "^\(isMoney ? #"-?\$ *"# : "")\(number)\(unit)\(isOptional && !unit.isEmpty ? "?" : "")$"
  }
}

extension String {
  /// The text as a part of the address of a shared part (RFC 3986 and RFC 6901).
  var schemaReference: String {
    utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        String(UnicodeScalar(byte))
      case UInt8(ascii: "/"): "~1"
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
