import Randomness

/// What distinguishes one employee from another for the whole of a replication.
struct Employee: Sendable {
  /// Index of the role in the scenario.
  var role: Int
  /// Index of the team in the organisation.
  var team: Int
  /// Number of people in the team, and in the organisation.
  var teamSize = 1
  var organisationSize = 1
  /// Standard hours of work done per hour by hand (theta).
  var ability: Double
  /// Whether the employee games under no incentive.
  var neverGames: Bool
  /// Hours per unit of status return (s_i).
  var statusWeight: Double
  /// Hours per standard deviation of standing, if it counts (kappa_i).
  var careerWeight: Double
  /// Moral cost of full-intensity gaming, hours per week (m_i).
  var moralCost: Double
  /// Prior belief that a promise of non-use is kept (c_0).
  var promiseCredibility: Double
  /// Long-run gain of agent-assisted over manual work, as a fraction (epsilon_i).
  var agentEffect: Double
  /// Hours of agent-assisted work done before the study.
  var priorExperience: Double
  /// Personal multiplier of tokens per request.
  var tokenMultiplier: Double
  /// Personal multiplier of what scripted gaming yields.
  var gamingYield: Double
}

/// A group of employees who share a backlog, reviews and a calendar.
struct Team: Sendable {
  /// Index of the role in the scenario.
  var role: Int
  /// The members, as indices into the organisation.
  var members: Range<Int>
  /// Hours by which the team's clock is ahead of the scenario's.
  var timeZoneOffset: Double
}

/// Who works in the organisation in one replication.
struct Population: Sendable {
  var employees: [Employee] = []
  var teams: [Team] = []

  /// Draws the traits of every employee.
  ///
  /// Each employee has a stream of their own, so that adding a colleague changes nobody else.
  init(_ roles: [Role], key: StreamKey) {
    for (roleIndex, role) in roles.enumerated() {
      var remaining = role.count
      var teamsOfRole = 0
      while remaining > 0 {
        let size = min(role.teamSize, remaining)
        let first = employees.count
        for _ in 0..<size {
          var stream = key.stream(.traits, entity: employees.count, index: 0)
          employees.append(
            Employee(role: roleIndex, team: teams.count, traits: role.traits, from: &stream))
        }
        let offsets = role.timeZoneOffsets
        teams.append(
          Team(
            role: roleIndex, members: first..<(first + size),
            timeZoneOffset: offsets.isEmpty ? 0 : offsets[teamsOfRole % offsets.count]))
        teamsOfRole += 1
        remaining -= size
      }
    }
    for index in employees.indices {
      employees[index].teamSize = teams[employees[index].team].members.count
      employees[index].organisationSize = employees.count
    }
  }
}

extension Population {
  /// Puts a newcomer in the place of somebody who left.
  ///
  /// - Parameter generation: how many have sat in the seat before; with the seat it addresses the
  ///   newcomer's traits, so that the same person comes under every policy.
  mutating func replace(_ index: Int, generation: UInt32, roles: [Role], key: StreamKey) {
    let (role, team) = (employees[index].role, employees[index].team)
    var stream = key.stream(.traits, entity: index, index: generation)
    var newcomer = Employee(role: role, team: team, traits: roles[role].traits, from: &stream)
    newcomer.teamSize = employees[index].teamSize
    newcomer.organisationSize = employees[index].organisationSize
    employees[index] = newcomer
  }
}

extension Employee {
  /// Draws the traits of one employee.
  ///
  /// The personal token multiplier is correlated with ability by the scenario's coefficient
  /// (MODEL 3.8: 0.5): ability's own rank enters the multiplier through a Gaussian copula.
  fileprivate init(role: Int, team: Int, traits: Traits, from stream: inout RandomStream) {
    self.role = role
    self.team = team
    ability = max(0.05, traits.ability.sample(from: &stream))
    neverGames = stream.uniform() < traits.neverGames
    statusWeight = max(0, traits.statusWeight.sample(from: &stream))
    careerWeight = max(0, traits.careerWeight.sample(from: &stream))
    moralCost = max(0, traits.moralCost.sample(from: &stream))
    promiseCredibility = min(max(traits.promiseCredibility.sample(from: &stream), 0), 1)
    agentEffect = max(-0.9, traits.aiEffect.sample(from: &stream))
    priorExperience = max(0, traits.priorExperience.sample(from: &stream))
    gamingYield = max(0, traits.gamingYield.sample(from: &stream))
    tokenMultiplier = Employee.correlatedMultiplier(traits, ability: ability, from: &stream)
  }

  private static func correlatedMultiplier(
    _ traits: Traits, ability: Double, from stream: inout RandomStream
  ) -> Double {
    let independent = stream.gaussian()
    let correlation = traits.tokenAbilityCorrelation
    let abilityRank = min(max(traits.ability.cumulative(ability), 1e-9), 1 - 1e-9)
    let abilityScore =
      traits.ability.variance ?? 0 > 0
      ? (try? ReferenceDistributions.gaussianQuantile(abilityRank)) ?? 0 : 0
    let score =
      correlation * abilityScore + (1 - correlation * correlation).squareRoot() * independent
    let rank = ReferenceDistributions.gaussianCumulative(score)
    let value = try? traits.tokenMultiplier.quantile(min(max(rank, 1e-9), 1 - 1e-9))
    return max(0, value ?? 1)
  }
}
