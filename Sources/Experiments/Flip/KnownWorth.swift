/// What policies are worth at points of the scenario, run by run; every run is asked for once.
struct KnownWorth<Source: RunSource> {
  /// A point, and the policies and replications that are wanted there.
  struct Wish {
    var point: DesignPoint
    var policies: [Int]
    var replications: Range<Int>
  }

  let source: Source
  /// Position of the measure among those of the source.
  let measure: Int
  /// 1 where more is better, -1 where less is.
  let sign: Double
  /// Runs asked for so far.
  var runs: Int { known.count }
  /// Runs in which the measure has no value.
  var undefinedRuns: Int { known.values.count(where: \.isNaN) }
  private var known: [RunRequest: Double] = [:]

  init(_ source: Source, _ options: FlipOptions) throws {
    guard let measure = source.position(of: options.measure) else {
      throw FlipError.unknownMeasure(options.measure)
    }
    self.source = source
    self.measure = measure
    sign = options.prefersHigher ? 1 : -1
  }

  /// Asks the source, in one go, for what is not known yet.
  mutating func learn(_ wishes: [Wish]) async throws {
    var asked: Set<RunRequest> = []
    let requests = wishes.flatMap(requests(of:)).filter {
      known[$0] == nil && asked.insert($0).inserted
    }
    guard !requests.isEmpty else { return }
    let outcomes = try await source.outcomes(of: requests)
    for (request, outcome) in zip(requests, outcomes) {
      known[request] = sign * outcome.measures[measure]
    }
  }

  /// What is known of the wanted runs.
  func worth(_ wish: Wish) -> PolicyWorth {
    var values = [[Double]?](repeating: nil, count: source.policies.count)
    for policy in wish.policies {
      values[policy] = wish.replications.map { known[request(wish, policy, $0)] ?? .nan }
    }
    return PolicyWorth(values: values)
  }

  private func requests(of wish: Wish) -> [RunRequest] {
    // Runs of one replication share their beginning, so they stand together.
    wish.replications.flatMap { replication in
      wish.policies.map { request(wish, $0, replication) }
    }
  }

  private func request(_ wish: Wish, _ policy: Int, _ replication: Int) -> RunRequest {
    RunRequest(wish.point, Arm(source.policies[policy]), replication: replication)
  }
}

/// What policies are worth at one point: more is better.
struct PolicyWorth: Sendable, Equatable {
  /// By policy, then replication, NaN where undefined; nil for policies that were not looked at.
  var values: [[Double]?]

  /// Mean worth of a policy over the replications in which it has one; NaN if there is none.
  func mean(_ policy: Int, _ weights: [Double]? = nil) -> Double {
    values[policy].map { Self.mean($0, weights) } ?? .nan
  }

  /// Mean of what a policy is worth more than another, over the replications in which both have a
  /// value; NaN if there is none.
  ///
  /// - Parameter weights: how often each replication counts; nil for once.
  func lead(of policy: Int, over rival: Int, _ weights: [Double]? = nil) -> Double {
    guard let own = values[policy], let other = values[rival] else { return .nan }
    var sum = 0.0
    var total = 0.0
    for replication in own.indices {
      let difference = own[replication] - other[replication]
      guard !difference.isNaN else { continue }
      let weight = weights?[replication] ?? 1
      sum += weight * difference
      total += weight
    }
    return total > 0 ? sum / total : .nan
  }

  /// The differences of two policies, replication by replication.
  func differences(of policy: Int, over rival: Int) -> [Double] {
    guard let own = values[policy], let other = values[rival] else { return [] }
    return zip(own, other).map { $0 - $1 }
  }

  /// The lead of a policy over the best of its rivals, and which that is; nil where there is none.
  func lead(
    of policy: Int, over rivals: [Int], _ weights: [Double]? = nil
  ) -> (lead: Double, rival: Int)? {
    var least: (lead: Double, rival: Int)?
    for rival in rivals {
      let lead = lead(of: policy, over: rival, weights)
      if !lead.isNaN, lead < least?.lead ?? .infinity { least = (lead, rival) }
    }
    return least
  }

  /// Policies with a value, best first; ties go to the first.
  func ranking(_ weights: [Double]? = nil) -> [Int] {
    let means = values.indices.map { mean($0, weights) }
    return values.indices.filter { !means[$0].isNaN }.sorted { first, second in
      means[first] == means[second] ? first < second : means[first] > means[second]
    }
  }

  /// Runs without a value.
  var undefined: Int { values.reduce(0) { $0 + ($1?.count(where: \.isNaN) ?? 0) } }

  private static func mean(_ values: [Double], _ weights: [Double]?) -> Double {
    var sum = 0.0
    var total = 0.0
    for (index, value) in values.enumerated() where !value.isNaN {
      let weight = weights?[index] ?? 1
      sum += weight * value
      total += weight
    }
    return total > 0 ? sum / total : .nan
  }
}
