import Incentives

/// The finite menu of profiles that a scheme makes worth considering (MODEL 1.2 and 1.6).
///
/// A technique is on the menu only if a metric with consequences depends on something it changes.
/// That is a property of the formulas, not of the policy's name: without a metric the menu holds
/// honest profiles alone, and gaming is exactly zero.
struct Menu: Sendable {
  /// Profiles in a fixed order: by share of agent work, honest before gaming.
  let profiles: [ActionProfile]
  /// The combinations of techniques in them, in the same order; none first.
  let techniqueSets: [TechniqueSet]

  init(
    shares: Int, scheme: IncentiveScheme, techniquesAvailable: Bool,
    patched: TechniqueSet = [], automation: Bool = false
  ) {
    let reach = scheme.consequentialDependencies
    let hasThreshold = !scheme.targets.isEmpty || scheme.rewards.contains(where: \.isLumpSum)
    func pays(_ technique: Technique) -> Bool {
      techniquesAvailable && !patched.contains(technique)
        && !reach.isDisjoint(with: technique.changes)
    }

    // Mislabelling changes only the label of junk, so it needs junk to label; and where nothing but
    // the label counts, unlabelled junk does not pay and is not considered.
    let labelsDecide =
      techniquesAvailable && !patched.contains(.mislabelling) && scheme.intentAccounting
      && reach.contains(.productiveLabelTokens)
    var tokenOptions: [TechniqueSet] = [[]]
    for technique in [Technique.topUp, .padding, .loops, .swarms]
    where (technique != .topUp || hasThreshold) && !patched.contains(technique) {
      if pays(technique) { tokenOptions.append(TechniqueSet(technique)) }
      if labelsDecide {
        tokenOptions.append([TechniqueSet(technique), TechniqueSet(.mislabelling)])
      }
    }
    var workOptions: [TechniqueSet] = [[]]
    for technique in [Technique.cherryPicking, .errorHiding, .cornerCutting] where pays(technique) {
      workOptions += workOptions.map { $0.union(TechniqueSet(technique)) }
    }
    var profiles: [ActionProfile] = []
    for share in 0..<shares {
      for token in tokenOptions {
        for work in workOptions {
          for builds in automation ? [false, true] : [false] {
            profiles.append(
              ActionProfile(
                agentShareIndex: UInt8(share), techniques: token.union(work), builds: builds))
          }
        }
      }
    }
    self.profiles = profiles
    techniqueSets = tokenOptions.flatMap { token in workOptions.map { token.union($0) } }
  }
}

extension IncentiveScheme {
  /// The metrics that anything follows from: shown on a visible board, targeted or rewarded.
  package var consequentialMetrics: [Int] {
    var indices: Set<Int> = []
    for board in leaderboards where board.visibility.weight > 0 { indices.insert(board.metric) }
    for target in targets { indices.insert(target.metric) }
    for reward in rewards {
      indices.insert(reward.metric)
      if let gate = reward.gate { indices.insert(gate) }
    }
    return indices.sorted()
  }

  /// Everything that those metrics depend on.
  var consequentialDependencies: ObservableSet {
    consequentialMetrics.reduce(into: []) {
      $0.formUnion(metrics[$1].formula.dependencies)
    }
  }
}
