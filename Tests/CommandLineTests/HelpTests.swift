import Foundation
import Testing

/// The help texts as users read them, eighty columns wide: part of the design, so kept word for word
/// in the folder `Help`, a file for each command (`Scripts/help` writes them anew).
@Suite(.serialized) struct HelpTests {
  private static let commands = [
    "", "run", "select", "sweep", "attribute", "flip", "optimize", "new", "check", "list",
    "explain", "schema", "merge", "reproduce", "verify", "report",
  ]

  @Test(arguments: commands)
  func `help is what was designed`(command: String) throws {
    let scratch = ScratchFolder()
    let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
    let outcome = try Program(in: scratch.root).run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output == (try Self.text(of: command)))
    #expect(
      outcome.output.split(separator: "\n").allSatisfy { line in
        line.count <= 80 || line.hasPrefix("USAGE:") || !line.contains(" ")
          || line.contains("net_value_usd,")
      })
  }

  @Test func `every command is known here`() throws {
    let scratch = ScratchFolder()
    let help = try Program(in: scratch.root).run(["--help"]).output
    for command in Self.commands where !command.isEmpty {
      #expect(help.contains("\n  \(command) "), "\(command) is not in the overview")
    }
  }

  @Test func `the program alone helps, and its version is a number`() throws {
    let scratch = ScratchFolder()
    let program = Program(in: scratch.root)
    #expect(try program.run([]).output == Self.text(of: ""))
    #expect(try program.run(["--version"]).output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  private static func text(of command: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Help")
    let name = command.isEmpty ? "goodhart.txt" : "\(command).txt"
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
