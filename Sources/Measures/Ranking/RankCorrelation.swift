/// How well one ordering tells another.
package enum RankCorrelation {
  /// Kendall's tau-b, (C - D) / sqrt((n0 - n1)(n0 - n2)): agreeing minus disagreeing pairs among
  /// the pairs that are not tied.
  ///
  /// Knight's algorithm (Knight 1966): sort by the first variable, count the exchanges a merge sort
  /// needs to order the second.
  ///
  /// - Returns: NaN if one of the variables is constant or there are fewer than two pairs.
  /// - Complexity: O(n log n)
  package static func kendallTauB(_ first: [Double], _ second: [Double]) -> Double {
    var pairs = Array(zip(first, second))
    pairs.sort { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }
    let count = pairs.count
    guard count > 1 else { return .nan }
    var tiedInFirst = 0
    var tiedInBoth = 0
    var runOfFirst = 1
    var runOfBoth = 1
    for index in 1..<count {
      let sameFirst = pairs[index].0 == pairs[index - 1].0
      if sameFirst, pairs[index].1 == pairs[index - 1].1 {
        tiedInBoth += runOfBoth
        runOfBoth += 1
      } else {
        runOfBoth = 1
      }
      if sameFirst {
        tiedInFirst += runOfFirst
        runOfFirst += 1
      } else {
        runOfFirst = 1
      }
    }
    var ordered = pairs.map(\.1)
    let exchanges = sortCountingExchanges(&ordered)
    var tiedInSecond = 0
    var runOfSecond = 1
    for index in 1..<count {
      if ordered[index] == ordered[index - 1] {
        tiedInSecond += runOfSecond
        runOfSecond += 1
      } else {
        runOfSecond = 1
      }
    }
    let all = count * (count - 1) / 2
    let agreement = all - tiedInFirst - tiedInSecond + tiedInBoth - 2 * exchanges
    let untied = (Double(all - tiedInFirst) * Double(all - tiedInSecond)).squareRoot()
    return untied > 0 ? Double(agreement) / untied : .nan
  }

  /// Spearman's rank correlation: the correlation of middle ranks.
  package static func spearman(_ first: [Double], _ second: [Double]) -> Double {
    pearson(middleRanks(first), middleRanks(second))
  }

  /// The product-moment correlation; NaN if one of the variables is constant.
  package static func pearson(_ first: [Double], _ second: [Double]) -> Double {
    let count = Double(first.count)
    guard first.count > 1 else { return .nan }
    let firstMean = first.reduce(0, +) / count
    let secondMean = second.reduce(0, +) / count
    var product = 0.0
    var firstSquare = 0.0
    var secondSquare = 0.0
    for (x, y) in zip(first, second) {
      product += (x - firstMean) * (y - secondMean)
      firstSquare += (x - firstMean) * (x - firstMean)
      secondSquare += (y - secondMean) * (y - secondMean)
    }
    let scale = firstSquare.squareRoot() * secondSquare.squareRoot()
    return scale > 0 ? product / scale : .nan
  }

  /// Ranks from 1; equal values share the middle of their ranks.
  package static func middleRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let middle = Double(start + 1 + end) / 2
      for position in start..<end { ranks[order[position]] = middle }
      start = end
    }
    return ranks
  }

  /// Sorts, and counts the pairs that stood in the wrong order.
  private static func sortCountingExchanges(_ values: inout [Double]) -> Int {
    var exchanges = 0
    var source = values
    var target = values
    var width = 1
    while width < source.count {
      for start in stride(from: 0, to: source.count, by: 2 * width) {
        let middle = min(start + width, source.count)
        let end = min(start + 2 * width, source.count)
        var left = start
        var right = middle
        for position in start..<end {
          if left < middle, right >= end || source[left] <= source[right] {
            target[position] = source[left]
            left += 1
          } else {
            target[position] = source[right]
            right += 1
            exchanges += middle - left
          }
        }
      }
      swap(&source, &target)
      width *= 2
    }
    values = source
    return exchanges
  }
}
