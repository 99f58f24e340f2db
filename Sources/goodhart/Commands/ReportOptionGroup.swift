import ArgumentParser
import Reporting

/// What becomes of results beside their tables: the page and its pictures.
struct ReportOptionGroup: ParsableArguments {
  @Flag(name: .customLong("no-report"), help: "Write the tables only, and no report.html.")
  var withoutReport = false

  @Option(help: "Also write every chart as a picture, to the folder 'figures'.")
  var figures: FigureFormat?

  func validate() throws {
    if withoutReport, let figures {
      throw ValidationError("--figures \(figures.rawValue): --no-report leaves out all charts.")
    }
  }

  /// Writes what was asked for beside results that are on the disk; what cannot be had is said.
  ///
  /// - Returns: the path of the page; nil if there is none.
  func write(for folder: ResultsFolder, isQuiet: Bool) throws -> String? {
    guard !withoutReport, !Invocation.current.isSilent else { return nil }
    let report = try ReportWriter(folder: folder.path)
    do {
      if let figures { try report.writeFigures(as: figures) }
      return try report.writePage()
    } catch let error as ChartToolsError {
      if !isQuiet {
        Console.printMessage(
          "note: no report.html: \(error); then: goodhart report \(folder.path)")
      }
      return nil
    }
  }
}

extension FigureFormat: ExpressibleByArgument {}
