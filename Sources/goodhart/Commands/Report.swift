import ArgumentParser
import Reporting

/// `goodhart report`: the page of a results folder.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the page of a results folder: charts, tables and what they mean.",
    discussion: """
      Writes report.html into the folder, from its tables alone: one file that opens in any \
      browser without a network.

      Examples:

        goodhart report Results/pilot
        goodhart report Results/pilot --with Results/pilot-attribute
        goodhart report Results/pilot --figures svg
        goodhart report Results/pilot --out - > pilot.html
      """)

  @Argument(help: "The results folder.", completion: .directory)
  var folder: String

  @Option(
    name: .customLong("with"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Folders of further experiments on the same scenario, to be shown on the same page.",
      valueName: "folder"), completion: .directory)
  var others: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where to write the page; - for standard output. (default: report.html in the folder)",
      valueName: "file"))
  var out: String?

  func run() throws {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let page: ReportPage
    do {
      page = ReportPage(
        try ResultsPackage(folder: path), with: try others.map { try ResultsPackage(folder: $0) })
    } catch let error as ResultsPackageError {
      throw ExitStatus.refusal("\(error)")
    }
    guard let bundle = VegaBundle.installed() else {
      throw ExitStatus.refusal("the script that draws charts is not installed; \(ChartTools.advice)")
    }
    let html = try page.html(bundle: bundle)
    let destination = out ?? path + "/" + ReportPage.fileName
    if destination == "-" {
      Console.printResult(html)
    } else {
      try AtomicFile.write(html, to: destination)
    }
  }
}
