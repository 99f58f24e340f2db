import ArgumentParser
import ScenarioFiles

/// `goodhart check`: what a scenario says, as the program understands it.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Validate a scenario and print what is understood, and every default's source.",
    discussion: """
      Reports every mistake with file, line and column in one pass (exit code 2). Of a valid \
      scenario it prints what will be simulated and which values were left to their defaults, with \
      the evidence for each: measured, derived from measurements, or assumed.

      Examples:

        goodhart check pilot.yaml
        goodhart check pilot.yaml --set workforce.developer.count=40
        goodhart check pilot.yaml --format json | jq .defaults
      """)

  @OptionGroup var study: StudyOptionGroup

  @Option(help: "How to print it.")
  var format: PlainOutputFormat = .table

  func run() throws {
    let presentation = ScenarioPresentation(try study.load())
    Console.printResult(presentation.text(as: format))
  }
}
