extension BrokenScenario {
  /// How long to simulate.
  static let precision: [BrokenScenario] = [
    BrokenScenario(
      "a precision of an unknown measure",
      ##"""
      scenario: broken
      replications: {until: {measure: netValu, halfWidth: 2 %}}
      warmUp: 2 weeks
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:33: error: there is no measure 'netValu'; expected one that 'goodhart list measures' names; did you mean 'netValue'?
        """##),
    BrokenScenario(
      "a half-width in another unit than the measure's",
      ##"""
      scenario: broken
      replications: {until: {measure: netValue, halfWidth: 2 h}}
      warmUp: 2 weeks
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:54: error: halfWidth is a time; expected a percentage of the mean, or an amount of money such as $200, $5 k or $4.4 M
        """##),
    BrokenScenario(
      "a precision without a half-width",
      ##"""
      scenario: broken
      replications: {until: {measure: netValue}}
      warmUp: 2 weeks
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:23: error: missing key 'halfWidth'; expected 'halfWidth': a percentage such as 2 %, or an amount of money such as $200, $5 k or $4.4 M, or a time such as 6 h, 3 min or 20 s, or a number of tokens such as 24 Mtok, 30 ktok or 500 tok, or a number such as 1.5
        """##),
    BrokenScenario(
      "fewer replications at most than at the first look",
      ##"""
      scenario: broken
      replications: {until: {measure: netValue, halfWidth: 2 %, first: 20, max: 10}}
      warmUp: 2 weeks
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:75: error: max of 10 replications is less than the first look; expected at least 20 replications
        """##),
    BrokenScenario(
      "a warm-up found by a measure that is not weekly",
      ##"""
      scenario: broken
      replications: 4
      warmUp: {upTo: 20 weeks, measure: kendallTauB}
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:35: error: 'kendallTauB' has no value for single weeks; expected a weekly measure such as true_value_h
        """##),
    BrokenScenario(
      "a warm-up that may be too short to be found",
      ##"""
      scenario: broken
      replications: 4
      warmUp: {upTo: 5 weeks}
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:16: error: '5 weeks' is out of range; expected from 10 weeks to 2600 weeks
        """##),
  ]
}
