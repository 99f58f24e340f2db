import Randomness

/// The award policy model: labs that publish, are copied when they publish much, and live on awards.
///
/// 100 labs test hypotheses of which the share `baseRate` is true, with power 0.8 and a
/// false-positive rate α of their own that evolves. In a step every lab with funds does one study;
/// positives are published unless review catches a false one, other results with probability
/// `negativesPublished`. Then the oldest of ten labs dies, the most published of ten replaces it by
/// a copy, and one of ten applicants gets an award, by the policy.
///
/// It is the nearest published relative of pay by volume against pay by quality.
///
/// Source: P. E. Smaldino, M. A. Turner, P. A. Contreras Kallens, "Open science and modified
/// funding lotteries can impede the natural selection of bad science", Royal Society Open Science 6
/// (2019) 190194, with the semantics of the published program.
struct AwardPolicy {
  /// Who of ten applicants gets the award.
  enum Rule: Sendable, Hashable {
    /// Anybody, with equal chances.
    case random
    /// The one with the lowest index: what the published program did when it meant `random`.
    case lowestIndex
    /// Whoever has published most: pay by volume.
    case publications
    /// Whoever has the lowest false-positive rate: pay by quality.
    case integrity
    /// Anybody whose false-positive rate is at most the limit; nobody if there is none.
    case modifiedLottery(limit: Double)
    /// `integrity` with the given probability, else `random`.
    case mixed(integrity: Double)
  }

  /// How the first of equals is found.
  enum Ties: Sendable, Hashable {
    /// The lowest index wins, as in the published program.
    case lowestIndex
    /// Equals have equal chances.
    case uniform
  }

  /// What is varied.
  struct Settings: Sendable, Equatable {
    var rule = Rule.integrity
    /// Size G of an award, in studies; also what a new lab starts with.
    var award = 10
    /// Probability r that review catches a false positive.
    var review = 0.0
    /// Probability p that a result other than a surviving positive is published.
    var negativesPublished = 0.0
    var ties = Ties.lowestIndex
    /// How many labs there are.
    var labs = 100
    /// How many are sampled for a death, a birth or an award.
    var sample = 10
    /// Share b of hypotheses that are true.
    var baseRate = 0.1
    var power = 0.8
    /// The false-positive rate that all labs start with.
    var initialRate = 0.05
    /// Probability μ of a mutation at birth; 0.05 in the paper's runs.
    var mutationProbability = 0.05
    /// Standard deviation of a mutation.
    var mutationDeviation = 0.01
  }

  let settings: Settings
  /// Mean false-positive rate α over labs.
  var meanRate: Double { totalRate / Double(settings.labs) }
  /// Publications of the last step.
  private(set) var published = 0
  /// False ones among them, false negatives included.
  private(set) var publishedFalse = 0

  private var stream: RandomStream
  private var lots: Lots
  private var rate: [Double]
  private var funds: [Int]
  private var publications: [Int]
  private var birth: [Int]
  private var totalRate: Double
  private var clock = 0

  /// Sets up labs that are all alike.
  init(_ settings: Settings, key: StreamKey) {
    precondition(
      settings.sample >= 1 && settings.sample <= settings.labs, "a sample is one of the labs")
    self.settings = settings
    stream = RandomStream(key, purpose: 2, entity: 0, index: 0)
    lots = Lots(count: settings.labs, drawn: settings.sample)
    rate = Array(repeating: settings.initialRate, count: settings.labs)
    funds = Array(repeating: settings.award, count: settings.labs)
    publications = Array(repeating: 0, count: settings.labs)
    birth = publications
    totalRate = settings.initialRate * Double(settings.labs)
  }

  /// Research, then a death and a birth, then an award.
  mutating func step() {
    clock += 1
    research()
    renew()
    grant()
  }

  /// One study by every lab that can pay for it.
  ///
  /// A single uniform decides over the truth of the hypothesis, the finding and its publication:
  /// the outcomes lie on the unit interval one after the other.
  private mutating func research() {
    published = 0
    publishedFalse = 0
    let trueShare = settings.baseRate
    let truePositive = trueShare * settings.power
    let falseNegative =
      truePositive + trueShare * (1 - settings.power) * settings.negativesPublished
    let survives = (1 - trueShare) * (1 - settings.review)
    let caught = (1 - trueShare) * settings.review * settings.negativesPublished
    let trueNegative = (1 - trueShare) * settings.negativesPublished
    for lab in 0..<settings.labs where funds[lab] > 0 {
      funds[lab] -= 1
      let luck = stream.uniform()
      if luck < truePositive {
        publications[lab] += 1
        published += 1
      } else if luck < falseNegative {
        publications[lab] += 1
        published += 1
        publishedFalse += 1
      } else {
        let falsePositive = falseNegative + survives * rate[lab]
        let right =
          falsePositive + caught * rate[lab] + trueNegative * (1 - rate[lab])
        if luck < right {
          publications[lab] += 1
          published += 1
          if luck < falsePositive { publishedFalse += 1 }
        }
      }
    }
  }

