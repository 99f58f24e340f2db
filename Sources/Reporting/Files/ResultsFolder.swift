import Foundation

/// A folder that is either wholly old or wholly new.
///
/// Files are written to a hidden sibling folder, which takes the place of the named one when
/// everything is on the disk. A failure or an interruption before that leaves what was there.
/// A folder that holds anything this program did not write is never replaced.
public struct ResultsFolder: Sendable {
  /// The folder, as the user named it.
  public let path: String
  private let target: String

  /// Names the folder; nothing is touched yet.
  public init(path: String) {
    self.path = path
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    // A link stays a link: what it points to is replaced.
    if let resolved = realpath(target, nil) {
      target = String(cString: resolved)
      free(resolved)
    }
    self.target = target
  }

  /// Finds out, before any work is done for it, whether the folder can be written.
  ///
  /// - Throws: `ResultsFolderError` when it would have to replace something that is not a results
  ///   folder; `FileSystemError` when the system refuses.
  public func checkWritable() throws {
    try checkReplaceable()
    let created = try FolderOperations.createParents(of: target)
    defer { created.reversed().forEach(FolderOperations.removeEmptyFolder) }
    try naming(path, insteadOf: staging) {
      try FolderOperations.createFolder(staging)
      FolderOperations.removeEmptyFolder(staging)
    }
  }

  /// Writes the files that the body adds, seals them with `SHA256SUMS` and moves the folder into
  /// place.
  ///
  /// - Throws: What the body throws, `ResultsFolderError` or `FileSystemError`; the folder is then
  ///   as it was before.
  public func replaceContents(_ body: (inout StagedFolder) throws -> Void) throws {
    try checkReplaceable()
    let created = try FolderOperations.createParents(of: target)
    do {
      try naming(path, insteadOf: staging) {
        try FolderOperations.createFolder(staging)
        var staged = StagedFolder(path: staging)
        try body(&staged)
        try staged.seal()
        try moveIntoPlace()
      }
    } catch {
      try? FolderOperations.removeFolder(staging)
      created.reversed().forEach(FolderOperations.removeEmptyFolder)
      throw error
    }
  }

  /// The old folder steps aside and comes back if the new one cannot take its place.
  private func moveIntoPlace() throws {
    guard try FolderOperations.occupant(of: target) == .folder else {
      return try FolderOperations.move(staging, to: target)
    }
    let aside = sibling("replaced")
    try FolderOperations.move(target, to: aside)
    do {
      try FolderOperations.move(staging, to: target)
    } catch {
      try FolderOperations.move(aside, to: target)
      throw error
    }
    try FolderOperations.removeFolder(aside)
  }

  private func checkReplaceable() throws {
    guard target != "/" else { throw ResultsFolderError.notResults(path: path, foreign: "/") }
    switch try FolderOperations.occupant(of: target) {
    case .nothing: return
    case .other: throw ResultsFolderError.notFolder(path: path)
    case .folder:
      let names = try FolderOperations.names(inFolder: target)
      let known = StagedFolder.sealedNames(inFolder: target)
      if let foreign = names.first(where: { !known.contains($0) && !Self.derived.contains($0) }) {
        throw ResultsFolderError.notResults(path: path, foreign: foreign)
      }
      try checkFigures(among: names)
    }
  }

  private func checkFigures(among names: [String]) throws {
    let figures = target + "/" + FigureFolder.name
    guard names.contains(FigureFolder.name),
      try FolderOperations.occupant(of: figures) == .folder
    else { return }
    let foreign = try FolderOperations.names(inFolder: figures).first { !FigureFolder.isOwn($0) }
    if let foreign {
      throw ResultsFolderError.notResults(path: path, foreign: "\(FigureFolder.name)/\(foreign)")
    }
  }

  /// What is made from results and stands among them without being sealed.
  private static let derived: Set<String> = [ReportPage.fileName, FigureFolder.name]

  /// A hidden file or folder beside the folder, for what belongs to its making.
  ///
  /// - Parameter suffix: what its name ends with, such as `runs.sqlite`.
  public func hiddenSibling(_ suffix: String) -> String {
    let parts = target.split(separator: "/")
    let name = parts.last.map(String.init) ?? target
    return target.dropLast(name.count) + ".\(name).\(suffix)"
  }

  private var staging: String { sibling("partial") }

  private func sibling(_ purpose: String) -> String { hiddenSibling("\(purpose)-\(getpid())") }

  /// Errors speak of the folder that the user named.
  private func naming(
    _ shown: String, insteadOf hidden: String, _ body: () throws -> Void
  ) throws {
    do {
      try body()
    } catch var error as FileSystemError {
      if error.path.hasPrefix(hidden) {
        error.path = shown + error.path.dropFirst(hidden.count)
      }
      throw error
    }
  }
}

/// Why a folder cannot hold results.
public enum ResultsFolderError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Something that is not a folder stands there.
  case notFolder(path: String)
  /// The folder holds something that this program did not write.
  case notResults(path: String, foreign: String)

  /// One line for people: what is wrong and what helps.
  public var description: String {
    switch self {
    case .notFolder(let path):
      "\(path) is not a folder; move it away, or choose another folder with --out"
    case .notResults(let path, let foreign):
      """
      \(path) holds “\(foreign)”, which is not a file of earlier results, and would be lost; \
      move it away, or choose another folder with --out
      """
    }
  }
}
