/// The settings under which a scenario collapses to a closed form (MODEL 1.12).
enum DegenerateMode {
  /// Keys of a scenario's `behaviour`, indented by two spaces after the first: best replies, and
  /// every block of behaviour that can be switched off is.
  static let blocksOff = """
    decisionRule: bestResponse
      choiceInertia: 0 %
      imitation: {rate: 0 % / week, trial: 0 % / week}
      effort: none
      riskAversion: 0
      peers: none
      crowdingOut: none
      fatigue: none
      trust: none
      attrition: none
      automation: none
    """
}
