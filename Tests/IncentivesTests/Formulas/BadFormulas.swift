/// Formulas that are refused, each with its carets and its message.
///
/// Every block is a formula and, below it, what the error must point at and say.
enum BadFormulas {
  /// Signs, numbers, units and types out of place.
  static let grammar = """
    1 +
       ^ unexpected end of the formula; expected a number, a name or '('

    (1 + 2
    ^ '(' is not closed; expected ')'

    1 + 2)
         ^ ')' closes nothing; expected an operator or the end

    sum(commits
       ^ '(' is not closed; expected ')'

    commits commits
            ^^^^^^^ unexpected 'commits'; expected an operator or the end

    commits 5
            ^ unexpected number 5; expected an operator or the end

    * 2
    ^ unexpected '*'; expected a number, a name or '('

    1 2
      ^ unexpected number 2; expected an operator or the end

    3 < 4 < 5
          ^ comparisons cannot be chained; expected 'a < b and b < c'

    active_days >= 
                   ^ unexpected end of the formula; expected a number, a name or '('

    commits + (active_days >= 1)
              ^^^^^^^^^^^^^^^^^^ '+' needs numbers, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    not commits
        ^^^^^^^ 'not' needs a condition, this is a number; expected a condition such as 'active_days >= 1'

    commits and sessions
    ^^^^^^^ 'and' needs conditions, this is a number; expected a condition such as 'active_days >= 1'

    commits if sessions
               ^^^^^^^^ 'if' needs a condition, this is a number; expected a condition such as 'active_days >= 1'

    1 if
        ^ unexpected end of the formula; expected a number, a name or '('

    (commits >= 1) if sessions >= 1
    ^^^^^^^^^^^^^^ what is chosen must be a number, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    lag(commits)
    ^^^^^^^^^^^^ lag needs a number of weeks; expected lag(x, 1 week)

    clip(agent_cost, 0, 100 Mtok)
                        ^^^^^^^^ a number of tokens stands beside usd; expected usd

    per team
    ^^^ unexpected 'per'; expected a number, a name or '('

    if commits
    ^^ unexpected 'if'; expected a number, a name or '('

    total_tokens >= 100 Mtk
                        ^^^ 'Mtk' is not a unit; expected a unit or an operator; did you mean 'Mtok'?

    total_tokens >= 5 h
                    ^^^ a number of hours stands beside tokens; expected tokens

    agent_cost + 3 h
                 ^^^ a number of hours stands beside usd; expected usd

    $5 h
       ^ 'h' is not a unit; expected k, M, G or T

    $
     ^ unexpected end of the formula; expected a number after '$'

    $commits
     ^^^^^^^ unexpected 'commits'; expected a number after '$'

    5 kk
      ^^ 'kk' is not a unit; expected a unit or an operator; did you mean 'k'?

    1e999
    ^^^^^ '1e999' is not a number this language can hold

    9e307 k
    ^^^^^^^ the number is too large; expected a number below 1e308

    active_days && sessions
                ^^ '&&' is not an operator here; did you mean 'and'?

    active_days ≥ 1
                ^ '≥' is not part of the language; did you mean '>='?

    commits ** 2
            ^^ '**' is not an operator here; did you mean '^'?

    [commits]
    ^ '[' is not part of the language; did you mean '('?

    commits; 2
           ^ ';' is not part of the language; did you mean ','?

    !commits
    ^ '!' is not part of the language; did you mean 'not'?

    total_tokens where intent = 'productive
                                ^^^^^^^^^^^ text is not closed; expected a closing '

    total_tokens where commits
                       ^^^^^^^ 'where' needs a condition, this is a number; expected a condition such as 'active_days >= 1'

    (active_days >= 1) where sessions >= 1
    ^^^^^^^^^^^^^^^^^^ 'where' selects parts of a number, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    active_days >= 1 & 2
                     ^ '&' is not part of the language; did you mean 'and'?

    commits ? 1 : 2
            ^ '?' is not part of the language; did you mean 'if'?

    commits els 5
            ^^^ unexpected 'els'; expected an operator or the end; did you mean 'else'?

    1 if commits >= 1 els 2
                      ^^^ 'els' is not a unit; expected a unit or an operator; did you mean 'else'?

    -
     ^ unexpected end of the formula; expected a number, a name or '('

    not
       ^ unexpected end of the formula; expected a number, a name or '('

    commits, sessions
           ^ unexpected ','; expected an operator or the end

    sum(commits, per team)
                 ^^^ unexpected 'per'; expected a number, a name or '('

    missing(commits) + 1
    ^^^^^^^^^^^^^^^^ '+' needs numbers, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    commits = sessions = 2
                       ^ comparisons cannot be chained; expected 'a < b and b < c'

    1 if commits > 2 else active_days > 1
                          ^^^^^^^^^^^^^^^ what is chosen must be a number, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    sum(commits per team) per team
                          ^^^ unexpected 'per'; expected an operator or the end

    total_tokens wher active_days >= 1
                 ^^^^ unexpected 'wher'; expected an operator or the end; did you mean 'where'?
    """

