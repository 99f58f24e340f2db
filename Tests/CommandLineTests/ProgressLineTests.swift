import Experiments
import Testing

@testable import goodhart

@Suite struct ProgressLineTests {
  @Test(arguments: [
    (0, 0.0, "──────────────────── 0 %  run 0 of 240"),
    (10, 1.0, "──────────────────── 1 %  run 2 of 240"),
    (10, 5.0, "──────────────────── 1 %  run 2 of 240"),
    (250, 10.0, "━━━━━─────────────── 25 %  run 60 of 240, about 30 s left"),
    (500, 300.0, "━━━━━━━━━━────────── 50 %  run 120 of 240, about 5 min left"),
    (999, 100.0, "━━━━━━━━━━━━━━━━━━━─ 99 %  run 239 of 240, a few seconds left"),
    (1000, 100.0, "━━━━━━━━━━━━━━━━━━━━ 100 %  run 240 of 240"),
    (100, 3600.0, "━━────────────────── 10 %  run 24 of 240, about 9.0 h left"),
  ])
  func `the line tells what is done, and time left once it means something`(
    weeks: Int, seconds: Double, line: String
  ) {
    #expect(
      ProgressLine.text(
        weeks: weeks, of: 1000, runs: weeks * 240 / 1000, of: 240, elapsedSeconds: seconds)
        == line)
  }
}
