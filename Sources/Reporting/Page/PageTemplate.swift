import Foundation
import Mustache

/// The template of the page: markup in Mustache, style and script.
struct PageTemplate {
  /// The style sheet.
  let style: String
  /// The script that puts the charts into the page.
  let script: String
  private let library: MustacheLibrary

  /// Reads the template that comes with the program.
  ///
  /// - Throws: What reading or parsing throws.
  static func load() throws -> PageTemplate {
    var templates: [String: MustacheTemplate] = [:]
    for name in ["page", "section", "chart", "table"] {
      templates[name] = try MustacheTemplate(string: try text("\(name).mustache"))
    }
    return PageTemplate(
      style: try text("page.css"), script: try text("page.js"),
      library: MustacheLibrary(templates: templates))
  }

  /// The page with everything filled in.
  func page(_ view: PageView) -> String {
    library.render(view, withTemplate: "page") ?? ""
  }

  /// Where the files are that come with the program.
  static var folder: URL { Bundle.module.bundleURL.appendingPathComponent("Template") }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
