import Measures
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct SweepTests {
  static let unit = Factor.Range.interval(
    low: 0, high: 1, scale: .linear, notation: Factor.Notation())
  static let factors = [Factor("x", unit), Factor("y", unit), Factor("z", unit)]
  static let value = SweptMeasure("value", title: "Value", unit: .usd, preference: .higher)

  /// The other policy is worth 2 x + y more than a half, whatever z is; luck is common to both.
  static let source = FunctionRuns { request in
    let luck = Double(request.replication * request.replication)
    guard request.arm.policy == "other" else { return [luck] }
    return [luck + 2 * request.number("x") + request.number("y") - 0.5]
  }

  private func sobol(rows: Int) throws -> SweepDesign {
    SweepDesign(
      .sobol(try SaltelliDesign(factorCount: 3, baseCount: rows)), Self.factors, seed: 5)
  }

  @Test func `every point, policy and measure has its row, with paired differences`() async throws {
    let design = SweepDesign(
      paths: ["x", "y"], values: [["0", "0"], ["0.5", "0.25"], ["1", "0.5"]])
    let sweep = Sweep(design, replications: 3, measures: [Self.value])
    let results = try await sweep.results(from: Self.source)
    let table = results.sweepTable()
    #expect(
      table.columns.prefix(6).map(\.name) == ["point", "x", "y", "policy", "measure", "unit"])
    #expect(table.rows.count == 6)
    // Luck of 0, 1 and 4 has mean 5/3; 2 x 0.5 + 0.25 - 0.5 is 0.75, so the sum is 2 5/12.
    let row = table.rows[3]
    #expect(
      row.prefix(6) == [
        .integer(1), .number(0.5), .number(0.25), .text("other"), .text("value"), .text("usd"),
      ])
    guard case .number(let mean) = table.cell(row: 3, column: "mean") else {
      Issue.record("a mean")
      return
    }
    #expect(abs(mean - 29.0 / 12) < 1e-14)
    #expect(table.cell(row: 3, column: "difference") == .number(0.75))
    #expect(table.cell(row: 3, column: "difference_lower_95") == .number(0.75))
    #expect(table.cell(row: 2, column: "difference") == .missing)
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    let points = results.pointsTable(SweepStanding(results))
    #expect(points.rows.map { $0[3] } == [.text("base"), .text("other"), .text("other")])
  }

  @Test func `the factors of an additive difference get their shares of its variance`() async throws
  {
    let sweep = Sweep(try sobol(rows: 512), replications: 2, measures: [Self.value])
    let results = try await sweep.results(from: Self.source)
    let found = SweepSensitivity(
      of: 0, policy: 1, .difference, in: results, resamples: 200, seed: 1)
    // Variances 4/12, 1/12 and 0.
    for (name, shares) in [
      (SweepSensitivity.Name.firstOrder, [0.8, 0.2, 0]), (.totalEffect, [0.8, 0.2, 0]),
    ] {
      for (factor, share) in shares.enumerated() {
        let index = try #require(
          found.indices.first { $0.name == name && $0.factor == factor })
        #expect(abs(try #require(index.estimate.value) - share) < 0.01)
      }
    }
    #expect(found.ranked(by: .totalEffect).first?.factor == 0)
    #expect(found.used == 512)
    let table = results.sensitivityTable(seed: 1)
    // Two quantities of one policy, one of the baseline; six figures each.
    #expect(table.rows.count == 18)
  }

  @Test func `elementary effects and regressions go with their designs`() async throws {
    let morris = SweepDesign(
      .morris(try MorrisDesign(factorCount: 3, trajectoryCount: 10)), Self.factors, seed: 5)
    let effects = try await Sweep(morris, replications: 1, measures: [Self.value])
      .results(from: Self.source)
    let found = SweepSensitivity(of: 0, policy: 1, .value, in: effects, resamples: 0, seed: 1)
    let stars = found.indices.filter { $0.name == .muStar }.map { $0.estimate.value ?? .nan }
    for (star, slope) in zip(stars, [2.0, 1, 0]) { #expect(abs(star - slope) < 1e-9) }

    let hypercube = SweepDesign(
      .latinHypercube(try LatinHypercube(factorCount: 3, rowCount: 100)), Self.factors, seed: 5)
    let lines = SweepSensitivity(
      of: 0, policy: 1, .value,
      in: try await Sweep(hypercube, replications: 1, measures: [Self.value])
        .results(from: Self.source), seed: 1)
    #expect(abs((lines.determination ?? 0) - 1) < 1e-9)
    #expect(lines.ranked(by: .coefficient).map(\.factor).prefix(2) == [0, 1])
  }

  @Test func `where a policy loses is told as a box`() async throws {
    // The other policy loses where x is below 0.4 and y above 0.5.
    let source = FunctionRuns { request in
      let isLost = request.number("x") < 0.4 && request.number("y") > 0.5
      return [request.arm.policy == "other" ? (isLost ? -1 : 1) : 0]
    }
    let design = SweepDesign(
      .latinHypercube(try LatinHypercube(factorCount: 3, rowCount: 1000)), Self.factors, seed: 5)
    let results = try await Sweep(design, replications: 1, measures: [Self.value])
      .results(from: source)
    let standing = SweepStanding(results)
    #expect(standing.recommended == 1)
    let box = try #require(standing.box(of: 1, .worseThanBaseline))
    #expect(box.quality.coverage > 0.9 && box.quality.density > 0.9)
    let share = try #require(standing.shareHeld(by: 1, .notBest))
    #expect(abs(share - 0.8) < 0.03)
    #expect(standing.shareBetter(1) == share)
    let table = results.boxesTable(standing)
    let rows = (0..<table.rows.count).filter {
      table.rows[$0][0] == .text("other") && table.rows[$0][1] == .text("not_best")
    }
    #expect(rows.map { table.cell(row: $0, column: "factor") } == [.text("x"), .text("y")])
    guard case .text(let limit) = table.cell(row: rows[0], column: "greatest") else {
      Issue.record("x is bounded from above")
      return
    }
    #expect(abs((Double(limit) ?? 0) - 0.4) < 0.03)
  }

  @Test func `less is better where a measure says so`() async throws {
    let loss = SweptMeasure("value", title: "Loss", unit: .usd, preference: .lower)
    let results = try await Sweep(try sobol(rows: 16), replications: 1, measures: [loss])
      .results(from: Self.source)
    #expect(SweepStanding(results).recommended == 0)
  }

  @Test func `undefined values are counted and left out`() async throws {
    let source = FunctionRuns { request in
      request.number("x") > 0.5 && request.replication == 0 || request.number("y") > 0.9
        ? [.nan] : [request.number("x")]
    }
    let design = SweepDesign(
      .factorial(try FullFactorial(Array(Self.factors.prefix(2)), levels: 3)),
      Array(Self.factors.prefix(2)), seed: 0)
    let results = try await Sweep(design, replications: 2, measures: [Self.value])
      .results(from: source)
    // Of nine points, three have y = 1 (both replications), two of the others x = 1 (one).
    #expect(results.undefinedCount(of: 0, policy: 0) == 3 * 2 + 2)
    let table = results.sweepTable()
    #expect(table.cell(row: 4, column: "missing") == .integer(2))
    #expect(table.cell(row: 4, column: "mean") == .missing)
    #expect(SweepStanding(results).winners.count { $0 == nil } == 3)
    let found = SweepSensitivity(of: 0, policy: 0, .value, in: results, seed: 1)
    #expect(found.used == 6 && found.leftOut == 3)
  }

  @Test func `long sweeps ask for their runs in parts`() async throws {
    let source = FunctionRuns { [$0.number("x")] }
    let design = SweepDesign(
      .latinHypercube(try LatinHypercube(factorCount: 1, rowCount: 12_000)), [Self.factors[0]],
      seed: 1)
    let results = try await Sweep(design, replications: 1, measures: [Self.value])
      .results(from: source)
    #expect(source.requestSizes == [20_000, 4_000])
    for point in [0, 9_999, 10_000, 11_999] {
      #expect(
        results.values(of: 0, policy: 1, point: point)
          == [design.factors[0].number(at: design.rows[point, 0])])
    }
  }

  @Test func `a shard is dealt out of one request, and all missing runs are told`() async throws {
    let design = SweepDesign(
      .latinHypercube(try LatinHypercube(factorCount: 1, rowCount: 12_000)), [Self.factors[0]],
      seed: 1)
    let sweep = Sweep(design, replications: 1, measures: [Self.value])
    let shard = FunctionRuns(givesOutcomes: false) { _ in throw ShardDone() }
    await #expect(throws: ShardDone.self) { try await sweep.results(from: shard) }
    #expect(shard.requestSizes == [24_000])
    let incomplete = FunctionRuns { throw MissingRuns([$0.address], of: 1) }
    let error = await #expect(throws: MissingRuns.self) {
      try await sweep.results(from: incomplete)
    }
    #expect(error?.addresses.count == 2)
  }

  @Test func `a measure that the source has not is named`() async throws {
    let other = SweptMeasure("other", title: "Other", unit: .usd, preference: .higher)
    let sweep = Sweep(try sobol(rows: 2), replications: 1, measures: [other])
    await #expect(throws: UnknownMeasure(name: "other", known: ["value"])) {
      try await sweep.results(from: Self.source)
    }
  }
}

