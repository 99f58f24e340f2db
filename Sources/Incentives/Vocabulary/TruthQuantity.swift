/// A quantity that only the simulator knows and that a formula may never name.
///
/// Truth and telemetry are different things: a policy sees only what a dashboard could see. Naming
/// truth in a formula is the most tempting mistake of a metric designer, so it gets its own error,
/// with the observable that is usually taken as its stand-in.
public enum TruthQuantity: String, CaseIterable, Sendable, Hashable {
  /// Hours of standard value produced.
  case trueValue = "true_value"
  /// Tokens burnt to move a metric.
  case gamingTokens = "gaming_tokens"
  /// Hours spent on moving a metric.
  case gamingHours = "gaming_hours"
  /// Technique and intensity of gaming.
  case gamingLevel = "gaming_level"
  /// What a session was really for.
  case trueIntent = "true_intent"
  /// Whether a session was labelled against its purpose.
  case mislabelled = "mislabelled"
  /// Tokens labelled productive that were not.
  case mislabelledTokens = "mislabelled_tokens"
  /// Errors made, reported or not.
  case trueErrors = "true_errors"
  /// Errors made and not reported.
  case hiddenErrors = "hidden_errors"
  /// Active without counting junk use.
  case realActive = "real_active"
  /// Active with a gain in value.
  case usefulActive = "useful_active"
  /// Hours that agents really saved.
  case trueHoursSaved = "true_hours_saved"
  /// Tasks that really work.
  case trueTasksDone = "true_tasks_done"
  /// Loss caused, booked or not.
  case trueLoss = "true_loss"
  /// Rework that will come.
  case futureRework = "future_rework"
  /// Real difficulty of the tasks taken.
  case taskDifficulty = "task_difficulty"
  /// The person's ability.
  case ability = "ability"
  /// The person's weekly utility.
  case utility = "utility"
  /// The person's trust in the organisation.
  case trust = "trust"
  /// The person's fatigue.
  case fatigue = "fatigue"

  /// The name that a formula must not use.
  public var name: String { rawValue }

  /// The observable that dashboards usually show in its place.
  public var nearestObservable: Observable {
    switch self {
    case .trueValue, .futureRework: .tasksStayedDone
    case .gamingTokens, .trueIntent, .mislabelled, .mislabelledTokens: .productiveLabelTokens
    case .gamingHours, .fatigue: .hoursWorked
    case .gamingLevel: .requests
    case .trueErrors, .hiddenErrors: .errorsReported
    case .realActive, .usefulActive: .activeDays
    case .trueHoursSaved: .hoursSavedClaimed
    case .trueTasksDone, .ability: .tasksAccepted
    case .trueLoss: .lossReported
    case .taskDifficulty: .tasksTried
    case .utility, .trust: .surveyScore
    }
  }
}
