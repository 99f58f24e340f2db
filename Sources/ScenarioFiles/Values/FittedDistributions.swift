import Randomness

/// Distributions fitted to measurements, from `fitted_defaults.csv`.
///
/// Rows with the same key and role are the components of a mixture.
struct FittedDistributions: Sendable {
  /// One row of the table.
  struct Component: Sendable {
    let weight: Double
    let function: String
    let parameters: [Double]
    let capMinimum: Double?
    let capMaximum: Double?
  }

  /// The fits of one key and role.
  struct Fit: Sendable {
    let key: String
    let role: String
    let unit: String
    let source: String
    let note: String
    var components: [Component]
  }

  let fits: [Fit]

  init(table: CommaSeparatedTable) {
    var fits: [Fit] = []
    func cells(_ name: String) -> [String] { table.column(name) ?? [] }
    let (keys, roles, units) = (cells("key"), cells("role"), cells("unit"))
    let (weights, functions) = (cells("weight"), cells("gsl_function"))
    let (first, second) = (cells("p1"), cells("p2"))
    let (minima, maxima) = (cells("cap_min"), cells("cap_max"))
    let (sources, notes) = (cells("source"), cells("note"))
    for row in keys.indices {
      let component = Component(
        weight: Double(weights[row]) ?? 1, function: functions[row],
        parameters: [first[row], second[row]].compactMap(Double.init),
        capMinimum: Double(minima[row]), capMaximum: Double(maxima[row]))
      if let index = fits.firstIndex(where: { $0.key == keys[row] && $0.role == roles[row] }) {
        fits[index].components.append(component)
      } else {
        fits.append(
          Fit(
            key: keys[row], role: roles[row], unit: units[row], source: sources[row],
            note: notes[row], components: [component]))
      }
    }
    self.fits = fits
  }

  /// Every key, each once.
  var keys: [String] {
    var keys: [String] = []
    for fit in fits where !keys.contains(fit.key) { keys.append(fit.key) }
    return keys
  }

  /// The roles under which a key was fitted.
  func roles(of key: String) -> [String] {
    fits.filter { $0.key == key }.map(\.role)
  }

  /// The fit of a key in a role.
  func fit(of key: String, role: String) -> Fit? {
    fits.first { $0.key == key && $0.role == role }
  }
}

extension FittedDistributions.Fit {
  /// The distribution in the unit of the table.
  func distribution() throws(DistributionError) -> Distribution {
    var laws: [(weight: Double, Distribution)] = []
    for component in components {
      var law = try Self.law(component.function, component.parameters)
      if component.capMinimum != nil || component.capMaximum != nil {
        law = try law.capped(min: component.capMinimum, max: component.capMaximum)
      }
      laws.append((component.weight, law))
    }
    return laws.count == 1 ? laws[0].1 : try .mixture(laws)
  }

  private static func law(
    _ function: String, _ p: [Double]
  ) throws(DistributionError) -> Distribution {
    switch function {
    case "constant": try .constant(p[0])
    case "gsl_ran_lognormal": try .lognormal(zeta: p[0], sigma: p[1])
    case "floor(gsl_ran_lognormal)": try .lognormal(zeta: p[0], sigma: p[1]).rounded(.down)
    case "ceil(gsl_ran_lognormal)": try .lognormal(zeta: p[0], sigma: p[1]).rounded(.up)
    case "gsl_ran_weibull": try .weibull(scale: p[0], exponent: p[1])
    case "gsl_ran_gamma": try .gamma(shape: p[0], scale: p[1])
    case "gsl_ran_pareto": try .pareto(exponent: p[0], minimum: p[1])
    case "gsl_ran_beta": try .beta(a: p[0], b: p[1])
    case "gsl_ran_gaussian+mu": try .gaussian(mean: p[0], sigma: p[1])
    case "gsl_ran_logarithmic": try .logarithmic(p: p[0])
    case "gsl_ran_negative_binomial": try .negativeBinomial(p: p[0], n: p[1])
    case "1+gsl_ran_negative_binomial": try .negativeBinomial(p: p[0], n: p[1]).shifted(by: 1)
    default:
      throw DistributionError(
        what: "fitted", parameter: "gsl_function", found: function,
        expected: "a function of the table")
    }
  }

  /// The factor from the table's unit to the canonical unit of a dimension; nil when they measure
  /// different things.
  func factor(to dimension: QuantityDimension) -> Double? {
    switch (unit, dimension) {
    case ("s", .hours), ("s", .clockHours): 1.0 / 3600
    case ("min", .hours), ("min", .clockHours): 1.0 / 60
    case ("h", .hours), ("h", .clockHours): 1
    case ("token", .tokens), ("usd", .money): 1
    case ("1", .share), ("1", .number): 1
    case ("request", .count), ("call", .count), ("step", .count), ("session", .count),
      ("pull_request", .count), ("record", .count):
      1
    default: nil
    }
  }
}
