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
  /// Share of harmful calls that are waved through nonetheless (approval fatigue).
  public var approvalAccepted: Double
  /// Factor on the success of injected content: 1 undefended.
  public var injectionDefence: Double
  /// Whether calls leave a trail that audits can read, so that a false label no longer misleads them.
  public var auditLog: Bool
  /// Fraction of the agents' gain lost to missing or filtered tools.
  public var productivityLoss: Double

  /// Creates the value from all of its parts; defaults live in the scenario vocabulary.
  public init(
    name: String,
    breadth: [Double],
    sandbox: [Double],
    approval: [Bool],
    approvalMinutes: Double,
    approvalAccepted: Double,
    injectionDefence: Double,
    auditLog: Bool,
    productivityLoss: Double
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
  }
}
