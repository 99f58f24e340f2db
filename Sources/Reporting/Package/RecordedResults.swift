import Foundation

/// A results folder as it was found: its files, whether they are still what was written, and how to
/// make them again.
public struct RecordedResults: Sendable {
  /// The folder.
  public let path: String
  /// The files of its own list of hashes, in order, and the list itself.
  public let files: [SourceFile]
  /// The words of the command that made it, after the program's name.
  public let command: [String]
  /// The files that its scenario was made from, apart from the scenario itself.
  public let sources: [SourceFile]
  /// The versions it was made with, each with a name for people.
  public let versions: [(name: String, value: String)]

  /// Reads a folder.
  ///
  /// - Throws: ``RecordedResultsError``.
  public init(path: String) throws(RecordedResultsError) {
    self.path = path
    guard let seal = Self.text(path, StagedFolder.sealName) else {
      throw .notResults(path: path, missing: StagedFolder.sealName)
    }
    files = seal.split(separator: "\n").compactMap { SourceFile(line: String($0)) }
    for name in [Self.provenanceName, ResultsWriter.scenarioName] {
      guard Self.text(path, name) != nil else { throw .notResults(path: path, missing: name) }
    }
    guard let provenance = Self.text(path, Self.provenanceName),
      let document = try? JSONDecoder().decode(Document.self, from: Data(provenance.utf8)),
      let facts = document.activity["goodhart:run"], let words = facts.arguments, words.count >= 2
    else { throw .noCommand(path: path) }
    command = words
    let prefix = "goodhart:"
    sources = document.entity.compactMap { name, entity in
      guard name.hasPrefix(prefix + "sources/"), let digest = entity.sha256 else { return nil }
      return SourceFile(name: String(name.dropFirst(prefix.count)), digest: digest)
    }.sorted { Self.number(of: $0) < Self.number(of: $1) }
    let program = document.agent["goodhart:program"]
    versions = [
      ("goodhart", program?.version ?? ""),
      ("numerical library", program?.numericalLibrary ?? ""),
      ("compiler", program?.compiler ?? ""), ("platform", program?.platform ?? ""),
    ]
  }

  /// The versions of this program, named alike.
  public static var currentVersions: [(name: String, value: String)] {
    [
      ("goodhart", GoodhartVersion.current), ("numerical library", Platform.numericalLibrary),
      ("compiler", Platform.compiler), ("platform", Platform.name),
    ]
  }

  /// The files that are not what was written, or have gone.
  public var altered: [String] {
    files.filter { file in
      guard let data = FileManager.default.contents(atPath: path + "/" + file.name) else {
        return true
      }
      return SHA256.hexDigest(of: Array(data)) != file.digest
    }.map(\.name)
  }

  /// How the files compare with those of another folder made in the same way.
  public func comparison(with other: String) -> [(name: String, verdict: Verdict)] {
    let own = files.map(\.name) + [StagedFolder.sealName]
    let made = StagedFolder.sealedNames(inFolder: other)
    let compared = own.map { name -> (name: String, verdict: Verdict) in
      guard let again = FileManager.default.contents(atPath: other + "/" + name) else {
        return (name, .notMade)
      }
      let data = FileManager.default.contents(atPath: path + "/" + name)
      return (name, data == again ? .same : .different)
    }
    return compared + made.subtracting(own).sorted().map { ($0, .new) }
  }

  /// What becomes of a file when it is made again.
  public enum Verdict: String, Sendable {
    /// The same bytes.
    case same
    /// Other bytes.
    case different
    /// It is in the folder, and was not made again.
    case notMade = "not made"
    /// It was made, and is not in the folder.
    case new
  }

  /// The name of the provenance in a results folder.
  static let provenanceName = "provenance.json"

  private static func text(_ folder: String, _ name: String) -> String? {
    try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

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

  private struct Facts: Decodable {
    var arguments: [String]?
    enum CodingKeys: String, CodingKey { case arguments = "goodhart:arguments" }
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

/// Why a folder cannot be made again.
public enum RecordedResultsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// It lacks a file that every results folder has.
  case notResults(path: String, missing: String)
  /// Its provenance does not say how it was made.
  case noCommand(path: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .notResults(let path, let missing):
      "\(path) is not a results folder: it has no \(missing)"
    case .noCommand(let path):
      "\(path)/\(RecordedResults.provenanceName) does not say which command made the folder"
    }
  }
}
