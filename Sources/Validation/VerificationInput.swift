import Foundation
import Incentives

/// Parameters for a verification that make no sense: what, where, what was expected.
public struct VerificationInputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// For people.
  public let description: String

  /// Creates an error.
  public init(description: String) { self.description = description }
}

extension VerificationCatalogue {
  /// The verification that somebody asks for by name.
  ///
  /// - Throws: `VerificationInputError` with the nearest name.
  public static func find(_ name: String) throws(VerificationInputError) -> Verification {
    if let found = named(name) { return found }
    var message = "no verification is called '\(name)'"
    if let nearest = NearestName.nearest(to: name, among: all.map(\.name)) {
      message += "; did you mean '\(nearest)'?"
    }
    throw VerificationInputError(description: message + " ('goodhart verify --list' names all)")
  }
}

extension Verification {
  /// The values of all parameters: those given as text, and the standard ones of the others.
  ///
  /// - Parameter given: names without dashes, and texts, in any order; a later one counts.
  /// - Throws: `VerificationInputError` for an unknown name, or a text that is no such number.
  public func values(
    given: [(name: String, text: String)]
  ) throws(VerificationInputError) -> [Double] {
    var values = parameters.map(\.standard)
    for (name, text) in given {
      guard let index = parameters.firstIndex(where: { $0.name == name }) else {
        throw unknown(name)
      }
      values[index] = try parameters[index].value(of: text, in: self.name)
    }
    return values
  }

  private func unknown(_ name: String) -> VerificationInputError {
    let names = parameters.map(\.name)
    var message = "\(self.name) has no parameter '\(name)'"
    if let nearest = NearestName.nearest(to: name, among: names) {
      message += "; did you mean '\(nearest)'?"
    }
    return VerificationInputError(
      description: message + " (parameters: \(names.joined(separator: ", ")))")
  }
}

extension Verification.Parameter {
  /// What a text may be, in words: "a whole number from 1 to 100".
  public var expectation: String {
    let kind = isWhole ? "a whole number" : "a number"
    return "\(kind) from \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
  }

  fileprivate func value(of text: String, in verification: String) throws(VerificationInputError)
    -> Double
  {
    guard let value = Double(text), range.contains(value), !isWhole || value == value.rounded()
    else {
      throw VerificationInputError(
        description: "\(verification) --\(name) \(text): expected \(expectation) (\(meaning))")
    }
    return value
  }

  /// A bound without needless digits.
  private static func text(_ value: Double) -> String { String(format: "%.12g", value) }
}
