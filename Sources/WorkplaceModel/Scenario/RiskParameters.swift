import Randomness

/// Harm done by agents and people, and what it costs (MODEL 1.10 and 3.7).
public struct RiskParameters: Sendable {
  /// Share of calls that cannot be undone, by `ToolClass`.
  public var irreversibleShare: [Double]
  /// Probability that an unguarded irreversible call does harm (p_err).
  public var harmPerIrreversibleCall: Double
  /// Attacks per item with untrusted content that an agent handles.
  public var injectionAttempts: Double
  /// Declared probability that an undefended agent follows one attack; nil to go by `attacks`.
  public var injectionSuccess: Double?
  /// Probability that a deployed, escaped defect becomes an incident.
  public var humanIncidentShare: Double
  /// Loss by `IncidentClass`.
  public var severities: [Severity]
  /// Hours from harm to its discovery.
  public var detectionHours: Distribution
  /// Hours of work that one incident costs the team.
  public var repairHours: Distribution
  /// Trials of attacks by surface and defence.
  public var attacks: AttackTable
  /// Whether replications draw the success of attacks from the posterior.
  public var injectionUncertainty: AttackUncertainty
  /// Surface through which untrusted content of each kind of work comes; kinds beyond the end of
  /// the list come through all of them.
  public var surfaces: [AttackSurface]

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    irreversibleShare: [Double],
    harmPerIrreversibleCall: Double,
    injectionAttempts: Double,
    injectionSuccess: Double?,
    humanIncidentShare: Double,
    severities: [Severity],
    detectionHours: Distribution,
    repairHours: Distribution,
    attacks: AttackTable = AttackTable(),
    injectionUncertainty: AttackUncertainty = .mean,
    surfaces: [AttackSurface] = []
  ) {
    self.irreversibleShare = irreversibleShare
    self.harmPerIrreversibleCall = harmPerIrreversibleCall
    self.injectionAttempts = injectionAttempts
    self.injectionSuccess = injectionSuccess
    self.humanIncidentShare = humanIncidentShare
    self.severities = severities
    self.detectionHours = detectionHours
    self.repairHours = repairHours
    self.attacks = attacks
    self.injectionUncertainty = injectionUncertainty
    self.surfaces = surfaces
  }

  /// Surface through which untrusted content of a kind of work comes.
  public func surface(ofWorkKind kind: Int) -> AttackSurface {
    kind < surfaces.count ? surfaces[kind] : .all
  }
}

/// Loss of one incident of a class: lognormal, limited above by insurance or by size of the firm.
public struct Severity: Sendable {
  /// Median loss in US dollars.
  public var median: Double
  /// Log standard deviation.
  public var sigma: Double
  /// Largest loss in US dollars; larger draws are cut to it.
  public var limit: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    median: Double,
    sigma: Double,
    limit: Double
  ) {
    self.median = median
    self.sigma = sigma
    self.limit = limit
  }
}

/// Classes of incidents with a severity distribution each (MODEL 3.7).
public enum IncidentClass: Int, CaseIterable, Sendable {
  case missentMessage, badDeploy, destructiveAction, leak

  /// The name in scenario files and results.
  public var name: String {
    switch self {
    case .missentMessage: "missentMessage"
    case .badDeploy: "badDeploy"
    case .destructiveAction: "destructiveAction"
    case .leak: "leak"
    }
  }

  /// The incident that a harmful call of the tool class leads to.
  public init(of tool: ToolClass) {
    switch tool {
    case .read, .chat, .email: self = .missentMessage
    case .repositoryWrite: self = .destructiveAction
    case .deploy: self = .badDeploy
    case .secrets, .externalNetwork: self = .leak
    }
  }
}