  /// Names that cannot stand where they stand.
  static let names = """
    tokns
    ^^^^^ unknown name 'tokns'; expected an observable; did you mean 'total_tokens'?

    outputtokens
    ^^^^^^^^^^^^ unknown name 'outputtokens'; expected an observable; did you mean 'output_tokens'?

    tokens
    ^^^^^^ unknown name 'tokens'; expected an observable; did you mean 'total_tokens'?

    0.5 * task_accepted
          ^^^^^^^^^^^^^ unknown name 'task_accepted'; expected an observable; did you mean 'tasks_accepted'?

    true_value
    ^^^^^^^^^^ true_value is truth: no dashboard can see it; nearest observable: tasks_stayed_done

    z(gaming_tokens) + 1
      ^^^^^^^^^^^^^ gaming_tokens is truth: no dashboard can see it; nearest observable: productive_label_tokens

    sum(hidden_errors per team)
        ^^^^^^^^^^^^^ hidden_errors is truth: no dashboard can see it; nearest observable: errors_reported

    sum(commits per squad)
                    ^^^^^ 'squad' is not a group; expected employee, team, role, organisation

    sum(commits per organization)
                    ^^^^^^^^^^^^ 'organization' is not a group; expected employee, team, role, organisation; did you mean 'organisation'?

    sum(commits per)
                   ^ 'per' needs a group; expected employee, team, role, organisation

    z(commits per employee)
                  ^^^^^^^^ nobody can be compared with nobody else; expected team, role or organisation

    avg(commits per team)
    ^^^ unknown function 'avg'; expected a function; did you mean 'mean'?

    zscore(commits)
    ^^^^^^ unknown function 'zscore'; expected a function; did you mean 'z'?

    summ(commits, 4 weeks)
    ^^^^ unknown function 'summ'; expected a function; did you mean 'sum'?

    commits(1)
    ^^^^^^^ 'commits' is an observable and not a function; expected an operator

    true_value(1)
    ^^^^^^^^^^ 'true_value' is not a function, and it is truth: no dashboard can see it

    sum
    ^^^ 'sum' is a function; expected sum(x, 4 weeks) or sum(x per team)

    z + 1
    ^ 'z' is a function; expected z(x) or z(x per team)

    team
    ^^^^ 'team' is a group and not a number; expected sum(x per team)

    'productive'
    ^^^^^^^^^^^^ text 'productive' can only be compared with an attribute; expected intent = 'productive' or role = 'productive'

    intent = 'productive'
    ^^^^^^^^^^^^^^^^^^^^^ an intent label selects tokens and cannot stand alone; expected one label after 'where', joined to conditions by 'and' only

    total_tokens where intent
                       ^^^^^^ 'intent' is text and can only be compared; expected intent = '…'

    total_tokens where intent = productive
                                ^^^^^^^^^^ 'intent' is compared with 'productive'; expected text in quotes, such as 'productive'

    total_tokens where intent = 'productiv'
                                ^^^^^^^^^^^ 'productiv' is not an intent label; expected 'productive' or 'other'; did you mean 'productive'?

    output_tokens where intent = 'productive'
    ^^^^^^^^^^^^^ output_tokens is not recorded by intent; expected total_tokens (put other terms outside: '(total_tokens where …) / x')

    total_tokens / active_days where intent = 'productive'
                   ^^^^^^^^^^^ active_days is not recorded by intent; expected total_tokens (put other terms outside: '(total_tokens where …) / x')

    commits * 2 where intent = 'other'
    ^^^^^^^ commits is not recorded by intent; expected total_tokens (put other terms outside: '(total_tokens where …) / x')

    3 where intent = 'other'
    ^ nothing here is recorded by intent; expected total_tokens

    total_tokens where intent = 'productive' or active_days >= 1
                       ^^^^^^^^^^^^^^^^^^^^^ an intent label selects tokens and cannot stand alone; expected one label after 'where', joined to conditions by 'and' only

    total_tokens where intent = 'productive' and intent = 'other'
                                                 ^^^^^^^^^^^^^^^^ an intent label selects tokens and cannot stand alone; expected one label after 'where', joined to conditions by 'and' only

    role
    ^^^^ 'role' is text and can only be compared; expected role = '…'

    commits where role = 'dev'
                         ^^^^^ 'dev' is not a role; expected a scenario with roles

    commits where role = 'manger'
                         ^^^^^^^^ 'manger' is not a role; expected developer, manager; did you mean 'manager'?

    role = 5
           ^ 'role' is compared with number 5; expected text in quotes, such as 'developer'

    role >= 'manager'
    ^^^^ 'role' is text and can only be compared; expected role = '…'
    """

