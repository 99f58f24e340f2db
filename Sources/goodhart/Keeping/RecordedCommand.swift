import ArgumentParser
import Foundation

/// A command that was recorded with a resolved scenario, and is run again in this program.
struct RecordedCommand {
  /// The words after the program's name; the second one stands for the scenario.
  var words: [String]
  /// The resolved scenario.
  var scenario: String

  /// Runs the command.
  ///
  /// - Parameters:
  ///   - options: words to be added that change no byte of the results.
  ///   - folder: where the scenario is put meanwhile; it is there already.
  ///   - change: sets how the command came to be run.
  func run(
    adding options: [String], scenarioIn folder: String, _ change: (inout Invocation) -> Void
  ) async throws {
    let path = folder + "/scenario.yaml"
    try scenario.write(toFile: path, atomically: false, encoding: .utf8)
    var words = words
    words[1] = path
    var invocation = Invocation(words: words)
    change(&invocation)
    var command = try Goodhart.parseAsRoot(words + options)
    try await Invocation.$current.withValue(invocation) {
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    }
  }

  /// A new folder for what is needed for a moment.
  static func temporaryFolder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/goodhart-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
