import Testing

@testable import Measures

@Suite struct WeekBlocksTests {
  @Test func `the evaluation window begins with a block of its own`() {
    let blocks = WeekBlocks(horizonWeeks: 14, evaluationWeeks: 8)
    #expect(blocks.blocks == [0..<6, 6..<10, 10..<14])
    #expect(blocks.firstEvaluated == 1)
  }

  @Test func `a window shorter than a block is one block`() {
    let blocks = WeekBlocks(horizonWeeks: 3, evaluationWeeks: 3)
    #expect(blocks.blocks == [0..<3])
    #expect(blocks.firstEvaluated == 0)
  }

  @Test(arguments: [(52, 26), (52, 12), (7, 5), (1, 1), (30, 30), (10, 20)])
  func `every week lies in exactly one block`(horizon: Int, evaluation: Int) throws {
    let blocks = WeekBlocks(horizonWeeks: horizon, evaluationWeeks: evaluation)
    #expect(blocks.blocks.flatMap { Array($0) } == Array(0..<horizon))
    for week in 0..<horizon {
      let block = try #require(blocks.index(ofWeek: week))
      #expect(blocks.blocks[block].contains(week))
    }
    #expect(blocks.blocks[blocks.firstEvaluated].lowerBound == max(0, horizon - evaluation))
  }
}
