import Foundation

/// What `provenance.json` says about the making of a results folder.
public struct RecordedActivity: Sendable {
  /// The words of the command that makes the folder again, after the program's name.
  public let command: [String]
  /// The same as one line for a shell.
  public let commandLine: String
  /// What was studied, such as `sweep of meshclaw`.
  public let label: String
  /// Seed of the study.
  public let seed: String
  /// The files that its scenario was made from, apart from the scenario itself.
  public let sources: [SourceFile]
  /// SHA-256 of the resolved scenario in hexadecimal.
  public let scenarioDigest: String
  /// How big the study was.
  public let facts: Facts
  /// The versions it was made with, each with a name for people.
  public let versions: [(name: String, value: String)]

  /// Reads the text of a `provenance.json`; nil where it does not say which command made the folder.
  init?(_ text: String) {
    guard let document = try? JSONDecoder().decode(Document.self, from: Data(text.utf8)),
      let facts = document.activity["goodhart:run"], let words = facts.arguments, words.count >= 2
    else { return nil }
    command = words
    commandLine = facts.command ?? ""
    self.facts = facts
    label = facts.label ?? ""
    seed = facts.seed ?? ""
    let prefix = "goodhart:"
    sources = document.entity.compactMap { name, entity in
      guard name.hasPrefix(prefix + "sources/"), let digest = entity.sha256 else { return nil }
      return SourceFile(name: String(name.dropFirst(prefix.count)), digest: digest)
    }.sorted { Self.number(of: $0) < Self.number(of: $1) }
    scenarioDigest = document.entity[prefix + ResultsWriter.scenarioName]?.sha256 ?? ""
    let program = document.agent["goodhart:program"]
    versions = [
      ("goodhart", program?.version ?? ""),
      ("numerical library", program?.numericalLibrary ?? ""),
      ("compiler", program?.compiler ?? ""), ("platform", program?.platform ?? ""),
    ]
  }

  /// The name of the provenance in a results folder.
  static let fileName = "provenance.json"

  private static func number(of source: SourceFile) -> Int {
    source.name.split(separator: "/").dropFirst().first.flatMap { Int($0) } ?? 0
  }

  private struct Document: Decodable {
    var entity: [String: Entity]
    var activity: [String: Facts]
    var agent: [String: Program]
  }

  private struct Entity: Decodable {
    var sha256: String?
    enum CodingKeys: String, CodingKey { case sha256 = "goodhart:sha256" }
  }

  /// What the provenance says about the making, as far as a report tells it.
  public struct Facts: Decodable, Sendable {
    var label: String?
    var command: String?
    var arguments: [String]?
    var seed: String?
    /// Employees of all roles.
    public var people: Int?
    /// Weeks simulated under each policy.
    public var horizonWeeks: Int?
    /// Weeks simulated before.
    public var warmUpWeeks: Int?
    /// The last weeks of the horizon, over which measures are averaged.
    public var evaluationWeeks: Int?
    /// Independent repetitions.
    public var replications: Int?

    enum CodingKeys: String, CodingKey {
      case label = "prov:label"
      case command = "goodhart:command"
      case arguments = "goodhart:arguments"
      case seed = "goodhart:seed"
      case people = "goodhart:people"
      case horizonWeeks = "goodhart:horizonWeeks"
      case warmUpWeeks = "goodhart:warmUpWeeks"
      case evaluationWeeks = "goodhart:evaluationWeeks"
      case replications = "goodhart:replications"
    }
  }

  private struct Program: Decodable {
    var version: String?
    var numericalLibrary: String?
    var compiler: String?
    var platform: String?
    enum CodingKeys: String, CodingKey {
      case version = "goodhart:version"
      case numericalLibrary = "goodhart:numericalLibrary"
      case compiler = "goodhart:compiler"
      case platform = "goodhart:platform"
    }
  }
}
