import Testing

@testable import Validation

/// What a verification is, and when it passes.
@Suite struct VerificationTests {
  @Test func `a refusal says why`() {
    #expect("\(VerificationRefusal("no equilibrium"))" == "no equilibrium")
  }

  /// A verification that doubles, with an error and a table to be chosen.
  private func doubling(
    rows: [Verification.Row] = [], error: Double = 0, tolerance: Verification.Tolerance
  ) -> Verification {
    Verification(
      "doubling", section: "0", "Twice a number", source: "arithmetic",
      parameters: [.init("number", "what is doubled", standard: 1, range: 0...10, isWhole: true)],
      rows: rows
    ) { values in
      guard values[0] < 9 else { throw VerificationRefusal("too large to double") }
      return [
        .init(
          "double", closedForm: 2 * values[0], obtained: 2 * values[0] * (1 + error), tolerance)
      ]
    }
  }

  @Test func `a relative error of one in a million passes, twice as much fails`() throws {
    let fine = doubling(error: 0.99e-6, tolerance: .deterministic)
    #expect(try fine.check([3]).failures == 0)
    let wrong = doubling(error: 2e-6, tolerance: .deterministic)
    let report = try wrong.check([3])
    #expect(report.failures == 1)
    let error = try #require(report.largestRelativeError)
    #expect(abs(error - 2e-6) < 1e-12)
    #expect(report.largestStandardErrors == nil)
  }

  @Test func `three standard errors pass, four fail`() throws {
    let three = Verification.Tolerance.standardErrors(3, standardError: 0.1)
    // Obtained lies 0.3 and 0.4 above 6.
    #expect(try doubling(error: 0.0499, tolerance: three).check([3]).failures == 0)
    let report = try doubling(error: 0.4 / 6, tolerance: three).check([3])
    #expect(report.failures == 1)
    let error = try #require(report.largestStandardErrors)
    #expect(abs(error - 4) < 1e-9)
  }

  @Test func `a table that contradicts the closed form fails, though the simulator is right`()
    throws
  {
    let rows: [Verification.Row] = [.init([3], [("double", 6.1)])]
    let loose = Verification.Tolerance.standardErrors(3, standardError: 1)
    #expect(try doubling(rows: rows, tolerance: loose).checkRows().failures == 1)
    #expect(
      try doubling(rows: [.init([3], [("double", 6)])], tolerance: loose).checkRows().failures == 0)
  }

  @Test func `a table is believed to half a unit of its last digit`() throws {
    let third = Verification(
      "third", section: "0", "A third", source: "arithmetic", parameters: [],
      rows: [
        .init([], [("third", 0.333)], digits: 3), .init([], [("third", 0.333)], digits: 4),
      ]
    ) { _ in [.init("third", closedForm: 1.0 / 3, obtained: 1.0 / 3, .deterministic)] }
    #expect(try third.checkRows().outcomes.map(\.passes) == [true, false])
  }

  @Test func `a missing value never passes`() throws {
    let none = doubling(error: .nan, tolerance: .deterministic)
    let report = try none.check([3])
    #expect(report.failures == 1)
    #expect(report.largestRelativeError == .infinity)
  }

  @Test func `where nothing is expected a value fails, and where something is a refusal`() throws {
    let rows: [Verification.Row] = [.refused([9]), .refused([3]), .init([9], [("double", 18)])]
    let report = try doubling(rows: rows, tolerance: .deterministic).checkRows()
    #expect(report.outcomes.map(\.passes) == [true, false, false])
    #expect(report.refusals == 2)
  }

  @Test func `rows draw different numbers from one seed`() throws {
    let lucky = Verification(
      "luck", section: "0", "Luck", source: "none", parameters: [],
      rows: [.init([], [("seed", 0)]), .init([], [("seed", 0)])],
      simulate: { _, seed in
        [
          .init(
            "seed", closedForm: 0, obtained: Double(seed % 1_000),
            .standardErrors(3, standardError: 1e30))
        ]
      })
    let seeds = try lucky.checkRows(seed: 5).outcomes.map { $0.comparisons[0].obtained }
    #expect(seeds[0] != seeds[1])
  }

  @Test func `parameters are read by name, and the others keep their standard`() throws {
    let mmc = try VerificationCatalogue.find("mmc")
    #expect(try mmc.values(given: [("c", "3")]) == [0.8, 1, 3])
    #expect(try mmc.values(given: [("lambda", "2.4"), ("c", "3"), ("c", "4")]) == [2.4, 1, 4])
  }

  @Test func `a wrong parameter is told with the nearest name, or with what is allowed`() throws {
    let mmc = try VerificationCatalogue.find("mmc")
    func message(_ name: String, _ text: String) -> String {
      do {
        _ = try mmc.values(given: [(name, text)])
        return ""
      } catch { return error.description }
    }
    #expect(message("lamda", "1").contains("did you mean 'lambda'?"))
    #expect(message("c", "0") == "mmc --c 0: expected a whole number from 1 to 500 (servers)")
    #expect(message("c", "2.5").contains("whole number"))
    #expect(message("mu", "many").contains("expected a number from 1e-06 to 1000000"))
    #expect(message("mu", "nan").contains("expected a number"))
  }

  @Test func `an unknown name is told with the nearest`() {
    #expect(throws: VerificationInputError.self) { try VerificationCatalogue.find("mmx") }
    do {
      _ = try VerificationCatalogue.find("persistant-gamer")
    } catch {
      #expect(error.description.contains("did you mean 'persistent-gamer'?"))
    }
  }
}

/// What every entry of the catalogue must be.
@Suite struct VerificationCatalogueTests {
  @Test func `names are unique, and in the order of the sections`() {
    let names = VerificationCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    let sections = VerificationCatalogue.all.map(\.section)
    #expect(sections == sections.sorted())
  }

  @Test(arguments: VerificationCatalogue.all.map(\.name))
  func `rows have a value in range for each parameter, and so has the standard`(
    name: String
  ) throws {
    let verification = try VerificationCatalogue.find(name)
    #expect(!verification.rows.isEmpty)
    #expect(!verification.source.isEmpty)
    let points = verification.rows.map(\.parameters) + [verification.parameters.map(\.standard)]
    for point in points {
      #expect(point.count == verification.parameters.count)
      for (parameter, value) in zip(verification.parameters, point) {
        #expect(parameter.range.contains(value), "\(parameter.name) \(value)")
        #expect(!parameter.isWhole || value == value.rounded(), "\(parameter.name) \(value)")
      }
    }
  }
}
