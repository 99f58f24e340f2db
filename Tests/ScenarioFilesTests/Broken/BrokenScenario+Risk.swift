extension BrokenScenario {
  /// Mistakes in risk, approval and defences.
  static let risks: [BrokenScenario] = [
    BrokenScenario(
      "a success that is neither measured nor a share",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionSuccess: mesured}
      """##,
      finds:
        ##"""
        5:26: error: found 'mesured'; expected 'measured', or a share such as 80 % or 0.8; did you mean 'measured'?
        """##),
    BrokenScenario(
      "a success above one",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionSuccess: 140 %}
      """##,
      finds:
        ##"""
        5:26: error: '140 %' is out of range; expected from 0 to 1
        """##),
    BrokenScenario(
      "an uncertainty with a slip",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionUncertainty: drwan}
      """##,
      finds:
        ##"""
        5:30: error: found 'drwan'; expected one of 'drawn', 'mean'; did you mean 'drawn'?
        """##),
    BrokenScenario(
      "a surface for work that nobody does",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionSurface: {mails: mail}}
      """##,
      finds:
        ##"""
        5:27: error: there is no work kind 'mails'; expected one of task
        """##),
    BrokenScenario(
      "a surface that was not tried",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionSurface: {task: slack}}
      """##,
      finds:
        ##"""
        5:33: error: found 'slack'; expected one of 'all', 'chat', 'mail'
        """##),
    BrokenScenario(
      "a general surface that was not tried",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {injectionSurfaceOtherwise: mial}
      """##,
      finds:
        ##"""
        5:35: error: found 'mial'; expected one of 'all', 'chat', 'mail'; did you mean 'mail'?
        """##),
    BrokenScenario(
      "a defence with a slip",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {injectionDefence: spotlightning}}
      """##,
      finds:
        ##"""
        5:43: error: found 'spotlightning'; expected one of 'none', 'spotlighting', 'toolFilter', 'sandwich', 'capabilityControl', or a share such as 80 % or 0.8; did you mean 'spotlighting'?
        """##),
    BrokenScenario(
      "fatigue beyond all attention",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {approvalFatigue: 120 %}}
      """##,
      finds:
        ##"""
        5:42: error: '120 %' is out of range; expected from 0 to 1
        """##),
    BrokenScenario(
      "a gate that misses less than nothing",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {gateMisses: -1 %}}
      """##,
      finds:
        ##"""
        5:37: error: '-1 %' is out of range; expected from 0 to 1
        """##),
    BrokenScenario(
      "false alarms in words",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {gateFalseAlarms: few}}
      """##,
      finds:
        ##"""
        5:42: error: 'few' is not a share; expected a share such as 80 % or 0.8
        """##),
    BrokenScenario(
      "an approver who is nobody",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {approval: {for: [deploy], by: robot}}}
      """##,
      finds:
        ##"""
        5:55: error: found 'robot'; expected one of 'person', 'gate'
        """##),
    BrokenScenario(
      "an approval by a gate for nothing",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {approval: {by: gate}}}
      """##,
      finds:
        ##"""
        5:35: error: missing key 'for'; expected 'for': a list, each the name of a tool
        """##),
    BrokenScenario(
      "a loss with a slip",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {productivityLoss: measurd}}
      """##,
      finds:
        ##"""
        5:43: error: found 'measurd'; expected 'measured', or a share such as 80 % or 0.8; did you mean 'measured'?
        """##),
    BrokenScenario(
      "a fatigue of the wrong section",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      risk: {approvalFatigue: 1 %}
      """##,
      finds:
        ##"""
        5:8: error: unknown key 'approvalFatigue'; expected one of irreversible, harm, injectionAttempts, injectionSuccess, injectionUncertainty, injectionSurface, injectionSurfaceOtherwise, humanIncidents, severities, detection, repair
        """##),
  ]
}
