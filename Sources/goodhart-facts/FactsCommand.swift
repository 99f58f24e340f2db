import ArgumentParser
import Experiments
import Foundation
import Reporting
import Validation

/// Simulates the stylised facts and writes what came of them.
@main
struct FactsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goodhart-facts",
    abstract: "Hold the model to what is known about metrics.",
    discussion: """
      Runs a designed set of scenarios and writes stylised-facts.csv and stylised-facts.md: fact, \
      scenario, expected sign and band, obtained with its interval, verdict. A fact that fails is \
      written as failing.
      """)

  @Option(help: "Folder of the scenarios.")
  var scenarios = "Scenarios"

  @Option(help: "Folder that the table and the page are written to.")
  var out = "Results"

  @Option(help: "Replications in place of the files'.")
  var replications: Int?

  @Option(help: "Replications simulated at the same time. (default: one for each core)")
  var threads: Int?

  @Option(help: "Numbers of the facts to judge, separated by commas. (default: all)")
  var only: String?

  func run() async throws {
    let facts = try chosen()
    let isTerminal = isatty(STDERR_FILENO) != 0
    let findings = try await FactRunner.findings(
      of: facts, scenarios: scenarios,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, replications: replications
    ) { progress in
      guard isTerminal else { return }
      let percent = Int(progress.inside.fraction * 100)
      FileHandle.standardError.write(
        Data(
          "\r\u{1B}[K\(progress.number) of \(progress.count): \(progress.study) \(percent) %".utf8))
    }
    if isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    let report = FactReport(facts, findings)
    try FileManager.default.createDirectory(
      atPath: out, withIntermediateDirectories: true)
    try Data(CSVWriter.text(of: report.table).utf8).write(
      to: URL(fileURLWithPath: "\(out)/stylised-facts.csv"), options: .atomic)
    try Data(report.page.utf8).write(
      to: URL(fileURLWithPath: "\(out)/stylised-facts.md"), options: .atomic)
    print(report.page)
    print(report.summary)
  }

  private func chosen() throws -> [StylisedFact] {
    guard let only else { return FactCatalogue.all }
    return try only.split(separator: ",").map { name in
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let fact = FactCatalogue.all.first(where: { $0.number == name }) else {
        throw ValidationError(
          "--only \(name): expected some of \(FactCatalogue.all.map(\.number).joined(separator: ", "))."
        )
      }
      return fact
    }
  }
}
