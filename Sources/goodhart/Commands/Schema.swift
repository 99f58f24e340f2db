import ArgumentParser
import ScenarioFiles

/// `goodhart schema`: the language of scenarios for editors.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of scenario files.",
    discussion: """
      Editors complete and check a scenario that names the schema in its first line:

        goodhart schema > scenario.schema.json
        # yaml-language-server: $schema=scenario.schema.json
      """)

  func run() throws {
    Console.printResult(ScenarioSchema.json())
  }
}
