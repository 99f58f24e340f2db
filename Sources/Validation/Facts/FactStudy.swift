import Experiments
import Foundation
import Measures
import ScenarioFiles
import WorkplaceModel

/// A scenario file to be simulated for facts, with what is set differently from the file.
public struct FactStudy: Sendable, Hashable {
  /// File below the folder of scenarios.
  public let file: String
  /// Keys set as on the command line.
  let settings: [Setting]
  /// Policies to simulate; nil for all of the file's.
  let policies: [String]?

  /// One key and its value.
  struct Setting: Hashable {
    let key: String
    let value: String
  }

  init(
    _ file: String, _ settings: KeyValuePairs<String, String> = [:], policies: [String]? = nil
  ) {
    self.file = file
    self.settings = settings.map { Setting(key: $0.key, value: $0.value) }
    self.policies = policies
  }

  /// File and settings for people.
  public var title: String {
    ([file] + settings.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }

  /// Simulates the study.
  ///
  /// - Parameters:
  ///   - folder: the folder of scenarios.
  ///   - replications: in place of the file's; nil for the file's.
  func run(
    in folder: String, threads: Int, replications: Int?,
    onProgress: @escaping @Sendable (ExperimentProgress) -> Void
  ) async throws -> FactData {
    let loaded = try ScenarioLoader.load(
      path: "\(folder)/\(file)",
      overrides: ScenarioOverrides(
        replications: replications, policies: policies,
        settings: settings.map { ($0.key, $0.value) }))
    let results = try await StudyRunner.run(
      loaded.scenario,
      options: StudyOptions(threads: threads, keepEmployeeWeeks: true, policies: policies),
      onProgress: onProgress)
    return FactData(results: results)
  }
}

/// What a study found, as facts ask for it.
struct FactData: Sendable {
  let results: StudyResults

  /// A name that the study does not have.
  struct UnknownName: Error, CustomStringConvertible {
    let description: String
  }

  /// Values of a measure under a policy, by replication.
  func values(_ measure: String, _ policy: String) throws -> [Double] {
    results.values(of: try position(measure), policy: try index(policy))
  }

  /// The same less another policy's, replication by replication.
  func difference(_ measure: String, _ policy: String, _ other: String) throws -> [Double] {
    zip(try values(measure, policy), try values(measure, other)).map { $0 - $1 }
  }

  /// The difference over the other policy's value.
  func relative(_ measure: String, _ policy: String, _ other: String) throws -> [Double] {
    zip(try values(measure, policy), try values(measure, other)).map { $0 / $1 - 1 }
  }

  /// How a policy's own dashboard reads a measure where nobody is rewarded by it.
  func unrewarded(_ measure: String, _ policy: String) throws -> [Double] {
    results.baselineValues(of: try position(measure), against: try index(policy))
  }

  /// A weekly measure under a policy, by replication, then week of the horizon.
  func weekly(_ measure: String, _ policy: String) throws -> [[Double]] {
    let position = try position(measure)
    guard let place = results.catalogue.weekly.firstIndex(of: position) else {
      throw UnknownName(description: "'\(measure)' is no weekly measure")
    }
    return results.runs[try index(policy)].map { $0.record.weekly.map { $0[place] } }
  }

  /// A column of the employees' weeks, by replication, week of the horizon and employee.
  func employees(_ column: String, _ policy: String) throws -> [[[Double]]] {
    try results.runs[try index(policy)].map { run in
      guard let weeks = run.employeeWeeks?.values(of: column) else {
        throw UnknownName(description: "employees' weeks have no column '\(column)'")
      }
      return weeks
    }
  }

  /// The first week of the evaluation window.
  var firstWeek: Int { results.scenario.horizonWeeks - results.scenario.evaluationWeeks }

  private func position(_ measure: String) throws -> Int {
    guard let position = results.catalogue.position(of: measure) else {
      throw UnknownName(description: "there is no measure '\(measure)'")
    }
    return position
  }

  private func index(_ policy: String) throws -> Int {
    guard let index = results.policyIndex(policy) else {
      throw UnknownName(description: "there is no policy '\(policy)'")
    }
    return index
  }
}
