import ArgumentParser
import Foundation
import Reporting
import Validation

/// `goodhart verify`: the simulator's code against closed forms from the literature.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the simulator against published closed forms.",
    discussion: """
      Every part of the model collapses to a textbook result when the rest is switched off: a \
      queue, a tournament, an audit game, a contagion. Each is run through the code that scenarios \
      use and compared with the published formula. What is computed must agree to one in a \
      million; what is simulated, within three standard errors, which luck alone exceeds about \
      once in 300 figures: another seed tells luck from error.

      Examples:

        goodhart verify                            all but the slow, a line each
        goodhart verify --list                     what there is, section by section
        goodhart verify mmc                        every tabulated row of one result
        goodhart verify mmc --c 3 --lambda 2.4     any parameters
        goodhart verify --json | jq .passes

      Where theory has no answer, such as a queue that grows without end, neither has the \
      program: it says why. Exit code 1 if anything disagrees.
      """)

  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "One result by name, and values for its parameters: NAME --parameter value ...",
      valueName: "name"))
  var words: [String] = []

  @Flag(help: "List the results instead, with their parameters when one is named.")
  var list = false

  @Flag(help: "Print for programs; keys are stable.")
  var json = false

  @Option(help: ArgumentHelp("Seed of what is simulated.", valueName: "n"))
  var seed: UInt64 = Verification.standardSeed

  func run() async throws {
    let request: VerificationRequest
    do {
      request = try VerificationRequest(words)
    } catch {
      throw ExitStatus.refusal("\(error)")
    }
    if list { return Console.printResult(listing(request)) }
    let reports = try await reports(for: request)
    let text = VerificationText(reports, seed: seed, isDetailed: request.verification != nil)
    Console.printResult(json ? text.json : text.table)
    if reports.contains(where: { $0.failures > 0 }) { throw ExitStatus.runFailed }
  }

  private func listing(_ request: VerificationRequest) -> String {
    let listing = request.verification.map { Listing(parametersOf: $0) } ?? .verifications
    return listing.text(as: json ? .json : .table)
  }

  private func reports(for request: VerificationRequest) async throws -> [VerificationReport] {
    if let verification = request.verification, let values = request.values {
      return [try verification.check(values, seed: seed)]
    }
    let wanted =
      request.verification.map { [$0] } ?? VerificationCatalogue.all.filter { !$0.takesMinutes }
    let total = wanted.reduce(0) { $0 + $1.rows.count }
    let progress = ProgressLine()
    defer { progress.clear() }
    return try await VerificationBatch.check(
      wanted, seed: seed, threads: ProcessInfo.processInfo.activeProcessorCount
    ) { verification, done in
      progress.show("\(verification.name): row \(done) of \(total)")
    }
  }
}

/// What the words of a command line ask for: everything, one result, or one with parameters.
struct VerificationRequest {
  /// The result asked for; nil for all.
  let verification: Verification?
  /// Values of its parameters; nil for the tabulated rows.
  let values: [Double]?

  /// Reads the words `NAME --parameter value --other=value`.
  ///
  /// - Throws: `VerificationInputError`.
  init(_ words: [String]) throws(VerificationInputError) {
    var name: String?
    var given: [(name: String, text: String)] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let text = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw VerificationInputError(description: "\(word): expected a number after it")
        }
        given.append((String(parts[0]), text))
      } else if name == nil {
        name = word
      } else {
        throw VerificationInputError(
          description: "'\(word)': expected one name, then --parameter value")
      }
    }
    guard let name else {
      if let first = given.first {
        throw VerificationInputError(
          description: "--\(first.name): expected the name of a result before its parameters, such "
            + "as: goodhart verify mmc --c 3")
      }
      verification = nil
      values = nil
      return
    }
    let found = try VerificationCatalogue.find(name)
    verification = found
    values = given.isEmpty ? nil : try found.values(given: given)
  }
}
