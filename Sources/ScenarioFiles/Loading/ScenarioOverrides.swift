/// What the command line sets in place of the file.
public struct ScenarioOverrides: Sendable {
  /// Seed of the study.
  public var seed: UInt64?
  /// Independent repetitions.
  public var replications: Int?
  /// Names of the policies to keep; the baseline is always kept.
  public var policies: [String]?
  /// Values by path (`workforce.developer.count`), as YAML; laid over the file in order.
  public var settings: [(path: String, value: String)]
  /// The option by which the values came, for messages.
  public var option: String

  /// Creates overrides; whatever is left out stays as the file has it.
  public init(
    seed: UInt64? = nil, replications: Int? = nil, policies: [String]? = nil,
    settings: [(path: String, value: String)] = [], option: String = "--set"
  ) {
    self.seed = seed
    self.replications = replications
    self.policies = policies
    self.settings = settings
    self.option = option
  }

  /// Every setting with the option that it came by, for messages.
  var layers: [(option: String, path: String, value: String)] {
    var layers = settings.map { ("\(option) \($0.path)", $0.path, $0.value) }
    if let seed { layers.append(("--seed", "seed", "\(seed)")) }
    if let replications { layers.append(("--replications", "replications", "\(replications)")) }
    return layers
  }
}
