/// Who sees a person's place on a board.
public enum Visibility: String, CaseIterable, Sendable, Hashable {
  /// Nobody, not even managers.
  case nobody
  /// The person and the manager.
  case manager
  /// The team.
  case team
  /// Everybody, with badges.
  case organisation

  /// How strongly being seen counts for status, from 0 to 1: 0, 0.3, 0.6 and 1.
  ///
  /// The steps are assumptions of the model (design parameter ν); no measurement separates them.
  public var weight: Double {
    switch self {
    case .nobody: 0
    case .manager: 0.3
    case .team: 0.6
    case .organisation: 1
    }
  }
}

/// Whose value a rule looks at.
public enum Scope: String, CaseIterable, Sendable, Hashable {
  /// The employee's own.
  case person
  /// The team's mean; each member moves it by one over the team's size.
  case team
  /// The organisation's mean.
  case organisation
}
