import ArgumentParser
import Experiments

/// Where finished runs are kept, and which are made here.
struct KeepingOptionGroup: ParsableArguments {
  @Flag(
    help: """
      Go on from the runs of a stopped run, or fail: if there are none, or if anything that matters \
      was changed since. (Without it, the same command goes on, and a changed one starts over.)
      """)
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Keep finished runs in this file, also when all is done; runs found in it are not made again.",
      valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var keepRuns: String?

  @Option(
    help: ArgumentHelp(
      """
      Make only every n-th run, from i on (0 to n - 1), and write them to the file of --out, for \
      'goodhart merge'.
      """, valueName: "i/n"))
  var shard: String?

  func validate() throws {
    if let shard, Shard(shard) == nil {
      throw ValidationError(
        "--shard \(shard): expected i/n with a whole i from 0 to n - 1, such as 0/3.")
    }
    if let keepRuns, keepRuns.isEmpty {
      throw ValidationError("--keep-runs: expected the path of a file.")
    }
    if shard != nil, keepRuns != nil {
      throw ValidationError("--keep-runs: a shard is kept in the file of --out already.")
    }
  }

  /// The shard.
  var parsedShard: Shard? { shard.flatMap { Shard($0) } }
}
