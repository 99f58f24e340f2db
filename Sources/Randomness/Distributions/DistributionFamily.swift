/// A family of distributions as scenario files name it: its parameters, their meaning and ranges.
///
/// One list, `Distribution.catalogue`, drives the decoding of scenario files, their JSON Schema
/// and the command that lists distributions.
public struct DistributionFamily: Sendable, Equatable {
  /// The name in scenario files, such as "lognormal".
  public let name: String

  /// What the family describes, in one sentence.
  public let summary: String

  /// The function of the GNU Scientific Library that draws from it, or how it is drawn.
  public let sampler: String

  /// Whether only whole numbers occur.
  public let isWhole: Bool

  /// The sets of parameters that define a member; the first is the family's own.
  public let parametrisations: [Parametrisation]

  /// One way to define a member of a family.
  public struct Parametrisation: Sendable, Equatable {
    /// The parameters, all required.
    public let parameters: [Parameter]

    /// The names of the parameters, in order.
    public var names: [String] { parameters.map(\.name) }
  }

  /// A parameter of a family.
  public struct Parameter: Sendable, Equatable {
    /// The name in scenario files, such as "sigma".
    public let name: String

    /// What it means.
    public let meaning: String

    /// What it is made of.
    public let kind: Kind

    /// The admissible numbers, for numbers and for each element of a list.
    public let range: ParameterRange

    /// Whether it is in the unit of the quantity described; otherwise it is a pure number.
    public let hasUnitOfValue: Bool
  }

  /// What a parameter is made of.
  public enum Kind: String, Sendable {
    /// A single number.
    case number

    /// A list of numbers.
    case numbers

    /// A text.
    case text

    /// A list of weighted distributions.
    case components
  }
}

/// A change to a distribution as scenario files name it.
public struct DistributionModifier: Sendable, Equatable {
  /// The name in scenario files, such as "max".
  public let name: String

  /// What it does.
  public let meaning: String

  /// The admissible numbers; nil for a choice of words.
  public let range: ParameterRange?

  /// The admissible words; empty for a number.
  public let choices: [String]

  /// Whether it is in the unit of the quantity described; otherwise it is a pure number.
  public let hasUnitOfValue: Bool
}

extension Distribution {
  /// The family of that name, if there is one.
  public static func family(named name: String) -> DistributionFamily? {
    catalogue.first { $0.name == name }
  }

  /// The member of a family with the given parameters, all of them numbers in the unit of the
  /// quantity described.
  ///
  /// Which parametrisation is meant follows from the names.
  ///
  /// - Throws: `DistributionError` for an unknown family, for names that are no parametrisation
  ///   of it, for families that are defined by lists, and for numbers out of range.
  public init(family name: String, parameters: [String: Double]) throws(DistributionError) {
    guard let family = Self.family(named: name) else {
      throw DistributionError(
        what: "distribution", parameter: "family", found: name,
        expected: "one of \(Self.catalogue.map(\.name).joined(separator: ", "))")
    }
    let given = parameters.keys.sorted()
    let parametrisation = family.parametrisations.first { $0.names.sorted() == given }
    guard let parametrisation else {
      let choices = family.parametrisations.map { "(\($0.names.joined(separator: ", ")))" }
      throw DistributionError(
        what: name, parameter: "parameters",
        found: given.isEmpty ? "missing" : given.joined(separator: ", "),
        expected: choices.joined(separator: " or "))
    }
    var values: [Double] = []
    for parameter in parametrisation.parameters {
      guard parameter.kind == .number, let value = parameters[parameter.name] else {
        throw DistributionError(
          what: name, parameter: parameter.name, found: "a number",
          expected: "\(parameter.kind.rawValue)")
      }
      values.append(value)
    }
    self = try Self.member(of: name, parametrisation.names, values)
  }

  private static func member(
    of name: String, _ names: [String], _ values: [Double]
  ) throws(DistributionError) -> Distribution {
    switch (name, names) {
    case ("constant", _): try constant(values[0])
    case ("exponential", _): try exponential(mean: values[0])
    case ("lognormal", ["zeta", "sigma"]): try lognormal(zeta: values[0], sigma: values[1])
    case ("lognormal", ["mean", "cv"]): try lognormal(mean: values[0], cv: values[1])
    case ("lognormal", ["median", "cv"]): try lognormal(median: values[0], cv: values[1])
    case ("lognormal", ["median", "sigma"]): try lognormal(median: values[0], sigma: values[1])
    case ("gaussian", _): try gaussian(mean: values[0], sigma: values[1])
    case ("uniform", _): try uniform(low: values[0], high: values[1])
    case ("gamma", ["shape", "scale"]): try gamma(shape: values[0], scale: values[1])
    case ("gamma", ["mean", "cv"]): try gamma(mean: values[0], cv: values[1])
    case ("weibull", _): try weibull(scale: values[0], exponent: values[1])
    case ("pareto", _): try pareto(exponent: values[0], minimum: values[1])
    case ("beta", ["a", "b"]): try beta(a: values[0], b: values[1])
    case ("beta", ["mean", "concentration"]):
      try beta(mean: values[0], concentration: values[1])
    case ("triangular", _): try triangular(low: values[0], mode: values[1], high: values[2])
    case ("pert", _): try pert(low: values[0], mode: values[1], high: values[2])
    case ("poisson", _): try poisson(mean: values[0])
    case ("binomial", _):
      try binomial(trials: wholeTrials(values[0]), probability: values[1])
    case ("negativeBinomial", _): try negativeBinomial(p: values[0], n: values[1])
    case ("logarithmic", _): try logarithmic(p: values[0])
    default:
      preconditionFailure("the catalogue lists \(name)(\(names)), but nothing constructs it")
    }
  }

  private static func wholeTrials(_ value: Double) throws(DistributionError) -> Int {
    try ParameterRange.wholeCount.check(value, "trials", of: "binomial")
    return Int(value)
  }
}
