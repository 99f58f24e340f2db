import Incentives

/// One design to compare: an incentive scheme and a permission profile, possibly changing mid-run.
public struct Policy: Sendable {
  /// Identifier in the scenario file.
  public var name: String
  /// One line for people.
  public var title: String
  /// What holds from which week; the first starts in week 0, weeks ascend.
  public var phases: [PolicyPhase]

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    title: String,
    phases: [PolicyPhase]
  ) {
    self.name = name
    self.title = title
    self.phases = phases
  }

  /// The phase in force in a week of the horizon.
  public func phase(inWeek week: Int) -> PolicyPhase {
    phases.last { $0.startWeek <= week } ?? phases[0]
  }
}

/// What a policy consists of from one week on.
public struct PolicyPhase: Sendable {
  /// First week of the horizon in which it holds.
  public var startWeek: Int
  /// Metrics, boards, targets, rewards, promise and audits.
  public var scheme: IncentiveScheme
  /// Index into `Scenario.metrics` of each metric of the scheme.
  public var metricIndices: [Int]
  /// What agents may do.
  public var permissions: PermissionProfile
  /// The channels by which the phase acts; all of them, but in counterfactuals.
  public var channels: Channels
  /// Techniques that the platform has made impossible: nobody knows them any more (MODEL 1.8).
  public var patched: TechniqueSet = []

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    startWeek: Int,
    scheme: IncentiveScheme,
    metricIndices: [Int],
    permissions: PermissionProfile,
    channels: Channels = .all
  ) {
    self.startWeek = startWeek
    self.scheme = scheme
    self.metricIndices = metricIndices
    self.permissions = permissions
    self.channels = channels
  }
}
