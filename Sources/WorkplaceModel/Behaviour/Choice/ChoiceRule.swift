/// Picks from the menu by the decision rule of the scenario (MODEL 1.6).
struct ChoiceRule: Sendable {
  private let rule: DecisionRule
  private let inertia: Double
  private let trial: Double
  private let logit: LogitChoice
  private let satisficing: Satisficing
  private let attraction: ExperienceWeightedAttraction

  init(_ behaviour: BehaviourParameters) {
    rule = behaviour.decisionRule
    inertia = behaviour.choiceInertia
    trial = behaviour.imitation.trial
    logit = LogitChoice(precision: behaviour.choicePrecision)
    satisficing = behaviour.satisficing
    attraction = behaviour.attraction
  }

  /// Whether the rule remembers attractions.
  var hasAttractions: Bool { rule == .experienceWeighted }

  /// The place of the chosen alternative among the candidates.
  ///
  /// - Parameters:
  ///   - utilities: hours per week, of each candidate.
  ///   - entries: the candidates, as entries of the menu.
  ///   - last: the place of last week's profile; nil if it is no candidate any more.
  ///   - memory: what the rule remembers of earlier weeks; updated.
  func choose(
    among utilities: [Double], entries: [Int], last: Int?, memory: inout ChoiceMemory,
    luck: ChoiceLuck
  ) -> Int {
    if hasAttractions {
      remember(utilities, entries: entries, last: last, in: &memory)
    }
    if let last, luck.inertia < inertia { return last }
    switch rule {
    case .logit:
      return logit.choose(among: utilities, uniform: luck.choice)
    case .bestResponse:
      return BestResponse().choose(among: utilities, last: last, uniform: luck.choice)
    case .experienceWeighted:
      return logit.choose(among: entries.map { memory.attractions[$0] }, uniform: luck.choice)
    case .imitation:
      // Whoever has no habit, or tries something else, picks by logit; the rest is copying.
      if let last, luck.inertia < 1 - trial { return last }
      return logit.choose(among: utilities, uniform: luck.choice)
    case .satisficing:
      return satisficing.choose(
        among: utilities, last: last, aspiration: memory.aspiration, uniform: luck.choice)
    }
  }

  /// Takes the pay-offs of the week into the attractions; an entry considered for the first time
  /// starts at its pay-off.
  private func remember(
    _ utilities: [Double], entries: [Int], last: Int?, in memory: inout ChoiceMemory
  ) {
    for (place, entry) in entries.enumerated() {
      let before = memory.attractions[entry]
      memory.attractions[entry] =
        before.isNaN
        ? utilities[place]
        : attraction.updated(
          before, payoff: utilities[place], wasChosen: place == last,
          experience: memory.experience)
    }
    memory.experience = attraction.experience(after: memory.experience)
  }
}

/// What some decision rules remember.
struct ChoiceMemory: Sendable {
  /// Attractions by entry of the menu, NaN where never considered.
  var attractions: [Double]
  var experience: Double
  var aspiration: Double?

  init(_ mind: Mind, entries: Int) {
    self.init(
      attractions: mind.attractions, experience: mind.experience, aspiration: mind.aspiration,
      entries: entries)
  }

  /// What is remembered of the techniques of a menu with so many combinations of them.
  init(ofTechniques mind: Mind, entries: Int) {
    self.init(
      attractions: mind.techniqueMemory?.attractions ?? [],
      experience: mind.techniqueMemory?.experience ?? 1,
      aspiration: mind.techniqueMemory?.aspiration, entries: entries)
  }

  private init(attractions: [Double], experience: Double, aspiration: Double?, entries: Int) {
    self.attractions =
      attractions.count == entries ? attractions : Array(repeating: .nan, count: entries)
    self.experience = experience
    self.aspiration = aspiration
  }
}
