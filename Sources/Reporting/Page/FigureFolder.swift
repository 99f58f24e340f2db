import Foundation

/// `figures` in a results folder: every chart as a picture with its Vega-Lite specification.
struct FigureFolder {
  private let path: String

  init(resultsFolder: String) { path = resultsFolder + "/" + Self.name }

  /// Writes charts, replacing earlier ones when all are on the disk.
  func write(_ charts: [Chart], as format: FigureFormat) throws -> String {
    let partial = "\(path).partial-\(getpid())"
    try FolderOperations.createFolder(partial)
    do {
      try Self.draw(charts, as: format, in: partial)
      if try FolderOperations.occupant(of: path) == .folder {
        try FolderOperations.removeFolder(path)
      }
      try FolderOperations.move(partial, to: path)
    } catch {
      try? FolderOperations.removeFolder(partial)
      throw error
    }
    return path
  }

  /// Charts as SVG that can stand in one page, by their names.
  static func pictures(of charts: [Chart]) throws -> [String: String] {
    let scratch = FileManager.default.temporaryDirectory.path + "/goodhart-figures-\(getpid())"
    try FolderOperations.createFolder(scratch)
    defer { try? FolderOperations.removeFolder(scratch) }
    try draw(charts, as: .svg, in: scratch)
    var pictures: [String: String] = [:]
    for chart in charts {
      let svg = try String(contentsOfFile: "\(scratch)/\(chart.name).svg", encoding: .utf8)
      // Every picture names its parts alike; in a page, names are the page's.
      pictures[chart.name] = svg.replacing("id=\"", with: "id=\"\(chart.name)-")
        .replacing("url(#", with: "url(#\(chart.name)-")
    }
    return pictures
  }

  private static func draw(_ charts: [Chart], as format: FigureFormat, in folder: String) throws {
    guard let converter = FigureConverter.installed() else { throw ChartToolsError.noConverter }
    var files: [(specification: String, picture: String)] = []
    for chart in charts {
      let file = folder + "/" + chart.name
      try AtomicFile.write(
        chart.figureSpecification.text() + "\n", to: file + specificationEnding)
      files.append((file + specificationEnding, "\(file).\(format.rawValue)"))
    }
    try converter.convert(files)
  }

  /// The name of the folder in a results folder.
  static let name = "figures"

  /// Whether a file of such a folder is one that this program writes.
  static func isOwn(_ file: String) -> Bool {
    file.hasSuffix(specificationEnding)
      || FigureFormat.allCases.contains { file.hasSuffix(".\($0.rawValue)") }
  }

  private static let specificationEnding = ".vl.json"
}

/// The program that turns Vega-Lite specifications into pictures without a browser: a script on the
/// Python package `vl-convert-python`, in the project's private environment.
struct FigureConverter {
  private let python: String
  private let script: String

  /// The installed converter; nil where there is none.
  static func installed() -> FigureConverter? {
    guard let folder = ChartTools.folder else { return nil }
    let python = folder + "/bin/python"
    guard FileManager.default.isExecutableFile(atPath: python) else { return nil }
    return FigureConverter(
      python: python, script: PageTemplate.folder.appendingPathComponent("render_figures.py").path)
  }

  /// Converts files; the ending of a picture says its kind.
  ///
  /// - Throws: ``ChartToolsError`` with what the converter said.
  func convert(_ files: [(specification: String, picture: String)]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = [script]
    let orders = Pipe()
    process.standardInput = orders
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    do {
      try process.run()
    } catch {
      throw ChartToolsError.failed("\(python) does not start")
    }
    let lines = files.flatMap { [$0.specification, $0.picture] }.map { $0 + "\n" }.joined()
    try? orders.fileHandleForWriting.write(contentsOf: Data(lines.utf8))
    try? orders.fileHandleForWriting.close()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let complaints = String(decoding: said, as: UTF8.self).split(separator: "\n")
      throw ChartToolsError.failed(complaints.last.map(String.init) ?? "no reason given")
    }
  }
}
