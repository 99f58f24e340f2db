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
        select                  Find the best policy, with as many runs as it takes
                                and no more.
        check                   Validate a scenario and print what is understood, and
                                every default's source.
        list                    List what there is: in the language, or in a scenario.
        explain                 Explain a scenario key, measure, observable,
                                distribution or technique.
        schema                  Print the JSON Schema of scenario files.
        new                     Write NAME.yaml, a commented scenario to start from.
        verify                  Hold the simulator against published closed forms.
        attribute               Split what a policy does by the channels through
                                which it acts.

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
      "select",
      """
      OVERVIEW: Find the best policy, with as many runs as it takes and no more.

      The replications of the scenario file do not count here: the procedure decides
      as it goes which policies need more. Policies share people, work and luck,
      which makes it end sooner.

      --method kn (Kim and Nelson 2001) drops a policy as soon as it has fallen
      behind, until one is left. If the best is better than the others by at least
      --indifference, it is found with --confidence; if some are nearer, one of those
      is found. Differences of replications are taken to be about normal.

      --method ocba (Chen and others 2000) spends a fixed --budget of runs where they
      tell most, and estimates how likely the best mean is the best. It promises
      nothing.

      Examples:

        goodhart select pilot.yaml --indifference '$20'
        goodhart select pilot.yaml --indifference '$20' --confidence 99%
        goodhart select pilot.yaml --measure gaming_people_share --indifference '2 %'
        goodhart select pilot.yaml --method ocba --budget 200

      USAGE: goodhart select [<options>] <scenario>

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
        --method <method>       How runs are spent. (values: kn, ocba; default: kn)
        --indifference <amount> With kn: the smallest difference worth detecting,
                                such as '$20' or '2 %'.
        --confidence <percent>  With kn: probability of selecting the best. (default:
                                95%)
        --budget <n>            With ocba: runs of all policies together.
        --first <n>             Replications of every policy before anything is
                                decided. (default: kn 10, ocba 5)
        --max <n>               With kn: replications of a policy after which to give
                                up. (default: 1000)
        --measure <name>        The measure to select by. (default: net_value_usd)
        --goal <goal>           Which direction is better. (default: as the measure
                                has it) (values: highest, lowest)
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
      "attribute",
      """
      OVERVIEW: Split what a policy does by the channels through which it acts.

      A policy's net effect is the measure under it less the measure of the same
      people without its metric, on the same random numbers. It is split into what
      adds up to it:

        running it          overhead, audits, rewards, dislike of being watched
        noise               luck in the metric decides who is ranked, paid, audited
        redirected effort   people work where it is measured
        gaming              people serve the metric instead of the work
        risk                what agents and defects break on the way

      The policy is simulated with every set of these channels switched on: sixteen
      worlds, and two without the metric. What a channel does depends on which others
      act; its part is the mean over all orders in which they can be added (its
      Shapley value), and the table of results has what it does alone, last, least
      and most.

      Examples:

        goodhart attribute Scenarios/meshclaw-small.yaml
        goodhart attribute Scenarios/meshclaw.yaml --policies tokenBoard
        goodhart attribute Scenarios/meshclaw-small.yaml \\
          --measure net_value_usd,true_value_h,kendall_tau_b_coefficient

      goodhart list measures names every measure.

      USAGE: goodhart attribute <scenario> [--policies <names>] [--replications <n>] [--seed <n>] [--set <key=value> ...] [--out <folder>] [--threads <n>] [--format <format>] [--quiet] [--measure <names>]

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
        --measure <names>       What is split: measures by name, separated by commas.
                                (default: net_value_usd)
        --version               Show the version.
        -h, --help              Show help information.
      """
    ),
  ]
}
