import ArgumentParser

/// `goodhart explain`: what a name means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a scenario key, measure, observable, distribution or technique.",
    discussion: """
      Prints the meaning, the unit, the default and the source of the default.

      Examples:

        goodhart explain promiseCredibility
        goodhart explain workforce.developer.teamSize
        goodhart explain cvar95_annual_loss_usd
        goodhart explain lognormal
      """)

  @Argument(help: "The name, or for a key of scenarios its path or the end of its path.")
  var name: String

  func run() throws {
    let explanations = NameExplanation.all(of: name)
    if !explanations.isEmpty {
      return Console.printResult(explanations.joined(separator: "\n\n"))
    }
    var message = "error: nothing is called '\(name)'"
    if let nearest = NameExplanation.nearest(to: name) { message += "; did you mean '\(nearest)'?" }
    Console.printMessage(message)
    throw ExitStatus.badInput
  }
}
