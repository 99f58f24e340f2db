import Testing

@testable import Reporting

@Suite struct KeyWordsTests {
  @Test(arguments: [
    ("behaviour.adoptionInertia", "adoption inertia"),
    ("behaviour.fatigue.valueLoss", "fatigue: value loss"),
    ("policies.designed.audit.rate", "audit: rate"),
    ("policies.{a,b.c}.audit.detection", "audit: detection"),
    ("parameters.cap", "cap"), ("risk", "risk"),
  ])
  func `a key is named by what it is about`(key: String, name: String) {
    #expect(KeyWords.short([key]) == [key: name])
  }

  @Test func `keys that would be called the same keep their paths`() {
    let keys = ["policies.a.audit.rate", "policies.b.audit.rate", "risk.harm"]
    #expect(
      KeyWords.short(keys) == [
        "policies.a.audit.rate": "policies.a.audit.rate",
        "policies.b.audit.rate": "policies.b.audit.rate", "risk.harm": "harm",
      ])
  }

  @Test func `no name of a measure is a path of files`() {
    #expect(KeyWords.identifier("../net value") == "___net_value")
    #expect(KeyWords.identifier("net_value_usd") == "net_value_usd")
  }
}
