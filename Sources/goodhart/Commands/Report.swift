import ArgumentParser
import Reporting

/// `goodhart report`: the page of a results folder.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the page of a results folder: answer, charts, tables, cautions.",
    discussion: """
      Writes report.html into the folder, from its tables alone: one file that opens in any \
      browser, needs no network and prints well. Every command that writes results does this \
      already, unless told --no-report.

      The folder of 'goodhart run' and those of experiments on the same scenario can be shown on \
      one page: name the others after --with.

      Examples:

        goodhart report Results/pilot
        goodhart report Results/pilot --with Results/pilot-attribute
        goodhart report Results/pilot --figures svg
        goodhart report Results/pilot --static --out - > pilot.html
      """)

  @Argument(help: "The results folder.", completion: .directory)
  var folder: String

  @Option(
    name: .customLong("with"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Folders of experiments on the same scenario, to be shown on the same page.",
      valueName: "folder"), completion: .directory)
  var others: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where to write the page; - for standard output. (default: report.html in the folder)",
      valueName: "file"))
  var out: String?

  @Option(help: "Also write every chart as a picture, to the folder 'figures'.")
  var figures: FigureFormat?

  @Flag(
    name: .customLong("static"),
    help: """
      Put charts into the page as pictures: no script, but they do not fit the width or answer the \
      pointer.
      """)
  var isStatic = false

  @Flag(help: "Do not say where the page is; only errors.")
  var quiet = false

  func validate() throws {
    if let out, out.isEmpty { throw ValidationError("--out: expected the path of a file, or -.") }
  }

  func run() throws {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do {
      let report = try ReportWriter(folder: path, with: others)
      if let figures { try report.writeFigures(as: figures) }
      if out == "-" {
        Console.printResult(try report.html(isStatic: isStatic))
      } else {
        let page = try report.writePage(to: out, isStatic: isStatic)
        if !quiet { Console.printMessage("Report: \(page)") }
      }
    } catch let error as ResultsPackageError {
      throw ExitStatus.refusal("\(error)")
    } catch let error as ChartToolsError {
      Console.printMessage("error: \(error)")
      throw ExitStatus.runFailed
    }
  }
}
