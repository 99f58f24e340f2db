import Randomness

/// A family of distributions as scenario files call it, with the ways to give its parameters.
struct DistributionFamily: Sendable {
  /// What the number of a parameter measures.
  enum Measure: Sendable {
    /// The dimension of the values themselves, such as a mean.
    case value
    /// No dimension, such as a shape.
    case plain
    /// The natural logarithm of a value in the canonical unit.
    case logarithm
  }

  /// A parameter and what it measures.
  struct Parameter: Sendable {
    let name: String
    let measure: Measure
    /// The name under which errors of the library speak of it.
    let libraryName: String

    init(_ name: String, _ measure: Measure, as libraryName: String? = nil) {
      self.name = name
      self.measure = measure
      self.libraryName = libraryName ?? name
    }
  }

  /// One set of parameters that determines the distribution.
  struct Form: Sendable {
    let parameters: [Parameter]
    let make: @Sendable ([Double]) throws(DistributionError) -> Distribution

    init(
      _ parameters: [Parameter],
      _ make: @escaping @Sendable ([Double]) throws(DistributionError) -> Distribution
    ) {
      self.parameters = parameters
      self.make = make
    }
  }

  let name: String
  /// The GSL function it stands for, or what it is.
  let meaning: String
  let forms: [Form]

  /// Every parameter name of any form, each once.
  var parameterNames: [String] {
    var names: [String] = []
    for parameter in forms.flatMap(\.parameters) where !names.contains(parameter.name) {
      names.append(parameter.name)
    }
    return names
  }

  /// The forms in words: "mean, cv or zeta, sigma".
  var formsInWords: String {
    forms.map { form in form.parameters.map(\.name).joined(separator: " and ") }
      .joined(separator: ", or ")
  }
}
