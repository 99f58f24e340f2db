import Testing

@testable import Experiments

@Suite struct MeritTests {
  static let problem = OptimisationProblem(
    policy: "designed", factors: [], maximising: "value",
    subjectTo: [.init("risk", .atMost, 2), .init("quality", .atLeast, 10)])

  private func merit(_ value: Double, risk: Double, quality: Double) -> Merit {
    Self.problem.merit(objective: [value], constrained: [[risk], [quality]])
  }

  @Test func `keeping all bounds beats any objective, then the objective decides`() {
    let kept = merit(1, risk: 2, quality: 10)
    let better = merit(3, risk: 1, quality: 12)
    let broken = merit(100, risk: 3, quality: 10)
    #expect(kept < better)
    #expect(broken < kept)
    #expect(kept.violation == 0)
    #expect(broken.violation == 0.5)
  }

  @Test func `of two that break bounds the one that breaks them less is better`() {
    #expect(merit(100, risk: 4, quality: 10) < merit(0, risk: 2.5, quality: 9))
    #expect(merit(0, risk: 2.5, quality: 9).violation == 0.35)
  }

  @Test func `what the simplex sees has the order of merits`() {
    let merits = [
      merit(-1e9, risk: 1, quality: 11), merit(-2, risk: 1, quality: 11),
      merit(5, risk: 1, quality: 11), merit(0, risk: 2.0001, quality: 11),
      merit(1e12, risk: 50, quality: 1), merit(.nan, risk: 1, quality: 11),
      merit(1, risk: .nan, quality: 11),
    ]
    for left in merits {
      for right in merits where left < right { #expect(left.descent >= right.descent) }
      #expect(left.descent.isFinite)
    }
    #expect(merits[4].descent > merits[3].descent)
  }

  @Test func `a mean on the bound does not keep clear of it`() {
    let onBound = Self.problem.merit(
      objective: [1, 1, 1], constrained: [[1, 2, 3], [20, 20, 20]])
    let clear = Self.problem.merit(
      objective: [1, 1, 1], constrained: [[0.9, 1, 1.1], [20, 20, 20]])
    #expect(onBound.violation > 0)
    #expect(clear.violation == 0)
  }
}
