import Foundation

/// Puts the page of a results folder, and its charts as pictures, into the folder.
///
/// Both are made from the tables of the folder and can be made again at any time, so the folder's
/// list of hashes does not cover them.
public struct ReportWriter: Sendable {
  private let folder: String
  private let page: ReportPage

  /// Reads a results folder.
  ///
  /// - Parameters:
  ///   - folder: the folder that is reported on.
  ///   - others: folders of further experiments on the same scenario, to be shown on the same page.
  /// - Throws: ``ResultsPackageError``.
  public init(folder: String, with others: [String] = []) throws(ResultsPackageError) {
    self.folder = folder
    let package = try ResultsPackage(folder: folder)
    var further: [ResultsPackage] = []
    for other in others { further.append(try ResultsPackage(folder: other)) }
    page = try ReportPage(package, with: further)
  }

  /// The page as HTML.
  ///
  /// - Parameter isStatic: whether charts are pictures instead of being drawn by the browser.
  /// - Throws: ``ChartToolsError`` where what draws charts is not installed.
  public func html(isStatic: Bool = false) throws -> String {
    if isStatic { return try page.html(.pictures(try FigureFolder.pictures(of: page.charts))) }
    guard let bundle = VegaBundle.installed() else { throw ChartToolsError.noBundle }
    return try page.html(.script(bundle))
  }

  /// Writes the page into the folder, or to another file.
  ///
  /// - Parameters:
  ///   - path: the file; nil for `report.html` in the folder.
  ///   - isStatic: whether charts are pictures instead of being drawn by the browser.
  /// - Returns: the path of the page.
  /// - Throws: ``ChartToolsError``, `FileSystemError`.
  @discardableResult
  public func writePage(to path: String? = nil, isStatic: Bool = false) throws -> String {
    let path = path ?? folder + "/" + ReportPage.fileName
    try AtomicFile.write(try html(isStatic: isStatic), to: path)
    return path
  }

  /// Writes every chart as a picture, and its specification beside it, to `figures` in the folder.
  ///
  /// - Returns: the path of `figures`.
  /// - Throws: ``ChartToolsError``, `FileSystemError`.
  @discardableResult
  public func writeFigures(as format: FigureFormat) throws -> String {
    try FigureFolder(resultsFolder: folder).write(page.charts, as: format)
  }
}

/// Kinds of pictures that charts are written as.
public enum FigureFormat: String, CaseIterable, Sendable {
  /// Scalable Vector Graphics, with text as text.
  case svg
  /// Portable Network Graphics, twice as many pixels as the page has.
  case png
}

/// Why charts cannot be drawn.
public enum ChartToolsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The script that draws charts in a page is not installed.
  case noBundle
  /// The converter to pictures is not installed.
  case noConverter
  /// The converter failed.
  case failed(String)

  /// One line for people: what is missing and how to get it.
  public var description: String {
    switch self {
    case .noBundle:
      "the script that draws charts is not installed; Scripts/setup gets it (it needs Python 3)"
    case .noConverter:
      "the converter to pictures is not installed; Scripts/setup gets it (it needs Python 3)"
    case .failed(let reason): "charts cannot be drawn: \(reason)"
    }
  }
}
