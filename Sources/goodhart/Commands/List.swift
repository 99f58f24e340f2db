import ArgumentParser
import Foundation
import Incentives
import Measures
import Reporting
import ScenarioFiles
import WorkplaceModel

/// `goodhart list`: the vocabulary, and what a scenario declares.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what there is: in the language, or in a scenario.",
    discussion: """
      Examples:

        goodhart list observables                  what a metric formula may name
        goodhart list measures                     what a run reports
        goodhart list policies pilot.yaml          what a scenario compares
        goodhart list metrics pilot.yaml --format csv
      """)

  /// What can be listed.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case policies, metrics, observables, measures, distributions, techniques, scenarios

    /// Whether the things are declared by a scenario.
    var needsScenario: Bool { self == .policies || self == .metrics }

    /// Whether a scenario may be given.
    var takesScenario: Bool { needsScenario || self == .measures }
  }

  @Argument(help: "What to list.")
  var kind: Kind

  @Argument(
    help: "The scenario that declares policies and metrics; - for standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var scenario: String?

  @Option(help: "How to print the list.")
  var format: OutputFormat = .table

  func validate() throws {
    if kind.needsScenario, scenario == nil {
      throw ValidationError(
        "list \(kind.rawValue): expected a scenario, such as: "
          + "goodhart list \(kind.rawValue) pilot.yaml")
    }
    if !kind.takesScenario, scenario != nil {
      throw ValidationError("list \(kind.rawValue) takes no scenario.")
    }
  }

  func run() throws {
    let declared = try scenario.map { try ScenarioLoader.load(path: $0).scenario }
    Console.printResult(listing(declared).text(as: format))
  }

  private func listing(_ scenario: Scenario?) -> Listing {
    switch kind {
    case .policies: Listing(policiesOf: scenario)
    case .metrics: Listing(metricsOf: scenario)
    case .observables: .observables
    case .measures: Listing(scenario.map { MeasureCatalogue($0) } ?? .common)
    case .distributions: .distributions
    case .techniques: .techniques
    case .scenarios: Listing(scenariosIn: "Scenarios")
    }
  }
}
