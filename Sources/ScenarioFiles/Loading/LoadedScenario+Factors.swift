import WorkplaceModel

extension LoadedScenario {
  /// The factors of an experiment, checked against the scenario.
  ///
  /// Every factor is tried: the scenario is read with it at both ends and between them, or at each
  /// of its values. Where only whole numbers are valid, its numbers are rounded.
  ///
  /// - Parameters:
  ///   - texts: factors as `PATH=RANGE`, see `Factor.Range.init(_:)`; if there are none, the factors
  ///     that the scenario itself names.
  ///   - option: how they were given, for messages.
  /// - Throws: `ScenarioErrors` with every mistake found.
  public func factors(
    from texts: [String], by option: String = "--vary"
  ) throws(ScenarioErrors) -> [Factor] {
    let all =
      texts.isEmpty
      ? scenario.design.factors.map { WrittenFactor("\($0.path)=\($0.range.text)", by: "factors") }
      : texts.map { WrittenFactor($0, by: option) }
    var findings: [ScenarioDiagnostic] = []
    var factors: [Factor] = []
    for written in all {
      do {
        let factor = try factor(from: written)
        if factors.contains(where: { $0.path == factor.path }) {
          findings.append(
            written.finding("'\(factor.path)' is varied twice", expected: "each path once"))
        } else {
          factors.append(factor)
        }
      } catch {
        findings += error.diagnostics
      }
    }
    guard findings.isEmpty else { throw ScenarioErrors(findings) }
    return factors
  }

  private func factor(from written: WrittenFactor) throws(ScenarioErrors) -> Factor {
    let factor = try written.factor(in: self)
    switch factor.range {
    case .levels(let levels):
      for level in levels { try tryOut(factor.path, level, of: written) }
      return factor
    case .interval(let low, let high, let scale, var notation):
      try tryOut(factor.path, notation.text(of: low), of: written)
      try tryOut(factor.path, notation.text(of: high), of: written)
      let between = Factor.golden(low, high)
      do {
        try tryOut(factor.path, notation.text(of: between), of: written)
      } catch {
        notation.isWhole = true
        guard (try? tryOut(factor.path, notation.text(of: between), of: written)) != nil else {
          throw error
        }
      }
      return Factor(
        factor.path, .interval(low: low, high: high, scale: scale, notation: notation))
    }
  }

  private func tryOut(
    _ path: String, _ value: String, of written: WrittenFactor
  ) throws(ScenarioErrors) {
    _ = try variant([(path, value)], by: written.option)
  }
}

extension Factor {
  /// A number between two ends that is hardly ever whole: at the golden section.
  fileprivate static func golden(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * 0.6180339887498949
  }
}

/// A factor as it was written, for messages.
struct WrittenFactor {
  let text: String
  let option: String

  init(_ text: String, by option: String) {
    self.text = text
    self.option = option
  }

  /// The factor, whose path exists in a scenario.
  func factor(in loaded: LoadedScenario) throws(ScenarioErrors) -> Factor {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw ScenarioErrors([
        finding(
          "no key is named",
          expected: "a key and its values, such as behaviour.adoptionInertia='0 h..3 h'")
      ])
    }
    let path = String(parts[0])
    let kind: ValueKind
    do {
      kind = try loaded.root.kind(at: path)
    } catch {
      let before = path.split(separator: ".", omittingEmptySubsequences: false).prefix(error.word)
      let column = before.reduce(1) { $0 + $1.unicodeScalars.count + 1 }
      throw ScenarioErrors([
        finding(
          error.what, expected: error.expected, suggestion: error.suggestion, column: column)
      ])
    }
    let range: Factor.Range
    do {
      range = try Factor.Range(String(parts[1]))
    } catch {
      throw ScenarioErrors([
        finding(
          error.what, expected: error.expected, suggestion: error.suggestion,
          column: path.unicodeScalars.count + 1 + error.column)
      ])
    }
    if case .interval = range, !kind.isLeaf {
      throw ScenarioErrors([
        finding(
          "'\(path)' is not a number", expected: kind.inWords,
          column: path.unicodeScalars.count + 2)
      ])
    }
    return Factor(path, range)
  }

  /// Something wrong with it.
  func finding(
    _ what: String, expected: String, suggestion: String? = nil, column: Int = 1
  ) -> ScenarioDiagnostic {
    ScenarioDiagnostic(
      location: SourceLocation(file: option, line: 1, column: column), what: what,
      expected: expected, suggestion: suggestion, sourceLine: text)
  }
}
