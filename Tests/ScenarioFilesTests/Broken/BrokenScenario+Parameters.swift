extension BrokenScenario {
  /// Parameters and factors.
  static let parameters: [BrokenScenario] = [
    BrokenScenario(
      "an unknown parameter",
      ##"""
      scenario: broken
      parameters: {weight: 0.5}
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: "${weight} / day"}}
      policies: {a: {metrics: {s: {formula: "${wieght} * total_tokens"}}}}
      """##,
      finds:
        ##"""
        5:40: error: there is no parameter 'wieght'; expected one of weight; did you mean 'weight'?
        """##),
    BrokenScenario(
      "a parameter without parameters",
      ##"""
      scenario: broken
      workforce: {developer: {count: "${n}"}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:33: error: there is no parameter 'n'; expected a name under 'parameters'
        """##),
    BrokenScenario(
      "a parameter that is not closed",
      ##"""
      scenario: broken
      parameters: {n: 8}
      workforce: {developer: {count: "${n"}}
      work: {task: {arrivals: "${n} / day"}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:33: error: '${' has no '}' after it; expected a parameter: ${name}
        """##),
    BrokenScenario(
      "a value of a parameter that does not fit where it stands",
      ##"""
      scenario: broken
      parameters: {rate: 120, n: eight}
      workforce: {developer: {count: "${n}"}}
      work: {task: {arrivals: 1 / day}}
      policies: {a: {audit: {rate: "${rate} % / week"}}}
      """##,
      finds:
        ##"""
        3:32: error: found 'eight'; expected a whole number from 1 to 1000000
        5:30: error: '120 % / week' is out of range; expected from 0 / week to 1 / week
        """##),
    BrokenScenario(
      "parameters that cannot be one",
      ##"""
      scenario: broken
      parameters:
        "two words": 1
        list: [1, 2]
        nested: ${n} h
        n: 8
      workforce: {developer: {count: "${n}"}}
      work: {task: {arrivals: 1 / day, size: "${nested}"}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:3: error: 'two words' cannot be a name; expected a name of letters, digits, - and _
        3:3: warning: the parameter 'two words' is used nowhere; expected ${two words} in a value
        4:3: warning: the parameter 'list' is used nowhere; expected ${list} in a value
        4:9: error: found a list; expected one value
        5:11: error: the parameter 'nested' holds another; expected a value without ${…}
        8:40: error: '${n} h' is not a time; expected a time such as 6 h, 3 min or 20 s
        """##),
    BrokenScenario(
      "factors that make no sense",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {audited: {audit: {rate: 10 % / week}}}
      factors:
        behaviour.adoptionInertai: 0 h..3 h
        policies.audited.audit: 0..1
        policies.strict.audit.rate: 0 % / week..10 % / week
        economics.hourValue: "$50..200"
        seed: [1]
        horizon: 4 weeks
      """##,
      finds:
        ##"""
        6:3: error: unknown key 'adoptionInertai'; expected one of decisionRule, choiceInertia, rankMemory, attraction, satisficing, imitation, agentShares, intrinsicWeight, choicePrecision, weekNoise, misperception, learningDrop, learningGain, learningHours, adoptionInertia, badgeBonus, lowRankSlope, lossAversion, flagCost, goalWeight, planningHorizon, weeklyDiscount, hassle, mislabelSurcharge, unspokenBelief, credibilityPriorWeight, credibilityGain, credibilityLoss, auditLearning, detectionScale, contagionWithinTeam, effort, riskAversion, peers, crowdingOut, fatigue, trust, attrition, automation, techniques, visibleItems, difficultySize, difficultyValue, difficultyDefects, agentDefectFactor, selfDetection, cornerCutting, cornerCuttingDefects, reopenWindow; did you mean 'behaviour.adoptionInertia'?
        7:27: error: 'policies.audited.audit' is not a number; expected an audit rule: a map, or 'none'
        8:3: error: there is no 'strict' among the policies of this scenario; expected one of audited
        9:30: error: '$50' and '200' are not in the same unit; expected the unit at both ends, such as 0 h..3 h
        10:9: error: found a list; expected a range such as 0 h..3 h or 1 %..50 % log, or values such as 1, 2, 4
        11:12: error: '4 weeks' is one value; expected two ends such as 0 h..3 h, in equal ratios such as 1 %..50 % log, or values such as 1, 2, 4
        """##),
  ]
}
