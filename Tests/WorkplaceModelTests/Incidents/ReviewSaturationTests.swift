import ScenarioFiles
import Testing

@testable import WorkplaceModel

/// Reviews stop harm as long as reviewers find the time.
@Suite struct `Saturated reviews` {
  private struct Reviews {
    var saturation = 0.0
    var load = 0.0
    var unreviewed = 0.0
    var harmPerToken = 0.0
  }

  private func reviews(_ review: String) throws -> Reviews {
    var scenario = try SmallOffice.scenario(
      extra: """
        review: {\(review)}
        risk: {harm: 0.000000000001, injectionAttempts: 0, humanIncidents: 0 %}
        """)
    // What agents do on the way of a message is never reviewed.
    scenario.workKinds[1].agentEligible = false
    var (weeks, saturated, overdue, left) = (0, 0, 0, 0)
    var (asked, granted) = (0.0, 0.0)
    var (harm, tokens) = (0.0, 0.0)
    for ledger in try SmallOffice.ledgers(scenario, policy: "none") {
      weeks += ledger.review.teamWeeks
      asked += ledger.review.hoursAsked
      granted += ledger.review.hoursGranted
      saturated += ledger.review.saturatedWeeks
      overdue += ledger.review.overdue
      left += ledger.review.overdue + ledger.review.reviewed
      harm += ledger.expectedIncidents[IncidentClass.destructiveAction.rawValue]
      tokens += ledger.truth.reduce(0) { $0 + $1.honestTokens }
    }
    // Two teams, eight weeks.
    #expect(weeks == 2 * 8)
    return Reviews(
      saturation: Double(saturated) / Double(weeks), load: asked / granted,
      unreviewed: Double(overdue) / Double(left), harmPerToken: harm / tokens)
  }

  @Test func `fewer review hours saturate reviewers, and harm comes out`() throws {
    let ample = try reviews("hoursPerDay: 3 h, catches: 80 %")
    let scarce = try reviews("hoursPerDay: 0.1 h, catches: 80 %")
    #expect(ample.saturation < 0.1)
    #expect(scarce.saturation > 0.8)
    // A thirtieth of the hours, and more changes: who reviews less gets more done.
    #expect((30..<50).contains(scarce.load / ample.load))
    #expect(scarce.unreviewed > ample.unreviewed + 0.5)
    #expect(scarce.harmPerToken > 1.5 * ample.harmPerToken)
  }

  @Test func `reviewers who notice less let more harm out, in proportion`() throws {
    let sharp = try reviews("hoursPerDay: 3 h, patience: 1000 h, catches: 90 %, duration: 0.1 h")
    let dull = try reviews("hoursPerDay: 3 h, patience: 1000 h, catches: 60 %, duration: 0.1 h")
    // What is left over is 10 and 40 %; the work differs by the rework that reviews cause.
    #expect(abs(dull.harmPerToken / sharp.harmPerToken / 4 - 1) < 0.1)
  }
}
