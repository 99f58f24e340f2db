import Experiments
import Foundation
import Reporting
import Testing

@Suite struct DataPackageTests {
  private let written = WrittenTable(table: .example, digest: "ab12", missing: [0, 1, 0, 1, 0])

  @Test func `the dictionary has a row for every column and counts what is missing`() {
    #expect(
      CSVWriter.text(of: DataDictionary.table(of: [written])) == """
        table,column,type,unit,definition,missing_rule,missing_count,rows_count
        example,policy,string,,Policy,never missing,0,3
        example,note,string,,Anything,empty where it does not apply,1,3
        example,weeks_count,integer,count,Weeks,empty where it does not apply,0,3
        example,value_h,number,hours,Value,empty where the value is undefined (such as a ratio to \
        nothing) or not measured,1,3
        example,is_best,boolean,,Whether it is best,empty where it does not apply,0,3

        """)
  }

  @Test func `the descriptor carries types, units, keys and hashes`() throws {
    let package = try read(DataPackage.descriptor(name: "My Study", title: "T", written: [written]))
    #expect(package["name"] as? String == "my-study")
    let resource = try #require((package["resources"] as? [[String: Any]])?.first)
    #expect(resource["path"] as? String == "example.csv")
    #expect(resource["hash"] as? String == "sha256:ab12")
    let schema = try #require(resource["schema"] as? [String: Any])
    #expect(schema["primaryKey"] as? [String] == ["policy"])
    #expect(schema["missingValues"] as? [String] == [""])
    let fields = try #require(schema["fields"] as? [[String: Any]])
    #expect(
      fields.map { $0["type"] as? String }
        == ["string", "string", "integer", "number", "boolean"])
    #expect(fields[3]["unit"] as? String == "hours")
    #expect((fields[0]["constraints"] as? [String: Bool]) == ["required": true])
    #expect(fields[1]["constraints"] == nil)
  }

  @Test func `comparisons refer to the summary when both are there`() throws {
    let pair = ["summary", "comparisons"].map { name in
      let columns: [ResultTable.Column] = [
        .init("policy", .text, "Policy"), .init("measure", .text, "Measure"),
      ]
      return WrittenTable(
        table: ResultTable(
          name: name, title: name, columns: columns, primaryKey: ["policy", "measure"], rows: []),
        digest: "", missing: [0, 0])
    }
    func keys(of tables: [WrittenTable]) throws -> [[String: Any]]? {
      let package = try read(DataPackage.descriptor(name: "s", title: "t", written: tables))
      let resources = try #require(package["resources"] as? [[String: Any]])
      let schema = try #require(resources.last?["schema"] as? [String: Any])
      return schema["foreignKeys"] as? [[String: Any]]
    }
    let reference = try #require(try keys(of: pair)?.first?["reference"] as? [String: Any])
    #expect(reference["resource"] as? String == "summary")
    #expect(reference["fields"] as? [String] == ["policy", "measure"])
    #expect(try keys(of: [pair[1]]) == nil)
  }

  private func read(_ value: JSONValue) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(value.text().utf8)) as? [String: Any])
  }
}
