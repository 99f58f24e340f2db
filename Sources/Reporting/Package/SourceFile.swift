import Foundation
import ScenarioFiles

/// A file that went into results or came out, known by name and content.
public struct SourceFile: Sendable, Equatable {
  /// Its name in provenance: `scenario.yaml`, `sources/1/library.yaml`.
  public var name: String
  /// SHA-256 of its content in hexadecimal.
  public var digest: String

  /// Describes a file.
  public init(name: String, digest: String) {
    self.name = name
    self.digest = digest
  }

  /// Hash and name on one line.
  public var line: String { "\(digest)  \(name)" }

  /// Reads ``line``.
  public init?(line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2, parts[0].count == 64 else { return nil }
    self.init(
      name: parts[1].trimmingCharacters(in: .whitespaces), digest: String(parts[0]))
  }

  /// The files behind a scenario file, which is in the results itself, resolved.
  ///
  /// - Throws: `FileSystemError` where one has gone since it was read.
  public static func behind(_ loaded: LoadedScenario) throws -> [SourceFile] {
    try loaded.sourceFiles.dropFirst().enumerated().map { index, path in
      guard let data = FileManager.default.contents(atPath: path) else {
        throw FileSystemError(.read, path: path, code: ENOENT)
      }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      return SourceFile(
        name: "sources/\(index + 1)/\(name)", digest: SHA256.hexDigest(of: Array(data)))
    }
  }
}
