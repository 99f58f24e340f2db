import Experiments
import Foundation
import Reporting
import RunStore
import ScenarioFiles

/// Whether an archive that is there is gone on with, replaced, or refused.
struct ArchiveChoice {
  private let session: RunKeeping.Session
  private let options: KeepingOptionGroup
  private let path: String
  private let manifest: RunManifest

  init(_ session: RunKeeping.Session, _ options: KeepingOptionGroup, path: String) throws {
    self.session = session
    self.options = options
    self.path = path
    manifest = try session.manifest(shard: options.parsedShard)
  }

  /// The archive to use, and how many runs it has.
  ///
  /// - Throws: `ExitStatus.badInput` after a message.
  func open() throws -> (archive: SQLiteRunArchive, found: Int) {
    guard FileManager.default.fileExists(atPath: path) else {
      if options.resume { throw ExitStatus.refusal("there is nothing to resume: no file \(path)") }
      return fresh
    }
    let archive: SQLiteRunArchive
    let found: Int
    do {
      archive = try SQLiteRunArchive(existingAt: path)
      found = try archive.count
    } catch let error as RunArchiveError {
      guard case .inUse = error else { return try replaceBroken(error) }
      throw ExitStatus.refusal("\(error)")
    }
    let changes = ManifestDifference.lines(from: archive.manifest, to: manifest)
    if !changes.isEmpty || archive.manifest.shard != manifest.shard {
      return try replaceChanged(archive, changes)
    }
    if archive.manifest.build != manifest.build, !options.resume, options.keepRuns == nil {
      archive.remove()
      note("starting over: the program was built anew since (--resume would have gone on)")
      return fresh
    }
    if found == 0, options.resume {
      throw ExitStatus.refusal("there is nothing to resume: \(path) has no runs")
    }
    if found > 0 {
      let total = session.runs.map { "\(found) of \($0)" } ?? "\(found)"
      note("continuing: \(total) runs were finished before")
    }
    return (archive, found)
  }

  private var fresh: (archive: SQLiteRunArchive, found: Int) {
    (SQLiteRunArchive(newAt: path, manifest: manifest), 0)
  }

  private func replaceBroken(
    _ error: RunArchiveError
  ) throws -> (archive: SQLiteRunArchive, found: Int) {
    // What the user named may be anything; a hidden file of ours is ours to replace.
    if options.resume || options.keepRuns != nil { throw ExitStatus.refusal("\(error)") }
    SQLiteRunArchive(newAt: path, manifest: manifest).remove()
    note("starting over: \(error)")
    return fresh
  }

  private func replaceChanged(
    _ archive: SQLiteRunArchive, _ changes: [String]
  ) throws -> (archive: SQLiteRunArchive, found: Int) {
    if options.resume || options.keepRuns != nil {
      let lines = ManifestDifference.shortened(changes).map { "  \($0)" }.joined(separator: "\n")
      throw ExitStatus.refusal(
        """
        the runs in \(path) are of another experiment; since then changed:
        \(lines)
        Undo that, or \(options.resume ? "leave out --resume to start over" : "name another file").
        """)
    }
    archive.remove()
    note(
      "starting over; changed since: " + changes.prefix(3).joined(separator: "; ")
        + (changes.count > 3 ? "; and \(changes.count - 3) more" : ""))
    return fresh
  }

  private func note(_ text: String) {
    if !session.isQuiet { Console.printMessage("note: \(text)") }
  }
}

/// What differs between two descriptions of runs, for people.
enum ManifestDifference {
  /// A line for everything that differs: `seed: 1 -> 2`.
  static func lines(from then: RunManifest, to now: RunManifest) -> [String] {
    let facts =
      changedData(then, now)
      + now.differingFacts(from: then).map { "\($0.name): \($0.then) -> \($0.now)" }
    guard then.scenario != now.scenario else { return facts }
    let settings = ScenarioDifference.between(then.scenario, now.scenario).map(\.description)
    return (settings.isEmpty ? ["the scenario's text"] : settings) + facts
  }

  /// Files of data that the scenario reads and whose content is another; what scenario files say is in
  /// the resolved scenario.
  private static func changedData(_ then: RunManifest, _ now: RunManifest) -> [String] {
    func data(_ manifest: RunManifest) -> [SourceFile] {
      manifest.sources.compactMap { SourceFile(line: $0) }
        .filter { !$0.name.hasSuffix(".yaml") && !$0.name.hasSuffix(".yml") }
    }
    let before = data(then)
    return data(now).filter { !before.contains($0) }.map { "\($0.name): other content" }
  }

  /// The first lines, and how many more there are.
  static func shortened(_ lines: [String], to limit: Int = 12) -> [String] {
    lines.count <= limit
      ? lines : Array(lines.prefix(limit)) + ["and \(lines.count - limit) more"]
  }
}
