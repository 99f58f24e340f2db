import Testing

@testable import Validation

/// What a verification must be to be worth printing.
@Suite struct VerificationTests {
  @Test func `a refusal says why`() {
    #expect("\(VerificationRefusal("no equilibrium"))" == "no equilibrium")
  }
}
