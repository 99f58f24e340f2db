import Foundation
import Randomness
import Testing
import WorkplaceModel

@testable import ScenarioFiles

@Suite struct DistributionReadingTests {
  private func read(_ text: String, _ dimension: QuantityDimension = .hours) throws
    -> Resolver.Described
  {
    var resolver = Resolver()
    let node = SourceReader.read(trusted: text, named: "test")
    let kind = ValueKind.distribution(dimension, .any)
    let value = resolver.resolve(node, as: kind, path: "test")
    let findings = resolver.collector.diagnostics.map(\.headline)
    let resolved = try #require(value, "\(findings)")
    guard case .distribution(let distribution, let text) = resolved.content else {
      throw ScenarioErrors([])
    }
    return (distribution, text)
  }

  @Test(arguments: [
    ("2.5 h", try Distribution.constant(2.5), "2.5 h"),
    (
      "{exponential: {mean: 2 min}}", try .exponential(mean: 2.0 / 60),
      "{exponential: {mean: 2 min}}"
    ),
    (
      "{lognormal: {zeta: 0, sigma: 0.35}}", try .lognormal(zeta: 0, sigma: 0.35),
      "{lognormal: {zeta: 0, sigma: 0.35}}"
    ),
    (
      "{lognormal: {median: 2.5 h, cv: 1.3}}", try .lognormal(median: 2.5, cv: 1.3),
      "{lognormal: {median: 2.5 h, cv: 1.3}}"
    ),
    (
      "{lognormal: {sigma: 0.6, median: 0.9 h}}", try .lognormal(median: 0.9, sigma: 0.6),
      "{lognormal: {median: 0.9 h, sigma: 0.6}}"
    ),
    (
      "{lognormal: {mean: 60 min, cv: 2}}", try .lognormal(mean: 1, cv: 2),
      "{lognormal: {mean: 1 h, cv: 2}}"
    ),
    ("{gamma: {a: 1.5, b: 2 h}}", try .gamma(shape: 1.5, scale: 2), "{gamma: {a: 1.5, b: 2 h}}"),
    (
      "{gamma: {mean: 3 h, cv: 0.5}}", try .gamma(mean: 3, cv: 0.5), "{gamma: {mean: 3 h, cv: 0.5}}"
    ),
    (
      "{weibull: {a: 2 h, b: 0.8}}", try .weibull(scale: 2, exponent: 0.8),
      "{weibull: {a: 2 h, b: 0.8}}"
    ),
    (
      "{pareto: {a: 1.5, b: 1 h}}", try .pareto(exponent: 1.5, minimum: 1),
      "{pareto: {a: 1.5, b: 1 h}}"
    ),
    (
      "{gaussian: {mean: 1 h, sigma: 30 min}}", try .gaussian(mean: 1, sigma: 0.5),
      "{gaussian: {mean: 1 h, sigma: 0.5 h}}"
    ),
    (
      "{uniform: {low: 1 h, high: 3 h}}", try .uniform(low: 1, high: 3),
      "{uniform: {low: 1 h, high: 3 h}}"
    ),
    ("{uniform: {a: 1 h, b: 3 h}}", try .uniform(low: 1, high: 3), "{uniform: {a: 1 h, b: 3 h}}"),
    (
      "{triangular: {low: 1 h, mode: 2 h, high: 5 h}}", try .triangular(low: 1, mode: 2, high: 5),
      "{triangular: {low: 1 h, mode: 2 h, high: 5 h}}"
    ),
    (
      "{pert: {low: 1 h, mode: 2 h, high: 5 h}}", try .pert(low: 1, mode: 2, high: 5),
      "{pert: {low: 1 h, mode: 2 h, high: 5 h}}"
    ),
    ("{constant: {value: 3 h}}", try .constant(3), "{constant: {value: 3 h}}"),
  ])
  func `a family of times is read from its parameters`(
    text: String, expected: Distribution, canonical: String
  ) throws {
    let (distribution, written) = try read(text)
    #expect(distribution == expected)
    #expect(written == canonical)
    #expect(try read(written).distribution == expected)
  }

  @Test(arguments: [
    ("{beta: {a: 0.19, b: 0.142}}", try Distribution.beta(a: 0.19, b: 0.142)),
    ("{beta: {mean: 60 %, concentration: 5}}", try .beta(mean: 0.6, concentration: 5)),
    ("{poisson: {mean: 3}}", try .poisson(mean: 3)),
    ("{binomial: {p: 0.5, n: 4}}", try .binomial(trials: 4, probability: 0.5)),
    ("{negativeBinomial: {p: 0.477, n: 1.09}}", try .negativeBinomial(p: 0.477, n: 1.09)),
    ("{logarithmic: {p: 0.946}}", try .logarithmic(p: 0.946)),
    (
      "{discrete: {values: [1, 2, 5], weights: [3, 2, 1]}}",
      try .discrete(values: [1, 2, 5], weights: [3, 2, 1])
    ),
    (
      "{mixture: [{weight: 70 %, exponential: {mean: 1}}, {weight: 0.3, constant: {value: 5}}]}",
      try .mixture([(0.7, .exponential(mean: 1)), (0.3, .constant(5))])
    ),
    (
      "{exponential: {mean: 2}, scale: 3, shift: 1, round: ceil, cap: 40}",
      try .exponential(mean: 2).scaled(by: 3).shifted(by: 1).rounded(.up).capped(max: 40)
    ),
    (
      "{round: floor, lognormal: {zeta: 0.75, sigma: 1.65}}",
      try .lognormal(zeta: 0.75, sigma: 1.65).rounded(.down)
    ),
    (
      "{gaussian: {mean: 0, sigma: 1}, limit: {min: -1, max: 2}}",
      try .gaussian(mean: 0, sigma: 1).clamped(min: -1, max: 2)
    ),
    (
      "{of: {exponential: {mean: 2}, cap: {max: 9}}, shift: 1}",
      try .exponential(mean: 2).capped(max: 9).shifted(by: 1)
    ),
  ])
  func `counts, tables and modifiers are read, and their canonical text reads back`(
    text: String, expected: Distribution
  ) throws {
    let (distribution, written) = try read(text, .share)
    #expect(distribution == expected)
    #expect(try read(written, .share).distribution == expected)
    #expect(try read(written, .share).text == written)
  }

