extension BrokenScenario {
  /// Many mistakes in one file.
  static let several: [BrokenScenario] = [
    BrokenScenario(
      "many mistakes of many sorts",
      ##"""
      scenario: many mistakes
      horizn: 10 weeks
      warmUp: 4
      replications: 0
      workforce:
        developer:
          count: -3
          hours: 30 hours
          ability: {lognormal: {median: 1, cv: -1}}
          traits: {neverGame: 10 %, moralCost: {gamma: {a: 1}}}
          work: [features]
      work:
        feature: {arrivals: 2, size: {fited: task.human_minutes.no_ai}, deploys: 120 %}
        bug: {arrivals: 1 / week, priority: 99, profile: {shares: [1, x]}}
      agents:
        one: {price: 0.60 / Mtok, tools: [slack.raed]}
        two: {}
      behaviour: {lossAversion: 0.5, techniques: {swarm: {}}}
      risk: {severities: {leak: {median: 5 k}}}
      policies:
        board:
          metrics:
            value: {formula: true_value}
            tokens: {formula: total_tokens}
          board: {metric: tokns, visibleTo: managers}
          target: {metric: tokens}
          audit: {rat: 5 % / week}
          changes: [{at: week 3, bored: none}]
        other: {extends: bord}
      compare: {baseline: nothing}
      """##,
      finds:
        ##"""
        1:11: error: found 'many mistakes'; expected a name of letters, digits, - and _
        2:1: error: unknown key 'horizn'; expected one of scenario, title, extends, parameters, horizon, warmUp, evaluation, seed, replications, workforce, work, review, agents, permissions, behaviour, risk, economics, policies, compare, factors, optimize; did you mean 'horizon'?
        3:9: error: '4' has no unit; expected a number of weeks such as 52 weeks or 10 days
        4:15: error: found '0'; expected a whole number from 1 to 1000000
        7:12: error: found '-3'; expected a whole number from 1 to 1000000
        8:12: error: '30 hours' has a unit that does not fit; expected hours per week such as 30 h/week or 6 h/day; did you mean '30 hours / week'?
        9:42: error: lognormal: cv is -1; expected a number of at least 0
        10:14: error: unknown key 'neverGame'; expected one of neverGames, statusWeight, careerWeight, moralCost, promiseCredibility, aiEffect, priorExperience, tokenMultiplier, tokenAbilityCorrelation, gamingYield; did you mean 'neverGames'?
        10:50: error: gamma cannot be had from a; expected a and b, or mean and cv
        11:12: error: there is no work kind 'features'; expected one of feature, bug; did you mean 'feature'?
        13:23: error: '2' has no unit; expected a rate such as 3 / week, 0.8 / day (a working day, 5 per week) or 54 / h (168 per week)
        13:33: error: unknown distribution 'fited'; expected one of exponential, lognormal, gamma, weibull, pareto, constant, beta, uniform, triangular, pert, gaussian, poisson, binomial, negativeBinomial, logarithmic, discrete, mixture, empirical, fitted, of, scale, shift, round, cap, limit; did you mean 'fitted'?
        13:76: error: '120 %' is out of range; expected from 0 to 1
        14:39: error: found '99'; expected a whole number from 0 to 15
        14:61: error: the list has 2 elements; expected at least 168
        16:16: error: '0.60 / Mtok' has no dollar sign; expected a price of tokens such as $0.60 / Mtok
        16:37: error: there is no tool 'slack.raed'; expected one of read, chat, email, repositoryWrite, deploy, secrets, externalNetwork, slack.read, email.read, repo.read, tickets.read, slack.post, email.send, tickets.reply, repo.write, secrets.read, web; did you mean 'slack.read'?
        17:3: error: 'two' is a second entry; expected only one: an agent platform
        18:27: error: '0.5' is out of range; expected at least 1
        18:45: error: unknown key 'swarm'; expected one of topUp, padding, loops, swarms, mislabelling, cherryPicking, errorHiding, cornerCutting; did you mean 'swarms'?
        19:36: error: '5 k' has no dollar sign; expected an amount of money such as $200, $5 k or $4.4 M
        23:24: error: true_value is truth: no dashboard can see it; nearest observable: tasks_stayed_done
        25:21: error: there is no metric 'tokns'; expected one of value, tokens; did you mean 'tokens'?
        25:39: error: found 'managers'; expected one of 'nobody', 'manager', 'team', 'organisation'; did you mean 'manager'?
        27:12: error: missing key 'rate'; expected 'rate': a share per week such as 1 % / week
        27:13: error: unknown key 'rat'; expected one of rate, selection, detection, ifMislabelled, falsePositive, sanction, cost, detectionScale, clawsBack, until; did you mean 'rate'?
        28:28: error: unknown key 'bored'; expected one of at, metrics, board, target, reward, weights, weightConcentration, promise, audit, intentAccounting, permissions, gaming, patched
        29:20: error: there is no policy 'bord'; expected one of board; did you mean 'board'?
        30:21: error: there is no policy 'nothing'; expected one of board, other
        """##)
  ]
}
