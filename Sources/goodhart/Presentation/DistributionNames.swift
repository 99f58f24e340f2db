import Randomness

extension DistributionFamily {
  /// The sets of parameters as scenario files name them: by GSL's letters where the library under
  /// the program has a word.
  var formsInFiles: [[String]] {
    parametrisations.map { form in
      form.names.map { Self.lettersInFiles["\(name).\($0)"] ?? $0 }
    }
  }

  private static let lettersInFiles = [
    "gamma.shape": "a", "gamma.scale": "b", "weibull.scale": "a", "weibull.exponent": "b",
    "pareto.exponent": "a", "pareto.minimum": "b", "binomial.probability": "p",
    "binomial.trials": "n",
  ]
}