  /// Calls with wrong arguments, windows or groups.
  static let calls = """
    sum(commits)
    ^^^^^^^^^^^^ sum needs a window or a group; expected sum(x, 4 weeks) or sum(x per team)

    mean(commits)
    ^^^^^^^^^^^^^ mean needs a window or a group; expected mean(x, 4 weeks) or mean(x per team)

    max(commits)
    ^^^^^^^^^^^^ max of one number needs a window or a group; expected max(a, b, …), max(x, 4 weeks) or max(x per team)

    min()
    ^^^^^ min needs arguments; expected min(a, b, …), min(x, 4 weeks) or min(x per team)

    sum(commits, sessions per team)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sum was given 2 arguments; expected sum(x, 4 weeks) or sum(x per team)

    sum(commits, 4 weeks per team)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a window and a group in one call; expected one inside the other, such as sum(sum(x, 4 weeks) per team)

    sum(commits, 0 weeks)
                 ^^^^^^^ a window of 0 weeks is not possible; expected a whole number from 1 to 260

    sum(commits, 2.5 weeks)
                 ^^^^^^^^^ a window of 2.5 weeks is not possible; expected a whole number from 1 to 260

    sum(commits, 300 weeks)
                 ^^^^^^^^^ a window of 300 weeks is not possible; expected a whole number from 1 to 260

    sum(commits, 4 week, 2 weeks)
                         ^^^^^^^ a second window; expected one window

    sum(4 weeks)
        ^^^^^^^ the window comes last; expected sum(x, 4 weeks) or sum(x per team)

    sum(4 weeks, commits)
        ^^^^^^^ the window comes last; expected sum(x, 4 weeks) or sum(x per team)

    count(commits per team)
          ^^^^^^^ count counts when a condition holds, this is a number; expected a condition such as 'active_days >= 1'

    share(total_tokens, 4 weeks)
          ^^^^^^^^^^^^ share counts when a condition holds, this is a number; expected a condition such as 'active_days >= 1'

    sum(active_days >= 1, 4 weeks)
        ^^^^^^^^^^^^^^^^ sum works on numbers, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    streak(active_days)
           ^^^^^^^^^^^ streak counts when a condition holds, this is a number; expected a condition such as 'active_days >= 1'

    streak(active_days >= 1 per team)
                                ^^^^ streak looks at one employee's weeks and has no group; expected streak(condition) or streak(condition, 26 weeks)

    lag(commits per team)
                    ^^^^ lag looks at one employee's weeks and has no group; expected lag(x, 1 week)

    median(commits)
    ^^^^^^^^^^^^^^^ median needs a group; expected median(x per team)

    median(commits, 4 weeks)
                    ^^^^^^^ median has no window; expected median(x per team)

    quantile(commits, 90 per team)
                      ^^ a quantile needs a plain number from 0 to 1; expected quantile(x, 0.9 per team)

    quantile(commits per team)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^ quantile was given 1 argument; expected quantile(x, 0.9 per team)

    quantile(commits, sessions per team)
                      ^^^^^^^^ a quantile needs a plain number from 0 to 1; expected quantile(x, 0.9 per team)

    z(commits, 4 weeks)
               ^^^^^^^ z has no window; expected z(x) or z(x per team)

    z()
    ^^^ z needs arguments; expected z(x) or z(x per team)

    rank(active_days >= 1)
         ^^^^^^^^^^^^^^^^ rank works on numbers, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    log(commits, 2)
    ^^^^^^^^^^^^^^^ log was given 2 arguments; expected log(x)

    log(commits per team)
                    ^^^^ log has no group; expected log(x)

    sqrt(active_days >= 1)
         ^^^^^^^^^^^^^^^^ sqrt works on numbers, this is a condition; expected a number (write '1 if condition' to turn a condition into one)

    clip(commits, 1)
    ^^^^^^^^^^^^^^^^ clip was given 2 arguments; expected clip(x, lowest, highest)

    step(commits)
    ^^^^^^^^^^^^^ step was given 1 argument; expected step(x, 1, 5, 10)

    step(commits, sessions)
                  ^^^^^^^^ a threshold of step must be a plain number; expected step(x, 1, 5, 10)

    step(commits, 5, 1)
                     ^ thresholds of step must rise; expected step(x, 1, 5, 10)

    sum(sum(commits, 260 weeks), 260 weeks) + lag(sum(sum(commits, 260 weeks), 260 weeks), 10 weeks)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nested windows look back 528 weeks; expected less than 520

    default(commits)
    ^^^^^^^^^^^^^^^^ default was given 1 argument; expected default(x, 0)
    """
}
