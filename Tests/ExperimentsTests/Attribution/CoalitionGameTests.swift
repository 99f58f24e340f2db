import Testing

@testable import Experiments

@Suite struct `Shapley values` {
  /// Every order of some players.
  private static func orders(of players: [Int]) -> [[Int]] {
    guard let first = players.first else { return [[]] }
    return orders(of: Array(players.dropFirst())).flatMap { rest in
      (0...rest.count).map { place in
        var order = rest
        order.insert(first, at: place)
        return order
      }
    }
  }

  /// What each of four players adds, in sum: player k adds k + 2.
  private static func sumOfMembers(of coalition: Int) -> Double {
    var sum = 1.0
    for player in 0..<4 where coalition & (1 << player) != 0 { sum += Double(player + 2) }
    return sum
  }

  /// A game without structure.
  private static let game = CoalitionGame(
    worth: [0.4, -2, 3.1, 0.7, 5, 1.1, -4, 2.2, 8, 0.3, 1.9, -7, 6.5, 4.4, -1.2, 9.1])

  @Test func `are the means over all orders`() {
    let orders = Self.orders(of: [0, 1, 2, 3])
    #expect(orders.count == 24)
    for player in 0..<4 {
      let sum = orders.reduce(0) { sum, order in
        let before = order.prefix { $0 != player }.reduce(0) { $0 | 1 << $1 }
        return sum + Self.game.marginal(of: player, joining: before)
      }
      #expect(abs(Self.game.shapleyValue(of: player) - sum / 24) < 1e-12)
    }
  }

  @Test func `add up to what all achieve`() {
    let sum = (0..<4).reduce(0) { $0 + Self.game.shapleyValue(of: $1) }
    #expect(abs(sum - (Self.game.worth[15] - Self.game.worth[0])) < 1e-12)
  }

  @Test(arguments: 1..<16)
  func `of a unanimity game are equal shares of its carrier`(carrier: Int) {
    let game = CoalitionGame(worth: (0..<16).map { $0 & carrier == carrier ? 12 : 0 })
    for player in 0..<4 {
      let isIn = carrier & 1 << player != 0
      #expect(
        abs(game.shapleyValue(of: player) - (isIn ? 12 / Double(carrier.nonzeroBitCount) : 0))
          < 1e-12)
    }
  }

  @Test func `of the glove game are those of the textbook`() {
    // One left glove, two right ones: 2/3 and 1/6 each.
    let game = CoalitionGame(worth: [0, 0, 0, 1, 0, 1, 0, 1])
    #expect(abs(game.shapleyValue(of: 0) - 2.0 / 3) < 1e-12)
    #expect(abs(game.shapleyValue(of: 1) - 1.0 / 6) < 1e-12)
    #expect(abs(game.shapleyValue(of: 2) - 1.0 / 6) < 1e-12)
  }

  @Test func `of players that add nothing or the same are nothing and the same`() {
    // Player 3 adds nothing; 0 and 1 are alike.
    let game = CoalitionGame(
      worth: (0..<16).map { coalition in
        let pair = (coalition & 3).nonzeroBitCount
        return 7 + Double(pair * pair) * (coalition & 4 == 0 ? 1.5 : -0.3)
      })
    #expect(game.shapleyValue(of: 3) == 0)
    #expect(abs(game.shapleyValue(of: 0) - game.shapleyValue(of: 1)) < 1e-12)
  }

  @Test func `interact only where players do`() {
    let additive = CoalitionGame(worth: (0..<16).map(Self.sumOfMembers))
    for first in 0..<4 {
      #expect(abs(additive.shapleyValue(of: first) - Double(first + 2)) < 1e-12)
      for second in 0..<4 where second != first {
        #expect(abs(additive.interaction(of: first, second)) < 1e-12)
      }
    }
    let pair = CoalitionGame(worth: (0..<16).map { $0 & 5 == 5 ? 4 : 0 })
    #expect(abs(pair.interaction(of: 0, 2) - 4) < 1e-12)
    #expect(abs(pair.interaction(of: 0, 1)) < 1e-12)
    // Three players who are only worth something together share 1 among three pairs: 1/2 each.
    let three = CoalitionGame(worth: (0..<16).map { $0 & 7 == 7 ? 1 : 0 })
    #expect(abs(three.interaction(of: 0, 1) - 0.5) < 1e-12)
  }
}
