/// How people pick a profile from the menu once they know what each is worth to them (MODEL 1.6).
public enum DecisionRule: String, CaseIterable, Sendable {
  /// Probability proportional to the exponential of utility (McKelvey and Palfrey 1995).
  case logit
  /// The profile of highest utility (the limit of logit without noise).
  case bestResponse
  /// Logit over attractions that remember earlier weeks (Camerer and Ho 1999).
  case experienceWeighted
  /// Copying peers one can see when they seem to do better (Schlag 1998).
  case imitation
  /// Staying with what is good enough, looking around when it is not (Simon 1955).
  case satisficing
}
