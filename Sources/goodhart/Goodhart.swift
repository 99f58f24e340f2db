import ArgumentParser
import Experiments
import Foundation
import Reporting
import RunStore
import ScenarioFiles

/// The command line of the simulator.
@main
struct Goodhart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goodhart",
    abstract: "What a metric claims, what is true, and how it is gamed.",
    discussion: """
      Simulates an organisation in which people decide week by week how to use AI agents under a \
      policy of metrics, rewards, audits and permissions, and compares several policies on the \
      same people, the same work and the same luck.

      Start with:

        goodhart new pilot                 write pilot.yaml, a commented scenario
        goodhart check pilot.yaml          see what is understood and assumed
        goodhart run pilot.yaml            simulate it and compare its policies
        goodhart flip pilot.yaml           what would change the recommendation
        goodhart explain promiseCredibility

      Exit codes: 0 done, 1 the run failed, 2 bad input, 130 interrupted.
      """,
    version: GoodhartVersion.current,
    groupedSubcommands: [
      CommandGroup(name: "Comparison", subcommands: [Run.self, Select.self, Report.self]),
      CommandGroup(
        name: "Experiment",
        subcommands: [SweepCommand.self, Attribute.self, Flip.self, Optimize.self]),
      CommandGroup(
        name: "Scenario",
        subcommands: [
          New.self, Check.self, List.self, Explain.self, Schema.self,
        ]),
      CommandGroup(
        name: "Record-keeping",
        subcommands: [
          Merge.self, Reproduce.self, Verify.self,
        ]),
    ])

  /// Parses and runs, and turns every error into a message and an exit code of ours.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Foundation.exit(report(error).rawValue)
    }
  }

  /// Prints what an error has to say and returns the exit code it stands for.
  private static func report(_ error: any Error) -> ExitCode {
    switch error {
    case let code as ExitCode: return code
    case let errors as ScenarioErrors:
      Console.printMessage(errors.rendered)
      return ExitStatus.badInput
    case let refusal as ResultsFolderError:
      Console.printMessage("error: \(refusal)")
      return ExitStatus.badInput
    case let failure as FileSystemError:
      Console.printMessage("error: \(failure)")
      return ExitStatus.runFailed
    case is ShardDone: return ExitStatus.done
    case let refusal as StudyError:
      Console.printMessage("error: \(refusal)")
      return ExitStatus.badInput
    case let failure as RunArchiveError:
      Console.printMessage("error: \(failure)")
      return failure.isBadInput ? ExitStatus.badInput : ExitStatus.runFailed
    case is CancellationError:
      Console.printMessage("interrupted; nothing was written")
      return ExitStatus.interrupted
    default: break
    }
    let text = fullMessage(for: error)
    switch exitCode(for: error) {
    case .success:
      Console.printResult(text)
      return ExitStatus.done
    case .validationFailure:
      let prefix = "Error: "
      let body = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
      Console.printMessage("error: \(body)")
      return ExitStatus.badInput
    default:
      Console.printMessage("error: \(error)")
      return ExitStatus.runFailed
    }
  }
}
