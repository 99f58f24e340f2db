import ArgumentParser
import Experiments
import Foundation
import ScenarioFiles
import WorkplaceModel

/// At which points an experiment is made.
struct DesignOptionGroup: ParsableArguments {
  /// How points are chosen.
  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case sobol, morris, lhs, factorial
  }

  @Option(help: "How points are chosen. (default: sobol)")
  var design: Choice?

  @Option(
    help: ArgumentHelp(
      "Points of the design, at most; all of them are made with every policy. (default: "
        + "\(Self.usualRows))", valueName: "n"))
  var rows: Int?

  @Option(
    help: ArgumentHelp(
      "Values of each factor in a factorial (default: 3) or Morris design (default: 4).",
      valueName: "n"))
  var levels: Int?

  @Option(
    help: ArgumentHelp(
      "Points from a CSV file in place of a design: columns are keys of the scenario.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var points: String?

  private static let usualRows = 256

  func validate() throws {
    if let rows, rows < 1 {
      throw ValidationError("--rows \(rows): expected a whole number of at least 1.")
    }
    if let levels, levels < 2 {
      throw ValidationError("--levels \(levels): expected a whole number of at least 2.")
    }
    if points != nil, design != nil || rows != nil || levels != nil {
      throw ValidationError("--points lists the points; expected no --design, --rows or --levels.")
    }
    let choice = design ?? .sobol
    if choice == .factorial, rows != nil {
      throw ValidationError(
        "--rows: a factorial design has every combination; expected --levels in its place.")
    }
    if levels != nil, choice == .sobol || choice == .lhs {
      throw ValidationError(
        "--levels: a \(choice.rawValue) design has no levels; expected --rows, or --design "
          + "factorial or morris.")
    }
  }

  /// The design, tried out on the scenario.
  ///
  /// - Throws: `ScenarioErrors`, `ExitCode` after saying what is wrong.
  func design(_ options: FactorOptionGroup, of loaded: LoadedScenario) throws -> SweepDesign {
    if let points {
      guard options.vary.isEmpty else {
        throw ExitStatus.refusal("--points lists the points; expected no --vary")
      }
      guard let text = try? String(contentsOfFile: points, encoding: .utf8) else {
        throw ExitStatus.refusal(
          "--points: '\(points)' cannot be read; expected the path of a CSV file")
      }
      let listed = try loaded.points(fromCSV: text, named: points)
      return SweepDesign(paths: listed.paths, values: listed.values)
    }
    let factors = try options.factors(of: loaded)
    guard !factors.isEmpty else {
      throw ExitStatus.refusal(
        "nothing varies; expected --vary KEY=RANGE, such as --vary "
          + "behaviour.adoptionInertia='0 h..3 h', or 'factors' in the scenario")
    }
    do {
      let design = SweepDesign(try kind(for: factors), factors, seed: loaded.scenario.seed)
      try loaded.checkCorners(of: factors)
      return design
    } catch let error as DesignError {
      throw ExitStatus.refusal("--design \((self.design ?? .sobol).rawValue): \(error)")
    }
  }

  private func kind(for factors: [Factor]) throws -> SweepDesign.Kind {
    let rows = rows ?? Self.usualRows
    let count = factors.count
    switch design ?? .sobol {
    case .sobol:
      let base = try atLeast(2, rows / (count + 2), count + 2)
      // Independent scrambles give indices an interval that knows how balanced each one is; with few
      // base rows there is nothing to divide.
      let scrambles = base >= Self.fewestScrambledRows ? Self.scrambles : 1
      return .sobol(
        try SaltelliDesign(
          factorCount: count, baseCount: base / scrambles * scrambles, scrambleCount: scrambles))
    case .morris:
      return .morris(
        try MorrisDesign(
          factorCount: count, trajectoryCount: atLeast(1, rows / (count + 1), count + 1),
          levels: levels ?? 4))
    case .lhs: return .latinHypercube(try LatinHypercube(factorCount: count, rowCount: rows))
    case .factorial: return .factorial(try FullFactorial(factors, levels: levels ?? 3))
    }
  }

  private static let scrambles = 8
  private static let fewestScrambledRows = 64

  /// A number of groups of rows, unless it is too small.
  private func atLeast(_ least: Int, _ groups: Int, _ size: Int) throws -> Int {
    guard groups >= least else {
      throw ExitStatus.refusal(
        "--rows \(rows ?? Self.usualRows): this design comes in groups of \(size) points; expected "
          + "at least \(least * size)")
    }
    return groups
  }

  /// The words for the same design.
  func words(insteadOf factors: [String]) -> [String] {
    if let points { return ["--points", points] }
    let choice = design ?? .sobol
    var words = factors + ["--design", choice.rawValue]
    if choice != .factorial { words += ["--rows", "\(rows ?? Self.usualRows)"] }
    if let levels { words += ["--levels", "\(levels)"] }
    return words
  }
}
