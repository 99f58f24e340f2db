import WorkplaceModel

/// Trials of attacks by injected content, from `injection_trials.csv`.
enum InjectionTrials {
  /// Reads the table; rows that name no surface or defence are a fault of the table.
  static func attacks(from table: CommaSeparatedTable) -> AttackTable {
    func cells(_ name: String) -> [String] { table.column(name) ?? [] }
    let (surfaces, defences) = (cells("surface"), cells("defence"))
    let (successes, trials) = (cells("successes"), cells("trials"))
    let utilities = cells("utility")
    var attacks = AttackTable()
    for row in surfaces.indices {
      guard let surface = AttackSurface.allCases.first(where: { $0.name == surfaces[row] }),
        let defence = InjectionDefence.allCases.first(where: { $0.name == defences[row] }),
        let successes = Int(successes[row]), let trials = Int(trials[row])
      else { preconditionFailure("row \(row + 1) of injection_trials.csv cannot be read") }
      attacks[surface, defence] = AttackTrials(successes: successes, trials: trials)
      if let utility = Double(utilities[row]) { attacks.utilities[defence.rawValue] = utility }
    }
    return attacks
  }
}
