import Testing

@testable import Measures

@Suite struct TokenSharesTests {
  private func people(_ tokens: [(work: Double, gaming: Double)]) -> [PersonTotals] {
    tokens.map { tokens in
      var person = PersonTotals()
      person.honestTokens = tokens.work
      person.gamingTokens = tokens.gaming
      return person
    }
  }

  @Test func `shares by hand, in whatever order people stand`() {
    // Of twenty people two are the top tenth, and a fifth of one is the top hundredth.
    let others = Array(repeating: (work: 10.0, gaming: 0.0), count: 18)
    let shares = TokenShares(people(others + [(50, 150), (120, 0)])).shares
    let total = 180.0 + 200 + 120
    #expect(abs(shares[0].work - 0.2 * 50 / total) < 1e-15)
    #expect(abs(shares[0].gaming - 0.2 * 150 / total) < 1e-15)
    #expect(abs(shares[1].work - (0.8 * 50 + 120) / total) < 1e-15)
    #expect(abs(shares[1].gaming - 0.8 * 150 / total) < 1e-15)
    #expect(abs(shares[2].work - 180 / total) < 1e-15)
    #expect(shares[2].gaming == 0)
  }

  @Test func `groups agree with top shares and add up to all`() {
    let crowd = people((1...37).map { (Double($0 * $0), Double($0 % 5)) })
    let amounts = crowd.map { $0.honestTokens + $0.gamingTokens }
    let shares = TokenShares(crowd).shares.map { $0.work + $0.gaming }
    #expect(abs(shares[0] - Inequality.topShare(0.01, of: amounts)) < 1e-14)
    #expect(abs(shares[0] + shares[1] - Inequality.topShare(0.1, of: amounts)) < 1e-14)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-14)
  }

  @Test func `without tokens there are no shares`() {
    #expect(TokenShares(people([(0, 0), (0, 0)])).shares.allSatisfy { $0.work.isNaN })
  }
}
