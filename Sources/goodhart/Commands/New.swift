import ArgumentParser
import Foundation
import Reporting
import ScenarioFiles

/// `goodhart new`: a scenario to start from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write NAME.yaml, a commented scenario to start from.",
    discussion: """
      Nothing is overwritten. Example:

        goodhart new pilot && goodhart run pilot.yaml
      """)

  @Argument(help: "Name of the scenario: letters, digits, - and _.")
  var name: String

  func validate() throws {
    let isName =
      !name.isEmpty
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    guard isName else {
      throw ValidationError("'\(name)' is not a name: expected letters, digits, - and _.")
    }
  }

  func run() throws {
    let path = "\(name).yaml"
    do {
      try NewFile.write(StarterScenario.text(named: name), to: path)
    } catch let error as FileSystemError where error.code == EEXIST {
      throw ExitStatus.refusal("\(path) exists and is left as it is; choose another name")
    }
    Console.printResult(
      """
      wrote \(path)
      next: goodhart check \(path), then goodhart run \(path)
      """)
  }
}
