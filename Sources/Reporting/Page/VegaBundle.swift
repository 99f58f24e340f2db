import Foundation

/// The script that draws Vega-Lite specifications in a page: Vega, Vega-Lite and Vega-Embed in one.
///
/// It is no part of the program: `Scripts/setup` takes it from the package `vl-convert-python` and
/// puts it into the project's private environment.
public struct VegaBundle: Sendable {
  /// The script.
  public let script: String

  /// Reads the bundle; nil where it is not installed, or is not what can stand in a page.
  public static func installed() -> VegaBundle? {
    ChartTools.folder.flatMap { VegaBundle(path: $0 + "/vega-bundle.js") }
  }

  /// Takes a script that can stand in a page.
  init(script: String) { self.script = script }

  /// Reads a file; nil where there is none or it could end the script element it is put in.
  init?(path: String) {
    guard let script = try? String(contentsOfFile: path, encoding: .utf8),
      !script.isEmpty, !script.contains("</script"), !script.contains("<!--")
    else { return nil }
    self.script = script
  }
}

/// Where the tools for charts are: the environment `.venv` of the project.
public enum ChartTools {
  /// The folder; nil where there is none.
  ///
  /// `GOODHART_CHART_TOOLS` names it; otherwise it is looked for beside the program, in the folders
  /// above it, and in those above the working folder.
  public static var folder: String? {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["GOODHART_CHART_TOOLS"] { return named.isEmpty ? nil : named }
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let starts = [program, URL(fileURLWithPath: FileManager.default.currentDirectoryPath)]
    return starts.compactMap { $0 }.flatMap(ancestors).map { $0 + "/.venv" }.first {
      FileManager.default.fileExists(atPath: $0 + "/vega-bundle.js")
    }
  }

  private static func ancestors(of folder: URL) -> [String] {
    let parts = folder.standardizedFileURL.path.split(separator: "/")
    return (0...parts.count).reversed().map { "/" + parts.prefix($0).joined(separator: "/") }
  }
}
