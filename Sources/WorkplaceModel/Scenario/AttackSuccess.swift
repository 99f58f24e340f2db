import Randomness

/// A defence against instructions hidden in content that an agent reads.
public enum InjectionDefence: Int, CaseIterable, Sendable {
  case none, sandwich, spotlighting, toolFilter, capabilityControl

  /// The name in scenario files and in the table of trials.
  public var name: String {
    switch self {
    case .none: "none"
    case .sandwich: "sandwich"
    case .spotlighting: "spotlighting"
    case .toolFilter: "toolFilter"
    case .capabilityControl: "capabilityControl"
    }
  }
}

/// Where hidden instructions reach an agent: the tools through which it reads them.
public enum AttackSurface: Int, CaseIterable, Sendable {
  /// All surfaces that were tried, together.
  case all
  /// Chat messages.
  case chat
  /// Mail, calendar and shared documents.
  case mail

  /// The name in scenario files and in the table of trials.
  public var name: String {
    switch self {
    case .all: "all"
    case .chat: "chat"
    case .mail: "mail"
    }
  }
}

/// How often attacks succeeded in an experiment, and what that says about their probability.
public struct AttackTrials: Sendable, Equatable {
  /// Attacks that the agent followed.
  public var successes: Int
  /// Attacks made.
  public var trials: Int

  /// Creates counts; without trials nothing is known.
  ///
  /// - Precondition: `0 <= successes <= trials`.
  public init(successes: Int = 0, trials: Int = 0) {
    precondition(successes >= 0 && successes <= trials, "no more successes than trials")
    self.successes = successes
    self.trials = trials
  }

  /// Parameters of the posterior Beta(x + 1/2, n - x + 1/2) of the probability, given x successes
  /// in n trials and the prior of Jeffreys.
  ///
  /// Source: Gelman et al., "Bayesian Data Analysis", 3rd edition, section 2.8.
  public var posterior: (a: Double, b: Double) {
    (Double(successes) + 0.5, Double(trials - successes) + 0.5)
  }

  /// Posterior mean.
  public var mean: Double { posterior.a / (posterior.a + posterior.b) }

  /// The probability below which the posterior puts `p`, for p within [0, 1].
  ///
  /// For equal numbers of trials fewer successes give a smaller quantile at every p (likelihood
  /// ratios are ordered), so one uniform draws all defences of a surface in the order of their
  /// counts.
  public func quantile(_ p: Double) -> Double {
    guard let law = try? Distribution.beta(a: posterior.a, b: posterior.b),
      let value = try? law.quantile(p)
    else { preconditionFailure("a posterior has positive parameters and can be inverted") }
    return value
  }
}

/// Success of attacks by surface and defence, and what each defence costs in usefulness.
public struct AttackTable: Sendable, Equatable {
  private var cells: [AttackTrials]
  /// Share of tasks solved without any attack, by defence; nil where it was not measured.
  public var utilities: [Double?]

  /// A table without trials: nothing is known, and no defence costs anything.
  public init() {
    cells = Array(
      repeating: AttackTrials(),
      count: AttackSurface.allCases.count * InjectionDefence.allCases.count)
    utilities = Array(repeating: nil, count: InjectionDefence.allCases.count)
  }

  /// The trials of a defence on a surface.
  public subscript(surface: AttackSurface, defence: InjectionDefence) -> AttackTrials {
    get { cells[surface.rawValue * InjectionDefence.allCases.count + defence.rawValue] }
    set { cells[surface.rawValue * InjectionDefence.allCases.count + defence.rawValue] = newValue }
  }

  /// Fraction of usefulness that a defence costs, relative to an undefended agent; 0 where the
  /// defence helped or was not measured.
  public func utilityLoss(of defence: InjectionDefence) -> Double {
    guard let with = utilities[defence.rawValue],
      let without = utilities[InjectionDefence.none.rawValue], without > 0
    else { return 0 }
    return max(0, 1 - with / without)
  }
}

/// What a permission profile sets against hidden instructions.
public enum InjectionGuard: Sendable, Equatable {
  /// A defence that was tried out.
  case measured(InjectionDefence)
  /// A factor on the success of attacks on an undefended agent.
  case factor(Double)
}

/// Whether the doubt that a number of trials leaves enters the intervals of a study.
public enum AttackUncertainty: Sendable, Equatable {
  /// Each replication draws its probabilities from the posterior.
  case drawn
  /// Every replication uses the posterior mean.
  case mean
}

extension RiskParameters {
  /// Probability that an agent follows one attack.
  ///
  /// A declared success of an undefended agent is scaled by the ratio of posterior means where the
  /// defence is a measured one, and carries no doubt.
  ///
  /// - Parameter luck: the uniform at which posteriors are read, the same for all surfaces and
  ///   defences, since what is in doubt is how gullible the one model in use is; nil for the mean.
  public func attackSuccess(
    on surface: AttackSurface, against guarding: InjectionGuard, luck: Double?
  ) -> Double {
    func measured(_ defence: InjectionDefence) -> Double {
      let trials = attacks[surface, defence]
      return luck.map(trials.quantile) ?? trials.mean
    }
    switch (injectionSuccess, guarding) {
    case (nil, .measured(let defence)): return measured(defence)
    case (nil, .factor(let factor)): return min(1, factor * measured(.none))
    case (let share?, .factor(let factor)): return min(1, share * factor)
    case (let share?, .measured(let defence)):
      return min(1, share * attacks[surface, defence].mean / attacks[surface, .none].mean)
    }
  }
}
