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
  /// Whether its rows take minutes, so that it is left out unless it is asked for by name.
  public private(set) var takesMinutes = false
  /// What the simulator obtains, and what the closed form says, for given parameters and seed.
  let evaluate: @Sendable (_ values: [Double], _ seed: UInt64) throws -> [Quantity]

  /// Describes a verification that draws no random numbers.
  init(
    _ name: String, section: String, _ title: String, source: String, parameters: [Parameter],
    rows: [Row], evaluate: @escaping @Sendable ([Double]) throws -> [Quantity]
  ) {
    self.init(
      name, section: section, title, source: source, parameters: parameters, rows: rows,
      simulate: { values, _ in try evaluate(values) })
  }

  /// Describes a verification that simulates: what it obtains depends on a seed.
  init(
    _ name: String, section: String, _ title: String, source: String, parameters: [Parameter],
    rows: [Row], simulate: @escaping @Sendable ([Double], UInt64) throws -> [Quantity]
  ) {
    self.name = name
    self.section = section
    self.title = title
    self.source = source
    self.parameters = parameters
    self.rows = rows
    self.evaluate = simulate
  }

  /// The same, left out unless it is asked for by name.
  var onRequest: Verification {
    var verification = self
    verification.takesMinutes = true
    return verification
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
    /// Whether it counts something.
    public let isWhole: Bool

    /// Describes a parameter.
    public init(
      _ name: String, _ meaning: String, standard: Double, range: ClosedRange<Double>,
      isWhole: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.standard = standard
      self.range = range
      self.isWhole = isWhole
    }
  }

  /// Tabulated values for one set of parameters.
  public struct Row: Sendable {
    /// Values of the parameters, in their order.
    public let parameters: [Double]
    /// Tabulated values by name of the quantity; empty where the right answer is a refusal.
    public let expected: [(quantity: String, value: Double)]
    /// Significant digits to which the values are tabulated.
    public let digits: Int
    /// Decimals to which the values are tabulated, where their number is the same for all instead.
    public let decimals: Int?

    /// Creates a row.
    public init(
      _ parameters: [Double], _ expected: [(quantity: String, value: Double)], digits: Int = 9,
      decimals: Int? = nil
    ) {
      self.parameters = parameters
      self.expected = expected
      self.digits = digits
      self.decimals = decimals
    }

    /// Creates a row for which there is no value, and the right answer is a refusal.
    public static func refused(_ parameters: [Double]) -> Row { Row(parameters, []) }

    /// Whether the right answer is a refusal.
    public var isRefusal: Bool { expected.isEmpty }
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

    /// What deterministic modes are held to: a relative error of one in a million.
    public static let deterministic = Tolerance.relative(1e-6)
  }
}

/// There is no value to compare: for example a first-order condition without an equilibrium.
public struct VerificationRefusal: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why, for people.
  public let description: String

  /// Creates a refusal.
  public init(_ description: String) { self.description = description }
}
