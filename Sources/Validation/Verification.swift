/// A closed form from the literature, and how the simulator's own code is held against it.
///
/// A verification knows rows of parameters for which the right values are tabulated, and can be
/// evaluated for any other parameters as well: then the closed form itself is what is expected.
public struct Verification: Sendable {
  /// Name on the command line, such as `tournament`.
  public let name: String
  /// Section of the table of closed forms, such as `2d`.
  public let section: String
  /// One line for people.
  public let title: String
  /// Where the closed form comes from.
  public let source: String
  /// What it depends on, in the order of the rows.
  public let parameters: [Parameter]
  /// Parameters for which values are tabulated.
  public let rows: [Row]
  /// What the simulator obtains, and what the closed form says, for given parameters.
  let evaluate: @Sendable ([Double]) throws -> [Quantity]

  /// Describes a verification.
  init(
    _ name: String, section: String, _ title: String, source: String, parameters: [Parameter],
    rows: [Row], evaluate: @escaping @Sendable ([Double]) throws -> [Quantity]
  ) {
    self.name = name
    self.section = section
    self.title = title
    self.source = source
    self.parameters = parameters
    self.rows = rows
    self.evaluate = evaluate
  }

  /// A number that the closed form depends on.
  public struct Parameter: Sendable {
    /// Name on the command line, such as `sigma`.
    public let name: String
    /// What it means.
    public let meaning: String
    /// Value when it is not given.
    public let standard: Double
    /// Values that make sense.
    public let range: ClosedRange<Double>

    /// Describes a parameter.
    public init(
      _ name: String, _ meaning: String, standard: Double, range: ClosedRange<Double>
    ) {
      self.name = name
      self.meaning = meaning
      self.standard = standard
      self.range = range
    }
  }

  /// Tabulated values for one set of parameters.
  public struct Row: Sendable {
    /// Values of the parameters, in their order.
    public let parameters: [Double]
    /// Tabulated values by name of the quantity.
    public let expected: [(quantity: String, value: Double)]

    /// Creates a row.
    public init(_ parameters: [Double], _ expected: [(quantity: String, value: Double)]) {
      self.parameters = parameters
      self.expected = expected
    }
  }

  /// One quantity: what the closed form says, what the simulator's code obtains.
  public struct Quantity: Sendable {
    /// What it is.
    public let name: String
    /// What the closed form says.
    public let closedForm: Double
    /// What the simulator obtains.
    public let obtained: Double
    /// How far the two may lie apart.
    public let tolerance: Tolerance

    /// Creates a quantity.
    public init(_ name: String, closedForm: Double, obtained: Double, _ tolerance: Tolerance) {
      self.name = name
      self.closedForm = closedForm
      self.obtained = obtained
      self.tolerance = tolerance
    }
  }

  /// How far an obtained value may lie from the expected one.
  public enum Tolerance: Sendable, Equatable {
    /// Relative error, for deterministic modes; absolute where the expected value is 0.
    case relative(Double)
    /// A number of standard errors, for simulated modes.
    case standardErrors(Double, standardError: Double)
  }
}

/// There is no value to compare: for example a first-order condition without an equilibrium.
public struct VerificationRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why, for people.
  public let description: String

  /// Creates a refusal.
  public init(_ description: String) { self.description = description }
}
