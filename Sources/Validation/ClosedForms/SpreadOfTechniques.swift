import Foundation
import Randomness
import WorkplaceModel

/// 2k: how a technique of gaming spreads.
enum SpreadOfTechniques {
  static let all = [meanField, continuousTime, weeklySteps, endemicLevel]

  private static let hazards: [Verification.Parameter] = [
    .init("discovery", "weekly hazard of discovery, p", standard: 0.03, range: 0...10),
    .init("contagion", "weekly hazard of contagion, q or β", standard: 0.38, range: 0...10),
    .init("forgetting", "weekly hazard of forgetting, γ", standard: 0, range: 0...10),
  ]

  /// Columns of the tables: hazards, and how many know at the start.
  private typealias Process = (discovery: Double, contagion: Double, forgetting: Double)

  // MARK: Large populations

  private static let meanField = Verification(
    "contagion", section: "2k",
    "Share that knows a technique in a large population (SI, Bass, SIS)",
    source: "Bass 1969; Kermack and McKendrick 1927: I' = (p + qI)(1 − I) − γI",
    parameters: hazards + [
      .init("start", "share that knows it at the start, I₀", standard: 0, range: 0...1),
      .init("weeks", "time in weeks", standard: 12, range: 0...1_000),
    ],
    rows: meanFieldRows
  ) { values in
    let spread = SpreadingTechnique(
      discovery: values[0], contagion: values[1], forgetting: values[2])
    return [
      .exact(
        "share",
        MeanFieldSpread.share(
          discovery: values[0], contagion: values[1], forgetting: values[2], start: values[3],
          time: values[4]),
        try DifferentialEquation.solve(from: values[3], time: values[4], slope: spread.drift))
    ]
  }

  private static let meanFieldRows: [Verification.Row] = {
    let processes: [(process: Process, start: Double, shares: [Double])] = [
      ((0, 0.3, 0), 0.02, [0.02, 0.0634577504, 0.427558286, 0.980318139]),
      ((0, 0.5, 0), 0.01, [0.01, 0.0694531597, 0.802957153, 0.999776277]),
      ((0.03, 0.38, 0), 0, [0, 0.233150472, 0.908687563, 0.999679407]),
      ((0.005, 0.3, 0), 0, [0, 0.037660414, 0.382974192, 0.978516791]),
      ((0, 0.5, 0.2), 0.01, [0.01, 0.0319651222, 0.229700274, 0.585837745]),
      ((0, 0.5, 0.4), 0.05, [0.05, 0.0664239946, 0.105065047, 0.163556271]),
    ]
    return processes.flatMap { entry in
      zip([0.0, 4, 12, 26], entry.shares).map { time, share in
        .init(
          [
            entry.process.discovery, entry.process.contagion, entry.process.forgetting,
            entry.start, time,
          ], named: ["share"], [share])
      }
    }
  }()

  // MARK: Small populations

  private static let small: [Verification.Parameter] =
    [
      .init("people", "people, N", standard: 50, range: 2...1_000, isWhole: true)
    ] + hazards + [
      .init(
        "start", "people who know it at the start", standard: 0, range: 0...1_000, isWhole: true)
    ]

  /// The four processes that are tabulated for small populations.
  private static let smallProcesses: [(people: Double, process: Process, start: Double)] = [
    (50, (0, 0.5, 0), 1), (200, (0, 0.5, 0), 4), (50, (0.03, 0.38, 0), 0),
    (200, (0.005, 0.3, 0), 0),
  ]

  private static func smallRows(
    times: [Double], _ moments: [[(mean: Double, deviation: Double)]], meanField: [Double] = []
  ) -> [Verification.Row] {
    zip(smallProcesses.indices, moments).flatMap { index, column in
      zip(times, column).enumerated().map { place, entry in
        let (people, process, start) = smallProcesses[index]
        var expected: [(quantity: String, value: Double)] = [
          ("mean", entry.1.mean), ("s.d.", entry.1.deviation),
        ]
        if index == 0, place < meanField.count {
          expected.append(("mean field", meanField[place]))
        }
        return .init(
          [
            people, process.discovery, process.contagion, process.forgetting, start, entry.0,
          ], expected)
      }
    }
  }

  private static func checkStart(_ values: [Double]) throws {
    guard values[4] <= values[0] else {
      throw VerificationRefusal(
        "start = \(Int(values[4])) of people = \(Int(values[0])) cannot know the technique")
    }
  }

