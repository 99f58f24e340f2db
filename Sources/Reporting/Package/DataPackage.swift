import Experiments

/// `datapackage.json` after the Frictionless Data Package standard: what readers need to load the
/// tables with types, keys and units, and to check them.
public enum DataPackage {
  /// The descriptor of tables that have been written.
  ///
  /// - Parameters:
  ///   - name: Identifier of the study.
  ///   - title: One line for people.
  ///   - written: The tables in the order of the package.
  public static func descriptor(
    name: String, title: String, written: [WrittenTable]
  ) -> JSONValue {
    [
      "profile": "data-package",
      "name": .string(identifier(from: name)),
      "title": .string(title),
      "description": "Results of a simulation; synthetic data, no person's record",
      "version": .string(GoodhartVersion.current),
      "resources": .array(
        written.map { resource($0, all: written.map(\.table)) }),
    ]
  }

  private static func resource(_ entry: WrittenTable, all tables: [ResultTable]) -> JSONValue {
    [
      "profile": "tabular-data-resource",
      "name": .string(identifier(from: entry.table.name)),
      "path": .string(entry.fileName),
      "title": .string(entry.table.title),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "hash": .string("sha256:" + entry.digest),
      "dialect": [
        "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true,
        "header": true,
      ],
      "schema": schema(of: entry.table, all: tables),
    ]
  }

  private static func schema(of table: ResultTable, all tables: [ResultTable]) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("fields", .array(table.columns.map { field($0, of: table) })),
      ("missingValues", [""]),
    ]
    if !table.primaryKey.isEmpty {
      members.append(("primaryKey", .array(table.primaryKey.map { .string($0) })))
    }
    let references = relations.filter { relation in
      relation.table == table.name && tables.contains { $0.name == relation.referenced }
    }
    if !references.isEmpty {
      members.append(("foreignKeys", .array(references.map(\.descriptor))))
    }
    return .object(members)
  }

  private static func field(_ column: ResultTable.Column, of table: ResultTable) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(column.name)),
      ("type", .string(column.type.rawValue)),
      ("description", .string(column.description)),
    ]
    if let unit = column.unit { members.append(("unit", .string(unit))) }
    if table.primaryKey.contains(column.name) {
      members.append(("constraints", ["required": true]))
    }
    return .object(members)
  }

  /// Rows of one table that say more about a row of another.
  private struct Relation {
    var table: String
    var columns: [String]
    var referenced: String

    var descriptor: JSONValue {
      let names = JSONValue.array(columns.map { .string($0) })
      return [
        "fields": names,
        "reference": ["resource": .string(referenced), "fields": names],
      ]
    }
  }

  private static let relations = [
    Relation(table: "comparisons", columns: ["policy", "measure"], referenced: "summary"),
    Relation(table: "weekly", columns: ["policy", "replication"], referenced: "replications"),
    Relation(table: "incidents", columns: ["policy", "replication"], referenced: "replications"),
    Relation(
      table: "employee_weeks", columns: ["policy", "replication"], referenced: "replications"),
  ]

  /// Names in a data package are lower-case letters, digits and `.`, `_`, `-`.
  private static func identifier(from name: String) -> String {
    String(
      name.lowercased().map { character in
        let isAllowed =
          character.isASCII && (character.isLetter || character.isNumber)
          || "._-".contains(character)
        return isAllowed ? character : "-"
      })
  }
}
