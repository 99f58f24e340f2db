import ArgumentParser

@main
struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goodhart-bench",
    abstract: "Time the event kernel on the workloads that other engines are measured with.",
    discussion: """
      Every benchmark prints one line of key=value pairs: its name, its size, the events timed, \
      the processor time per event of the running thread, a check value that a correct program \
      must reproduce, and the fingerprint of the trajectory.
      """,
    subcommands: [
      HoldBenchmark.self, QueueBenchmark.self, OfficeBenchmark.self, TimeoutBenchmark.self,
      WeeklyBenchmark.self, StudyBenchmark.self,
    ]
  )
}
