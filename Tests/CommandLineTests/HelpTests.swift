import Testing

/// The help texts as users read them, eighty columns wide: part of the design, so kept word for word.
@Suite(.serialized) struct HelpTests {
  @Test(arguments: texts)
  func `help is what was designed`(command: String, text: String) throws {
    let scratch = ScratchFolder()
    let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
    let outcome = try Program(in: scratch.root).run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output == text + "\n")
  }

  @Test func `the program alone helps, and its version is a number`() throws {
    let scratch = ScratchFolder()
    let program = Program(in: scratch.root)
    #expect(try program.run([]).output == Self.texts[0].text + "\n")
    #expect(try program.run(["--version"]).output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  private static let texts: [(command: String, text: String)] = [
    (
      "",
      """
      OVERVIEW: What a metric claims, what is true, and how it is gamed.

      Simulates an organisation in which people decide week by week how to use AI
      agents under a policy of metrics, rewards, audits and permissions, and compares
      several policies on the same people, the same work and the same luck.

      Start with:

        goodhart new pilot                 write pilot.yaml, a commented scenario
        goodhart check pilot.yaml          see what is understood and assumed
        goodhart run pilot.yaml            simulate it and compare its policies
        goodhart explain promiseCredibility

      Exit codes: 0 done, 1 the run failed, 2 bad input, 130 interrupted.

      USAGE: goodhart <subcommand>

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        run                     Simulate every policy of a scenario, compare them,
                                write the results.
        check                   Validate a scenario and print what is understood, and
                                every default's source.
        list                    List what there is: in the language, or in a scenario.
        explain                 Explain a scenario key, measure, observable,
                                distribution or technique.
        schema                  Print the JSON Schema of scenario files.
        new                     Write NAME.yaml, a commented scenario to start from.
        verify                  Hold the simulator against published closed forms.
        sweep                   Vary assumptions and design parameters; say where
                                policies win and what decides.

        See 'goodhart help <subcommand>' for detailed help.
      """
    ),
    (
      "run",
      """
      OVERVIEW: Simulate every policy of a scenario, compare them, write the results.

      Prints what the metric claims, what is true, how it is gamed, what it risks and
      what it costs, with 95 % intervals and paired differences to the baseline, and
      writes a folder of tables (CSV with a data package, a dictionary, provenance
      and hashes).

      Then every policy is simulated again without its metric and without gaming: the
      difference is what the metric did. --counterfactuals none leaves that out and
      halves the time.

      The same scenario, seed and version give the same bytes, however many threads
      run.

      Examples:

        goodhart run Scenarios/meshclaw-small.yaml
        goodhart run pilot.yaml --policies tokenBoard,outcomeKPI --replications 100
        goodhart run pilot.yaml --set horizon='26 weeks'
        goodhart run pilot.yaml --format json | jq .findings
        goodhart run pilot.yaml --corners --corner-replications 5
        cat pilot.yaml | goodhart run - --out pilot-results --quiet

      USAGE: goodhart run [<options>] <scenario>

      ARGUMENTS:
        <scenario>              The scenario file, or - for standard input.

      OPTIONS:
        --policies <names>      Simulate these policies only, separated by commas;
                                the baseline always comes along.
        --replications <n>      Independent repetitions in place of the file's.
        --seed <n>              Seed in place of the file's.
        --set <key=value>       Set any key of the scenario, such as
                                workforce.developer.count=40; may be repeated.
        --out <folder>          Folder for the results. (default:
                                Results/NAME-OF-THE-SCENARIO)
        --threads <n>           Replications simulated at the same time. (default:
                                one for each core)
        --format <format>       How to print the comparison. (values: table, csv,
                                json; default: table)
        --measures <measures>   Which measures to print; the tables always hold all.
                                (values: headline, all; default: headline)
        --counterfactuals <which>
                                What to simulate beside every policy, in place of the
                                file's: the same without gaming (honest), and also
                                without the metric (all). (values: all, honest, none)
        --corners               Also compare the policies where friction of adoption,
                                severity of incidents and credibility of the promise
                                are low or high.
        --corner-replications <n>
                                Replications of every corner, in place of the file's.
        --employees             Also write what each employee did in each week
                                (large).
        --quiet                 Print no progress, no warnings and no comparison;
                                only errors.
        --no-common-random-numbers
                                Give every policy its own random numbers, to see what
                                sharing them pays.
        --no-fork               Simulate the warm-up anew for every policy; slower,
                                with the same figures.
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "check",
      """
      OVERVIEW: Validate a scenario and print what is understood, and every default's
      source.

      Reports every mistake with file, line and column in one pass (exit code 2). Of
      a valid scenario it prints what will be simulated and which values were left to
      their defaults, with the evidence for each: measured, derived from
      measurements, or assumed.

      Examples:

        goodhart check pilot.yaml
        goodhart check pilot.yaml --set workforce.developer.count=40
        goodhart check pilot.yaml --format json | jq .defaults

      USAGE: goodhart check <scenario> [--policies <names>] [--replications <n>] [--seed <n>] \
      [--set <key=value> ...] [--format <format>]

      ARGUMENTS:
        <scenario>              The scenario file, or - for standard input.

      OPTIONS:
        --policies <names>      Simulate these policies only, separated by commas;
                                the baseline always comes along.
        --replications <n>      Independent repetitions in place of the file's.
        --seed <n>              Seed in place of the file's.
        --set <key=value>       Set any key of the scenario, such as
                                workforce.developer.count=40; may be repeated.
        --format <format>       How to print it. (values: table, json; default: table)
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "list",
      """
      OVERVIEW: List what there is: in the language, or in a scenario.

      Examples:

        goodhart list observables                  what a metric formula may name
        goodhart list measures                     what a run reports
        goodhart list policies pilot.yaml          what a scenario compares
        goodhart list metrics pilot.yaml --format csv

      USAGE: goodhart list <kind> [<scenario>] [--format <format>]

      ARGUMENTS:
        <kind>                  What to list. (values: policies, metrics,
                                observables, measures, distributions, techniques,
                                scenarios)
        <scenario>              The scenario that declares policies and metrics; -
                                for standard input.

      OPTIONS:
        --format <format>       How to print the list. (values: table, csv, json;
                                default: table)
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "explain",
      """
      OVERVIEW: Explain a scenario key, measure, observable, distribution or
      technique.

      Prints the meaning, the unit, the default and the source of the default.

      Examples:

        goodhart explain promiseCredibility
        goodhart explain workforce.developer.teamSize
        goodhart explain cvar95_annual_loss_usd
        goodhart explain lognormal

      USAGE: goodhart explain <name>

      ARGUMENTS:
        <name>                  The name, or for a key of scenarios its path or the
                                end of its path.

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "schema",
      """
      OVERVIEW: Print the JSON Schema of scenario files.

      Editors complete and check a scenario that names the schema in its first line:

        goodhart schema > scenario.schema.json
        # yaml-language-server: $schema=scenario.schema.json

      USAGE: goodhart schema

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "new",
      """
      OVERVIEW: Write NAME.yaml, a commented scenario to start from.

      Nothing is overwritten. Example:

        goodhart new pilot && goodhart run pilot.yaml

      USAGE: goodhart new <name>

      ARGUMENTS:
        <name>                  Name of the scenario: letters, digits, - and _.

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "verify",
      """
      OVERVIEW: Hold the simulator against published closed forms.

      Every part of the model collapses to a textbook result when the rest is
      switched off: a queue, a tournament, an audit game, a contagion. Each is run
      through the code that scenarios use and compared with the published formula.
      What is computed must agree to one in a million; what is simulated, within
      three standard errors, which luck alone exceeds about once in 300 figures:
      another seed tells luck from error.

      Examples:

        goodhart verify                            all but the slow, a line each
        goodhart verify --list                     what there is, section by section
        goodhart verify mmc                        every tabulated row of one result
        goodhart verify mmc --c 3 --lambda 2.4     any parameters
        goodhart verify --json | jq .passes

      Where theory has no answer, such as a queue that grows without end, neither has
      the program: it says why. Exit code 1 if anything disagrees.

      USAGE: goodhart verify [<name> ...] [--list] [--json] [--seed <n>]

      ARGUMENTS:
        <name>                  One result by name, and values for its parameters:
                                NAME --parameter value ...

      OPTIONS:
        --list                  List the results instead, with their parameters when
                                one is named.
        --json                  Print for programs; keys are stable.
        --seed <n>              Seed of what is simulated. (default: 20260512)
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
    (
      "sweep",
      """
      OVERVIEW: Vary assumptions and design parameters; say where policies win and
      what decides.

      Runs every policy at many points of the space that the factors span, on the
      same people, work and luck at each, and tells which policy is best where, how
      much each factor matters, and in which corner of the space the best policy
      loses.

      A factor is any key of the scenario, or a parameter that formulas name as
      ${name}:

        --vary behaviour.adoptionInertia='0 h..3 h'       between two ends
        --vary parameters.cap='10 Mtok..100 Mtok log'     in equal ratios
        --vary behaviour.decisionRule='logit, imitation'  one by one

      Designs, and what they can tell of k factors:

        sobol      shares of variance; groups of k + 2 rows
        morris     which factors can be left out, from few rows; groups of k + 1
        lhs        an even spread; coefficients of a regression
        factorial  every combination of --levels values of each

      Examples:

        goodhart sweep pilot.yaml --rows 40 --replications 2 \\
          --vary behaviour.adoptionInertia='0 h..3 h' \\
          --vary economics.hourValue='$50..$200'
        goodhart sweep pilot.yaml --design morris --rows 200 --measures headline
        goodhart sweep pilot.yaml --points points.csv    columns are keys
        goodhart sweep pilot.yaml --rows 2000 --dry-run  how long it would take

      Writes sweep.csv (a row for each point, policy and measure), points.csv,
      sensitivity.csv and boxes.csv.

      USAGE: goodhart sweep [<options>] <scenario>

      ARGUMENTS:
        <scenario>              The scenario file, or - for standard input.

      OPTIONS:
        --policies <names>      Simulate these policies only, separated by commas;
                                the baseline always comes along.
        --replications <n>      Independent repetitions in place of the file's.
        --seed <n>              Seed in place of the file's.
        --set <key=value>       Set any key of the scenario, such as
                                workforce.developer.count=40; may be repeated.
        --out <folder>          Folder for the results. (default:
                                Results/NAME-OF-THE-SCENARIO-COMMAND)
        --threads <n>           Runs simulated at the same time. (default: one for
                                each core)
        --format <format>       How to print what was found. (values: table, csv,
                                json; default: table)
        --quiet                 Print no progress, no warnings and no findings; only
                                errors.
        --vary <key=range>      Vary a key: between two ends ('0 h..3 h'), in equal
                                ratios ('1 %..50 % log') or by value ('1, 2, 4'); may
                                be repeated. (default: the factors of the scenario)
        --design <design>       How points are chosen. (default: sobol) (values:
                                sobol, morris, lhs, factorial)
        --rows <n>              Points of the design, at most; all of them are made
                                with every policy. (default: 256)
        --levels <n>            Values of each factor in a factorial (default: 3) or
                                Morris design (default: 4).
        --points <file>         Points from a CSV file in place of a design: columns
                                are keys of the scenario.
        --measures <names>      What to keep: headline, all, or names separated by
                                commas, the first of which decides who wins.
                                (default: net_value_usd, true_value_h,
                                gaming_token_share, expected_annual_loss_usd,
                                cvar95_annual_loss_usd)
        --dry-run               Print how many runs it takes and about how long;
                                simulate one point only.
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
  ]
}
