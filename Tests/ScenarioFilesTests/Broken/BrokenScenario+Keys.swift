extension BrokenScenario {
  /// Keys and names that are unknown, missing or misplaced.
  static let keys: [BrokenScenario] = [
    BrokenScenario(
      "an unknown key at the top",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      replicatons: 4
      """##,
      finds:
        ##"""
        5:1: error: unknown key 'replicatons'; expected one of scenario, title, extends, parameters, horizon, warmUp, evaluation, seed, replications, workforce, work, review, agents, permissions, behaviour, risk, economics, policies, compare, factors, optimize; did you mean 'replications'?
        """##),
    BrokenScenario(
      "an unknown key like nothing else",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      weather: fine
      """##,
      finds:
        ##"""
        5:1: error: unknown key 'weather'; expected one of scenario, title, extends, parameters, horizon, warmUp, evaluation, seed, replications, workforce, work, review, agents, permissions, behaviour, risk, economics, policies, compare, factors, optimize
        """##),
    BrokenScenario(
      "an unknown key in another case",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      warmup: 4 weeks
      """##,
      finds:
        ##"""
        5:1: error: unknown key 'warmup'; expected one of scenario, title, extends, parameters, horizon, warmUp, evaluation, seed, replications, workforce, work, review, agents, permissions, behaviour, risk, economics, policies, compare, factors, optimize; did you mean 'warmUp'?
        """##),
    BrokenScenario(
      "an unknown trait",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, traits: {statusWieght: 1 h}}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:44: error: unknown key 'statusWieght'; expected one of neverGames, statusWeight, careerWeight, moralCost, promiseCredibility, aiEffect, priorExperience, tokenMultiplier, tokenAbilityCorrelation, gamingYield; did you mean 'statusWeight'?
        """##),
    BrokenScenario(
      "an unknown technique",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {techniques: {loop: {hours: 1 h}}}
      """##,
      finds:
        ##"""
        5:26: error: unknown key 'loop'; expected one of topUp, padding, loops, swarms, mislabelling, cherryPicking, errorHiding, cornerCutting; did you mean 'loops'?
        """##),
    BrokenScenario(
      "an unknown key of a policy",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        noMetric: {metircs: {}}
      """##,
      finds:
        ##"""
        5:14: error: unknown key 'metircs'; expected one of title, extends, metrics, board, target, reward, weights, weightConcentration, promise, audit, intentAccounting, permissions, gaming, patched, changes; did you mean 'metrics'?
        """##),
    BrokenScenario(
      "an unknown key of a change",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        noMetric:
          changes:
            - {at: week 3, bord: none}
      """##,
      finds:
        ##"""
        7:22: error: unknown key 'bord'; expected one of at, metrics, board, target, reward, weights, weightConcentration, promise, audit, intentAccounting, permissions, gaming, patched; did you mean 'board'?
        """##),
    BrokenScenario(
      "no name",
      ##"""
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        1:1: error: missing key 'scenario'; expected 'scenario': a name of letters, digits, - and _
        """##),
    BrokenScenario(
      "nothing but a name",
      ##"""
      scenario: broken
      """##,
      finds:
        ##"""
        1:1: error: missing key 'policies'; expected 'policies': a map of names, each a policy
        1:1: error: missing key 'workforce'; expected 'workforce': a map of names, each a role
        1:1: error: missing key 'work'; expected 'work': a map of names, each a kind of work
        """##),
    BrokenScenario(
      "a role without a count",
      ##"""
      scenario: broken
      workforce: {developer: {teamSize: 4}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:24: error: missing key 'count'; expected 'count': a whole number from 1 to 1000000
        """##),
    BrokenScenario(
      "work without arrivals",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {size: 1 h}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:14: error: missing key 'arrivals'; expected 'arrivals': 'backlog', or a rate such as 3 / week, 0.8 / day (a working day, 5 per week) or 54 / h (168 per week)
        """##),
    BrokenScenario(
      "a metric without a formula",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        noMetric: {metrics: {tokens: {title: Tokens}}}
      """##,
      finds:
        ##"""
        5:32: error: missing key 'formula'; expected 'formula': a metric formula
        """##),
    BrokenScenario(
      "no roles",
      ##"""
      scenario: broken
      workforce: {}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:12: error: nothing is declared here; expected a role
        """##),
    BrokenScenario(
      "no work",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work:
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:6: error: nothing is declared here; expected a kind of work
        """##),
    BrokenScenario(
      "no policies",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {}
      """##,
      finds:
        ##"""
        4:11: error: nothing is declared here; expected a policy
        """##),
    BrokenScenario(
      "a role whose name has a space",
      ##"""
      scenario: broken
      workforce: {web developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:13: error: 'web developer' cannot be a name; expected a name of letters, digits, - and _
        """##),
    BrokenScenario(
      "a study whose name has a slash",
      ##"""
      scenario: broken/one
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        1:11: error: found 'broken/one'; expected a name of letters, digits, - and _
        """##),
    BrokenScenario(
      "a second platform",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents:
        first: {}
        second: {}
      """##,
      finds:
        ##"""
        7:3: error: 'second' is a second entry; expected only one: an agent platform
        """##),
    BrokenScenario(
      "a list where a map belongs",
      ##"""
      scenario: broken
      workforce: [developer]
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:12: error: found a list; expected a map of names, each a role
        """##),
    BrokenScenario(
      "a text where a map belongs",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      review: quick
      """##,
      finds:
        ##"""
        5:9: error: found 'quick'; expected a review practice: a map
        """##),
    BrokenScenario(
      "a policy that is a list",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        noMetric: []
      """##,
      finds:
        ##"""
        5:13: error: found a list; expected a policy: a map
        """##),
  ]
}
