extension BrokenScenario {
  /// Files that are not YAML, or not the YAML of a scenario.
  static let syntax: [BrokenScenario] = [
    BrokenScenario(
      "a tab as indentation",
      ##"""
      scenario: broken
      workforce:
      	developer: {count: 8}
      """##,
      finds:
        ##"""
        3:1: error: not valid YAML: found character that cannot start any token while scanning for the next token from line 3
        """##),
    BrokenScenario(
      "a bracket that is never closed",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:1: error: not valid YAML: did not find expected ',' or '}' while parsing a flow mapping from line 2
        """##),
    BrokenScenario(
      "a quote that is never closed",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      title: "A study
      """##,
      finds:
        ##"""
        6:1: error: not valid YAML: found unexpected end of stream while scanning a quoted scalar from line 5
        """##),
    BrokenScenario(
      "a key that occurs twice",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      title: one
      seed: 1
      title: two
      """##,
      finds:
        ##"""
        7:1: error: the key 'title' occurs twice; expected each key once
        """##),
    BrokenScenario(
      "a key that occurs twice in one line",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, teamSize: 4, count: 9}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:48: error: the key 'count' occurs twice; expected each key once
        """##),
    BrokenScenario(
      "a key that occurs twice below another",
      ##"""
      scenario: broken
      workforce:
        developer:
          count: 8
          teamSize: 4
          count: 9
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        6:5: error: the key 'count' occurs twice; expected each key once
        """##),
    BrokenScenario(
      "an empty file",
      ##"""
      # nothing but a comment
      """##,
      finds:
        ##"""
        1:1: error: the file is empty; expected a scenario; 'goodhart new' writes one to start from
        """##),
    BrokenScenario(
      "a list at the top",
      ##"""
      - scenario: broken
      """##,
      finds:
        ##"""
        1:1: error: found a list; expected a scenario: a map of keys
        """##),
    BrokenScenario(
      "a text at the top",
      ##"""
      scenario = broken
      """##,
      finds:
        ##"""
        1:1: error: found 'scenario = broken'; expected a scenario: a map of keys
        """##),
    BrokenScenario(
      "two documents",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      ---
      scenario: another
      """##,
      finds:
        ##"""
        5:1: error: not valid YAML: expected a single document in the stream, but found another document
        """##),
    BrokenScenario(
      "an alias without an anchor",
      ##"""
      scenario: broken
      workforce: *people
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:12: error: not valid YAML: found undefined alias
        """##),
    BrokenScenario(
      "a map as a key",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      ? {seed: 1}
      : 2
      """##,
      finds:
        ##"""
        5:3: error: a key that is not a word; expected a name
        """##),
    BrokenScenario(
      "a key without a value",
      ##"""
      scenario: broken
      workforce: {developer: {count: }}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:32: error: found nothing; expected a whole number from 1 to 1000000
        """##),
    BrokenScenario(
      "a colon without a space",
      ##"""
      scenario: broken
      workforce: {developer: {count:8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:24: error: missing key 'count'; expected 'count': a whole number from 1 to 1000000
        2:25: error: unknown key 'count:8'; expected one of count, teamSize, hours, calendar, timeZones, work, ability, traits; did you mean 'count'?
        """##),
  ]
}
