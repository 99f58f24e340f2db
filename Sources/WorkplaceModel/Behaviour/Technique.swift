import Incentives

/// A way of raising a metric without the value the metric stands for (MODEL 1.2).
///
/// A technique enters an employee's menu only while a metric exists, when the employee knows it and
/// is not an unconditional non-gamer, and when some metric in force depends on what it changes.
public enum Technique: Int, CaseIterable, Sendable {
  /// Junk runs on the last day until a missed threshold is met.
  case topUp
  /// Pointless prompts by hand.
  case padding
  /// Scripted loops of agent runs.
  case loops
  /// Swarms of agents running overnight.
  case swarms
  /// Labelling gaming sessions as productive where intent is accounted for.
  case mislabelling
  /// Taking the easiest item in sight.
  case cherryPicking
  /// Not reporting, and not mending, errors one has noticed in one's own work.
  case errorHiding
  /// Finishing faster by leaving work half done.
  case cornerCutting

  /// The name in scenario files and results.
  public var name: String {
    switch self {
    case .topUp: "topUp"
    case .padding: "padding"
    case .loops: "loops"
    case .swarms: "swarms"
    case .mislabelling: "mislabelling"
    case .cherryPicking: "cherryPicking"
    case .errorHiding: "errorHiding"
    case .cornerCutting: "cornerCutting"
    }
  }

  /// One line for people.
  public var summary: String {
    switch self {
    case .topUp: "junk runs on the last day until a missed threshold is met"
    case .padding: "pointless prompts by hand"
    case .loops: "scripted loops of agent runs"
    case .swarms: "swarms of agents running overnight"
    case .mislabelling: "labelling gaming sessions as productive"
    case .cherryPicking: "taking the easiest item in sight"
    case .errorHiding: "not reporting errors noticed in one's own work"
    case .cornerCutting: "finishing faster by leaving work half done"
    }
  }

  /// Whether it burns tokens on work nobody needs; at most one of these is used in a week.
  public var burnsTokens: Bool { rawValue <= Technique.swarms.rawValue }
}

/// A set of techniques.
public struct TechniqueSet: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// Bit `k` stands for the technique with raw value `k`.
  public var rawValue: UInt8

  /// The set with the given bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The set of one technique.
  public init(_ technique: Technique) { rawValue = 1 << UInt8(technique.rawValue) }

  /// Whether the set holds the technique.
  public func contains(_ technique: Technique) -> Bool {
    rawValue & (1 << UInt8(technique.rawValue)) != 0
  }

  /// Every technique.
  public static let all = TechniqueSet(rawValue: .max)
}
