import Experiments
import Foundation
import Incentives
import Measures
import ScenarioFiles
import WorkplaceModel

/// What is to be designed, read from the scenario and from the options that stand in its place.
struct OptimisationQuestion {
  /// The problem.
  let problem: OptimisationProblem
  /// Bounds as they were written.
  let boundTexts: [String]
  /// What the scenario has for each factor, as it would be written; nil where nothing is there.
  let startTexts: [String?]
  /// What may not be meant.
  let warnings: [String]

  /// Reads the question.
  ///
  /// - Throws: `ScenarioErrors` with everything that is wrong with it.
  init(
    _ loaded: LoadedScenario, policy: String?, factors: FactorOptionGroup, maximize: String?,
    bounds: [String]
  ) throws(ScenarioErrors) {
    let declared = loaded.scenario.design.optimisation
    var mistakes: [ScenarioDiagnostic] = []
    func collect<Value>(_ body: () throws(ScenarioErrors) -> Value) -> Value? {
      do {
        return try body()
      } catch {
        mistakes += error.diagnostics
        return nil
      }
    }
    let catalogue = MeasureCatalogue(loaded.scenario)
    let name = collect { () throws(ScenarioErrors) in
      try Self.policy(policy ?? declared?.policy, in: loaded.scenario)
    }
    let objective = collect { () throws(ScenarioErrors) in
      try Self.measure(
        maximize ?? declared?.objective ?? "net_value_usd", catalogue,
        by: maximize == nil ? "optimize.maximize" : "--maximize")
    }
    let written =
      bounds.isEmpty
      ? (declared?.bounds ?? []).map { BoundText($0) }
      : bounds.map { BoundText($0) }
    let constraints = written.compactMap { text in
      collect { () throws(ScenarioErrors) in try text.constraint(catalogue) }
    }
    let found = collect { () throws(ScenarioErrors) in
      try Self.factors(factors, declared, of: loaded)
    }
    guard mistakes.isEmpty, let name, let objective, let found else {
      throw ScenarioErrors(mistakes)
    }
    problem = OptimisationProblem(
      policy: name, factors: found, maximising: objective.identifier, subjectTo: constraints,
      start: found.map { loaded.position(of: $0) })
    boundTexts = written.map(\.bound)
    startTexts = found.map { Self.startText(of: $0, in: loaded) }
    warnings = Self.warnings(about: found, policy: name)
  }

  /// What the scenario has for a factor, in the notation of the factor where it lies in its range.
  private static func startText(of factor: Factor, in loaded: LoadedScenario) -> String? {
    guard case .interval(_, _, _, let notation) = factor.range,
      let number = loaded.position(of: factor).flatMap({ factor.number(at: $0) }),
      let rounded = Double(String(format: "%.9g", number))
    else { return loaded.text(at: factor.path) }
    return notation.text(of: rounded)
  }

  private static func policy(
    _ name: String?, in scenario: Scenario
  ) throws(ScenarioErrors) -> String {
    let names = scenario.policies.map(\.name)
    let others = names.indices.filter { $0 != scenario.baseline }.map { names[$0] }
    guard let name else {
      if others.count == 1 { return others[0] }
      throw Self.mistake(
        "--policy: no policy to design is named",
        expected: "one of \(others.joined(separator: ", "))")
    }
    guard names.contains(name) else {
      throw Self.mistake(
        "--policy: there is no policy '\(name)'",
        expected: "one of \(names.joined(separator: ", "))",
        suggestion: NearestName.nearest(to: name, among: names))
    }
    return name
  }

  /// The measure called so, which single runs must have.
  static func measure(
    _ name: String, _ catalogue: MeasureCatalogue, by option: String
  ) throws(ScenarioErrors) -> Measure {
    guard let measure = catalogue.measure(name) else {
      throw mistake(
        "\(option): there is no measure '\(name)'",
        expected: "one that goodhart list measures prints",
        suggestion: NearestName.nearest(
          to: name, among: catalogue.measures.map(\.identifier)))
    }
    guard !measure.needsCounterfactuals else {
      throw mistake(
        "\(option): '\(name)' compares a run with its counterfactuals, which a search does not make",
        expected: "a measure of single runs, such as net_value_usd")
    }
    return measure
  }

  private static func factors(
    _ options: FactorOptionGroup, _ declared: OptimisationDesign?, of loaded: LoadedScenario
  ) throws(ScenarioErrors) -> [Factor] {
    let factors =
      if options.vary.isEmpty, let declared, !declared.factors.isEmpty {
        try loaded.factors(
          from: declared.factors.map { "\($0.path)=\($0.range.text)" }, by: "optimize.vary")
      } else {
        try options.factors(of: loaded)
      }
    guard !factors.isEmpty else {
      throw mistake(
        "nothing may be chosen",
        expected: "--vary KEY=RANGE, such as "
          + "--vary 'policies.audited.audit.rate=0 % / week..30 % / week', or 'optimize: {vary: …}' "
          + "in the scenario")
    }
    return factors
  }

  private static func warnings(about factors: [Factor], policy: String) -> [String] {
    factors.filter { factor in
      !factor.path.hasPrefix("policies.\(policy).") && !factor.path.hasPrefix("parameters.")
    }.map { factor in
      factor.path.hasPrefix("policies.")
        ? "'\(factor.path)' belongs to another policy; it matters only if '\(policy)' extends that "
          + "one"
        : "'\(factor.path)' is no part of the policy '\(policy)': the search will choose the world "
          + "as well, while the baseline stays in the world of the file"
    }
  }

  static func mistake(
    _ what: String, expected: String, suggestion: String? = nil
  ) -> ScenarioErrors {
    ScenarioErrors([
      ScenarioDiagnostic(location: nil, what: what, expected: expected, suggestion: suggestion)
    ])
  }
}
