extension BrokenScenario {
  /// Formulas and rules that cannot be.
  static let policies: [BrokenScenario] = [
    BrokenScenario(
      "a formula that names truth",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {metrics: {value: {formula: true_value / hours_worked}}}
      """##,
      finds:
        ##"""
        5:38: error: true_value is truth: no dashboard can see it; nearest observable: tasks_stayed_done
        """##),
    BrokenScenario(
      "a formula that names nothing known",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {metrics: {value: {formula: total_token + 1}}}
      """##,
      finds:
        ##"""
        5:38: error: unknown name 'total_token'; expected an observable; did you mean 'total_tokens'?
        """##),
    BrokenScenario(
      "a formula that ends early",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {metrics: {value: {formula: "requests + "}}}
      """##,
      finds:
        ##"""
        5:50: error: unexpected end of the formula; expected a number, a name or '('
        """##),
    BrokenScenario(
      "a formula in single quotes",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {metrics: {value: {formula: 'total_tokens where intent = ''productiv'''}}}
      """##,
      finds:
        ##"""
        5:67: error: 'productiv' is not an intent label; expected 'productive' or 'other'; did you mean 'productive'?
        """##),
    BrokenScenario(
      "a formula in a block",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics:
            value:
              formula: |
                total_tokens
                + requsts
      """##,
      finds:
        ##"""
        10:13: error: unknown name 'requsts'; expected an observable; did you mean 'requests'?
        """##),
    BrokenScenario(
      "a formula that names an unknown role",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {metrics: {value: {formula: "requests where role = 'develper'"}}}
      """##,
      finds:
        ##"""
        5:61: error: 'develper' is not a role; expected developer; did you mean 'developer'?
        """##),
    BrokenScenario(
      "two wrong formulas",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics:
            first: {formula: gaming_tokens}
            second: {formula: "min(requests,)"}
      """##,
      finds:
        ##"""
        7:24: error: gaming_tokens is truth: no dashboard can see it; nearest observable: productive_label_tokens
        8:39: error: unexpected ')'; expected a number, a name or '('
        """##),
    BrokenScenario(
      "a number as a target without a threshold",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          target: {metric: tokens, goal: 80 %, of: team}
      """##,
      finds:
        ##"""
        7:13: error: the metric 'tokens' is a number, so its target needs a threshold; expected 'threshold' in the metric's unit, or a metric that is a condition
        """##),
    BrokenScenario(
      "a condition that never reaches three",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {active: {formula: active_days >= 1}}
          target: {metric: active, threshold: 3}
      """##,
      finds:
        ##"""
        7:41: error: the metric 'active' is a condition and never 3; expected no threshold, or one above 0 and at most 1
        """##),
    BrokenScenario(
      "an unknown group",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          target: {metric: tokens, threshold: 5 Mtok, of: company}
      """##,
      finds:
        ##"""
        7:53: error: found 'company'; expected one of 'person', 'team', 'organisation'
        """##),
    BrokenScenario(
      "an unknown audience",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, visibleTo: everybody}
      """##,
      finds:
        ##"""
        7:40: error: found 'everybody'; expected one of 'nobody', 'manager', 'team', 'organisation'
        """##),
    BrokenScenario(
      "a badge for more than all",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, badges: top 110 %}
      """##,
      finds:
        ##"""
        7:37: error: found 'top 110 %'; expected a share such as 'top 10 %'
        """##),
    BrokenScenario(
      "a bonus without a unit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 8 %}
      """##,
      finds:
        ##"""
        7:37: error: found '8 %'; expected a share of pay such as 8 % of pay, or a time such as 6 h, 3 min or 20 s, or 'none'
        """##),
    BrokenScenario(
      "a reward without a metric",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {share: 8 % of pay}
      """##,
      finds:
        ##"""
        7:13: error: missing key 'metric'; expected 'metric': the name of a metric
        """##),
    BrokenScenario(
      "an audit without a rate",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          audit: {detection: 0.5}
      """##,
      finds:
        ##"""
        7:12: error: missing key 'rate'; expected 'rate': a share per week such as 1 % / week
        """##),
    BrokenScenario(
      "an audit of more than everybody",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          audit: {rate: 120 % / week}
      """##,
      finds:
        ##"""
        7:19: error: '120 % / week' is out of range; expected from 0 / week to 1 / week
        """##),
    BrokenScenario(
      "labels that are asked for and switched off",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: "total_tokens where intent = 'productive'"}}
          intentAccounting: false
      """##,
      finds:
        ##"""
        7:23: error: a metric uses intent labels that nobody gives; expected 'automatic' or 'true'
        """##),
    BrokenScenario(
      "a change before the beginning",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: [{at: week 0, permissions: broad}]
      """##,
      finds:
        ##"""
        6:20: error: week 0 does not come after week 0; expected changes in ascending weeks, the first in week 1 or later
        """##),
    BrokenScenario(
      "changes out of order",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes:
            - {at: week 9, permissions: broad}
            - {at: week 5, permissions: broad}
      """##,
      finds:
        ##"""
        8:14: error: week 5 does not come after week 9; expected changes in ascending weeks, the first in week 1 or later
        """##),
    BrokenScenario(
      "a change after the end",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: [{at: week 40, permissions: broad}]
      """##,
      finds:
        ##"""
        6:15: error: week 40 lies after the horizon; expected a week before 40
        """##),
    BrokenScenario(
      "a change without a week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: [{permissions: broad}]
      """##,
      finds:
        ##"""
        6:15: error: missing key 'at'; expected 'at': a week such as 'week 20'
        """##),
    BrokenScenario(
      "a change in no week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: [{at: Monday, permissions: broad}]
      """##,
      finds:
        ##"""
        6:20: error: found 'Monday'; expected a week such as 'week 20'
        """##),
    BrokenScenario(
      "a change that is a word",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: [later]
      """##,
      finds:
        ##"""
        6:15: error: found 'later'; expected a change: a map
        """##),
    BrokenScenario(
      "changes that are a map",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          changes: {at: week 5}
      """##,
      finds:
        ##"""
        6:14: error: found a map; expected a list, each a change: a map
        """##),
    BrokenScenario(
      "a promise broken more than always",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          promise: {violations: 2 / week}
      """##,
      finds:
        ##"""
        7:27: error: '2 / week' is out of range; expected from 0 / week to 1 / week
        """##),
    BrokenScenario(
      "an unknown state of gaming",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {gaming: off}
      """##,
      finds:
        ##"""
        5:19: error: found 'off'; expected one of 'available', 'unavailable'
        """##),
  ]
}
