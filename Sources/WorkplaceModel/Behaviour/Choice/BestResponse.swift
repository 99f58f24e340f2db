/// The alternative of highest utility: logit choice as its precision grows without bound.
struct BestResponse: Sendable {
  /// The index of the best alternative.
  ///
  /// Ties are a parameter of every such model: here the alternative chosen last is kept if it is
  /// among the best, else one of them is drawn with equal probability.
  ///
  /// - Parameters:
  ///   - utilities: hours per week; at least one.
  ///   - last: the alternative chosen last, if it still exists.
  ///   - uniform: between 0 and 1.
  func choose(among utilities: [Double], last: Int?, uniform: Double) -> Int {
    var best = -Double.infinity
    var ties = 0
    for utility in utilities {
      if utility > best {
        best = utility
        ties = 1
      } else if utility == best {
        ties += 1
      }
    }
    if let last, utilities[last] == best { return last }
    var place = min(Int(uniform * Double(ties)), ties - 1)
    for (index, utility) in utilities.enumerated() where utility == best {
      if place == 0 { return index }
      place -= 1
    }
    return 0
  }
}
