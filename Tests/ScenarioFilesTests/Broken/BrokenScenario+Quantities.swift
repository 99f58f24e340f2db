extension BrokenScenario {
  /// Numbers, units and words that do not fit.
  static let quantities: [BrokenScenario] = [
    BrokenScenario(
      "a unit that does not fit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      review: {patience: 3 apples}
      """##,
      finds:
        ##"""
        5:20: error: '3 apples' has a unit that does not fit; expected a time on the clock such as 48 h, 3 min, 20 s or 2 days
        """##),
    BrokenScenario(
      "a unit in the wrong case",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {detectionScale: 50 mtok}
      """##,
      finds:
        ##"""
        5:29: error: '50 mtok' has a unit that does not fit; expected a number of tokens such as 24 Mtok, 30 ktok or 500 tok; did you mean '50 Mtok'?
        """##),
    BrokenScenario(
      "no unit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      horizon: 40
      """##,
      finds:
        ##"""
        5:10: error: '40' has no unit; expected a number of weeks such as 52 weeks or 10 days
        """##),
    BrokenScenario(
      "money without a dollar sign",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      economics: {hourValue: 100}
      """##,
      finds:
        ##"""
        5:24: error: '100' has no dollar sign; expected an amount of money such as $200, $5 k or $4.4 M
        """##),
    BrokenScenario(
      "money where time belongs",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      review: {hoursPerDay: $1}
      """##,
      finds:
        ##"""
        5:23: error: '$1' is money; expected a time such as 6 h, 3 min or 20 s
        """##),
    BrokenScenario(
      "a price without tokens",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {price: $5}}
      """##,
      finds:
        ##"""
        5:29: error: '$5' has no unit; expected a price of tokens such as $0.60 / Mtok
        """##),
    BrokenScenario(
      "a negative count",
      ##"""
      scenario: broken
      workforce: {developer: {count: -8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:32: error: found '-8'; expected a whole number from 1 to 1000000
        """##),
    BrokenScenario(
      "a count with a fraction",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8.5}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:32: error: found '8.5'; expected a whole number from 1 to 1000000
        """##),
    BrokenScenario(
      "an empty team",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, teamSize: 0}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:45: error: found '0'; expected a whole number from 1 to 10000
        """##),
    BrokenScenario(
      "no replication",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      replications: 0
      """##,
      finds:
        ##"""
        5:15: error: found '0'; expected a whole number from 1 to 1000000
        """##),
    BrokenScenario(
      "a negative seed",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      seed: -1
      """##,
      finds:
        ##"""
        5:7: error: found '-1'; expected a whole number of at least 0
        """##),
    BrokenScenario(
      "a share above one",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, traits: {neverGames: 140 %}}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:56: error: '140 %' is out of range; expected from 0 to 1
        """##),
    BrokenScenario(
      "a negative time",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      review: {patience: -3 h}
      """##,
      finds:
        ##"""
        5:20: error: '-3 h' is out of range; expected at least 0 h
        """##),
    BrokenScenario(
      "a word for a number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {choicePrecision: high}
      """##,
      finds:
        ##"""
        5:30: error: 'high' is not a number; expected a number such as 1.5
        """##),
    BrokenScenario(
      "not a number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {choicePrecision: nan}
      """##,
      finds:
        ##"""
        5:30: error: 'nan' is not a number; expected a number such as 1.5
        """##),
    BrokenScenario(
      "a number too large for the machine",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {choicePrecision: 1e999}
      """##,
      finds:
        ##"""
        5:30: error: the number in '1e999' is too large; expected a number such as 1.5
        """##),
    BrokenScenario(
      "a number with a space in it",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {detectionScale: 50 000}
      """##,
      finds:
        ##"""
        5:29: error: '50 000' is not a number of tokens; expected a number of tokens such as 24 Mtok, 30 ktok or 500 tok
        """##),
    BrokenScenario(
      "a week and a half",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      horizon: 10 days
      """##,
      finds:
        ##"""
        5:10: error: horizon of 1.429 weeks is not whole; expected a whole number of weeks
        """##),
    BrokenScenario(
      "a list for a number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      horizon: [40 weeks]
      """##,
      finds:
        ##"""
        5:10: error: found a list; expected a number of weeks such as 52 weeks or 10 days
        """##),
    BrokenScenario(
      "yes for true",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, reviewed: yes}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:44: error: found 'yes'; expected true or false
        """##),
    BrokenScenario(
      "a misspelt choice",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, assignment: tema}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:46: error: found 'tema'; expected one of 'employee', 'team'; did you mean 'team'?
        """##),
    BrokenScenario(
      "a misspelt word among quantities",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: backlok}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:25: error: found 'backlok'; expected 'backlog', or a rate such as 3 / week, 0.8 / day (a working day, 5 per week) or 54 / h (168 per week); did you mean 'backlog'?
        """##),
    BrokenScenario(
      "a rate of nothing",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 0 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:25: error: '0 / day' is out of range; expected more than 0 / week
        """##),
    BrokenScenario(
      "more hours than the calendar has",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, hours: 45 h/week}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:42: error: 45 hours of work do not fit into a week with 40 open hours; expected at most 40 h/week, or a longer calendar
        """##),
    BrokenScenario(
      "a day that ends before it begins",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, calendar: {from: 17 h, to: 9 h}}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:45: error: the working day ends at 9 h and begins at 17 h; expected 'from' before 'to'
        """##),
    BrokenScenario(
      "days that do not exist",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, calendar: {days: Fry-Mon}}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:52: error: found 'Fry-Mon'; expected days such as Mon-Fri
        """##),
    BrokenScenario(
      "an evaluation longer than the horizon",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      horizon: 10 weeks
      evaluation: 12 weeks
      """##,
      finds:
        ##"""
        6:13: error: the evaluation of 12 weeks is longer than the horizon; expected at most 10 weeks
        """##),
    BrokenScenario(
      "too few shares of the week",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, profile: {shares: [1, 2, 1]}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:52: error: the list has 3 elements; expected at least 168
        """##),
    BrokenScenario(
      "a menu out of order",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      behaviour: {agentShares: [50 %, 0]}
      """##,
      finds:
        ##"""
        5:26: error: the menu of shares is not in order; expected at most 256 different shares in ascending order
        """##),
    BrokenScenario(
      "a limit below the median",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {severities: {leak: {limit: $5 k}}}
      """##,
      finds:
        ##"""
        5:35: error: the limit of $5000 is below the median; expected at least $50000
        """##),
    BrokenScenario(
      "levels of corners that are not a low and a high one",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      compare: {corners: {severity: [10, 0.1], promiseCredibility: [0.2, 0.5, 0.9]}}
      """##,
      finds:
        ##"""
        5:31: error: severity has levels 10, 0.1; expected two levels, the lower first
        5:62: error: promiseCredibility has levels 0.2, 0.5, 0.9; expected two levels, the lower first
        """##),
  ]
}
