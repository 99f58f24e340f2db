import Foundation

/// The program as users run it: a process of its own, with its own streams and folder.
struct Program {
  /// What a run of the program left behind.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  private let folder: String
  private let chartTools: String?

  /// The program to be run in a folder.
  ///
  /// - Parameter chartTools: where it looks for tools that draw charts; nil for a stand-in.
  init(in folder: String, chartTools: String? = nil) {
    self.folder = folder
    self.chartTools = chartTools
  }

  private static let standInTools: ScratchFolder = {
    let scratch = ScratchFolder()
    try? scratch.write("window.vegaEmbed = async () => {};\n", to: "vega-bundle.js")
    return scratch
  }()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: Its arguments.
  ///   - input: What it reads from standard input.
  ///   - shell: Shell commands to run before it in the same process, such as a limit.
  func run(
    _ arguments: [String], input: String = "", after shell: String? = nil
  ) throws -> Outcome {
    let running = try start(arguments, input: input, after: shell)
    return try running.finish()
  }

  /// Starts the program.
  func start(
    _ arguments: [String], input: String = "", after shell: String? = nil
  ) throws -> RunningProgram {
    let process = Process()
    if let shell {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "\(shell); exec \"$0\" \"$@\"", try Self.path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: try Self.path)
      process.arguments = arguments
    }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["COLUMNS"] = "80"
    environment["FORCE_COLOR"] = nil
    // A stand-in for the script that draws charts: whether it is installed must not matter here.
    environment["GOODHART_CHART_TOOLS"] = chartTools ?? Self.standInTools.root
    process.environment = environment
    return try RunningProgram(process, input: input)
  }

  /// The built program stands beside the test bundle.
  private static var path: String {
    get throws {
      let starts = [
        CommandLine.arguments[0], Bundle.main.executablePath ?? "", Bundle.main.bundlePath,
      ]
      for start in starts {
        var folder = URL(fileURLWithPath: start).resolvingSymlinksInPath()
        for _ in 0..<4 {
          let candidate = folder.appendingPathComponent("goodhart").path
          var isFolder: ObjCBool = false
          if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
            !isFolder.boolValue
          {
            return candidate
          }
          folder.deleteLastPathComponent()
        }
      }
      throw CocoaError(.fileNoSuchFile)
    }
  }
}

/// A program that was started.
///
/// Its streams go through files, so that no pipe can fill up.
final class RunningProgram {
  private let process: Process
  private let streams = ScratchFolder()

  fileprivate init(_ process: Process, input: String) throws {
    self.process = process
    try input.write(toFile: streams.path("in"), atomically: false, encoding: .utf8)
    for name in ["out", "err"] {
      try "".write(toFile: streams.path(name), atomically: false, encoding: .utf8)
    }
    process.standardInput = FileHandle(forReadingAtPath: streams.path("in"))
    process.standardOutput = FileHandle(forWritingAtPath: streams.path("out"))
    process.standardError = FileHandle(forWritingAtPath: streams.path("err"))
    try process.run()
  }

  /// Sends a signal.
  func send(signal: Int32) { kill(process.processIdentifier, signal) }

  /// Whether it still runs.
  var isRunning: Bool { process.isRunning }

  /// Waits for the end.
  func finish() throws -> Program.Outcome {
    process.waitUntilExit()
    return Program.Outcome(
      status: process.terminationStatus, output: try streams.text("out"),
      errors: try streams.text("err"))
  }
}
