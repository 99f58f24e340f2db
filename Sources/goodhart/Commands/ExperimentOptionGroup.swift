import ArgumentParser
import Experiments
import Foundation

/// What all experiments take: a scenario, where results go, and how the work is done.
struct ExperimentOptionGroup: ParsableArguments {
  @OptionGroup var study: StudyOptionGroup

  @Option(
    help: ArgumentHelp(
      "Folder for the results. (default: Results/NAME-OF-THE-SCENARIO-COMMAND)",
      valueName: "folder"),
    completion: .directory)
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Runs simulated at the same time. (default: one for each core)", valueName: "n"))
  var threads: Int?

  @OptionGroup var keeping: KeepingOptionGroup

  @OptionGroup var reporting: ReportOptionGroup

  @Option(help: "How to print what was found.")
  var format: OutputFormat = .table

  @Flag(help: "Print no progress, no warnings and no findings; only errors.")
  var quiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads): expected a whole number from 1 to 1024.")
    }
    if let out, out.isEmpty { throw ValidationError("--out: expected the path of a folder.") }
  }
}
