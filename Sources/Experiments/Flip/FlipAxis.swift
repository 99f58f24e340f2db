import WorkplaceModel

/// One assumption that may be moved: its keys, the range in which it is plausible, and its value.
public struct FlipAxis: Sendable, Equatable {
  /// What it is called: the path of its key.
  public let name: String
  /// Keys that are set together.
  public let keys: [String]
  /// The plausible range, which holds the default.
  public let factor: Factor
  /// The value in the scenario, in the factor's notation.
  public let reference: Double

  /// Creates an axis; nil where the factor has levels instead of a range.
  ///
  /// A value of the scenario outside of the range widens it, so that distances start at the value.
  ///
  /// - Parameters:
  ///   - factor: the key and the range.
  ///   - reference: the value in the scenario, in the factor's notation.
  ///   - keys: further keys that are set to the same; by default the factor's alone.
  public init?(_ factor: Factor, reference: Double, keys: [String]? = nil) {
    guard case .interval(let low, let high, let scale, let notation) = factor.range else {
      return nil
    }
    name = factor.path
    self.keys = keys ?? [factor.path]
    self.reference = reference
    let isLogarithmic = scale == .logarithmic && reference > 0 && low > 0
    self.factor = Factor(
      factor.path,
      .interval(
        low: min(low, reference), high: max(high, reference),
        scale: isLogarithmic ? .logarithmic : .linear, notation: notation))
  }

  /// Position of the default between 0, the low end, and 1, the high end.
  public var referencePosition: Double {
    // Rounding must not push the default beyond an end that it widened.
    min(1, max(0, factor.position(of: reference) ?? 0))
  }

  /// The number at a position, between whole numbers too.
  public func number(at position: Double) -> Double {
    var smooth = factor
    if case .interval(let low, let high, let scale, _) = factor.range {
      smooth.range = .interval(low: low, high: high, scale: scale, notation: Factor.Notation())
    }
    return smooth.number(at: position) ?? .nan
  }

  /// The position that a position stands for, which differs where only whole numbers make sense.
  func settled(_ position: Double) -> Double {
    guard notation.isWhole, position != referencePosition else { return position }
    return factor.position(of: number(at: position).rounded()) ?? position
  }

  /// What is set at a position; nothing at that of the default.
  public func settings(at position: Double) -> [Setting] {
    guard position != referencePosition else { return [] }
    let value = factor.setting(at: position).value
    return keys.map { Setting($0, value) }
  }

  /// A number as it is written in a scenario.
  public func text(of number: Double) -> String { notation.text(of: number) }

  /// Whether only whole numbers make sense.
  public var isWhole: Bool { notation.isWhole }

  /// How numbers are written.
  var notation: Factor.Notation {
    if case .interval(_, _, _, let notation) = factor.range { notation } else { .init() }
  }

  /// How the range is divided.
  var scale: Factor.Scale {
    if case .interval(_, _, let scale, _) = factor.range { scale } else { .linear }
  }
}
