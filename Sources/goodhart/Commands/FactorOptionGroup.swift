import ArgumentParser
import ScenarioFiles
import WorkplaceModel

/// What an experiment varies.
struct FactorOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("vary"),
    help: ArgumentHelp(
      "Vary a key: between two ends ('0 h..3 h'), in equal ratios ('1 %..50 % log') or by value "
        + "('1, 2, 4'); may be repeated. (default: the factors of the scenario)",
      valueName: "key=range"))
  var vary: [String] = []

  /// The factors, each tried out on the scenario.
  ///
  /// - Throws: `ScenarioErrors`.
  func factors(of loaded: LoadedScenario) throws(ScenarioErrors) -> [Factor] {
    try loaded.factors(from: vary)
  }
}
