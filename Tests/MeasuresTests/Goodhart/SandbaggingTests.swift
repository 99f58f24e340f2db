import Incentives
import Testing

@testable import Measures

@Suite struct SandbaggingTests {
  @Test func `output held back before every reset`() {
    let output = [3.0, 3, 1, 1, 3, 3, 1, 1, 3, 3]
    #expect(abs(Sandbagging.index(output: output, resets: [4, 8], reach: 2) - 1) < 1e-15)
  }

  @Test func `resets close to each other share the weeks between them`() {
    // Two weeks apart: the week before and the week after each, 1 | 3 and 1 | 3. A longer reach would
    // take the nines in.
    let output = [9.0, 9, 9, 1, 3, 1, 3, 9, 9, 9]
    #expect(abs(Sandbagging.index(output: output, resets: [4, 6], reach: 4) - 1) < 1e-15)
    #expect(Sandbagging.index(output: output, resets: [4], reach: 4) < 0.5)
  }

  @Test func `a hand-computed correlation`() {
    // 2, 4 before and 4, 6 after: deviations -2, 0, 0, 2 with -½, -½, ½, ½: 2 / sqrt(8 · 1).
    let index = Sandbagging.index(output: [2, 4, 4, 6], resets: [2], reach: 2)
    #expect(abs(index - 2 / 8.0.squareRoot()) < 1e-15)
  }

  @Test func `targets that stay or move every week tell nothing`() {
    #expect(Sandbagging.index(output: [1, 2, 3, 4], resets: []).isNaN)
    #expect(Sandbagging.index(output: [1, 2, 3, 4], resets: [1, 2, 3]).isNaN)
    #expect(Sandbagging.index(output: [1, 1, 1, 1], resets: [2]).isNaN)
  }
}

@Suite struct TargetResetsTests {
  private func resets(_ schemes: [IncentiveScheme?]) -> [Int] {
    var resets = TargetResets()
    return schemes.indices.filter { resets.isReset(inWeek: $0, under: schemes[$0]) }
  }

  private func scheme(_ threshold: Double, _ ratchet: Ratchet = .none) -> IncentiveScheme {
    IncentiveScheme(targets: [Target(metric: 0, threshold: threshold, ratchet: ratchet)])
  }

  @Test func `a target is reset when it changes, not when it comes or goes`() {
    let schemes = [nil, 10, 10, 12, 12, nil, 12, 9].map { $0.map { scheme($0) } }
    #expect(resets(schemes) == [3, 7])
    #expect(resets([IncentiveScheme.none, nil]) == [])
  }

  @Test func `a ratchet of every third week resets the week after, from when it came into force`() {
    let ratchet = scheme(10, Ratchet(share: 0.5, everyWeeks: 3))
    #expect(resets([nil, nil] + Array(repeating: ratchet, count: 8)) == [5, 8])
    #expect(resets(Array(repeating: scheme(10, Ratchet(share: 0, everyWeeks: 3)), count: 8)) == [])
  }

  @Test func `the rule that follows results is the target`() {
    var both = scheme(10)
    both.rewards = [
      Reward(
        metric: 0, kind: .accelerator(above: 5), weightHours: 1,
        ratchet: Ratchet(share: 0.5, everyWeeks: 2))
    ]
    #expect(resets(Array(repeating: both, count: 5)) == [2, 4])
  }
}
