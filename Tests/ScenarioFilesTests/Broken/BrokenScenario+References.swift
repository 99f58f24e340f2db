extension BrokenScenario {
  /// Names that refer to nothing.
  static let references: [BrokenScenario] = [
    BrokenScenario(
      "a board of an unknown metric",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          board: {metric: token}
      """##,
      finds:
        ##"""
        7:21: error: there is no metric 'token'; expected one of tokens; did you mean 'tokens'?
        """##),
    BrokenScenario(
      "a board where nothing is measured",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board: {board: {metric: tokens}}
      """##,
      finds:
        ##"""
        5:27: error: there is no metric 'tokens'; expected a declared metric
        """##),
    BrokenScenario(
      "an unknown permission profile",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {permissions: leastPriviledge}}
      permissions: {leastPrivilege: {grants: per task}}
      """##,
      finds:
        ##"""
        4:36: error: there is no permission profile 'leastPriviledge'; expected one of broad, leastPrivilege; did you mean 'leastPrivilege'?
        """##),
    BrokenScenario(
      "an unknown baseline",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      compare: {baseline: noMetrics}
      """##,
      finds:
        ##"""
        5:21: error: there is no policy 'noMetrics'; expected one of noMetric; did you mean 'noMetric'?
        """##),
    BrokenScenario(
      "an unknown kind of work of a role",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, work: [task, bug]}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:48: error: there is no work kind 'bug'; expected one of task
        """##),
    BrokenScenario(
      "a kind of work listed twice",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8, work: [task, task]}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      """##,
      finds:
        ##"""
        2:41: error: a kind of work is listed twice; expected each name once
        """##),
    BrokenScenario(
      "success at an unknown kind of work",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {success: {tasks: 0.5}}}
      """##,
      finds:
        ##"""
        5:32: error: there is no work kind 'tasks'; expected one of task; did you mean 'task'?
        """##),
    BrokenScenario(
      "an unknown tool",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      permissions: {guarded: {approval: {for: [deploy, email.sent]}}}
      """##,
      finds:
        ##"""
        5:50: error: there is no tool 'email.sent'; expected one of read, chat, email, repositoryWrite, deploy, secrets, externalNetwork, slack.read, email.read, repo.read, tickets.read, slack.post, email.send, tickets.reply, repo.write, secrets.read, web; did you mean 'email.send'?
        """##),
    BrokenScenario(
      "tool calls that do not add up",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      agents: {assistant: {tools: {read: 70 %, chat: 20 %}}}
      """##,
      finds:
        ##"""
        5:29: error: the shares of tool calls add up to 90 %; expected 100 %
        """##),
    BrokenScenario(
      "a policy that extends an unknown one",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        tokenBoard: {}
        audited: {extends: tokenBord}
      """##,
      finds:
        ##"""
        6:22: error: there is no policy 'tokenBord'; expected one of tokenBoard; did you mean 'tokenBoard'?
        """##),
    BrokenScenario(
      "policies that extend each other",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        one: {extends: two}
        two: {extends: three}
        three: {extends: one}
      """##,
      finds:
        ##"""
        7:20: error: this policy extends itself: one -> two -> three -> one; expected no circle
        """##),
    BrokenScenario(
      "an audit of the top of an unknown metric",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies:
        board:
          metrics: {tokens: {formula: total_tokens}}
          audit: {rate: 5 % / week, selection: top of token}
      """##,
      finds:
        ##"""
        7:42: error: there is no metric 'token'; expected one of tokens; did you mean 'tokens'?
        """##),
    BrokenScenario(
      "an extended file that is not there",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      extends: library/organisation.yaml
      """##,
      finds:
        ##"""
        5:10: error: the scenario 'library/organisation.yaml' cannot be read; expected the path of a scenario, relative to this file
        """##),
    BrokenScenario(
      "a file that extends itself",
      ##"""
      scenario: broken
      workforce: {developer: {count: 8}}
      work: {task: {arrivals: 1 / day}}
      policies: {noMetric: {}}
      extends: broken.yaml
      """##,
      finds:
        ##"""
        5:10: error: this file extends itself: broken.yaml -> broken.yaml; expected no circle
        """##),
  ]
}
