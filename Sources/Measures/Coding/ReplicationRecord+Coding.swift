import WorkplaceModel

extension ReplicationRecord {
  /// A record without content, to be filled by reading.
  public static var blank: ReplicationRecord {
    ReplicationRecord(
      measures: [], readings: [], weekly: [], totals: PeriodTotals(workKinds: 0),
      blocks: WeekBlocks(blocks: [], firstEvaluated: 0), qualities: [], windowQualities: [],
      annualLoss: CompoundLoss([]), incidents: [])
  }

  /// Writes the record, or fills it by reading.
  public mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&measures)
    coder.code(&readings, blank: []) { $1.code(&$0) }
    coder.code(&weekly, blank: []) { $1.code(&$0) }
    totals.code(&coder)
    blocks.code(&coder)
    coder.code(&qualities, blank: []) { $1.code(&$0, blank: .blank) { $0.code(&$1) } }
    coder.code(&windowQualities, blank: .blank) { $0.code(&$1) }
    annualLoss.code(&coder)
    coder.code(&incidents, blank: .blank) { $0.code(&$1) }
  }
}

extension WeekBlocks {
  init(blocks: [Range<Int>], firstEvaluated: Int) {
    self.blocks = blocks
    self.firstEvaluated = firstEvaluated
  }

  mutating func code(_ coder: inout BinaryCoder) {
    var (blocks, firstEvaluated) = (blocks, firstEvaluated)
    coder.code(&blocks, blank: 0..<0) { block, coder in
      var (first, end) = (block.lowerBound, block.upperBound)
      coder.code(&first)
      coder.code(&end)
      guard first <= end else { return coder.fail() }
      block = first..<end
    }
    coder.code(&firstEvaluated)
    self = WeekBlocks(blocks: blocks, firstEvaluated: firstEvaluated)
  }
}

extension MetricQuality {
  /// Nothing known.
  static var blank: MetricQuality { MetricQuality(meanOf: []) }

  mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&employees)
    coder.code(&meanScore)
    coder.code(&pearson)
    coder.code(&spearman)
    coder.code(&kendallTauB)
    coder.code(&congruity)
    coder.code(&topDecilePrecision)
    coder.code(&topDecileBottomHalf)
    coder.code(&topDecileTrueScore)
    coder.code(&topDecileGaming)
    coder.code(&neverGamerPercentile)
    coder.code(&gamingDiscrimination)
    coder.code(&scoreGini)
    coder.code(&topDecileScoreShare)
    coder.code(&creditInequality)
  }
}

extension CompoundLoss {
  mutating func code(_ coder: inout BinaryCoder) {
    var classes = classes
    let blank = LossClass(perYear: 0, severity: Severity(median: 0, sigma: 0, limit: 0))
    coder.code(&classes, blank: blank) { loss, coder in
      coder.code(&loss.perYear)
      coder.code(&loss.severity.median)
      coder.code(&loss.severity.sigma)
      coder.code(&loss.severity.limit)
    }
    if coder.isReading { self = CompoundLoss(classes) }
  }
}

extension IncidentRecord {
  /// An incident of which nothing is known.
  fileprivate static var blank: IncidentRecord {
    IncidentRecord(
      week: 0, hour: 0, employee: 0, kind: .missentMessage, cause: .agentError, fromGaming: false,
      lossUSD: 0, detectionHours: 0)
  }

  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    coder.code(&week)
    coder.code(&hour)
    coder.code(&employee)
    kind.code(&coder)
    cause.code(&coder)
    coder.code(&fromGaming)
    coder.code(&lossUSD)
    coder.code(&detectionHours)
  }
}

extension IncidentClass {
  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    var number = UInt8(rawValue)
    coder.code(&number)
    if let kind = IncidentClass(rawValue: Int(number)) { self = kind } else { coder.fail() }
  }
}

extension IncidentCause {
  /// Every cause, in the order of its number in bytes.
  private static let numbered: [IncidentCause] = [.agentError, .injection, .defect]

  fileprivate mutating func code(_ coder: inout BinaryCoder) {
    var number: UInt8 =
      switch self {
      case .agentError: 0
      case .injection: 1
      case .defect: 2
      }
    coder.code(&number)
    guard Int(number) < Self.numbered.count else { return coder.fail() }
    self = Self.numbered[Int(number)]
  }
}
