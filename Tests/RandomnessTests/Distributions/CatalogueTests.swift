import Randomness
import Testing

@Suite struct CatalogueTests {
  /// Admissible values for every parameter name of the catalogue.
  private static let ordinary: [String: Double] = [
    "value": 2, "mean": 0.5, "cv": 0.7, "median": 3, "sigma": 0.4, "zeta": 1, "low": 1, "mode": 2,
    "high": 4, "shape": 2, "scale": 3, "exponent": 1.5, "minimum": 6, "a": 2, "b": 3,
    "concentration": 5, "trials": 4, "probability": 0.3, "p": 0.4, "n": 2,
  ]

  @Test func `every parametrisation by numbers constructs its family`() throws {
    var constructed = 0
    for family in Distribution.catalogue {
      for parametrisation in family.parametrisations
      where parametrisation.parameters.allSatisfy({ $0.kind == .number }) {
        var parameters: [String: Double] = [:]
        for name in parametrisation.names {
          let value: Double = try #require(Self.ordinary[name], "\(family.name) \(name)")
          parameters[name] = value
        }
        let distribution = try Distribution(family: family.name, parameters: parameters)
        let isConstant = distribution.constantValue != nil
        #expect(isConstant || distribution.description.hasPrefix(family.name + "("))
        constructed += 1
      }
    }
    #expect(constructed == 20)
  }

  @Test func `the stated ranges are the ones enforced`() throws {
    for family in Distribution.catalogue {
      for parametrisation in family.parametrisations {
        for parameter in parametrisation.parameters where parameter.kind == .number {
          var parameters: [String: Double] = [:]
          for name in parametrisation.names { parameters[name] = Self.ordinary[name] }
          for value in [-1, 0, 0.05, 1, 1e9, .nan] where !parameter.range.contains(value) {
            parameters[parameter.name] = value
            #expect(throws: DistributionError.self, "\(family.name) \(parameter.name) \(value)") {
              try Distribution(family: family.name, parameters: parameters)
            }
          }
        }
      }
    }
  }

  @Test func `names are unique and parameters explained`() {
    let names = Distribution.catalogue.map(\.name)
    #expect(Set(names).count == names.count)
    for family in Distribution.catalogue {
      #expect(!family.summary.isEmpty && !family.parametrisations.isEmpty)
      for parameter in family.parametrisations.flatMap(\.parameters) {
        #expect(!parameter.meaning.isEmpty)
      }
    }
    #expect(Distribution.modifiers.map(\.name).contains("max"))
  }

  @Test func `an unknown family and a wrong set of parameters are told apart`() {
    let unknown = #expect(throws: DistributionError.self) {
      try Distribution(family: "lognorm", parameters: ["zeta": 0])
    }
    #expect(unknown?.parameter == "family")
    #expect(unknown?.expected.contains("lognormal") == true)
    let incomplete = #expect(throws: DistributionError.self) {
      try Distribution(family: "gamma", parameters: ["shape": 1])
    }
    #expect(
      incomplete?.description
        == "gamma: parameters is shape, expected (shape, scale) or (mean, cv)")
    let list = #expect(throws: DistributionError.self) {
      try Distribution(family: "discrete", parameters: ["values": 1, "weights": 1])
    }
    #expect(list?.parameter == "values")
    let fraction = #expect(throws: DistributionError.self) {
      try Distribution(family: "binomial", parameters: ["trials": 2.5, "probability": 0.5])
    }
    #expect(fraction?.parameter == "trials")
  }

  @Test func `ranges read as English`() {
    func range(_ family: String, _ parameter: String) -> String? {
      Distribution.family(named: family)?.parametrisations.flatMap(\.parameters)
        .first { $0.name == parameter }?.range.description
    }
    #expect(range("lognormal", "zeta") == "a finite number")
    #expect(range("gamma", "shape") == "a number above 0")
    #expect(range("binomial", "probability") == "a number of at least 0 and of at most 1")
    #expect(range("binomial", "trials") == "a whole number of at least 0 and of at most 100000000")
  }

  @Test func `descriptions read like the scenario file`() throws {
    #expect(
      try Distribution.lognormal(zeta: 0, sigma: 0.35).description
        == "lognormal(zeta 0, sigma 0.35)")
    #expect(
      try Distribution.gamma(shape: 1.5, scale: 2).capped(max: 40).description
        == "gamma(shape 1.5, scale 2) given at most 40")
    #expect(
      try Distribution.negativeBinomial(p: 0.5, n: 2).shifted(by: 1).description
        == "1 + negativeBinomial(p 0.5, n 2)")
    #expect(
      try Distribution.mixture([
        (1, .constant(0)), (3, .exponential(mean: 2).rounded(.up).clamped(min: 2, max: 9)),
      ]).description
        == "mixture(0.25: 0, 0.75: ceil(exponential(mean 2)) clamped to 2 to 9)")
    #expect(
      try Distribution.empirical([1, 2], source: "a log").description
        == "empirical(2 values, a log)")
  }
}
