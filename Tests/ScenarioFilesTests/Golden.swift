/// A scenario that uses most of the language, and its resolved text less the sections of tuned
/// defaults.
enum Golden {
  static let scenario = ##"""
    scenario: golden
    title: "Golden: a study of 2 policies"
    horizon: 12 weeks
    seed: 42
    workforce:
      developer:
        count: 16
        hours: 6 h/day
        traits: {aiEffect: 0.2, promiseCredibility: {beta: {mean: 0.6, concentration: 5}}}
    work:
      feature: {arrivals: backlog, size: {lognormal: {median: 150 min, cv: 1.3}}, reviewed: true}
      mail:
        arrivals: 15 / day
        profile: workingHours
        size: {mixture: [{weight: 3, exponential: {mean: 2 min}}, {weight: 1, constant: {value: 9 min}}], cap: 1 h}
        task: false
    agents:
      bot: {concurrency: 40, success: {mail: 0.9}, tools: {read: 90 %, email: 10 %}, price: {output: $30 / Mtok}}
    permissions:
      guarded: {grants: [email.send], sandbox: vm, approval: {for: [email.send]}}
    policies:
      none: {}
      board:
        metrics:
          tokens: {formula: "total_tokens where intent = 'productive'"}
          active: {formula: active_days >= 3, title: Three days}
        board: {metric: tokens, visibleTo: team, badges: none}
        target: [{metric: active, goal: 75 %, of: team}, {metric: tokens, threshold: 20 Mtok}]
        reward: {metric: tokens, share: 5 % of pay}
        audit: {rate: 10 % / week, selection: top of tokens}
        changes: [{at: week 6, board: {visibleTo: manager}, permissions: guarded, target: none}]
    compare: {baseline: none}

