import Foundation

/// What agents may do, and what stands between a harmful call and harm.
///
/// All arrays have one entry per `ToolClass`.
public struct PermissionProfile: Sendable {
  /// Identifier in the scenario file.
  public var name: String
  /// Share of calls of the class that reach something they can harm: 1 for broad grants, about 0.15
  /// under least privilege, 0 when not granted.
  public var breadth: [Double]
  /// Share of harm that the sandbox absorbs.
  public var sandbox: [Double]
  /// Whether calls of the class wait for a person's approval.
  public var approval: [Bool]
  /// Minutes of attention one approval takes.
  public var approvalMinutes: Double
  /// Share of harmful calls that a person waves through nonetheless who is asked rarely.
  public var approvalAccepted: Double
  /// What stands against injected content.
  public var injectionDefence: InjectionGuard
  /// Whether calls leave a trail that audits can read, so that a false label no longer misleads them.
  public var auditLog: Bool
  /// Fraction of the agents' gain lost to missing or filtered tools.
  public var productivityLoss: Double
  /// Fraction of what attention is left that each approval a day takes (approval fatigue).
  public var approvalFatigue: Double
  /// Who answers the calls that wait for approval.
  public var approver: Approver
  /// Share of harmful calls that an automated gate lets through.
  public var gateMisses: Double
  /// Share of harmless calls that an automated gate stops, so that a person has to look.
  public var gateFalseAlarms: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    breadth: [Double],
    sandbox: [Double],
    approval: [Bool],
    approvalMinutes: Double,
    approvalAccepted: Double,
    injectionDefence: InjectionGuard,
    auditLog: Bool,
    productivityLoss: Double,
    approvalFatigue: Double = 0,
    approver: Approver = .person,
    gateMisses: Double = 0,
    gateFalseAlarms: Double = 0
  ) {
    self.name = name
    self.breadth = breadth
    self.sandbox = sandbox
    self.approval = approval
    self.approvalMinutes = approvalMinutes
    self.approvalAccepted = approvalAccepted
    self.injectionDefence = injectionDefence
    self.auditLog = auditLog
    self.productivityLoss = productivityLoss
    self.approvalFatigue = approvalFatigue
    self.approver = approver
    self.gateMisses = gateMisses
    self.gateFalseAlarms = gateFalseAlarms
  }

  /// Share of harmful calls that pass the approval of somebody who is asked so often a day.
  ///
  /// Attention 1 - a decays by the same fraction f with every approval a day (MODEL 3.7),
  ///
  ///     a(n) = 1 - (1 - a_0) (1 - f)^n
  ///
  /// from a_0 = `approvalAccepted` to 1, where everything is waved through. An automated gate does
  /// not tire.
  public func acceptance(approvalsPerDay: Double) -> Double {
    switch approver {
    case .gate: gateMisses
    case .person:
      1 - (1 - approvalAccepted) * pow(1 - approvalFatigue, max(0, approvalsPerDay))
    }
  }
}

/// Who answers the calls that wait for approval.
public enum Approver: Sendable, Equatable {
  /// The person who runs the agent, who tires.
  case person
  /// A classifier, which stops some harmless calls and lets some harmful ones through.
  case gate
}