  private static let continuousTime = Verification(
    "contagion-events", section: "2k",
    "Share that knows a technique in a small organisation, event by event: mean and spread",
    source: "continuous-time Markov chain with hazard p + qn/N, by forward equations (Jensen 1953)",
    parameters: small + [.init("weeks", "time in weeks", standard: 8, range: 0...1_000)],
    rows: smallRows(
      times: [2, 8, 16],
      [
        [
          (0.0518911077, 0.039028509), (0.43112087, 0.232524953), (0.937713443, 0.117444181),
        ],
        [
          (0.0523870229, 0.0200420602), (0.49784616, 0.130641294), (0.978187988, 0.0186560626),
        ],
        [
          (0.0839964123, 0.0551087645), (0.615041861, 0.149521229), (0.973078342, 0.0315187937),
        ],
        [
          (0.0135575474, 0.0109709038), (0.142088059, 0.0706478349), (0.63752807, 0.139480841),
        ],
      ], meanField: [0.0525593994, 0.527018581, 0.983828159])
  ) { values, seed in
    try checkStart(values)
    let (people, users, time) = (Int(values[0]), Int(values[4]), values[5])
    let exact = ExactSpread(
      people: people, discovery: values[1], contagion: values[2], forgetting: values[3])
    let closed = exact.moments(of: exact.inContinuousTime(from: users, time: time))
    let spread = SpreadingTechnique(
      discovery: values[1], contagion: values[2], forgetting: values[3])
    let shares = (0..<4_000).map { replication in
      SpreadSimulation.share(
        of: spread, people: people, users: users, time: time,
        luck: RandomStream(
          StreamKey(seed: seed, replication: replication), purpose: 0, entity: 0, index: 0))
    }
    return [
      .simulated(
        "mean", closed.mean,
        SampleMean(shares).doubted(atLeast: closed.errorOfMean(draws: shares.count))),
      .simulated(
        "s.d.", closed.deviation,
        SampleMean.deviation(of: shares).doubted(
          atLeast: closed.errorOfDeviation(draws: shares.count))),
      .exact(
        "mean field",
        MeanFieldSpread.share(
          discovery: values[1], contagion: values[2], forgetting: values[3],
          start: values[4] / values[0], time: time),
        try DifferentialEquation.solve(
          from: values[4] / values[0], time: time, slope: spread.drift)),
    ]
  }

  private static let weeklySteps = Verification(
    "contagion-weekly", section: "2k",
    "Share that knows a technique in a small organisation, week by week: mean and spread",
    source: "chain-binomial: each adopts with probability 1 − exp(−(p + qn/N)) (Bailey 1975)",
    parameters: small + [
      .init("weeks", "weeks", standard: 8, range: 0...200, isWhole: true)
    ],
    rows: smallRows(
      times: [2, 8, 16],
      [
        [
          (0.043959709, 0.0261888729), (0.321621578, 0.183161463), (0.892720922, 0.148501762),
        ],
        [
          (0.0440478459, 0.0131643558), (0.349147772, 0.101110945), (0.948882766, 0.0357591458),
        ],
        [
          (0.0685060584, 0.0415222492), (0.525470526, 0.141648577), (0.957472737, 0.0422913854),
        ],
        [
          (0.0114219332, 0.00855236234), (0.10813966, 0.0509700496), (0.526988268, 0.136480539),
        ],
      ])
  ) { values, seed in
    try checkStart(values)
    let (people, users, weeks) = (Int(values[0]), Int(values[4]), Int(values[5]))
    guard people <= 300 || values[3] == 0 else {
      throw VerificationRefusal(
        "the exact chain with forgetting is summed for at most 300 people; there are \(people)")
    }
    let exact = ExactSpread(
      people: people, discovery: values[1], contagion: values[2], forgetting: values[3])
    let closed = exact.moments(of: exact.inWeeklySteps(from: users, weeks: weeks))
    let weekly = WeeklySpread(
      spread: SpreadingTechnique(
        discovery: values[1], contagion: values[2], forgetting: values[3]),
      people: people)
    let shares = (0..<4_000).map { replication in
      weekly.share(
        from: users, weeks: weeks, key: StreamKey(seed: seed, replication: replication))
    }
    var quantities: [Verification.Quantity] = [
      .simulated(
        "mean", closed.mean,
        SampleMean(shares).doubted(atLeast: closed.errorOfMean(draws: shares.count))),
      .simulated(
        "s.d.", closed.deviation,
        SampleMean.deviation(of: shares).doubted(
          atLeast: closed.errorOfDeviation(draws: shares.count))),
    ]
    // A scenario cannot begin with people who know a technique, so only discovery can start it.
    if users == 0, weeks > 0 {
      let workplace = try WorkplaceSpread(
        people: people, weeks: weeks, discovery: values[1], contagion: values[2],
        forgetting: values[3], seed: seed)
      quantities.append(
        .simulated(
          "mean, whole workplace", closed.mean,
          SampleMean((0..<100).map { workplace.share(replication: $0) })
            .doubted(atLeast: closed.errorOfMean(draws: 100))))
    }
    return quantities
  }

  // MARK: In the long run

  private static let endemicLevel = Verification(
    "contagion-endemic", section: "2k", "Share that knows a technique in the long run (SIS)",
    source: "SIS: I∞ = 1 − γ/β where β > γ, else 0",
    parameters: [
      .init("contagion", "weekly hazard of contagion, β", standard: 0.5, range: 1e-6...10),
      .init("forgetting", "weekly hazard of forgetting, γ", standard: 0.1, range: 0...10),
    ],
    rows: [
      .init([0.5, 0.1], named: ["share"], [0.8]), .init([0.5, 0.4], named: ["share"], [0.2]),
      .init([0.8, 0.2], named: ["share"], [0.75]),
    ]
  ) { values in
    let spread = SpreadingTechnique(discovery: 0, contagion: values[0], forgetting: values[1])
    let closed = max(0, 1 - values[1] / values[0])
    // Growth per user changes sign once, at the stationary share, if there is one above 0.
    func growth(_ share: Double) -> Double { spread.drift(at: share) / share }
    let found = growth(1e-12) > 0 ? try Root.within(1e-12...1, growth) : 0
    return [.exact("share", closed, found)]
  }
}
