import ArgumentParser
import Experiments
import Foundation
import Reporting
import RunStore

/// `goodhart merge`: the shards of an experiment, joined to its results.
struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Join the shards of a run or an experiment to its results.",
    discussion: """
      Reads the files that --shard i/n wrote, on one machine or on several, and finishes the command \
      that made them, without simulating anything: the folder has the bytes that one run in one \
      place would have written.

      Refused are shards of different scenarios, commands or versions (it says what differs), a \
      shard or a run that is there twice, and gaps (it says which runs are missing).

      Examples:

        goodhart run pilot.yaml --shard 0/2 --out 0.sqlite     on one machine
        goodhart run pilot.yaml --shard 1/2 --out 1.sqlite     on another
        goodhart merge 0.sqlite 1.sqlite
        goodhart merge Results/pilot-sweep.shard-*.sqlite --out pilot-sweep
      """)

  @Argument(
    help: "The files of all shards, in any order.", completion: .file(extensions: ["sqlite"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Folder for the results. (default: that of the command)", valueName: "folder"),
    completion: .directory)
  var out: String?

  @Option(help: "How to print what was found.")
  var format: OutputFormat = .table

  @Flag(help: "Print no warnings and no findings; only errors.")
  var quiet = false

  func validate() throws {
    if let out, out.isEmpty { throw ValidationError("--out: expected the path of a folder.") }
  }

  func run() async throws {
    let parts = try files.map { try SQLiteRunArchive(existingAt: $0, isReadOnly: true) }
    try checkSame(parts)
    let joined: JoinedRunArchive
    do {
      joined = try JoinedRunArchive(parts)
    } catch let error as RunJoinError {
      throw ExitStatus.refusal("\(error)")
    }
    let manifest = parts[0].manifest
    let folder = try RecordedCommand.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let command = RecordedCommand(words: manifest.command, scenario: manifest.scenario)
    do {
      try await command.run(adding: options, scenarioIn: folder) {
        $0.joined = joined
        $0.sources = manifest.sources.compactMap { SourceFile(line: $0) }
        $0.temporaryFolder = folder
      }
    } catch let gaps as MissingRuns {
      throw ExitStatus.refusal(
        GapText(gaps, missingShards: joined.missingShards, of: parts[0]).text)
    }
  }

  private var options: [String] {
    (out.map { ["--out", $0] } ?? []) + ["--format", format.rawValue] + (quiet ? ["--quiet"] : [])
  }

  /// All files are of one experiment, and of this version of the program.
  private func checkSame(_ parts: [SQLiteRunArchive]) throws {
    let first = parts[0]
    for part in parts.dropFirst() {
      let lines = ManifestDifference.lines(from: first.manifest, to: part.manifest)
      if !lines.isEmpty {
        throw ExitStatus.refusal(
          "\(first.path) and \(part.path) are of different experiments:\n" + listed(lines))
      }
    }
    let versions = [
      ("goodhart", first.manifest.program, GoodhartVersion.current),
      ("numerical library", first.manifest.numericalLibrary, Platform.numericalLibrary),
      ("compiler", first.manifest.compiler, Platform.compiler),
      ("platform", first.manifest.platform, Platform.name),
    ].filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1) -> \($0.2)" }
    if !versions.isEmpty {
      throw ExitStatus.refusal(
        "the shards were made by another program than this one:\n" + listed(versions))
    }
  }

  private func listed(_ lines: [String]) -> String {
    ManifestDifference.shortened(lines).map { "  \($0)" }.joined(separator: "\n")
  }
}
