/// Many verifications at once, row by row on several threads.
///
/// Rows do not know of each other and their outcomes are put where they belong by index, so the same
/// figures come out for any number of threads.
public enum VerificationBatch {
  /// Evaluates every tabulated row of some verifications.
  ///
  /// - Parameters:
  ///   - seed: seed of simulated modes.
  ///   - threads: rows evaluated at the same time, at least 1.
  ///   - onRow: called after each row with its verification and how many rows are done.
  /// - Throws: what a row throws that is no refusal; `CancellationError` when the task is cancelled.
  public static func check(
    _ verifications: [Verification], seed: UInt64 = Verification.standardSeed, threads: Int,
    onRow: (_ verification: Verification, _ done: Int) -> Void = { _, _ in }
  ) async throws -> [VerificationReport] {
    precondition(threads >= 1, "something has to do the work")
    var outcomes = verifications.map {
      [VerificationOutcome?](repeating: nil, count: $0.rows.count)
    }
    var jobs = verifications.indices.flatMap { index in
      verifications[index].rows.indices.map { (verification: index, row: $0) }
    }[...]
    var done = 0
    try await withThrowingTaskGroup(
      of: (verification: Int, row: Int, outcome: VerificationOutcome).self
    ) { group in
      var running = 0
      while true {
        while running < threads, let job = jobs.popFirst() {
          running += 1
          let verification = verifications[job.verification]
          group.addTask {
            try Task.checkCancellation()
            return (
              job.verification, job.row, try verification.outcome(ofRow: job.row, seed: seed)
            )
          }
        }
        guard let finished = try await group.next() else { break }
        running -= 1
        done += 1
        outcomes[finished.verification][finished.row] = finished.outcome
        onRow(verifications[finished.verification], done)
      }
    }
    return zip(verifications, outcomes).map { verification, outcomes in
      VerificationReport(verification: verification, outcomes: outcomes.compactMap { $0 })
    }
  }
}
