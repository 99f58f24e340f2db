import Incentives
import WorkplaceModel

/// What holds in one phase of a policy, rule by rule, as clauses.
struct PolicyClauses {
  /// What a clause is about.
  enum Subject {
    case nothing, metrics, board, target, reward, weights, promise, intent, audit, permissions
  }

  private let clauses: [(subject: Subject, text: String)]

  /// Says what a phase is.
  ///
  /// - Parameters:
  ///   - reference: the phase whose permissions go without saying.
  ///   - paidHours: hours of pay in a week; nil to tell pay in hours.
  init(_ phase: PolicyPhase, than reference: PolicyPhase, paidHours: Double?) {
    let words = RuleWords(phase.scheme, paidHours: paidHours)
    let scheme = phase.scheme
    var clauses: [(subject: Subject, text: String)] = []
    func add(_ subject: Subject, _ texts: [String?]) {
      clauses += texts.compactMap { $0 }.map { (subject, $0) }
    }
    add(
      .nothing, [scheme.hasMetric ? nil : "nothing is measured, shown, demanded or rewarded"])
    add(.metrics, [words.idleMetrics])
    add(.board, scheme.leaderboards.map(words.board))
    add(.target, scheme.targets.map(words.target))
    add(.reward, scheme.rewards.map(words.reward))
    add(.weights, [words.weights])
    add(.promise, [scheme.promise.map(words.promise)])
    add(
      .intent,
      [scheme.intentAccounting ? "everybody labels every session by what it is for" : nil])
    add(.audit, [scheme.audit.flatMap(words.audit)])
    add(
      .permissions,
      [PermissionWords(phase.permissions, than: reference.permissions).text])
    self.clauses = clauses
  }

  /// The clauses about some subjects, in order.
  func texts(_ isWanted: (Subject) -> Bool) -> [String] {
    clauses.filter { isWanted($0.subject) }.map(\.text)
  }

  /// What is new against the phase before, and what no longer holds.
  func changes(from before: PolicyClauses) -> [String] {
    let known = Set(before.clauses.map(\.text))
    let subjects = Set(clauses.map(\.subject))
    let ended = before.clauses.filter { !subjects.contains($0.subject) }.compactMap(\.subject.end)
    return clauses.filter { $0.subject != .metrics && !known.contains($0.text) }.map(\.text)
      + ended.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension PolicyClauses.Subject {
  /// What is said when nothing of the kind holds any more.
  fileprivate var end: String? {
    switch self {
    case .nothing, .metrics: nil
    case .board: "there is no board"
    case .target: "there is no target"
    case .reward: "nothing is rewarded"
    case .weights: "everybody knows what counts how much"
    case .promise: "the promise is withdrawn"
    case .intent: "sessions are not labelled"
    case .audit: "nobody is audited"
    case .permissions: "agents have the permissions of the baseline"
    }
  }
}
