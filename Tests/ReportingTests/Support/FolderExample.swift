import Foundation

@testable import Reporting

/// A results folder made by hand.
struct FolderExample {
  /// The tables as CSV by name; the types of columns follow from ``types``.
  var tables: [String: String] = [:]
  /// Independent repetitions that the provenance tells.
  var replications = 8

  /// What a report asks of the folder.
  func context() throws -> ReportContext { ReportContext(try package()) }

  /// The folder as it is read.
  func package() throws -> ResultsPackage {
    let folder = ScratchFolder()
    var resources: [JSONValue] = []
    for (name, text) in tables.sorted(by: { $0.key < $1.key }) {
      try write(text, to: folder.path("\(name).csv"))
      resources.append(resource(name, header: text.split(separator: "\n").first ?? ""))
    }
    let descriptor: JSONValue = [
      "name": "example", "title": "An example", "resources": .array(resources),
    ]
    try write(descriptor.text(), to: folder.path("datapackage.json"))
    try write("name: example\n", to: folder.path("scenario.yaml"))
    let facts: JSONValue = [
      "goodhart:arguments": ["run", "scenario.yaml"], "goodhart:horizonWeeks": 4,
      "goodhart:evaluationWeeks": 2, "goodhart:replications": .integer(replications),
    ]
    let provenance: JSONValue = [
      "entity": .object([]), "activity": ["goodhart:run": facts], "agent": .object([]),
    ]
    try write(provenance.text(), to: folder.path("provenance.json"))
    return try ResultsPackage(folder: folder.root)
  }

  private func resource(_ name: String, header: Substring) -> JSONValue {
    let fields = header.split(separator: ",").map { column -> JSONValue in
      ["name": .string(String(column)), "type": .string(Self.types[String(column)] ?? "number")]
    }
    return [
      "name": .string(name), "path": .string("\(name).csv"), "title": .string(name),
      "schema": ["fields": .array(fields)],
    ]
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// The columns that hold no real numbers.
  private static let types: [String: String] = {
    let texts = [
      "policy", "title", "description", "measure", "unit", "group", "preference", "definition",
      "source", "flag", "words", "metric", "period", "part",
    ]
    let booleans = ["baseline", "headline", "weekly", "leading"]
    return Dictionary(
      uniqueKeysWithValues: texts.map { ($0, "string") } + booleans.map { ($0, "boolean") }
        + ["week", "first_week", "last_week"].map { ($0, "integer") })
  }()
}
