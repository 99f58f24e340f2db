import Synchronization

/// Runs an asynchronous function on the thread that asks for it.
///
/// For sources of runs that are computed and never waited for: verifications are plain functions, and
/// must not keep a thread of the pool waiting for another one.
enum PromptTask {
  /// What a function returns that never waits for anything.
  ///
  /// - Throws: What the function throws.
  static func value<Success: Sendable>(
    of body: @escaping @Sendable () async throws -> Success
  ) throws -> Success {
    let executor = QueueExecutor()
    let outcome = Outcome<Success>()
    Task(executorPreference: executor) {
      do {
        outcome.set(.success(try await body()))
      } catch {
        outcome.set(.failure(error))
      }
    }
    executor.drain()
    guard let result = outcome.result else {
      preconditionFailure("the function waits for something that happens elsewhere")
    }
    return try result.get()
  }

  /// What came out, shared with the task.
  private final class Outcome<Success: Sendable>: Sendable {
    private let known = Mutex<Result<Success, any Error>?>(nil)

    var result: Result<Success, any Error>? { known.withLock { $0 } }

    func set(_ result: Result<Success, any Error>) { known.withLock { $0 = result } }
  }

  /// Keeps jobs until they are run by whoever waits for them.
  private final class QueueExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      jobs.withLock { $0.append(job) }
    }

    func drain() {
      while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      }
    }
  }
}
