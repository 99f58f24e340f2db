import Foundation

extension Verification {
  /// Seed of simulated modes when none is given.
  public static let standardSeed: UInt64 = 20_260_512

  /// Evaluates every tabulated row.
  ///
  /// - Parameters:
  ///   - seed: seed of simulated modes; rows of a verification draw different numbers from it.
  ///   - onRow: called after each row.
  public func checkRows(
    seed: UInt64 = standardSeed, onRow: () -> Void = {}
  ) throws -> VerificationReport {
    var outcomes: [VerificationOutcome] = []
    for (number, row) in rows.enumerated() {
      outcomes.append(
        try outcome(of: row.parameters, row: row, seed: luck(of: number, seed: seed)))
      onRow()
    }
    return VerificationReport(verification: self, outcomes: outcomes)
  }

  /// Evaluates one set of parameters, for which the closed form itself is what is expected.
  public func check(
    _ values: [Double], seed: UInt64 = standardSeed
  ) throws -> VerificationReport {
    VerificationReport(
      verification: self,
      outcomes: [try outcome(of: values, row: nil, seed: luck(of: rows.count, seed: seed))])
  }

  /// A seed of its own for each row of each verification, so that one stroke of luck does not show in
  /// many places (Fowler-Noll-Vo hash of the name).
  private func luck(of row: Int, seed: UInt64) -> UInt64 {
    let hash = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    // A large odd step keeps the rows of one seed apart from those of its neighbours.
    return (seed ^ hash) &+ UInt64(row) &* 0x9E37_79B9_7F4A_7C15
  }

  private func outcome(
    of values: [Double], row: Row?, seed: UInt64
  ) throws -> VerificationOutcome {
    precondition(values.count == parameters.count, "one value for each parameter of \(name)")
    do {
      let quantities = try evaluate(values, seed)
      return VerificationOutcome(
        parameters: values, comparisons: compare(quantities, with: row), refusal: nil,
        expectsRefusal: row?.isRefusal)
    } catch let refusal as VerificationRefusal {
      return VerificationOutcome(
        parameters: values, comparisons: [], refusal: refusal, expectsRefusal: row?.isRefusal)
    }
  }

  private func compare(
    _ quantities: [Quantity], with row: Row?
  ) -> [VerificationOutcome.Comparison] {
    let tabulated = row?.expected ?? []
    for entry in tabulated {
      precondition(
        quantities.contains { $0.name == entry.quantity },
        "\(name): the tabulated quantity \(entry.quantity) is computed")
    }
    return quantities.map { quantity in
      let value = tabulated.first { $0.quantity == quantity.name }?.value
      return VerificationOutcome.Comparison(
        name: quantity.name, tabulated: value, closedForm: quantity.closedForm,
        obtained: quantity.obtained, tolerance: quantity.tolerance,
        rounding: value.map { Self.rounding(of: $0, in: row) } ?? 0)
    }
  }

  /// Half a unit of the last digit to which a number is tabulated.
  private static func rounding(of value: Double, in row: Row?) -> Double {
    let slack = 0.5 * (1 + 1e-9)
    if let decimals = row?.decimals { return slack * pow(10, -Double(decimals)) }
    guard value != 0, value.isFinite else { return 0 }
    let exponent = log10(abs(value)).rounded(.down) + 1 - Double(row?.digits ?? 9)
    return slack * pow(10, exponent)
  }
}

/// What came out of one verification.
public struct VerificationReport: Sendable {
  /// What was verified.
  public let verification: Verification
  /// What came out, row by row.
  public let outcomes: [VerificationOutcome]

  /// Rows that do not agree.
  public var failures: Int { outcomes.count { !$0.passes } }

  /// Rows for which there is no value.
  public var refusals: Int { outcomes.count { $0.refusal != nil } }

  /// Quantities compared.
  public var comparisons: Int { outcomes.reduce(0) { $0 + $1.comparisons.count } }

  /// Largest relative error of the deterministic quantities; nil if there are none.
  public var largestRelativeError: Double? { largestError(simulated: false) }

  /// Largest distance of the simulated quantities, in standard errors; nil if there are none.
  public var largestStandardErrors: Double? { largestError(simulated: true) }

  /// A quantity without value counts as infinitely wrong.
  private func largestError(simulated: Bool) -> Double? {
    outcomes.flatMap(\.comparisons).filter { $0.tolerance.isSimulated == simulated }
      .map { $0.error.isNaN ? .infinity : $0.error }.max()
  }
}
