import Foundation
import Testing

/// `goodhart report`, and the page that every run leaves.
@Suite(.serialized) struct ReportTests {
  @Test func `a run leaves a page, and report makes the same from the folder alone`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let run = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(run.output.hasSuffix("Results: out\nReport:  out/report.html\n"))
    let page = try scratch.text("out/report.html")
    try FileManager.default.moveItem(
      atPath: scratch.path("out"), toPath: scratch.path("elsewhere"))
    try FileManager.default.removeItem(atPath: scratch.path("tiny.yaml"))
    try FileManager.default.removeItem(atPath: scratch.path("elsewhere/report.html"))
    let report = try program.run(["report", "elsewhere/"])
    #expect(report.status == 0 && report.output == "")
    #expect(report.errors == "Report: elsewhere/report.html\n")
    #expect(try scratch.text("elsewhere/report.html") == page)
    #expect(try program.run(["report", "elsewhere", "--out", "-"]).output == page)
    #expect(try scratch.names() == ["elsewhere"])
  }

  @Test func `a page can be left out`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let run = try program.run(["run", "tiny.yaml", "--no-report"])
    #expect(run.output.hasSuffix("\n\nResults: Results/tiny\n"))
    #expect(try !scratch.names(in: "Results/tiny").contains("report.html"))
    let both = try program.run(["run", "tiny.yaml", "--no-report", "--figures", "svg"])
    #expect(both.status == 2 && both.errors.contains("--no-report leaves out all charts"))
  }

  @Test func `without the script the tables are written and the way to the page is told`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root, chartTools: scratch.path("nothing"))
    let run = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(run.status == 0)
    #expect(
      run.errors == """
        note: no report.html: the script that draws charts is not installed; Scripts/setup gets it \
        (it needs Python 3); then: goodhart report out

        """)
    #expect(try scratch.names(in: "out").contains("summary.csv"))
    let report = try program.run(["report", "out"])
    #expect(report.status == 1 && report.output == "")
    #expect(report.errors.hasPrefix("error: the script that draws charts is not installed"))
    let figures = try program.run(["report", "out", "--figures", "png"])
    #expect(figures.status == 1 && figures.errors.contains("the converter to pictures"))
  }

  @Test func `a page is replaced by the next run and stands in nobody's way`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    try FileManager.default.createDirectory(
      atPath: scratch.path("out/figures"), withIntermediateDirectories: false)
    try scratch.write("<svg/>", to: "out/figures/gaming.svg")
    let again = try program.run(["run", "tiny.yaml", "--out", "out", "--seed", "8", "--quiet"])
    #expect(again.status == 0 && again.errors == "")
    #expect(try !scratch.names(in: "out").contains("figures"))
    try FileManager.default.createDirectory(
      atPath: scratch.path("out/figures"), withIntermediateDirectories: false)
    try scratch.write("mine", to: "out/figures/slides.txt")
    let refused = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(refused.status == 2 && refused.errors.contains("“figures/slides.txt”"))
  }

  @Test func `what is no results folder is refused with the reason`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let nothing = try program.run(["report", "nowhere"])
    #expect(nothing.status == 2)
    #expect(
      nothing.errors == """
        error: nowhere is not a results folder: it has no datapackage.json; goodhart run writes one

        """)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    let summary = try scratch.text("out/summary.csv")
    let page = try scratch.text("out/report.html")
    let longer = summary.replacing("noMetric,", with: "noMetric,extra,")
    try scratch.write(longer, to: "out/summary.csv")
    let broken = try program.run(["report", "out"])
    #expect(broken.status == 2 && broken.errors.contains("out/summary.csv cannot be read: row 2"))
    try scratch.write(summary.replacing("true,", with: "perhaps,"), to: "out/summary.csv")
    let mistyped = try program.run(["report", "out"])
    #expect(mistyped.errors.contains("column headline: “perhaps” is no boolean"))
    #expect(try scratch.text("out/report.html") == page)
  }
}
