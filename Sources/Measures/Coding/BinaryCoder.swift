/// Writes values as bytes, or reads them back, by one description for both directions.
///
/// A type lists its fields once, in a function that takes the coder; writing reads the fields, and
/// reading assigns them. So the two cannot fall apart. Numbers take 8 bytes, lowest first, and come
/// back bit for bit, NaN payloads included; the same values always give the same bytes.
///
/// Reading never traps: bytes that end too soon, or are not what was written, leave ``hasFailed`` true
/// and values without meaning.
public struct BinaryCoder {
  /// Whether values are assigned rather than written.
  public let isReading: Bool
  /// Whether what was read cannot have been written by this coder.
  public private(set) var hasFailed = false
  /// What has been written, or is being read.
  public private(set) var bytes: [UInt8]
  private var position = 0

  /// Prepares to write.
  public init() {
    isReading = false
    bytes = []
  }

  /// Prepares to read.
  public init(reading bytes: [UInt8]) {
    isReading = true
    self.bytes = bytes
  }

  /// Whether everything that was written has been read, and nothing else.
  public var isComplete: Bool { !hasFailed && position == bytes.count }

  /// Marks what is read as something that was never written.
  public mutating func fail() { hasFailed = true }

  /// A word of 64 bits.
  public mutating func code(_ word: inout UInt64) {
    guard isReading else {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
      return
    }
    guard take(8) else { return word = 0 }
    let start = position - 8
    word = bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    }
  }

  /// A number, bit for bit.
  public mutating func code(_ number: inout Double) {
    var word = number.bitPattern
    code(&word)
    if isReading { number = Double(bitPattern: word) }
  }

  /// A whole number.
  public mutating func code(_ whole: inout Int) {
    var word = UInt64(bitPattern: Int64(whole))
    code(&word)
    if isReading { whole = Int(Int64(bitPattern: word)) }
  }

  /// A small whole number, in one byte.
  public mutating func code(_ byte: inout UInt8) {
    guard isReading else { return bytes.append(byte) }
    byte = take(1) ? bytes[position - 1] : 0
  }

  /// A truth value, in one byte.
  public mutating func code(_ flag: inout Bool) {
    var byte: UInt8 = flag ? 1 : 0
    code(&byte)
    if isReading {
      flag = byte == 1
      if byte > 1 { hasFailed = true }
    }
  }

  /// Numbers, with how many there are.
  public mutating func code(_ numbers: inout [Double]) {
    guard let count = codeCount(numbers.count, elementSize: 8) else {
      if isReading { numbers = [] }
      return
    }
    // Lowest byte first, as every processor has it that this program is built for.
    guard isReading else {
      numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
      return
    }
    guard take(8 * count) else { return numbers = [] }
    let start = position - 8 * count
    numbers = [Double](unsafeUninitializedCapacity: count) { buffer, initialised in
      bytes.withUnsafeBytes { source in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[start..<(start + 8 * count)]))
      }
      initialised = count
    }
  }

  /// Elements, with how many there are.
  ///
  /// - Parameters:
  ///   - elements: the elements.
  ///   - blank: what an element is before its fields are assigned.
  ///   - body: codes the fields of one.
  public mutating func code<Element>(
    _ elements: inout [Element], blank: @autoclosure () -> Element,
    _ body: (inout Element, inout BinaryCoder) -> Void
  ) {
    guard let count = codeCount(elements.count, elementSize: 1) else {
      if isReading { elements = [] }
      return
    }
    if isReading { elements = [] }
    for index in 0..<count {
      var element = isReading ? blank() : elements[index]
      body(&element, &self)
      if isReading { elements.append(element) }
      if hasFailed { return }
    }
  }

  /// A value that may be missing.
  public mutating func code<Value>(
    _ value: inout Value?, blank: @autoclosure () -> Value,
    _ body: (inout Value, inout BinaryCoder) -> Void
  ) {
    var isThere = value != nil
    code(&isThere)
    guard isThere else { return value = nil }
    var present = value ?? blank()
    body(&present, &self)
    value = present
  }

  /// How many elements follow; nil for none, and where there are fewer bytes than elements.
  private mutating func codeCount(_ count: Int, elementSize: Int) -> Int? {
    var count = count
    code(&count)
    guard isReading else { return count > 0 ? count : nil }
    guard count >= 0, count <= (bytes.count - position) / elementSize else {
      hasFailed = true
      return nil
    }
    return count > 0 ? count : nil
  }

  /// Moves on by some bytes, if there are so many.
  private mutating func take(_ count: Int) -> Bool {
    guard !hasFailed, bytes.count - position >= count else {
      hasFailed = true
      return false
    }
    position += count
    return true
  }
}
