extension MeasureCatalogue {
  /// The identifier of the measure that a person means: the identifier itself, or the same without
  /// its unit in snake or camel case (`net_value_usd`, `net_value`, `netValue`); nil if no measure, or
  /// more than one, is meant.
  public func identifier(of name: String) -> String? {
    if position(of: name) != nil { return name }
    let meant = measures.filter { $0.shortName == name || $0.camelCaseName == name }
    return meant.count == 1 ? meant[0].identifier : nil
  }

  /// Every name that ``identifier(of:)`` understands, for suggestions.
  public var names: [String] {
    let all = measures.flatMap { [$0.identifier, $0.camelCaseName, $0.shortName] }
    return Set(all).filter { identifier(of: $0) != nil }.sorted()
  }
}

extension Measure {
  /// The identifier without its unit: `net_value`.
  public var shortName: String {
    let ending = "_" + unit.suffix
    return identifier.hasSuffix(ending) ? String(identifier.dropLast(ending.count)) : identifier
  }

  /// The same in camel case, as keys of scenario files are: `netValue`.
  public var camelCaseName: String {
    let words = shortName.split(separator: "_")
    return words.dropFirst().reduce(words.first.map(String.init) ?? "") { name, word in
      name + word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