@Suite struct SweepDesignTests {
  @Test func `listed numbers in one unit are an interval, anything else is levels`() {
    let design = SweepDesign(
      paths: ["a", "b", "c"],
      values: [["1 h", "x", "1 h"], ["3 h", "y", "90 min"], ["2 h", "x", "2 h"]])
    #expect(
      design.factors[0].range
        == .interval(low: 1, high: 3, scale: .linear, notation: .init(unit: "h")))
    #expect(design.rows.column(0) == [0, 1, 0.5])
    #expect(design.factors[1].range == .levels(["x", "y"]))
    #expect(design.rows.column(1) == [0.25, 0.75, 0.25])
    #expect(design.factors[2].range == .levels(["1 h", "90 min", "2 h"]))
    #expect(design.point(1).key == "a=3 h; b=y; c=90 min")
  }

  @Test func `columns of factors are named in snake case, with their units, none twice`() {
    let rate = Factor.Range.interval(
      low: 1, high: 2, scale: .linear, notation: .init(unit: "% / week"))
    let money = Factor.Range.interval(
      low: 1, high: 2, scale: .linear, notation: .init(prefix: "$", unit: "/ Mtok"))
    let factors = [
      Factor("policies.strict.audit.rate", rate), Factor("policies.strict_audit.rate", rate),
      Factor("agents.bot.price", money), Factor("behaviour.decisionRule", .levels(["a", "b"])),
      Factor("unit", .levels(["1", "2"])),
    ]
    let design = SweepDesign(paths: ["x"], values: [["1"]])
    #expect(FactorColumns(design).columns.map(\.name) == ["x"])
    let all = SweepDesign(.sobol(Self.saltelli), factors, seed: 1)
    let columns = FactorColumns(all).columns
    #expect(
      columns.map(\.name) == [
        "policies_strict_audit_rate_percent_per_week",
        "policies_strict_audit_rate_percent_per_week_2", "agents_bot_price_usd_per_mtok",
        "behaviour_decision_rule", "unit_2",
      ])
    #expect(columns.map(\.type) == [.number, .number, .number, .text, .number])
  }

  private static let saltelli: SaltelliDesign = {
    guard let design = try? SaltelliDesign(factorCount: 5, baseCount: 2) else {
      fatalError("a valid design")
    }
    return design
  }()

  @Test func `limits of boxes are told to three digits in the factor's own unit`() {
    let factor = Factor(
      "x",
      .interval(low: 0, high: 3, scale: .linear, notation: Factor.Notation(unit: "h")))
    #expect(factor.bound(.atLeast(1.0 / 7)).least == "0.429 h")
    #expect(factor.bound(.atMost(0.5)).greatest == "1.5 h")
    #expect(Factor("x", .levels(["a", "b"])).bound(.among([1])).levels == "b")
  }
}
