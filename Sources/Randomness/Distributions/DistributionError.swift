/// Why a distribution, a profile or a quantile could not be had.
///
///     lognormal: sigma is -1, expected a number of at least 0
public struct DistributionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The distribution or operation asked for, such as "lognormal".
  public let what: String

  /// The offending parameter, such as "sigma".
  public let parameter: String

  /// What was given, as text; nil when the parameter is missing.
  public let found: String?

  /// What would be valid, such as "a number of at least 0".
  public let expected: String

  /// An error about one parameter.
  public init(what: String, parameter: String, found: String? = nil, expected: String) {
    self.what = what
    self.parameter = parameter
    self.found = found
    self.expected = expected
  }

  /// The error in one line.
  public var description: String {
    if let found {
      "\(what): \(parameter) is \(found), expected \(expected)"
    } else {
      "\(what): \(parameter), expected \(expected)"
    }
  }
}

/// A set of admissible numbers, an interval whose ends may be missing.
public struct ParameterRange: Sendable, Equatable, CustomStringConvertible {
  /// The smallest bound, if there is one.
  public let lower: Double?

  /// Whether the lower bound itself is excluded.
  public let excludesLower: Bool

  /// The greatest bound, if there is one.
  public let upper: Double?

  /// Whether the upper bound itself is excluded.
  public let excludesUpper: Bool

  /// Whether only whole numbers are admissible.
  public let isWhole: Bool

  init(
    from lower: Double? = nil, above excludedLower: Double? = nil,
    to upper: Double? = nil, below excludedUpper: Double? = nil, whole isWhole: Bool = false
  ) {
    self.lower = lower ?? excludedLower
    excludesLower = excludedLower != nil
    self.upper = upper ?? excludedUpper
    excludesUpper = excludedUpper != nil
    self.isWhole = isWhole
  }

  static let any = ParameterRange()
  static let positive = ParameterRange(above: 0)
  static let nonnegative = ParameterRange(from: 0)
  static let probability = ParameterRange(from: 0, to: 1)

  /// Magnitudes beyond which squares and products would not be finite numbers.
  public static let greatestMagnitude = 1e100

  /// Whether a number lies in the range; none beyond `greatestMagnitude` does.
  public func contains(_ value: Double) -> Bool {
    guard abs(value) <= Self.greatestMagnitude else { return false }
    if let lower, excludesLower ? value <= lower : value < lower { return false }
    if let upper, excludesUpper ? value >= upper : value > upper { return false }
    return !isWhole || value == value.rounded()
  }

  /// The range in words, as error messages use it: "a number above 0 and at most 1".
  public var description: String {
    var parts: [String] = []
    if let lower { parts.append("\(excludesLower ? "above" : "of at least") \(lower.plain)") }
    if let upper { parts.append("\(excludesUpper ? "below" : "of at most") \(upper.plain)") }
    let noun = isWhole ? "a whole number" : parts.isEmpty ? "a finite number" : "a number"
    return parts.isEmpty ? noun : "\(noun) \(parts.joined(separator: " and "))"
  }

  /// The number itself when it is admissible.
  ///
  /// - Throws: `DistributionError` naming the parameter and the range.
  func check(
    _ value: Double, _ parameter: String, of what: String
  ) throws(DistributionError) {
    guard contains(value) else {
      throw DistributionError(
        what: what, parameter: parameter, found: value.plain, expected: description)
    }
  }
}

extension Double {
  /// The shortest decimal text that reads back as the same number, without a trailing ".0".
  var plain: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