    """##

  static let resolved = ##"""
    scenario: golden
    title: "Golden: a study of 2 policies"
    parameters: {}
    horizon: 12 weeks
    warmUp: 8 weeks
    evaluation: half
    seed: 42
    replications: 10
    workforce:
      developer:
        count: 16
        teamSize: 8
        hours: 30 h/week
        calendar:
          days: Mon-Fri
          from: 9 h
          to: 17 h
          holidays: []
        timeZones: [0 h]
        work: all
        ability: {lognormal: {zeta: 0, sigma: 0.35}}
        traits:
          neverGames: 0.4
          statusWeight: {lognormal: {median: 0.9 h, sigma: 0.6}}
          careerWeight: {lognormal: {median: 2.4 h, sigma: 0.5}}
          moralCost: {lognormal: {median: 1 h, sigma: 0.8}}
          promiseCredibility: {beta: {mean: 0.6, concentration: 5}}
          aiEffect: 0.2
          priorExperience: {exponential: {mean: 40 h}}
          tokenMultiplier: {lognormal: {median: 0.73, sigma: 1.2}}
          tokenAbilityCorrelation: 0.5
          gamingYield: {lognormal: {median: 1, sigma: 1.5}}
    work:
      feature:
        arrivals: backlog
        profile: office
        assignment: employee
        priority: 8
        preempts: false
        size: {lognormal: {median: 2.5 h, cv: 1.3}}
        difficulty: {beta: {a: 2, b: 2}}
        valuePerHour: 1
        task: true
        agents: true
        reviewed: true
        deploys: 0
        untrustedInput: 0
        defects: 0.15
        reopensAfter: {lognormal: {median: 1.5 weeks, sigma: 0.8}}
      mail:
        arrivals: 75 / week
        profile: workingHours
        assignment: employee
        priority: 8
        preempts: false
        size: {mixture: [{weight: 3, exponential: {mean: 2 min}}, {weight: 1, constant: {value: 9 min}}], cap: {max: 1 h}}
        difficulty: {beta: {a: 2, b: 2}}
        valuePerHour: 1
        task: false
        agents: true
        reviewed: false
        deploys: 0
        untrustedInput: 0
        defects: 0.15
        reopensAfter: {lognormal: {median: 1.5 weeks, sigma: 0.8}}
    agents:
      bot:
        concurrency: 40
        sessions: 0.8 / h
        requests: {fitted: session.requests_count}
        thinkTime: {fitted: session.request_gap_s}
        latency: {fitted: step.llm_generation_s, scale: 7.8}
        weekNoise: 0.5
        success:
          mail: 0.9
        successOtherwise: {fitted: agent_task.success_probability.strong}
        promptTokens: {fitted: request.total_tokens.agentic}
        outputTokens: {fitted: request.output_tokens.agentic}
        cacheReads: 0.957
        firstCacheReads: 0.5
        cacheWrites: 0.8
        price:
          freshInput: $5 / Mtok
          cacheWrite: $6.25 / Mtok
          cacheRead: $0.5 / Mtok
          output: $30 / Mtok
        lines: 20 / ktok
        toolCalls: 33 / Mtok
        tools:
          read: 0.9
          chat: 0
          email: 0.1
          repositoryWrite: 0
          deploy: 0
          secrets: 0
          externalNetwork: 0
    permissions:
      broad:
        grants: all
        breadth: 0.15
        sandbox: none
        approval: none
        approvalTime: 30 s
        approvalAccepted: 0.93
        approvalFatigue: 0.007
        gateMisses: 0.17
        gateFalseAlarms: 0.004
        injectionDefence: none
        auditLog: false
        productivityLoss: measured
      guarded:
        grants: [email.send]
        breadth: 0.15
        sandbox: vm
        approval:
          for: [email.send]
          by: person
        approvalTime: 30 s
        approvalAccepted: 0.93
        approvalFatigue: 0.007
        gateMisses: 0.17
        gateFalseAlarms: 0.004
        injectionDefence: none
        auditLog: false
        productivityLoss: measured
    policies:
      none:
        title: ""
        metrics: {}
        board: none
        target: none
        reward: none
        weights: disclosed
        weightConcentration: 1
        promise: none
        audit: none
        intentAccounting: automatic
        permissions: broad
        gaming: available
        patched: []
        changes: []
      board:
        title: ""
        metrics:
          tokens:
            formula: "total_tokens where intent = 'productive'"
            title: ""
          active:
            formula: "active_days >= 3"
            title: Three days
        board:
          metric: tokens
          visibleTo: team
          badges: none
          until: none
        target:
          - metric: active
            threshold: met
            goal: 0.75
            of: team
            flagged: true
            ratchet: 0
            resetEvery: 1 weeks
            until: none
          - metric: tokens
            threshold: 20 Mtok
            goal: none
            of: person
            flagged: true
            ratchet: 0
            resetEvery: 1 weeks
            until: none
        reward:
          metric: tokens
          kind: bonus
          share: 5 % of pay
          threshold: none
          winners: 0.1
          prizes: none
          of: person
          onlyIf: none
          cap: none
          payCap: none
          ratchet: 0
          resetEvery: 1 weeks
          until: none
        weights: disclosed
        weightConcentration: 1
        promise: none
        audit:
          rate: 0.1 / week
          selection: top of tokens
          detection: 0.7
          ifMislabelled: 0.3
          falsePositive: 2 %
          sanction: 8 h
          cost: $50
          detectionScale: behaviour
          clawsBack: false
          until: none
        intentAccounting: automatic
        permissions: broad
        gaming: available
        patched: []
        changes:
          - at: 6
            metrics:
              tokens:
                formula: "total_tokens where intent = 'productive'"
                title: ""
              active:
                formula: "active_days >= 3"
                title: Three days
            board:
              metric: tokens
              visibleTo: manager
              badges: none
              until: none
            target: none
            reward:
              metric: tokens
              kind: bonus
              share: 5 % of pay
              threshold: none
              winners: 0.1
              prizes: none
              of: person
              onlyIf: none
              cap: none
              payCap: none
              ratchet: 0
              resetEvery: 1 weeks
              until: none
            weights: disclosed
            weightConcentration: 1
            promise: none
            audit:
              rate: 0.1 / week
              selection: top of tokens
              detection: 0.7
              ifMislabelled: 0.3
              falsePositive: 2 %
              sanction: 8 h
              cost: $50
              detectionScale: behaviour
              clawsBack: false
              until: none
            intentAccounting: automatic
            permissions: guarded
            gaming: available
            patched: []
    compare:
      baseline: none
      counterfactuals: all
      robustness: none
      corners:
        adoptionInertia: [0 h, 3 h]
        severity: [0.1, 10]
        promiseCredibility: [0.2, 0.9]
        replications: 3
    factors: {}
    optimize: none

    """##
}
