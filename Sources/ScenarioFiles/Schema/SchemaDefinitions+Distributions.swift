extension SchemaDefinitions {
  /// The name of the shared part for distributions of a dimension.
  mutating func distribution(_ dimension: QuantityDimension) -> String {
    let name = "distribution: \(dimension.name) (\(dimension.units[0].spelled))"
    return share(name) { definitions in
      let value = JSONText.object([("$ref", .string(definitions.quantity(dimension)))])
      let own = JSONText.object([("$ref", .string("#/$defs/" + name.schemaReference))])
      let members =
        definitions.families(value) + definitions.tables(value, own)
        + definitions.modifiers(value, own)
      let map = JSONText.object([
        ("type", .string("object")), ("properties", .object(members)),
        ("additionalProperties", .flag(false)), ("minProperties", .number(1)),
      ])
      return Self.anyOf([value, map])
    }
  }

  private mutating func families(_ value: JSONText) -> [(String, JSONText)] {
    let plain = JSONText.object([("$ref", .string(quantity(.number)))])
    return DistributionFamily.catalogue.map { family in
      var parameters: [(String, JSONText)] = []
      for parameter in family.forms.flatMap(\.parameters)
      where !parameters.contains(where: { $0.0 == parameter.name }) {
        let measures = family.forms.flatMap(\.parameters).filter { $0.name == parameter.name }
        let isValue = measures.contains { $0.measure == .value }
        parameters.append((parameter.name, isValue ? value : plain))
      }
      let meaning = "\(family.meaning); given by \(family.formsInWords)"
      return (
        family.name,
        .object([
          ("description", .string(meaning)), ("type", .string("object")),
          ("properties", .object(parameters)), ("additionalProperties", .flag(false)),
        ])
      )
    }
  }

  private func tables(_ value: JSONText, _ own: JSONText) -> [(String, JSONText)] {
    let share = Self.type("number", "string")
    let discrete = Self.map([
      ("values", .object([("type", .string("array")), ("items", value)])),
      ("weights", .object([("type", .string("array")), ("items", share)])),
    ])
    let empirical = Self.map([
      ("file", Self.type("string")), ("column", Self.type("string")), ("unit", Self.type("string")),
    ])
    let fits = JSONText.object([
      ("enum", .array(CarriedTables.fits.keys.map { .string($0) }))
    ])
    let component = JSONText.object([
      ("type", .string("object")),
      ("properties", .object([("weight", share)])), ("required", .array([.string("weight")])),
    ])
    return [
      ("discrete", discrete),
      ("mixture", .object([("type", .string("array")), ("items", component)])),
      ("empirical", empirical), ("fitted", fits), ("role", Self.type("string")), ("of", own),
    ]
  }

  private func modifiers(_ value: JSONText, _ own: JSONText) -> [(String, JSONText)] {
    let bounds = Self.anyOf([value, Self.map([("min", value), ("max", value)])])
    return [
      ("scale", Self.type("number")), ("shift", value),
      ("round", .object([("enum", .array([.string("floor"), .string("ceil")]))])),
      ("cap", bounds), ("limit", bounds),
    ]
  }

  private static func map(_ properties: [(String, JSONText)]) -> JSONText {
    .object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("additionalProperties", .flag(false)),
    ])
  }
}
