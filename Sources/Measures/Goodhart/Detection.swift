import Foundation

/// How well accusations tell gamers from honest people (MODEL 4, detectability).
package struct Detection: Sendable, Equatable {
  /// Gamers accused.
  package var truePositives: Double
  /// Honest people accused.
  package var falsePositives: Double
  /// Gamers who were not.
  package var falseNegatives: Double

  /// Creates the counts.
  package init(truePositives: Double, falsePositives: Double, falseNegatives: Double) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// TP / (TP + FP); NaN if nobody is accused.
  package var precision: Double { truePositives / (truePositives + falsePositives) }

  /// TP / (TP + FN); NaN if nobody games.
  package var recall: Double { truePositives / (truePositives + falseNegatives) }

  /// Harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN); NaN if there is nothing to tell.
  package var f1: Double {
    2 * truePositives / (2 * truePositives + falsePositives + falseNegatives)
  }

  /// Area under the receiver operating characteristic of a score: probability that the score of a
  /// random positive exceeds that of a random negative, ties counting half (Hanley and McNeil 1982).
  ///
  /// - Parameters:
  ///   - ranks: middle ranks of the score, from 1.
  ///   - positive: whether each is a positive.
  /// - Returns: NaN if there are no positives or no negatives.
  static func areaUnderCurve(ranks: [Double], positive: [Bool]) -> Double {
    var sum = 0.0
    var positives = 0.0
    for (rank, isPositive) in zip(ranks, positive) where isPositive {
      sum += rank
      positives += 1
    }
    let negatives = Double(ranks.count) - positives
    guard positives > 0, negatives > 0 else { return .nan }
    return (sum - positives * (positives + 1) / 2) / (positives * negatives)
  }

  /// The same for a score.
  package static func areaUnderCurve(scores: [Double], positive: [Bool]) -> Double {
    areaUnderCurve(ranks: RankCorrelation.middleRanks(scores), positive: positive)
  }

  /// Deterrence elasticity d ln(gaming) / d ln(audit rate), by regression over audit rates; negative
  /// if audits deter (Becker 1968; Olken 2007).
  ///
  /// - Parameters:
  ///   - auditRates: audit rate of each design; those at 0 have no logarithm and are left out.
  ///   - gaming: gaming under each, in any unit.
  /// - Returns: NaN unless two different positive rates with gaming are left.
  package static func deterrenceElasticity(auditRates: [Double], gaming: [Double]) -> Double {
    let used = auditRates.indices.filter { auditRates[$0] > 0 && gaming[$0] > 0 }
    let line = LinearFit(used.map { log(auditRates[$0]) }, used.map { log(gaming[$0]) })
    return line?.slope ?? .nan
  }
}
