import WorkplaceModel

/// A number of a scenario that nobody has measured, and where it may lie.
public struct Assumption: Sendable, Equatable {
  /// Where it stands: `behaviour.adoptionInertia`; `policies.{a,b}.audit.detection` where several
  /// policies assume the same.
  public let path: String
  /// The keys to be set, so that it is the same wherever it is written.
  public let keys: [String]
  /// What the key means.
  public let meaning: String
  /// Where the default comes from.
  public let source: String
  /// How well the default is known.
  public let confidence: Confidence
  /// Whether the scenario leaves it to its default.
  public let isDefault: Bool
  /// Its value in the scenario, in ``notation``.
  public let value: Double
  /// Where values of real organisations lie, in ``notation``.
  public let usual: ClosedRange<Double>
  /// How its numbers are written.
  public let notation: Factor.Notation
}

/// An assumption that cannot be varied as a number, and why.
public struct FixedAssumption: Sendable, Equatable {
  /// Where it stands.
  public let path: String
  /// Why it stays as it is, such as "is a distribution".
  public let reason: String
}

extension LoadedScenario {
  /// The assumptions of a scenario, in the order of the language.
  public struct Assumptions: Sendable {
    /// Those that can be varied.
    public var varied: [Assumption] = []
    /// Those that cannot, with the reasons.
    public var fixed: [FixedAssumption] = []
  }

  /// Every number whose default is derived or assumed rather than measured and whose usual range
  /// the language tells, as far as the scenario has it; parts that are switched off have none.
  public var assumptions: Assumptions {
    var search = AssumptionSearch(defaults: Set(usedDefaults.map(\.path)))
    search.search(root)
    return search.found
  }

  /// The number that a key of the scenario has, in a unit.
  ///
  /// - Parameters:
  ///   - path: full path of the key.
  ///   - prefix: what stands before the number.
  ///   - unit: the unit in which it is wanted.
  /// - Returns: nil if there is no such key, or it holds no number that can be told in the unit.
  public func number(at path: String, prefix: String, unit: String) -> Double? {
    var node: ResolvedNode? = root
    for name in path.split(separator: ".") {
      node = node.flatMap { $0.isMap ? $0 : nil }?.entries.first { $0.key == name }?.value
    }
    switch node?.content {
    case .whole(let whole): return unit.isEmpty && prefix.isEmpty ? Double(whole) : nil
    case .number(let value, let dimension):
      guard dimension.isMoney == (prefix == "$") else { return nil }
      return dimension.unit(written: unit)?.number(of: value)
    case .scalar(let text):
      // A parameter, whose dimension is that of the keys it stands for.
      let bare = Substring(text.filter { $0 != " " && $0 != "$" })
      guard let (number, suffix) = QuantityParser.splitNumber(bare),
        suffix == unit.filter({ $0 != " " }), text.contains("$") == (prefix == "$")
      else { return nil }
      return Double(number)
    default: return nil
    }
  }
}

extension QuantityDimension {
  /// The unit that is written so, spaces aside.
  func unit(written text: String) -> Unit? {
    let suffix = text.filter { $0 != " " }
    return units.first { $0.suffix == suffix }
  }
}
