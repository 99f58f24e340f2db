import CGSL

/// Walker's alias table: chooses among weighted options in constant time.
///
/// The table is the one that `gsl_ran_discrete_preproc` computes, copied into arrays so that it is
/// a value; the look-up equals `gsl_ran_discrete`.
///
/// Source: A. J. Walker, "An efficient method for generating discrete random variables with
/// general distributions", ACM Trans. Math. Software 3 (1977).
struct AliasTable: Sendable {
  private let aliases: [Int]
  private let thresholds: [Double]

  /// The table of non-negative weights with a positive total.
  ///
  /// - Complexity: O(`weights.count`).
  init(weights: [Double]) {
    GSL.prepare()
    guard let table = gsl_ran_discrete_preproc(weights.count, weights) else {
      preconditionFailure("weights must be non-negative, with a positive total")
    }
    defer { gsl_ran_discrete_free(table) }
    let content = table.pointee
    aliases = (0..<content.K).map { Int(content.A[$0]) }
    thresholds = (0..<content.K).map { content.F[$0] }
  }

  /// An option, by its position among the weights.
  ///
  /// - Complexity: O(1), one word of the stream.
  func sample(from stream: inout RandomStream) -> Int {
    let uniform = stream.uniform()
    let choice = Int(uniform * Double(thresholds.count))
    let threshold = thresholds[choice]
    return threshold == 1 || uniform < threshold ? choice : aliases[choice]
  }
}
