import WorkplaceModel

/// Points of a design that somebody has listed.
public struct ListedPoints: Sendable, Equatable {
  /// Paths of the keys that are set.
  public let paths: [String]
  /// For each point the values of these keys, as YAML.
  public let values: [[String]]
}

extension LoadedScenario {
  /// The points of a CSV file whose columns are paths of keys, each tried out on the scenario.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - name: its name, for messages.
  /// - Throws: `ScenarioErrors` with every column and, at most ten, points that are wrong.
  public func points(fromCSV text: String, named name: String) throws(ScenarioErrors)
    -> ListedPoints
  {
    let header = text.prefix { $0 != "\n" && $0 != "\r\n" }
    func finding(_ what: String, expected: String, suggestion: String? = nil, column: Int = 1)
      -> ScenarioDiagnostic
    {
      ScenarioDiagnostic(
        location: SourceLocation(file: name, line: 1, column: column), what: what,
        expected: expected, suggestion: suggestion, sourceLine: String(header))
    }
    let table: CommaSeparatedTable
    do {
      table = try CommaSeparatedTable(text)
    } catch {
      throw ScenarioErrors([
        finding(
          "the table of points cannot be read: \(error.what)",
          expected: "a header of paths, then a row of values for each point")
      ])
    }
    var findings: [ScenarioDiagnostic] = []
    var column = 1
    for (index, path) in table.header.enumerated() {
      do {
        _ = try root.kind(at: path)
      } catch {
        findings.append(
          finding(
            error.what, expected: error.expected, suggestion: error.suggestion, column: column))
      }
      if table.header[..<index].contains(path) {
        findings.append(
          finding("'\(path)' is a column twice", expected: "each path once", column: column))
      }
      column += path.unicodeScalars.count + 1
    }
    if table.rows.isEmpty {
      findings.append(finding("there are no points", expected: "a row of values for each point"))
    }
    guard findings.isEmpty else { throw ScenarioErrors(findings) }
    try check(table, named: name)
    return ListedPoints(paths: table.header, values: table.rows)
  }

  private func check(_ table: CommaSeparatedTable, named name: String) throws(ScenarioErrors) {
    var findings: [ScenarioDiagnostic] = []
    for (index, row) in table.rows.enumerated() where findings.count < 10 {
      if let empty = row.firstIndex(of: "") {
        findings.append(
          ScenarioDiagnostic(
            location: nil, what: "\(name), point \(index + 1): '\(table.header[empty])' is empty",
            expected: "a value"))
        continue
      }
      do {
        _ = try variant(
          zip(table.header, row).map { (path: $0, value: $1) },
          by: "\(name), point \(index + 1):")
      } catch {
        findings += error.diagnostics.filter { $0.severity == .error }
      }
    }
    guard findings.isEmpty else { throw ScenarioErrors(findings) }
  }

  /// Tries out factors together, at corners of the space that they span: in all of them for up to
  /// six factors, else in 64.
  ///
  /// What each factor allows alone they may not allow together, such as shares whose sum is above 1.
  ///
  /// - Throws: `ScenarioErrors` of the first corner that makes no sense.
  public func checkCorners(of factors: [Factor]) throws(ScenarioErrors) {
    guard factors.count > 1 else { return }
    for corner in 0..<(1 << min(6, factors.count)) {
      let settings = factors.indices.map { index in
        // Beyond six factors every further one follows two of the six, so that pairs differ.
        let bit = corner >> (index % 6) ^ (index < 6 ? 0 : corner >> ((index + index / 6) % 6))
        return (path: factors[index].path, value: factors[index].text(at: Double(bit & 1)))
      }
      do {
        _ = try variant(settings, by: "--vary")
      } catch {
        let place = settings.map { "\($0.path)=\($0.value)" }.joined(separator: ", ")
        throw ScenarioErrors(
          [
            ScenarioDiagnostic(
              location: nil, what: "the factors do not fit together at \(place)",
              expected: "ranges that make sense in every combination")
          ] + error.diagnostics.filter { $0.severity == .error })
      }
    }
  }
}
