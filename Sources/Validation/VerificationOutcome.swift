/// What came out of one row of parameters.
public struct VerificationOutcome: Sendable {
  /// Values of the parameters, in the order of the verification.
  public let parameters: [Double]
  /// Every quantity that was compared; none where there was a refusal.
  public let comparisons: [Comparison]
  /// Why there is no value, if there is none.
  public let refusal: VerificationRefusal?
  /// Whether a refusal is the right answer; nil where nothing is tabulated.
  public let expectsRefusal: Bool?

  /// Whether the simulator says what the closed form and the table say.
  ///
  /// A refusal passes unless a value is tabulated, and a value unless a refusal is.
  public var passes: Bool {
    if refusal != nil { return expectsRefusal ?? true }
    return expectsRefusal != true && comparisons.allSatisfy(\.passes)
  }

  /// One quantity: what was expected, what was obtained.
  public struct Comparison: Sendable {
    /// What it is.
    public let name: String
    /// The tabulated value, if there is one.
    public let tabulated: Double?
    /// What the closed form says.
    public let closedForm: Double
    /// What the simulator obtains.
    public let obtained: Double
    /// How far obtained and expected value may lie apart.
    public let tolerance: Verification.Tolerance
    /// How far a tabulated value may lie from the truth because it is rounded.
    let rounding: Double

    /// The tabulated value where there is one, else what the closed form says.
    public var expected: Double { tabulated ?? closedForm }

    /// How far the obtained value is off: relative in deterministic modes (absolute where the
    /// expected value is 0), in standard errors in simulated modes.
    ///
    /// The greater of the distances from the closed form and from the nearest number that rounds to
    /// the tabulated value, so that the rounding of a table is not taken for an error.
    public var error: Double {
      let fromTable = tabulated.map { max(0, Self.distance(obtained, $0) - rounding) } ?? 0
      let distance = max(Self.distance(obtained, closedForm), fromTable)
      // A comparison with nothing is no agreement; `max` might pass it over.
      if distance.isNaN || obtained.isNaN || closedForm.isNaN { return .nan }
      switch tolerance {
      case .relative: return expected == 0 || distance == 0 ? distance : distance / abs(expected)
      case .standardErrors(_, let standardError):
        return distance <= tolerance.rounding(around: expected) ? 0 : distance / standardError
      }
    }

    /// Whether the obtained value agrees with both the closed form and the table, and these two
    /// with each other.
    ///
    /// A tabulated value is rounded, so half a unit of its last digit is added to the tolerance.
    public var passes: Bool {
      guard isClose(obtained, to: closedForm, allowing: 0) else { return false }
      guard let tabulated else { return true }
      let exact = Verification.Tolerance.deterministic.width(around: tabulated)
      return isClose(obtained, to: tabulated, allowing: rounding)
        && Self.distance(closedForm, tabulated) <= exact + rounding
    }

    private func isClose(_ value: Double, to other: Double, allowing rounding: Double) -> Bool {
      Self.distance(value, other) <= tolerance.width(around: other) + rounding
    }

    /// Equal infinities are no distance apart.
    private static func distance(_ first: Double, _ second: Double) -> Double {
      first == second ? 0 : abs(first - second)
    }
  }
}

extension Verification.Tolerance {
  /// The greatest distance from a value that is tolerated.
  func width(around value: Double) -> Double {
    switch self {
    case .relative(let share): value == 0 ? share : value.isFinite ? share * abs(value) : 0
    case .standardErrors(let number, let standardError):
      number * standardError + rounding(around: value)
    }
  }

  /// What floating-point arithmetic may lose where chance plays no part.
  func rounding(around value: Double) -> Double { 1e-12 * max(abs(value), 1e-3) }

  /// Whether the mode is simulated.
  public var isSimulated: Bool {
    if case .standardErrors = self { true } else { false }
  }
}
