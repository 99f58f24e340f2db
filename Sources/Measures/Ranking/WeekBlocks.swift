/// Stretches of about four weeks that a horizon is cut into.
///
/// Rankings of single weeks are mostly noise; people are judged over months. Metrics are therefore
/// judged by the block and averaged over blocks. The evaluation window at the end of the horizon
/// begins with a block of its own; the weeks before it and the window are each cut into blocks of
/// nearly equal length, four weeks or a little longer.
public struct WeekBlocks: Sendable, Equatable {
  /// The weeks of each block, in order, without gaps.
  public let blocks: [Range<Int>]
  /// Index of the first block of the evaluation window.
  public let firstEvaluated: Int

  /// Weeks that people are judged over.
  public static let length = 4

  /// Cuts a horizon.
  public init(horizonWeeks: Int, evaluationWeeks: Int) {
    precondition(horizonWeeks > 0 && evaluationWeeks > 0, "a horizon has at least one week")
    let windowStart = max(0, horizonWeeks - evaluationWeeks)
    let before = Self.cut(0..<windowStart)
    firstEvaluated = before.count
    blocks = before + Self.cut(windowStart..<horizonWeeks)
  }

  /// The block that a week lies in.
  public func index(ofWeek week: Int) -> Int? {
    blocks.firstIndex { $0.contains(week) }
  }

  private static func cut(_ weeks: Range<Int>) -> [Range<Int>] {
    guard !weeks.isEmpty else { return [] }
    let count = max(1, weeks.count / length)
    return (0..<count).map { block in
      weeks.lowerBound + weeks.count * block / count..<weeks.lowerBound + weeks.count * (block + 1)
        / count
    }
  }
}
