import ArgumentParser
import Foundation
import Reporting

/// `goodhart reproduce`: makes a results folder again and compares bytes.
struct Reproduce: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a results folder again from what it records, and compare every byte.",
    discussion: """
      First holds the files against the folder's own SHA256SUMS, then runs the command of its \
      provenance.json with its scenario.yaml, in a temporary folder, and says of every file whether \
      it came out the same. The folder itself is not touched.

      Exit code 0 if all are the same, 1 if not, 2 if it is no results folder. With other versions \
      of the program or its libraries the figures may differ in the last digits; it says so.

      Example:

        goodhart reproduce Results/pilot
      """)

  @Argument(help: "The results folder.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Runs simulated at the same time. (default: one for each core)", valueName: "n"))
  var threads: Int?

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024.")
    }
  }

  func run() async throws {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let recorded: RecordedResults
    do {
      recorded = try RecordedResults(path: path)
    } catch {
      throw ExitStatus.refusal("\(error)")
    }
    let altered = recorded.altered
    for name in altered {
      Console.printResult("altered    \(name) is not what SHA256SUMS says")
    }
    if altered.contains(where: { [ResultsWriter.scenarioName, "provenance.json"].contains($0) }) {
      Console.printMessage("error: what says how to make the folder again was altered")
      throw ExitStatus.runFailed
    }
    noteVersions(recorded)
    let scratch = try RecordedCommand.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let comparison = try await comparison(of: recorded, in: scratch)
    for (name, verdict) in comparison {
      let padding = String(repeating: " ", count: 11 - verdict.rawValue.count)
      Console.printResult(verdict.rawValue + padding + name)
    }
    let same = comparison.count { $0.verdict == .same }
    Console.printResult("\(same) of \(comparison.count) files are the same.")
    if same != comparison.count || !altered.isEmpty { throw ExitStatus.runFailed }
  }

  private func comparison(
    of recorded: RecordedResults, in scratch: String
  ) async throws -> [(name: String, verdict: RecordedResults.Verdict)] {
    guard
      let scenario = try? String(
        contentsOfFile: recorded.path + "/" + ResultsWriter.scenarioName, encoding: .utf8)
    else { throw ExitStatus.badInput }
    let again = scratch + "/results"
    try await RecordedCommand(words: recorded.activity.command, scenario: scenario).run(
      adding: ["--out", again] + (threads.map { ["--threads", "\($0)"] } ?? []),
      scenarioIn: scratch
    ) {
      $0.sources = recorded.activity.sources
      $0.isSilent = true
      $0.temporaryFolder = scratch
    }
    return recorded.comparison(with: again)
  }

  private func noteVersions(_ recorded: RecordedResults) {
    for (then, now) in zip(recorded.activity.versions, RecordedResults.currentVersions)
    where then.value != now.value {
      Console.printMessage("note: made with \(then.name) \(then.value); this is \(now.value)")
    }
  }
}
