import WorkplaceModel

/// What a policy is, in one to three sentences for somebody who has not seen its scenario.
///
/// The first says what is measured and shown, the second what is demanded and rewarded, the third
/// what is promised, audited and permitted, and what changes when.
public struct PolicyDescription: Sendable {
  private let policy: Policy
  private let baseline: Policy
  private let paidHours: Double?

  /// Takes a policy.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - baseline: the policy whose permissions go without saying.
  ///   - paidHours: hours of pay in a week, to tell pay in per cent; nil to tell it in hours.
  public init(_ policy: Policy, baseline: Policy, paidHours: Double?) {
    self.policy = policy
    self.baseline = baseline
    self.paidHours = paidHours
  }

  /// The sentences as one text.
  public var text: String {
    let phases = policy.phases.map {
      PolicyClauses($0, than: baseline.phase(inWeek: $0.startWeek), paidHours: paidHours)
    }
    guard let first = phases.first else { return "" }
    let later = phases.indices.dropFirst().compactMap { index -> String? in
      let changes = phases[index].changes(from: phases[index - 1])
      return changes.isEmpty
        ? nil : "from week \(policy.phases[index].startWeek) on, \(changes.listed)"
    }
    let measured = first.texts { [.nothing, .metrics, .board].contains($0) }
    let demanded = first.texts { [.target, .reward, .weights].contains($0) }
    let rest = first.texts { [.promise, .intent, .audit, .permissions].contains($0) }
    return [measured, demanded, rest + later]
      .filter { !$0.isEmpty }.map { $0.joined(separator: "; ").asSentence }
      .joined(separator: " ")
  }
}

extension [String] {
  /// Clauses in a row: "a, b, and c".
  fileprivate var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + ", and " + last
  }
}

extension String {
  fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
