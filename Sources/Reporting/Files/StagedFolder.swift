import Foundation

/// A results folder in the making: takes files and remembers their hashes.
public struct StagedFolder {
  private let path: String
  private var seals: [(name: String, digest: String)] = []

  init(path: String) { self.path = path }

  /// The files added so far with their SHA-256 in hexadecimal, in the order they were added.
  public var files: [(name: String, digest: String)] { seals }

  /// Adds one file, whose content the body writes.
  ///
  /// - Throws: `FileSystemError`, what the body throws, or `CancellationError` when the task was
  ///   cancelled.
  public mutating func addFile(
    _ name: String, _ body: (inout ResultsFile) throws -> Void
  ) throws {
    try Task.checkCancellation()
    var file = try ResultsFile(creatingAt: path + "/" + name)
    try body(&file)
    seals.append((name, try file.finish()))
  }

  /// Adds one file with this text.
  ///
  /// - Throws: As the other form does.
  public mutating func addFile(_ name: String, text: String) throws {
    try addFile(name) { file in try file.write(text) }
  }

  /// Writes the hashes in the form that `sha256sum -c` reads.
  mutating func seal() throws {
    let lines = seals.map { "\($0.digest)  \($0.name)\n" }.joined()
    var file = try ResultsFile(creatingAt: path + "/" + Self.sealName)
    try file.write(lines)
    _ = try file.finish()
  }

  /// The names that a results folder's own list of hashes accounts for.
  static func sealedNames(inFolder path: String) -> Set<String> {
    guard let text = try? String(contentsOfFile: path + "/" + sealName, encoding: .utf8) else {
      return []
    }
    let names = text.split(separator: "\n").compactMap { line -> String? in
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2, parts[0].count == 64 else { return nil }
      return parts[1].trimmingCharacters(in: .whitespaces)
    }
    return Set(names + [sealName])
  }

  /// The name of the list of hashes.
  static let sealName = "SHA256SUMS"
}
