import ArgumentParser

/// What the program's exit code means.
enum ExitStatus {
  /// Done.
  static let done = ExitCode(0)
  /// The run failed for a reason outside the scenario, such as a full disk.
  static let runFailed = ExitCode(1)
  /// The arguments or the scenario are wrong.
  static let badInput = ExitCode(2)
  /// The user stopped the run.
  static let interrupted = ExitCode(130)

  /// Says what is wrong with what was asked for; to be thrown.
  static func refusal(_ text: String) -> ExitCode {
    Console.printMessage("error: \(text)")
    return badInput
  }
}
