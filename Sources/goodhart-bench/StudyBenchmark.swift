import ArgumentParser
import Experiments
import Foundation
import ScenarioFiles
import WorkplaceModel

#if canImport(Glibc)
  import Glibc
#endif

/// A whole study, from warm-up to measures: events per second and core, what a second core brings,
/// and how much memory it takes.
///
/// An event is one executed entry of the future event list: an item arrives, somebody finishes one,
/// a reply of the platform arrives, a change becomes overdue, a defect surfaces, an incident is
/// noticed, a working day starts. Whatever happens within an event is not counted again.
struct StudyBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Time a whole study on one thread and on two, and report its memory."
  )

  @Argument(help: "Scenario file.") var scenario = "Scenarios/meshclaw.yaml"
  @Option(help: "Replications; an even number shares out evenly over two threads.")
  var replications = 2
  @Option(help: "Weeks simulated under each policy, in place of the file's.") var horizon: Int?

  func run() async throws {
    let weeks = horizon.map { [(path: "horizon", value: "\($0) weeks")] } ?? []
    let loaded = try ScenarioLoader.load(
      path: scenario,
      overrides: ScenarioOverrides(replications: replications, settings: weeks))
    let one = try await StudyRunner.run(
      loaded.scenario, options: StudyOptions(threads: 1), onProgress: { _ in })
    let two = try await StudyRunner.run(
      loaded.scenario, options: StudyOptions(threads: 2), onProgress: { _ in })
    let million = Double(one.events) / 1e6
    let fields: [(String, String)] = [
      ("name", "study"), ("scenario", loaded.scenario.name),
      ("weeks", "\(loaded.scenario.horizonWeeks)"), ("replications", "\(replications)"),
      ("events", "\(one.events)"),
      ("million_events_per_cpu_second", Self.rounded(million / one.cpuSeconds)),
      ("wall_seconds_one_thread", Self.rounded(one.elapsedSeconds)),
      ("wall_seconds_two_threads", Self.rounded(two.elapsedSeconds)),
      ("efficiency", Self.rounded(one.elapsedSeconds / (2 * two.elapsedSeconds))),
      ("cpu_inflation", Self.rounded(two.cpuSeconds / one.cpuSeconds - 1)),
      ("peak_megabytes", Self.rounded(Self.peakMegabytes)),
      ("same_fingerprint", "\(one.fingerprint == two.fingerprint)"),
    ]
    print(fields.map { "\($0.0)=\($0.1)" }.joined(separator: " "))
  }

  private static func rounded(_ value: Double) -> String {
    "\((value * 1000).rounded() / 1000)"
  }

  /// Largest resident set of the process so far.
  private static var peakMegabytes: Double {
    var usage = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      let bytesPerUnit = 1024.0
    #else
      getrusage(RUSAGE_SELF, &usage)
      let bytesPerUnit = 1.0
    #endif
    return Double(usage.ru_maxrss) * bytesPerUnit / 1_048_576
  }
}
