import Foundation
import Incentives
import Testing

@testable import Validation

/// What the published contracts say in words.
@Suite struct ContractSignsTests {
  private func gaming(audit: Double, manipulability: Double) throws -> Double {
    let contract = AuditedContract(
      value: [1, 0], cost: [1, 1], manipulability: [[manipulability, 0], [0, 0]],
      audit: AuditRule(ratePerWeek: audit), isAnnounced: false)
    return try contract.reply(to: contract.bestWeights()).manipulation[0]
  }

  @Test(arguments: [2.0, 4, 9])
  func `under the best weights gaming first rises with audits, then falls`(
    manipulability: Double
  ) throws {
    // Weights re-steepen faster than audits deter, up to (1−a)²μ = 1 where gaming is √μ/2.
    let peak = 1 - 1 / manipulability.squareRoot()
    let rates = (0...100).map { Double($0) / 100 }
    let amounts = try rates.map { try gaming(audit: $0, manipulability: manipulability) }
    for (rate, pair) in zip(rates, zip(amounts, amounts.dropFirst())) {
      if rate + 0.01 <= peak { #expect(pair.1 > pair.0, "audit rate \(rate)") }
      if rate >= peak { #expect(pair.1 < pair.0, "audit rate \(rate)") }
    }
    let highest = try gaming(audit: peak, manipulability: manipulability)
    #expect(abs(highest - manipulability.squareRoot() / 2) < 1e-12)
  }

  @Test func `announcing audits leaves more gaming in force than keeping them secret`() throws {
    var largest = 0.0
    for rate in [0.1, 0.25, 0.5, 0.75, 0.9] {
      func surplus(_ isAnnounced: Bool) throws -> Double {
        let contract = AuditedContract(
          value: [1, 1], cost: [1, 1], manipulability: [[0, 0], [0, 3]],
          audit: AuditRule(ratePerWeek: rate), isAnnounced: isAnnounced)
        return contract.surplus(try contract.bestWeights())
      }
      let difference = try surplus(false) - surplus(true)
      #expect(difference > 0)
      largest = max(largest, difference)
    }
    #expect(largest > 0.05)
  }

  /// An agent who is averse to risk and does not know which of two tasks will be paid more (Ederer,
  /// Holden and Meyer 2018): sign only.
  @Test(arguments: [0.5, 1, 3])
  func `unknown weights balance effort and put more risk on a unit of it`(
    riskAversion: Double
  ) throws {
    let (high, low) = (1.0, 0.5)
    func work(isKnown: Bool) throws -> (balance: Double, risk: Double) {
      func pay(_ effort: [Double], _ swapped: Bool) -> Double {
        swapped ? low * effort[0] + high * effort[1] : high * effort[0] + low * effort[1]
      }
      func cost(_ effort: [Double]) -> Double {
        (effort[0] * effort[0] + 1.3 * effort[1] * effort[1]) / 2 + 0.4 * effort[0] * effort[1]
      }
      let effort = try Maximum.near([0.5, 0.5]) { effort in
        if isKnown { return pay(effort, false) - cost(effort) }
        let loss = exp(-riskAversion * pay(effort, false)) + exp(-riskAversion * pay(effort, true))
        return -log(loss / 2) / riskAversion - cost(effort)
      }
      let spread = isKnown ? 0 : (pay(effort, false) - pay(effort, true)) / 2
      return (
        min(effort[0], effort[1]) / max(effort[0], effort[1]), abs(spread) / (effort[0] + effort[1])
      )
    }
    let (known, unknown) = (try work(isKnown: true), try work(isKnown: false))
    #expect(unknown.balance > known.balance + 0.1)
    #expect(unknown.risk > known.risk)
  }

  @Test func `under uniform luck a lead is worth the same whatever the number of rivals`() throws {
    // Of n draws from [−A, A] a lead d adds d/(2A) to the chance of being first, for small d.
    for people in [2.0, 5, 20] {
      let (half, lead) = (1.0, 1e-4)
      func chance(_ lead: Double) throws -> Double {
        // Whoever is ahead by d beats all n − 1 with probability F(x + d)^(n−1), F capped at 1.
        try Integral.over(-half...half, breaks: [half - lead]) { luck in
          pow(min(1, (luck + lead + half) / (2 * half)), people - 1) / (2 * half)
        }
      }
      let slope = try (chance(lead) - chance(0)) / lead
      #expect(abs(slope - 1 / (2 * half)) < 1e-3 * people)
    }
  }
}
