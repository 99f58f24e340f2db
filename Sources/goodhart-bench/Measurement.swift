import Foundation

/// What one benchmark found, printed as one machine-readable line.
struct Measurement {
  let name: String
  /// Size of the workload: pending events, customers or employees.
  let size: Int
  /// Events that were timed; the unit of the reported cost.
  let events: Int
  let processorSeconds: Double
  let wallSeconds: Double
  /// A result that any correct implementation reproduces, exactly or within sampling error.
  let check: Double
  let fingerprint: UInt64
  /// Further results, in the order in which they are printed.
  var details: [(name: String, value: Double)] = []

  func printLine() {
    var fields = [
      "name=\(name)", "n=\(size)", "events=\(events)",
      "ns_per_event=\(rounded(processorSeconds * 1e9 / Double(events)))",
      "wall_ns_per_event=\(rounded(wallSeconds * 1e9 / Double(events)))",
      "check=\(check)",
    ]
    fields += details.map { "\($0.name)=\($0.value)" }
    fields.append("fingerprint=" + String(fingerprint, radix: 16))
    print(fields.joined(separator: " "))
  }

  private func rounded(_ nanoseconds: Double) -> Double { (nanoseconds * 100).rounded() / 100 }
}

/// Processor time of the calling thread and wall time, in seconds.
struct Stopwatch {
  private let processorStart = Self.seconds(CLOCK_THREAD_CPUTIME_ID)
  private let wallStart = Self.seconds(CLOCK_MONOTONIC)

  var processorSeconds: Double { Self.seconds(CLOCK_THREAD_CPUTIME_ID) - processorStart }
  var wallSeconds: Double { Self.seconds(CLOCK_MONOTONIC) - wallStart }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
