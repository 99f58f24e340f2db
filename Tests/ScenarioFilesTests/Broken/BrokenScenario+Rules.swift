extension BrokenScenario {
  /// Rewards, targets and sunsets that cannot be.
  static let rules: [BrokenScenario] = [
    BrokenScenario(
      "a reward without a share",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens}
      """##,
      finds:
        ##"""
        7:13: error: missing key 'share'; expected 'share': a share of pay such as 8 % of pay, or a time such as 6 h
        """##),
    BrokenScenario(
      "a lump sum without a threshold",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: threshold, share: 2 h}
      """##,
      finds:
        ##"""
        7:13: error: missing key 'threshold'; expected 'threshold': a value of the metric 'tokens'
        """##),
    BrokenScenario(
      "an accelerator without a threshold",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: accelerator, share: 2 h}
      """##,
      finds:
        ##"""
        7:13: error: missing key 'threshold'; expected 'threshold': a value of the metric 'tokens'
        """##),
    BrokenScenario(
      "a bonus with a threshold",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, threshold: 5 Mtok}
      """##,
      finds:
        ##"""
        7:53: error: a reward of kind 'bonus' has no threshold; expected 'kind: threshold' or 'kind: accelerator'
        """##),
    BrokenScenario(
      "a tournament without prizes",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: tournament}
      """##,
      finds:
        ##"""
        7:13: error: missing key 'prizes'; expected 'prizes': a list for ranks 1, 2 and so on, such as [10 h, 5 h, 2 h]
        """##),
    BrokenScenario(
      "a tournament with a share",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: tournament, prizes: [5 h, 2 h], share: 3 h}
      """##,
      finds:
        ##"""
        7:75: error: a tournament pays its prizes and no share; expected no 'share'
        """##),
    BrokenScenario(
      "prizes that rise",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: tournament, prizes: [5 h, 6 h]}
      """##,
      finds:
        ##"""
        7:62: error: rank 2 wins more than rank 1; expected prizes that do not rise
        """##),
    BrokenScenario(
      "a prize without a unit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: tournament, prizes: [5 h, 2]}
      """##,
      finds:
        ##"""
        7:62: error: found '2'; expected a share of pay such as 8 % of pay, or a time such as 6 h, 3 min or 20 s
        """##),
    BrokenScenario(
      "a list of no prizes",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: tournament, prizes: []}
      """##,
      finds:
        ##"""
        7:56: error: the list has 0 elements; expected at least 1
        """##),
    BrokenScenario(
      "prizes for a bonus",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, prizes: [5 h]}
      """##,
      finds:
        ##"""
        7:50: error: a reward of kind 'bonus' has no prizes by rank; expected 'kind: tournament'
        """##),
    BrokenScenario(
      "an organisation that competes with itself",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, kind: prize, share: 2 h, of: organisation}
      """##,
      finds:
        ##"""
        7:59: error: an organisation has no rivals to win a prize from; expected 'person' or 'team'
        """##),
    BrokenScenario(
      "a gate that is a number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, onlyIf: tokens}
      """##,
      finds:
        ##"""
        7:50: error: the metric 'tokens' is a number and cannot hold or fail; expected a metric that is a condition, such as active_days >= 1
        """##),
    BrokenScenario(
      "a gate that is not there",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, onlyIf: token}
      """##,
      finds:
        ##"""
        7:50: error: there is no metric 'token'; expected one of tokens; did you mean 'tokens'?
        """##),
    BrokenScenario(
      "a cap that is a time of day",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, cap: noon}
      """##,
      finds:
        ##"""
        7:47: error: found 'noon'; expected 'none', or a value of the metric such as 3, 20 Mtok, 5 h or 80 %
        """##),
    BrokenScenario(
      "a cap on pay below nothing",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, payCap: -1 h}
      """##,
      finds:
        ##"""
        7:50: error: '-1 h' is out of range; expected at least 0 h
        """##),
    BrokenScenario(
      "a ratchet on a bonus",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          reward: {metric: tokens, share: 2 h, ratchet: 50 %}
      """##,
      finds:
        ##"""
        7:51: error: there is no threshold here that could follow results; expected a metric that is a number, with a threshold
        """##),
    BrokenScenario(
      "a ratchet on a condition",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {active: {formula: active_days >= 1}}
          target: {metric: active, ratchet: 50 %}
      """##,
      finds:
        ##"""
        7:39: error: there is no threshold here that could follow results; expected a metric that is a number, with a threshold
        """##),
    BrokenScenario(
      "a ratchet of more than everything",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          target: {metric: tokens, threshold: 5 Mtok, ratchet: 150 %}
      """##,
      finds:
        ##"""
        7:58: error: '150 %' is out of range; expected from 0 to 1
        """##),
    BrokenScenario(
      "a threshold that is set within a week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          target: {metric: tokens, threshold: 5 Mtok, ratchet: 50 %, resetEvery: 3 days}
      """##,
      finds:
        ##"""
        7:76: error: '3 days' is out of range; expected at least 1 weeks
        """##),
    BrokenScenario(
      "a threshold that is set in the middle of a week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          target: {metric: tokens, threshold: 5 Mtok, ratchet: 50 %, resetEvery: 1.5 weeks}
      """##,
      finds:
        ##"""
        7:76: error: resetEvery of 1.5 weeks is not whole; expected a whole number of weeks
        """##),
    BrokenScenario(
      "a goal for one person",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {active: {formula: active_days >= 1}}
          target: {metric: active, goal: 80 %}
      """##,
      finds:
        ##"""
        7:36: error: a goal is a share of a group, and this target is one person's; expected 'of: team' or 'of: organisation'
        """##),
    BrokenScenario(
      "a rule that ends before it begins",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: tokens, until: week 0}
      """##,
      finds:
        ##"""
        7:36: error: a rule that ends in week 0 never holds; expected week 1 or later
        """##),
    BrokenScenario(
      "a rule that ends in no week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          audit: {rate: 10 % / week, until: Friday}
      """##,
      finds:
        ##"""
        7:39: error: found 'Friday'; expected 'none', or a week such as 'week 20'
        """##),
    BrokenScenario(
      "weights in an unknown way",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          weights: secret
      """##,
      finds:
        ##"""
        7:14: error: found 'secret'; expected one of 'disclosed', 'undisclosed', 'random'
        """##),
    BrokenScenario(
      "weights without concentration",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          weightConcentration: 0
      """##,
      finds:
        ##"""
        7:26: error: '0' is out of range; expected more than 0
        """##),
  ]
}