  /// The oldest of a sample dies; the most published of another one leaves a copy in its place.
  private mutating func renew() {
    lots.draw(from: &stream)
    let dead = lots.lowest(by: birth, settings.ties, &stream)
    funds[dead] = settings.award
    publications[dead] = 0
    birth[dead] = clock
    lots.draw(from: &stream)
    let parent = lots.highest(by: publications, settings.ties, &stream)
    var inherited = rate[parent]
    if stream.bernoulli(settings.mutationProbability) {
      inherited += settings.mutationDeviation * stream.gaussian()
      inherited = min(max(inherited, 0), 1)
    }
    totalRate += inherited - rate[dead]
    rate[dead] = inherited
  }

  /// One of a sample of applicants gets the award.
  private mutating func grant() {
    lots.draw(from: &stream)
    let winner: Int?
    switch settings.rule {
    case .random: winner = lots.any(&stream)
    case .lowestIndex: winner = lots.lowestIndex
    case .publications: winner = lots.highest(by: publications, settings.ties, &stream)
    case .integrity: winner = lots.lowest(by: rate, settings.ties, &stream)
    case .modifiedLottery(let limit): winner = lots.any(with: rate, atMost: limit, &stream)
    case .mixed(let integrity):
      winner =
        stream.bernoulli(integrity)
        ? lots.lowest(by: rate, settings.ties, &stream) : lots.any(&stream)
    }
    if let winner { funds[winner] += settings.award }
  }

  /// A sample of labs without replacement, and the choice of one of it.
  private struct Lots {
    /// A permutation of all indices; the sample is its beginning.
    private var indices: [Int]
    private let drawn: Int

    init(count: Int, drawn: Int) {
      indices = Array(0..<count)
      self.drawn = drawn
    }

    /// Draws another sample, by the first steps of a shuffle.
    mutating func draw(from stream: inout RandomStream) {
      for place in 0..<drawn {
        // A product instead of the exact but three times slower `index(below:)`: the bias is 2^-32.
        let rest = Double(indices.count - place)
        indices.swapAt(place, place + Int(stream.uniform() * rest))
      }
    }

    func any(_ stream: inout RandomStream) -> Int { indices[stream.index(below: drawn)] }

    var lowestIndex: Int {
      var lowest = indices[0]
      for place in 1..<drawn { lowest = min(lowest, indices[place]) }
      return lowest
    }

    /// Anybody whose value is at most a limit; `nil` if there is nobody.
    func any(with values: [Double], atMost limit: Double, _ stream: inout RandomStream) -> Int? {
      var found: Int?
      var count = 0
      for place in 0..<drawn where values[indices[place]] <= limit {
        count += 1
        if stream.index(below: count) == 0 { found = indices[place] }
      }
      return found
    }

    func lowest<Value: Comparable>(
      by values: [Value], _ ties: Ties, _ stream: inout RandomStream
    ) -> Int {
      extreme(ties, &stream, isBetter: { values[$0] < values[$1] })
    }

    func highest<Value: Comparable>(
      by values: [Value], _ ties: Ties, _ stream: inout RandomStream
    ) -> Int {
      extreme(ties, &stream, isBetter: { values[$0] > values[$1] })
    }

    private func extreme(
      _ ties: Ties, _ stream: inout RandomStream, isBetter: (Int, Int) -> Bool
    ) -> Int {
      var best = indices[0]
      var equals = 1
      for place in 1..<drawn {
        let candidate = indices[place]
        if isBetter(candidate, best) {
          best = candidate
          equals = 1
        } else if !isBetter(best, candidate) {
          switch ties {
          case .lowestIndex: best = min(best, candidate)
          case .uniform:
            equals += 1
            if stream.index(below: equals) == 0 { best = candidate }
          }
        }
      }
      return best
    }
  }
}
