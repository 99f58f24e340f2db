import Experiments
import Testing

@testable import goodhart

@Suite struct ProgressBarsTests {
  /// Policies with some of their runs done, all as fast as each other.
  private func progress(
    _ policies: [(name: String, done: Int)], of expected: Int, seconds: Double = 0
  ) -> ExperimentProgress {
    var progress = ExperimentProgress(policies: policies.map(\.name))
    for (index, policy) in policies.enumerated() {
      progress.policies[index].expectedRuns = expected
      progress.policies[index].finishedRuns = policy.done
      progress.policies[index].work.expectedWeeks = 10 * expected
      progress.policies[index].work.doneWeeks = 10 * policy.done
    }
    progress.elapsedSeconds = seconds
    return progress
  }

  @Test func `every policy has a bar, and all together one with the time left`() {
    let bars = ProgressBars(
      progress([("noMetric", 30), ("tokenBoard", 15)], of: 30, seconds: 30))
    #expect(
      bars.lines(width: 80) == [
        "noMetric   ━━━━━━━━━━━━━━━━━━━━ 100 %  30 of 30",
        "tokenBoard ━━━━━━━━━━──────────  50 %  15 of 30",
        "all        ━━━━━━━━━━━━━━━─────  75 %  45 of 60, about 10 s left",
      ])
  }

  @Test func `time left is withheld while it would mislead, and once all is done`() {
    for (done, seconds) in [(15, 1.0), (0, 50.0), (30, 50.0)] {
      let bars = ProgressBars(progress([("only", done)], of: 30, seconds: seconds))
      #expect(bars.lines(width: 80).count == 1)
      #expect(!bars.lines(width: 80)[0].contains("left"))
    }
  }

  @Test func `of many policies the one farthest behind is told`() {
    let many = (0..<13).map { (name: "policy\($0)", done: $0 == 7 ? 1 : 5) }
    let lines = ProgressBars(progress(many, of: 10)).lines(width: 80)
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("policy7 ━━──"))
    #expect(ProgressBars(progress(Array(many.prefix(12)), of: 10)).lines(width: 80).count == 13)
  }

  @Test func `an experiment that decides as it goes says so`() {
    let bars = ProgressBars(progress([("only", 15)], of: 30, seconds: 30), isOpenEnded: true)
    #expect(bars.lines(width: 80)[0].hasSuffix("15 of 30 so far, about 30 s left of these"))
  }

  @Test func `no line is wider than the terminal`() {
    let name = String(repeating: "n", count: 60)
    let bars = ProgressBars(progress([(name, 15), ("other", 3)], of: 30, seconds: 30))
    for width in [20, 40, 80] {
      #expect(bars.lines(width: width).allSatisfy { $0.count < width })
    }
    #expect(bars.lines(width: 80)[0].hasPrefix(String(repeating: "n", count: 23) + "… "))
  }

  @Test(arguments: [
    (3.0, "a few seconds"), (31.0, "about 30 s"), (60.0, "about 1 min"), (540.0, "about 9 min"),
    (1500.0, "about 25 min"), (32400.0, "about 9.0 h"),
  ])
  func `a duration is no more precise than it is`(seconds: Double, words: String) {
    #expect(ProgressBars.duration(seconds) == words)
  }
}
