import WorkplaceModel

/// How the permissions of agents differ from others.
struct PermissionWords {
  private let own: PermissionProfile
  private let other: PermissionProfile

  /// Compares a profile with the one that goes without saying.
  init(_ own: PermissionProfile, than other: PermissionProfile) {
    self.own = own
    self.other = other
  }

  /// The difference; nil if there is none that is worth a word.
  var text: String? {
    let parts = [reach, sandbox, approval, log].compactMap { $0 }
    guard let last = parts.last else { return nil }
    let all =
      parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    return "against the baseline, agents " + all
  }

  private var reach: String? {
    let change = Self.sum(own.breadth) - Self.sum(other.breadth)
    if change == 0 { return nil }
    return change < 0 ? "reach less" : "reach more"
  }

  private var sandbox: String? {
    let change = Self.sum(own.sandbox) - Self.sum(other.sandbox)
    if change == 0 { return nil }
    return change > 0 ? "work in a tighter sandbox" : "work in a looser sandbox"
  }

  private var approval: String? {
    guard own.approval != other.approval || own.approver != other.approver else { return nil }
    guard own.approval.contains(true) else { return "need no approval" }
    return own.approver == .gate
      ? "need an automated gate's approval for riskier calls"
      : "need people's approval for riskier calls"
  }

  private var log: String? {
    if own.auditLog == other.auditLog { return nil }
    return own.auditLog ? "leave a log that audits can read" : "leave no log"
  }

  private static func sum(_ values: [Double]) -> Double { values.reduce(0, +) }
}
