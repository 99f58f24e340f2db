/// The scenario that `goodhart new` writes.
public enum StarterScenario {
  /// A small, commented scenario that runs as it is.
  ///
  /// - Parameter name: identifier of the study: letters, digits, `-` and `_`; other characters
  ///   become `-`.
  public static func text(named name: String) -> String {
    let identifier = String(name.map { String($0).isScenarioName ? $0 : "-" })
    return """
      # A scenario for goodhart. Check it with `goodhart check`, run it with `goodhart run`.
      # Every key that is left out has a default; `goodhart explain KEY` prints it with its source.
      scenario: \(identifier.isEmpty ? "study" : identifier)
      title: Does counting tokens help or hurt?
      horizon: 26 weeks                   # simulated under every policy
      warmUp: 4 weeks                     # simulated before, without any metric; not reported
      replications: 10                    # independent repetitions on common random numbers
      seed: 1

      workforce:
        developer:
          count: 48
          teamSize: 8
          hours: 30 h/week                # presence minus meetings
          traits:
            neverGames: 40 %              # people who game under no incentive

      work:
        feature:
          arrivals: backlog               # or a rate: 0.8 / day
          priority: 10                    # smaller is served first
          size: {lognormal: {median: 2.5 h, cv: 1.3}}
          reviewed: true
          deploys: 25 %
        email:
          arrivals: 10 / day
          size: {lognormal: {median: 3 min, cv: 1}}
          task: false
          untrustedInput: 5 %             # mail from outside may carry instructions for agents

      agents:
        assistant:
          success: {feature: {beta: {a: 1, b: 0.8}}, email: 0.9}
          price: $0.60 / Mtok

      permissions:
        leastPrivilege: {grants: per task, sandbox: container, approval: {for: [deploy]}}

      policies:
        noMetric: {title: No metric}

        tokenBoard:
          title: A public board of tokens and a weekly target
          metrics:
            tokens: {formula: total_tokens}
            weeklyActive: {formula: active_days >= 1}
          board: {metric: tokens, visibleTo: organisation, badges: top 10 %}
          target: {metric: weeklyActive, goal: 80 %, of: team}
          promise: {violations: 1 % / week}

        audited:
          title: The same with audits
          extends: tokenBoard
          audit: {rate: 10 % / week, sanction: 8 h}

        leastPrivilege:
          title: The same with agents that may do less
          extends: tokenBoard
          permissions: leastPrivilege

      compare: {baseline: noMetric}

      """
  }
}
