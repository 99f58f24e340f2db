import Foundation
import SwiftCSV
import Testing

/// `goodhart flip` as users run it.
@Suite(.serialized) struct FlipTests {
  private static let inertia = ["--no-assumptions", "--vary", "behaviour.adoptionInertia=0 h..3 h"]

  private func flip(_ scratch: ScratchFolder, _ arguments: [String]) throws -> Program.Outcome {
    try Program(in: scratch.root).run(["flip", "tiny.yaml"] + arguments)
  }

  @Test func `it says what it recommends, what it moved and what it cost`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try flip(scratch, Self.inertia + ["--out", "out"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Recommended: "))
    #expect(outcome.output.contains("1 assumption moved in 2 directions"))
    #expect(outcome.errors.contains("nothing moved: 6 runs"))
    #expect(outcome.errors.contains("ends of ranges: 2 directions, 8 runs"))
    #expect(outcome.errors.contains("runs in all"))
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    let flips = try CSV<Named>(string: scratch.text("out/flips.csv"))
    #expect(flips.rows.map { $0["direction"] } == ["down", "up"])
    #expect(flips.rows.allSatisfy { $0["assumption"] == "behaviour.adoptionInertia" })
    #expect(flips.rows.allSatisfy { $0["default_value"] == "1.5" && $0["unit"] == "h" })
    #expect(try scratch.names(in: "out").contains("flip_profile.csv"))
    #expect(try scratch.text("out/provenance.json").contains("behaviour.adoptionInertia=0 h..3 h"))
  }

  @Test func `threads change no byte`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let arguments = Self.inertia + ["--quiet"]
    _ = try flip(scratch, arguments + ["--threads", "1", "--out", "one"])
    _ = try flip(scratch, arguments + ["--threads", "2", "--out", "two"])
    for name in ["flips.csv", "flip_profile.csv", "SHA256SUMS"] {
      #expect(try scratch.text("one/\(name)") == scratch.text("two/\(name)"))
    }
  }

  @Test func `the document for programs has the same in keys that stay`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try flip(scratch, Self.inertia + ["--format", "json", "--quiet"])
    #expect(outcome.output.isEmpty, "quiet")
    let told = try flip(scratch, Self.inertia + ["--format", "json"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    #expect(
      Set(document.keys) == [
        "measure", "recommended", "probabilityOfBest", "replications", "runs", "undefinedRuns",
        "policies", "flips", "possibleFlips", "others", "notMoved",
      ])
    #expect(document["replications"] as? Int == 3)
  }

  @Test func `a plane is mapped by letters, cell by cell`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try flip(
      scratch,
      [
        "--plane", "behaviour.adoptionInertia", "economics.hourValue", "--grid", "2", "--out",
        "out",
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("The best of the cells: "))
    for line in outcome.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    let map = try CSV<Named>(string: scratch.text("out/flip_map.csv"))
    #expect(map.rows.count == 2 * 2 * 2)
    #expect(map.rows.count { $0["is_best"] == "true" } == 4)
    #expect(try scratch.text("out/flip_boundary.csv").hasPrefix("line,kind,corner,x_value,y_value"))
  }
}
