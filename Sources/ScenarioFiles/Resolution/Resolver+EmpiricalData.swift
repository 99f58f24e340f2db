import Foundation
import Randomness

extension Resolver {
  /// The values of a column of a CSV file, each equally likely.
  ///
  /// The path is relative to the file that names it; where nothing is there, to the working
  /// directory, so that a resolved scenario can be read again from a results folder.
  mutating func empirical(_ node: SourceNode, _ dimension: QuantityDimension) -> Described? {
    guard let entries = node.entries else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: "a map with 'file', 'column' and, where the numbers are in another unit, 'unit'")
      return nil
    }
    for entry in entries where !["file", "column", "unit"].contains(entry.key) {
      collector.report(
        "unknown key '\(entry.key)'", at: entry.keyLocation, expected: "file, column, unit",
        suggestion: NearestName.nearest(to: entry.key, among: ["file", "column", "unit"]))
      return nil
    }
    guard let file = node["file"], let path = file.scalar else {
      collector.report("missing key 'file'", at: node.location, expected: "'file': a path")
      return nil
    }
    guard let column = node["column"], let columnName = column.scalar else {
      collector.report("missing key 'column'", at: node.location, expected: "'column': a name")
      return nil
    }
    guard let factor = unitFactor(node["unit"], dimension),
      let (values, shownPath) = sample(path: path, at: file, column: columnName, at: column)
    else { return nil }
    let unit = node["unit"]?.scalar.map { ", unit: \($0)" } ?? ""
    let text =
      "empirical: {file: \(shownPath.quotedForYAML), column: \(columnName.quotedForYAML)\(unit)}"
    return build(at: node) { () throws(DistributionError) in
      (try .empirical(values, source: "\(shownPath), \(columnName)").inUnit(factor), text)
    }
  }

  private mutating func unitFactor(_ node: SourceNode?, _ dimension: QuantityDimension) -> Double? {
    guard let node else { return 1 }
    let units = dimension.units.map(\.suffix).filter { !$0.isEmpty }
    let sign = dimension.isMoney ? "$" : ""
    guard let text = node.scalar,
      let factor = try? QuantityParser.parse("\(sign)1 \(text)", as: dimension)
    else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: units.isEmpty ? "no unit" : "a unit: \(units.plainList)")
      return nil
    }
    return factor
  }

  private mutating func sample(
    path: String, at file: SourceNode, column: String, at columnNode: SourceNode
  ) -> (values: [Double], path: String)? {
    let nextToFile = path.resolvedPath(against: file.location.file)
    let manager = FileManager.default
    let shown =
      manager.fileExists(atPath: nextToFile) || !manager.fileExists(atPath: path)
      ? nextToFile : path
    let key = "\(shown)\n\(column)"
    if let known = samples[key] { return known.map { ($0, shown) } }
    let values = readSample(shown, at: file, column: column, at: columnNode)
    samples[key] = .some(values)
    return values.map { ($0, shown) }
  }

  private mutating func readSample(
    _ path: String, at file: SourceNode, column: String, at columnNode: SourceNode
  ) -> [Double]? {
    guard FileManager.default.fileExists(atPath: path) else {
      collector.report(
        "there is no file '\(path)'", at: file.location,
        expected: "a path relative to this scenario file or to the working directory")
      return nil
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      collector.report(
        "the file '\(path)' cannot be read", at: file.location,
        expected: "a readable text file in UTF-8")
      return nil
    }
    if !dataFiles.contains(path) { dataFiles.append(path) }
    let table: CommaSeparatedTable
    do {
      table = try CommaSeparatedTable(text)
    } catch {
      collector.report(
        "'\(path)' is not a table: \(error.what)", at: file.location,
        expected: "comma-separated values with a header row")
      return nil
    }
    guard let cells = table.column(column) else {
      collector.report(
        "'\(path)' has no column '\(column)'", at: columnNode.location,
        expected: "one of \(table.header.plainList)",
        suggestion: NearestName.nearest(to: column, among: table.header))
      return nil
    }
    return numbers(cells, of: column, in: path, at: columnNode.location)
  }

  private mutating func numbers(
    _ cells: [String], of column: String, in path: String, at location: SourceLocation
  ) -> [Double]? {
    var values: [Double] = []
    values.reserveCapacity(cells.count)
    for (index, cell) in cells.enumerated() {
      // An empty cell is a missing value, as everywhere in tables.
      if cell.isEmpty { continue }
      guard let value = Double(cell), value.isFinite else {
        collector.report(
          "row \(index + 2) of '\(path)' has '\(cell)' in the column '\(column)'", at: location,
          expected: "a number, or nothing for a missing value")
        return nil
      }
      values.append(value)
    }
    guard !values.isEmpty else {
      collector.report(
        "the column '\(column)' of '\(path)' holds no number", at: location,
        expected: "at least one")
      return nil
    }
    return values
  }
}

extension String {
  /// A path that a file names, seen from where that file is seen.
  func resolvedPath(against file: String) -> String {
    if hasPrefix("/") || file.hasPrefix("<") { return normalisedPath }
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.isEmpty
      ? normalisedPath
      : (folder.joined(separator: "/") + "/" + self)
        .normalisedPath
  }

  /// The path without `.` and without `x/..`.
  var normalisedPath: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
