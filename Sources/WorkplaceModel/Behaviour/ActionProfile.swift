/// What an employee decides to do in a week: one entry of the finite menu (MODEL 1.2).
public struct ActionProfile: Sendable, Hashable, BitwiseCopyable {
  /// Index into `BehaviourParameters.agentShares`: share of eligible work done with agents.
  public var agentShareIndex: UInt8
  /// The techniques used; at most one that burns tokens.
  public var techniques: TechniqueSet
  /// Whether hours go into building automation.
  public var builds: Bool

  /// Creates a profile.
  public init(agentShareIndex: UInt8, techniques: TechniqueSet, builds: Bool = false) {
    self.agentShareIndex = agentShareIndex
    self.techniques = techniques
    self.builds = builds
  }

  /// The technique that burns tokens, if any.
  public var tokenTechnique: Technique? {
    for technique in [Technique.swarms, .loops, .padding, .topUp] {
      if techniques.contains(technique) { return technique }
    }
    return nil
  }

  /// Whether anything in the profile is done for the metric alone.
  public var games: Bool { techniques.rawValue != 0 }

  /// The profile without its techniques: what of it serves the work.
  var honestPart: ActionProfile {
    ActionProfile(agentShareIndex: agentShareIndex, techniques: [], builds: builds)
  }
}
