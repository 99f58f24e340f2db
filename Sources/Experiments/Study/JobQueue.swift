/// Jobs of one or several plans in the order in which they are to start: what is warm first, so
/// that few worlds wait.
struct JobQueue {
  private var ready: [Entry] = []
  private var later: [Entry]

  /// A job and the number of its plan.
  struct Entry {
    var plan: Int
    var job: StudyPlan.Job
  }

  /// The jobs of the plans that can start at once, of the runs that are needed.
  init(_ plans: [StudyPlan], _ isNeeded: (_ plan: Int, _ arm: Int, _ replication: Int) -> Bool) {
    let entries = plans.enumerated().flatMap { number, plan in
      plan.firstJobs { isNeeded(number, $0, $1) }.map { Entry(plan: number, job: $0) }
    }
    later = entries.reversed()
  }

  /// Adds jobs of a plan that can start from a warm world.
  mutating func add(_ jobs: [StudyPlan.Job], plan: Int) {
    ready.insert(contentsOf: jobs.reversed().map { Entry(plan: plan, job: $0) }, at: 0)
  }

  /// Takes the next job.
  mutating func next() -> Entry? {
    ready.popLast() ?? later.popLast()
  }
}
