import Foundation

/// A results folder as it was found: its files, whether they are still what was written, and how to
/// make them again.
public struct RecordedResults: Sendable {
  /// The folder.
  public let path: String
  /// The files of its own list of hashes, in order, and the list itself.
  public let files: [SourceFile]
  /// What its provenance says about its making.
  public let activity: RecordedActivity

  /// Reads a folder.
  ///
  /// - Throws: ``RecordedResultsError``.
  public init(path: String) throws(RecordedResultsError) {
    self.path = path
    guard let seal = Self.text(path, StagedFolder.sealName) else {
      throw .notResults(path: path, missing: StagedFolder.sealName)
    }
    files = seal.split(separator: "\n").compactMap { SourceFile(line: String($0)) }
    for name in [RecordedActivity.fileName, ResultsWriter.scenarioName] {
      guard Self.text(path, name) != nil else { throw .notResults(path: path, missing: name) }
    }
    guard let provenance = Self.text(path, RecordedActivity.fileName),
      let activity = RecordedActivity(provenance)
    else { throw .noCommand(path: path) }
    self.activity = activity
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

  private static func text(_ folder: String, _ name: String) -> String? {
    try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
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
      "\(path)/\(RecordedActivity.fileName) does not say which command made the folder"
    }
  }
}
