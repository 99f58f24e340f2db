import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct ScenarioSchemaTests {
  static let path = ShippedScenarioTests.folder.appending(path: "scenario.schema.json").path

  @Test func `the schema is valid JSON`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
    let root = try #require(object as? [String: Any])
    #expect(root["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test func `the schema is the same every time`() {
    #expect(ScenarioSchema.json() == ScenarioSchema.json())
  }

  @Test func `every reference in the schema leads to a shared part`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
    let root = try #require(object as? [String: Any])
    let definitions = try #require(root["$defs"] as? [String: Any])
    var references: [String] = []
    func collect(_ value: Any) {
      if let map = value as? [String: Any] {
        if let reference = map["$ref"] as? String { references.append(reference) }
        map.values.forEach(collect)
      } else if let list = value as? [Any] {
        list.forEach(collect)
      }
    }
    collect(root)
    #expect(references.count > 50)
    for reference in references {
      let name = String(reference.dropFirst("#/$defs/".count)).removingPercentEncoding ?? ""
      #expect(definitions[name.replacing("~1", with: "/")] != nil, "\(reference)")
    }
  }

  @Test func `every key of the vocabulary is in the schema with its description`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.json().utf8))
    var described: Set<String> = []
    func collect(_ value: Any) {
      if let map = value as? [String: Any] {
        if let properties = map["properties"] as? [String: [String: Any]] {
          for (name, property) in properties {
            if let text = property["description"] as? String { described.insert(name + text) }
          }
        }
        map.values.forEach(collect)
      } else if let list = value as? [Any] {
        list.forEach(collect)
      }
    }
    collect(object)
    for entry in Vocabulary.entries {
      #expect(
        described.contains { $0.hasPrefix(entry.key.name + entry.key.meaning) }, "\(entry.path)")
    }
  }

  @Test func `the shipped schema is the one of this program`() throws {
    let text = try String(contentsOfFile: Self.path, encoding: .utf8)
    #expect(text == ScenarioSchema.json(), "write it anew with 'goodhart schema'")
  }
}
