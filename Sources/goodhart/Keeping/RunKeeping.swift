import Experiments
import Foundation
import Reporting
import RunStore
import ScenarioFiles

/// Decides where the runs of a session are kept, and whether those of an earlier one are good for it.
struct RunKeeping {
  /// Where runs are looked up and kept.
  let archive: any RunArchive
  /// What happens to runs that are not there.
  let mode: SimulatedRuns.Mode
  private let kept: KeptRuns?
  private let staysBehind: Bool

  /// What a session is about.
  struct Session {
    /// The command's name.
    var command: String
    /// The words after `goodhart NAME scenario.yaml`.
    var words: [String]
    var loaded: LoadedScenario
    var folder: ResultsFolder
    /// Where a shard goes.
    var shardFile: String
    /// Runs in all, if that is known beforehand.
    var runs: Int?
    var isQuiet: Bool

    /// What its runs are of.
    func manifest(shard: Shard?) throws -> RunManifest {
      RunManifest(
        command: [command, ResultsWriter.scenarioName] + words, scenario: loaded.resolvedYAML,
        sources: try (Invocation.current.sources ?? SourceFile.behind(loaded)).map(\.line),
        program: GoodhartVersion.current, numericalLibrary: Platform.numericalLibrary,
        compiler: Platform.compiler, platform: Platform.name, build: BuildIdentity.current,
        shard: shard.map { "\($0.index)/\($0.count)" })
    }
  }

  /// Makes ready, and says what was found.
  ///
  /// - Throws: `ExitStatus` after a message; `RunArchiveError`.
  init(_ session: Session, _ options: KeepingOptionGroup) throws {
    if let joined = Invocation.current.joined {
      archive = joined
      mode = .archivedOnly
      kept = nil
      staysBehind = true
      return
    }
    let shard = options.parsedShard
    mode = shard.map { .shard($0) } ?? .simulating
    staysBehind = options.keepRuns != nil
    let path =
      options.keepRuns
      ?? (shard == nil
        ? session.folder.hiddenSibling("runs.sqlite") : Self.partial(of: session.shardFile))
    let store = try ArchiveChoice(session, options, path: path).open()
    let destination = session.shardFile
    kept = KeptRuns(
      store.archive, found: store.found, isVital: shard != nil || options.keepRuns != nil
    ) { archive, runs in
      guard let shard else { return }
      try archive.seal(as: destination)
      if !session.isQuiet {
        Console.printResult(
          """
          Shard \(shard.index) of \(shard.count): \(runs) \(runs == 1 ? "run" : "runs") in \
          \(destination)
          When all \(shard.count) are there: goodhart merge FILES
          """)
      }
    }
    archive = kept ?? store.archive as any RunArchive
  }

  /// What to say of the runs when the program stops before the results are written.
  var notice: String {
    guard let kept, kept.count > 0 else { return "nothing was written" }
    let runs = kept.count == 1 ? "1 finished run is" : "\(kept.count) finished runs are"
    return "\(runs) kept in \(kept.archive.path); the same command goes on from there"
  }

  /// Ends the archive: the results are in place, and it is not needed any more unless asked for.
  func finish() throws {
    guard let kept else { return }
    if staysBehind { try kept.archive.close() } else { kept.archive.remove() }
  }

  /// Where a shard grows before it is whole.
  private static func partial(of file: String) -> String {
    let url = file as NSString
    return (url.deletingLastPathComponent as NSString)
      .appendingPathComponent(".\(url.lastPathComponent).partial")
  }
}
