/// The JSON Schema of scenario files, made from the vocabulary, for editors that complete and check.
public enum ScenarioSchema {
  /// The schema as text (JSON Schema, draft 2020-12).
  ///
  /// It says less than the program checks: names that refer to other names, sums and the ranges of
  /// quantities written with units are left to `goodhart check`. It says nothing that the program
  /// does not accept.
  public static func json() -> String {
    var definitions = SchemaDefinitions()
    let root = definitions.object(of: Vocabulary.root, isNullable: false)
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("A goodhart scenario")),
      (
        "description", .string("An organisation, its work, its agents and the policies to compare.")
      ),
    ]
    if case .object(let own) = root { members += own }
    let required = Vocabulary.root.keys.filter(\.isRequired).map(\.name)
    members.append(
      (
        "anyOf",
        .array([
          .object([("required", .array([.string("scenario"), .string("extends")]))]),
          .object([("required", .array(required.map { .string($0) }))]),
        ])
      ))
    members.append(("$defs", .object(definitions.all)))
    return JSONText.object(members).rendered() + "\n"
  }
}
