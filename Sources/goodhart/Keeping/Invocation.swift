import Foundation
import Reporting
import RunStore

/// How a command came to be run: by somebody at a terminal, or by another command that has its words.
struct Invocation: Sendable {
  /// The words after the program's name.
  var words: [String]
  /// Runs that were made elsewhere, instead of which nothing is simulated.
  var joined: JoinedRunArchive?
  /// What the scenario was made from, where its own file no longer tells.
  var sources: [SourceFile]?
  /// Whether the results are for another command's eyes only.
  var isSilent = false
  /// A folder that is removed when the program is interrupted.
  var temporaryFolder: String?

  /// How the command that runs now came to be run.
  @TaskLocal static var current = Invocation(words: Array(CommandLine.arguments.dropFirst()))
}

extension Invocation {
  /// The words that belong to the command itself: without its name, the scenario, what the resolved
  /// scenario says already, and what changes no byte of the results.
  ///
  /// - Parameter scenario: the scenario as it was named.
  func ownWords(scenario: String) -> [String] {
    var own: [String] = []
    var rest = words.dropFirst()
    var isScenarioNamed = false
    while let word = rest.popFirst() {
      let name = String(word.prefix { $0 != "=" })
      if Self.flags.contains(word) { continue }
      if Self.options.contains(name) {
        if name == word { _ = rest.popFirst() }
        continue
      }
      let followsOption = own.last?.hasPrefix("--") ?? false
      if word == scenario, !isScenarioNamed, !followsOption || !rest.contains(scenario) {
        isScenarioNamed = true
        continue
      }
      own.append(word)
    }
    return own
  }

  private static let flags: Set<String> = ["--quiet", "--resume", "--no-report"]
  private static let options: Set<String> = [
    "--policies", "--replications", "--seed", "--set", "--out", "--threads", "--format",
    "--keep-runs", "--shard", "--figures",
  ]
}
