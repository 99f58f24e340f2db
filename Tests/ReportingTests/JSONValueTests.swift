import Foundation
import Reporting
import Testing

@Suite struct JSONValueTests {
  private let document: JSONValue = [
    "zulu": 1, "alpha": ["a", true, .null, .number(0.25), .number(.nan)], "empty": [],
    "none": .object([]), "text": "quote \" back\\slash \n\t\u{1} ü",
  ]

  @Test func `members keep their order and nesting is indented`() {
    #expect(
      document.text() == #"""
        {
          "zulu": 1,
          "alpha": [
            "a",
            true,
            null,
            0.25,
            null
          ],
          "empty": [],
          "none": {},
          "text": "quote \" back\\slash \n\t\u0001 ü"
        }
        """#)
  }

  @Test func `an independent reader agrees`() throws {
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(document.text().utf8)) as? [String: Any])
    #expect(read["text"] as? String == "quote \" back\\slash \n\t\u{1} ü")
    #expect(read["zulu"] as? Int == 1)
    #expect((read["alpha"] as? [Any])?.count == 5)
    #expect((read["empty"] as? [Any])?.isEmpty == true)
  }
}
