import Experiments
import Foundation
import SwiftCSV

/// A results folder as data: its tables with types and units, and how it was made.
///
/// Everything a report shows comes from here, so a report can be made again from a folder alone.
public struct ResultsPackage: Sendable {
  /// The folder it was read from.
  public let path: String
  /// Identifier of the study.
  public let name: String
  /// One line for people.
  public let title: String
  /// What was done to make it.
  public let activity: RecordedActivity
  private let tables: [String: ResultTable]

  /// Reads a folder; tables that no report shows stay on the disk.
  ///
  /// - Throws: ``ResultsPackageError`` where the folder holds no results or a table is not what its
  ///   description says.
  public init(folder: String) throws(ResultsPackageError) {
    path = folder
    let descriptor = try Self.descriptor(inFolder: folder)
    name = descriptor.name
    title = descriptor.title
    // Results without their scenario could not be made again.
    _ = try Self.text(ResultsWriter.scenarioName, inFolder: folder)
    guard
      let activity = RecordedActivity(try Self.text(RecordedActivity.fileName, inFolder: folder))
    else {
      throw .unreadable(
        path: folder + "/" + RecordedActivity.fileName,
        reason: "it does not say which command made the folder")
    }
    self.activity = activity
    var tables: [String: ResultTable] = [:]
    for resource in descriptor.resources where !Self.unread.contains(resource.name) {
      tables[resource.name] = try resource.table(inFolder: folder)
    }
    self.tables = tables
  }

  /// The table called `name`; nil if the folder has none, or no report shows it.
  public func table(_ name: String) -> ResultTable? { tables[name] }

  /// The same with the tables of other folders that it lacks.
  ///
  /// - Throws: ``ResultsPackageError`` where another folder is about policies that this one lacks.
  func adding(_ others: [ResultsPackage]) throws(ResultsPackageError) -> ResultsPackage {
    var tables = tables
    for other in others {
      if let stranger = other.policyNames.first(where: { !policyNames.contains($0) }) {
        throw .otherScenario(path: other.path, policy: stranger)
      }
      tables.merge(other.tables) { own, _ in own }
    }
    return ResultsPackage(self, tables: tables)
  }

  /// The names of the policies, in the order of the scenario.
  private var policyNames: [String] {
    (table("policies")?.records ?? []).map { $0.text("policy") }
  }

  private init(_ package: ResultsPackage, tables: [String: ResultTable]) {
    path = package.path
    name = package.name
    title = package.title
    activity = package.activity
    self.tables = tables
  }

  /// Large tables, or tables about tables, which no report shows.
  private static let unread: Set<String> = [
    "weekly", "incidents", "employee_weeks", "replications", "distortion", "data_dictionary",
    "pairs", "corners_conclusions", "decision_rules_conclusions",
  ]

  private static func descriptor(
    inFolder folder: String
  ) throws(ResultsPackageError) -> PackageDescriptor {
    let text = try text(PackageDescriptor.fileName, inFolder: folder)
    do {
      return try JSONDecoder().decode(PackageDescriptor.self, from: Data(text.utf8))
    } catch {
      throw .unreadable(
        path: folder + "/" + PackageDescriptor.fileName, reason: "it describes no tables")
    }
  }

  static func text(
    _ name: String, inFolder folder: String
  ) throws(ResultsPackageError) -> String {
    do {
      return try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    } catch {
      throw .missing(path: folder, file: name)
    }
  }
}

/// Why a folder cannot be reported on.
public enum ResultsPackageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It lacks a file that every results folder has.
  case missing(path: String, file: String)
  /// A file is not what it should be.
  case unreadable(path: String, reason: String)
  /// It is about another scenario than the folder it is to be shown with.
  case otherScenario(path: String, policy: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .missing(let path, let file):
      "\(path) is not a results folder: it has no \(file); goodhart run writes one"
    case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
    case .otherScenario(let path, let policy):
      "\(path) is about the policy \(policy), which the first folder does not have"
    }
  }
}
