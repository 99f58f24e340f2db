import Randomness
import Testing
import WorkplaceModel

@testable import Measures

@Suite("Values as bytes") struct BinaryCoderTests {
  private static let oddNumbers: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    Double(bitPattern: 0x7FF8_0000_0000_1234), Double(bitPattern: 0xFFF0_0000_0000_0001),
  ]

  @Test("come back bit for bit, NaN payloads and signed zeros too")
  func numbers() {
    var coder = BinaryCoder()
    var (numbers, whole, flag, byte) = (Self.oddNumbers, -3, true, UInt8(200))
    coder.code(&numbers)
    coder.code(&whole)
    coder.code(&flag)
    coder.code(&byte)
    var reader = BinaryCoder(reading: coder.bytes)
    var (readNumbers, readWhole, readFlag, readByte) = ([Double](), 0, false, UInt8(0))
    reader.code(&readNumbers)
    reader.code(&readWhole)
    reader.code(&readFlag)
    reader.code(&readByte)
    #expect(reader.isComplete)
    #expect(readNumbers.map(\.bitPattern) == Self.oddNumbers.map(\.bitPattern))
    #expect(readWhole == -3 && readFlag && readByte == 200)
  }

  @Test("of every length but the right one are refused")
  func truncation() {
    var coder = BinaryCoder()
    var nested: [[Double]] = [[1, 2], [], [3]]
    coder.code(&nested, blank: []) { $1.code(&$0) }
    for length in 0..<coder.bytes.count {
      var reader = BinaryCoder(reading: Array(coder.bytes.prefix(length)))
      var read: [[Double]] = []
      reader.code(&read, blank: []) { $1.code(&$0) }
      #expect(!reader.isComplete)
    }
    var reader = BinaryCoder(reading: coder.bytes + [0])
    var read: [[Double]] = []
    reader.code(&read, blank: []) { $1.code(&$0) }
    #expect(read == nested && !reader.hasFailed && !reader.isComplete)
  }

  @Test("that claim more elements than there are bytes allocate nothing")
  func hugeCounts() {
    var coder = BinaryCoder()
    var huge = UInt64.max / 2
    coder.code(&huge)
    var reader = BinaryCoder(reading: coder.bytes)
    var numbers: [Double] = []
    reader.code(&numbers)
    #expect(reader.hasFailed && numbers.isEmpty)
  }

  @Test("hold every field of what a stretch of weeks adds up to")
  func everyField() {
    var totals = PeriodTotals(workKinds: 3)
    let leaves = Leaves.of(totals)
    var coder = BinaryCoder()
    totals.code(&coder)
    // A word for each number, and one for the length of each of the eight lists.
    #expect(coder.bytes.count == 8 * (leaves.count + 8))
  }

  @Test("hold every field of how well a metric tells the truth")
  func everyQuality() {
    var quality = MetricQuality.blank
    var coder = BinaryCoder()
    quality.code(&coder)
    #expect(coder.bytes.count == 8 * Leaves.of(quality).count)
  }

  @Test("of random records come back leaf by leaf", arguments: 0..<20)
  func randomRecords(seed: Int) {
    var source = RandomRecord(seed: UInt64(seed))
    var record = source.record()
    var coder = BinaryCoder()
    record.code(&coder)
    var again = BinaryCoder()
    record.code(&again)
    #expect(coder.bytes == again.bytes)
    var reader = BinaryCoder(reading: coder.bytes)
    var read = ReplicationRecord.blank
    read.code(&reader)
    #expect(reader.isComplete)
    #expect(Leaves.of(read) == Leaves.of(record))
  }
}

/// Records of random shape with random bits in every number.
private struct RandomRecord {
  private var stream: RandomStream

  init(seed: UInt64) {
    stream = RandomStream(StreamKey(seed: seed, replication: 0), purpose: 1, entity: 0, index: 0)
  }

  private mutating func number() -> Double {
    switch stream.bits() % 8 {
    case 0: .nan
    case 1: .infinity
    default: Double(bitPattern: UInt64(stream.bits()) << 32 | UInt64(stream.bits()))
    }
  }

  private mutating func numbers() -> [Double] {
    (0..<Int(stream.bits() % 9)).map { _ in number() }
  }

  mutating func record() -> ReplicationRecord {
    var record = ReplicationRecord.blank
    record.measures = numbers()
    record.readings = [numbers(), numbers()]
    record.weekly = [numbers(), [], numbers()]
    record.totals = PeriodTotals(workKinds: Int(stream.bits() % 4))
    record.totals.value = number()
    record.totals.events = number()
    record.totals.using = numbers()
    record.blocks = WeekBlocks(
      horizonWeeks: 1 + Int(stream.bits() % 60), evaluationWeeks: 1 + Int(stream.bits() % 20))
    var quality = MetricQuality.blank
    quality.pearson = number()
    quality.creditInequality = number()
    record.qualities = [[quality, .blank], []]
    record.windowQualities = [quality]
    let severity = Severity(median: 10, sigma: 1, limit: .infinity)
    record.annualLoss = CompoundLoss([LossClass(perYear: 0.5, severity: severity)])
    record.incidents = [
      IncidentRecord(
        week: -1, hour: number(), employee: 3, kind: .leak, cause: .defect, fromGaming: true,
        lossUSD: number(), detectionHours: number())
    ]
    return record
  }
}

/// The values at the ends of a value's tree of fields, numbers by their bits.
enum Leaves {
  static func of(_ value: Any) -> [String] {
    if let number = value as? Double { return [String(number.bitPattern, radix: 16)] }
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty {
      return mirror.displayStyle == .collection || mirror.displayStyle == .optional
        ? [] : ["\(value)"]
    }
    return mirror.children.flatMap { of($0.value) }
  }
}
