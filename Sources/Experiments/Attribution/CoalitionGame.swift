/// A cooperative game with transferable worth: what every coalition of a few players achieves.
///
/// A coalition is a bit set, bit k standing for player k.
struct CoalitionGame: Sendable {
  /// How many players there are.
  let players: Int
  /// Worth of every coalition, by its bit set.
  let worth: [Double]

  /// Creates a game; there are 2^players coalitions.
  init(worth: [Double]) {
    precondition(
      worth.count.nonzeroBitCount == 1, "a game has a worth for each of its 2^n coalitions")
    self.worth = worth
    players = worth.count.trailingZeroBitCount
  }

  /// What a player adds to a coalition without it, v(S + i) - v(S).
  func marginal(of player: Int, joining coalition: Int) -> Double {
    worth[coalition | 1 << player] - worth[coalition]
  }

  /// The coalitions without some players, the smallest first.
  func coalitions(without absent: Int) -> [Int] {
    worth.indices.filter { $0 & absent == 0 }
  }

  /// The Shapley value of a player: what it adds to those before it, on average over all orders.
  ///
  /// An order is one in which players may be added (Shapley 1953):
  ///
  ///     phi(i) = sum over S without i of |S|! (n - |S| - 1)! / n! (v(S + i) - v(S)).
  ///
  /// The values of all players add up to v(all) - v(none); a player that adds nothing to any
  /// coalition has 0, and players that add the same have the same.
  ///
  /// - Complexity: O(2^players)
  func shapleyValue(of player: Int) -> Double {
    coalitions(without: 1 << player).reduce(0) { sum, coalition in
      sum + Self.share(of: coalition.nonzeroBitCount, among: players)
        * marginal(of: player, joining: coalition)
    }
  }

  /// How much more two players add together than each by itself, on average.
  ///
  /// This is the Shapley interaction index (Grabisch and Roubens 1999):
  ///
  ///     I(i, j) = sum over S without i, j of |S|! (n - |S| - 2)! / (n - 1)!
  ///               (v(S + i + j) - v(S + i) - v(S + j) + v(S)).
  func interaction(of first: Int, _ second: Int) -> Double {
    coalitions(without: 1 << first | 1 << second).reduce(0) { sum, coalition in
      sum + Self.share(of: coalition.nonzeroBitCount, among: players - 1)
        * (marginal(of: first, joining: coalition | 1 << second)
          - marginal(of: first, joining: coalition))
    }
  }

  /// |S|! (n - |S| - 1)! / n!, the share of orders of n players in which exactly the members of S
  /// come before a given other.
  private static func share(of size: Int, among players: Int) -> Double {
    // 1 / (n C(n - 1, |S|)), which needs no large factorials.
    var combinations = 1.0
    for step in 0..<size {
      combinations *= Double(players - 1 - step) / Double(step + 1)
    }
    return 1 / (Double(players) * combinations)
  }
}
