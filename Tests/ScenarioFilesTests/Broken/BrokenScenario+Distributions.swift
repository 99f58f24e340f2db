extension BrokenScenario {
  /// Distributions that cannot be.
  static let distributions: [BrokenScenario] = [
    BrokenScenario(
      "an unknown family",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {lognorml: {mean: 1 h, cv: 1}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:41: error: unknown distribution 'lognorml'; expected one of exponential, lognormal, gamma, weibull, pareto, constant, beta, uniform, triangular, pert, gaussian, poisson, binomial, negativeBinomial, logarithmic, discrete, mixture, empirical, fitted, of, scale, shift, round, cap, limit; did you mean 'lognormal'?
        """##),
    BrokenScenario(
      "an unknown parameter",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {lognormal: {mean: 1 h, sd: 1}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:64: error: lognormal has no parameter 'sd'; expected zeta and sigma, or median and sigma, or median and cv, or mean and cv
        """##),
    BrokenScenario(
      "parameters that do not go together",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {lognormal: {mean: 1 h, median: 1 h}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:52: error: lognormal cannot be had from mean, median; expected zeta and sigma, or median and sigma, or median and cv, or mean and cv
        """##),
    BrokenScenario(
      "a parameter in the wrong unit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: {mean: 3 tok}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:61: error: '3 tok' has a unit that does not fit; expected a time such as 6 h, 3 min or 20 s
        """##),
    BrokenScenario(
      "a parameter without its unit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: {mean: 3}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:61: error: '3' has no unit; expected a time such as 6 h, 3 min or 20 s
        """##),
    BrokenScenario(
      "a negative spread",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {lognormal: {zeta: 0, sigma: -1}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:69: error: lognormal: sigma is -1; expected a number of at least 0
        """##),
    BrokenScenario(
      "a scale of zero under its name of the library",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {weibull: {a: 0 h, b: 1}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:54: error: weibull: a is 0; expected a number above 0 (in h)
        """##),
    BrokenScenario(
      "bounds the wrong way round",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {uniform: {low: 3 h, high: 1 h}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:67: error: uniform: high is 1; expected a number above 3 (in h)
        """##),
    BrokenScenario(
      "half a trial",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {requests: {binomial: {p: 0.5, n: 2.5}, shift: 1}}}
      """##,
      finds:
        ##"""
        5:55: error: binomial: n is 2.5; expected a whole number of at least 0 and at most 1e8
        """##),
    BrokenScenario(
      "two families",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: {mean: 1 h}, constant: {value: 2 h}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:67: error: 'constant' is a second distribution; expected one; several are a 'mixture'
        """##),
    BrokenScenario(
      "a modifier without a family",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {cap: 3 h}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:40: error: no distribution is named; expected one of exponential, lognormal, gamma, weibull, pareto, constant, beta, uniform, triangular, pert, gaussian, poisson, binomial, negativeBinomial, logarithmic, discrete, mixture, empirical, fitted, of
        """##),
    BrokenScenario(
      "values below zero",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {gaussian: {mean: 2 h, sigma: 1 h}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:40: error: the values reach below 0 h; expected at least 0 h, as with 'cap: {min: 0 h}'
        """##),
    BrokenScenario(
      "probabilities above one",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {success: {task: {uniform: {low: 0.5, high: 1.5}}}}}
      """##,
      finds:
        ##"""
        5:38: error: the values reach above 1; expected from 0 to 1, as with 'cap: {max: 1}'
        """##),
    BrokenScenario(
      "a cap that leaves nothing",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {uniform: {low: 1 h, high: 2 h}, cap: 30 min}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:78: error: the cap leaves nothing of the distribution; expected bounds that hold at least a millionth of it
        """##),
    BrokenScenario(
      "a cap without bounds",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: {mean: 1 h}, cap: {least: 1 h}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:73: error: unknown key 'least'; expected 'min' or 'max'
        """##),
    BrokenScenario(
      "rounding to nothing known",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {requests: {exponential: {mean: 3}, shift: 1, round: nearest}}}
      """##,
      finds:
        ##"""
        5:74: error: found 'nearest'; expected one of 'floor', 'ceil'
        """##),
    BrokenScenario(
      "a negative scale",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: {mean: 1 h}, scale: -1}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:74: error: scale: factor is -1; expected a number above 0
        """##),
    BrokenScenario(
      "a data file that is not there",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents:
        assistant:
          promptTokens: {empirical: {file: ours.csv, column: tokens}}
      """##,
      finds:
        ##"""
        7:38: error: there is no file 'ours.csv'; expected a path relative to this scenario file or to the working directory
        """##),
    BrokenScenario(
      "a data file without a column",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents:
        assistant:
          promptTokens: {empirical: {file: ours.csv}}
      """##,
      finds:
        ##"""
        7:31: error: missing key 'column'; expected 'column': a name
        """##),
    BrokenScenario(
      "an unknown fit",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {fitted: task.human_minutes.no_ia}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:49: error: there is no fit 'task.human_minutes.no_ia'; expected a key of the table of fits, such as request.total_tokens.agentic; did you mean 'task.human_minutes.no_ai'?
        """##),
    BrokenScenario(
      "a fit of something else",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {fitted: request.output_tokens.agentic}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:49: error: 'request.output_tokens.agentic' is in the unit 'token'; expected a fit of a time
        """##),
    BrokenScenario(
      "a fit in an unknown role",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {fitted: task.human_minutes.no_ai, role: best}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:81: error: 'task.human_minutes.no_ai' has no fit in the role 'best'; expected one of default
        """##),
    BrokenScenario(
      "a mixture that is a map",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {mixture: {weight: 1}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:50: error: found a map; expected a list such as [{weight: 0.7, exponential: {mean: …}}, …]
        """##),
    BrokenScenario(
      "a mixture without weights",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work:
        task:
          arrivals: 1 / day
          size: {mixture: [{exponential: {mean: 1 h}}, {weight: 1, exponential: {mean: 2 h}}]}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        6:22: error: missing key 'weight'; expected 'weight': a number
        """##),
    BrokenScenario(
      "values and weights of different number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {discrete: {values: [1 h, 2 h], weights: [1]}}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:51: error: 2 values have 1 weights; expected one weight for each value
        """##),
    BrokenScenario(
      "parameters that are a number",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: {exponential: 1 h}}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:54: error: found '1 h'; expected the parameters of exponential: mean
        """##),
    BrokenScenario(
      "a list for a distribution",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day, size: [1 h, 2 h]}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        3:40: error: found a list; expected a time such as 6 h, 3 min or 20 s, or a distribution
        """##),
  ]
}