  @Test func `every carried fit is a distribution in some dimension`() throws {
    let dimensions: [QuantityDimension] = [.hours, .tokens, .money, .share, .count]
    #expect(CarriedTables.fits.fits.count > 70)
    for fit in CarriedTables.fits.fits {
      #expect(throws: Never.self, "\(fit.key)") { try fit.distribution() }
      #expect(dimensions.contains { fit.factor(to: $0) != nil }, "\(fit.key): \(fit.unit)")
      #expect(!fit.source.isEmpty)
    }
  }

  @Test func `a fit in minutes or seconds becomes one in hours`() throws {
    let (size, text) = try read("{fitted: task.human_minutes.no_ai}")
    #expect(text == "{fitted: task.human_minutes.no_ai}")
    #expect(abs(try size.quantile(0.5) - exp(4.16322) / 60) < 1e-9)
    let (gap, _) = try read("{fitted: session.request_gap_s}", .clockHours)
    #expect(gap.support.upperBound == 0.5)
  }

  @Test func `components of a fit become a mixture and its caps are kept`() throws {
    let (law, _) = try read(
      "{fitted: request.total_tokens.agentic, role: better_fit}", .tokens)
    let expected = try Distribution.mixture([
      (0.1402, .lognormal(zeta: 10.9392, sigma: 1.6669).capped(max: 20_000_000)),
      (0.8598, .lognormal(zeta: 12.6141, sigma: 1.2313).capped(max: 20_000_000)),
    ])
    #expect(law == expected)
  }

  @Test func `the office profile is the table of commits`() {
    let profile = CarriedTables.officeProfile
    #expect(abs(profile.shares[0] - 0.002679) < 1e-5)
    #expect(profile.intensity(at: 11) > 10 * profile.intensity(at: 5))
  }

  @Test func `a sample is read from a column next to the scenario file`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write("task,\"minutes, all\"\na,30\nb,\nc,90\n", to: "data/tasks.csv")
    let text =
      smallScenarioWithPolicy.replacing(
        "{arrivals: 1 / day}",
        with:
          "{arrivals: 1 / day, size: {empirical: {file: data/tasks.csv, column: 'minutes, all', "
          + "unit: min}}}")
    let path = try folder.write(text, to: "scenario.yaml")
    let loaded = try ScenarioLoader.load(path: path)
    let expected = try Distribution.empirical([30, 90], source: "x").scaled(by: 1.0 / 60)
    let size = loaded.scenario.workKinds[0].size
    #expect(try size.quantile(0.1) == expected.quantile(0.1))
    #expect(try size.quantile(0.9) == 1.5)
    #expect(loaded.sourceFiles == [path, "\(folder.path)/data/tasks.csv"])
    let again = try ScenarioLoader.load(text: loaded.resolvedYAML, fileName: "elsewhere/copy.yaml")
    #expect(again.resolvedYAML == loaded.resolvedYAML)
  }

  @Test(arguments: [
    ("tokens\n1\nmany\n", "row 3 of 'FOLDER/ours.csv' has 'many' in the column 'tokens'"),
    ("tokens\n1\ninf\n", "row 3 of 'FOLDER/ours.csv' has 'inf' in the column 'tokens'"),
    ("token\n1\n", "'FOLDER/ours.csv' has no column 'tokens'"),
    ("tokens\n\n", "the column 'tokens' of 'FOLDER/ours.csv' holds no number"),
    ("", "'FOLDER/ours.csv' is not a table: it is empty"),
    (
      "tokens,cost\n1\n",
      "'FOLDER/ours.csv' is not a table: row 2 has 1 cells where the header has 2"
    ),
    ("tokens\n\"1\n", "'FOLDER/ours.csv' is not a table: a quote in row 2 is never closed"),
  ])
  func `an unusable data file is refused with the row or column at fault`(
    table: String, what: String
  ) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(table, to: "ours.csv")
    let text =
      smallScenarioWithPolicy
      + "agents: {ours: {promptTokens: {empirical: {file: ours.csv, column: tokens}}}}\n"
    let path = try folder.write(text, to: "scenario.yaml")
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    #expect(error?.diagnostics.count == 1)
    #expect(error?.diagnostics[0].what == what.replacing("FOLDER", with: folder.path))
    #expect(error?.diagnostics[0].location?.line == 5)
  }

  @Test func `a data file that is a folder or not text is refused`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: URL(filePath: "\(folder.path)/ours.csv"))
    let text =
      smallScenarioWithPolicy
      + "agents: {ours: {promptTokens: {empirical: {file: ours.csv, column: tokens}}, "
      + "outputTokens: {empirical: {file: ., column: tokens}}}}\n"
    let path = try folder.write(text, to: "scenario.yaml")
    let error = #expect(throws: ScenarioErrors.self) { try ScenarioLoader.load(path: path) }
    #expect(
      error?.diagnostics.map(\.what) == [
        "the file '\(folder.path)/ours.csv' cannot be read",
        "the file '\(folder.path)' cannot be read",
      ])
  }
}
