/// The doubly linked lines behind `WaitingRoom` and `ResourcePool`.
@usableFromInline
struct WaitingLists<Element: BitwiseCopyable & Sendable>: BufferBundle, Sendable {
  /// One element and its neighbours; the generation is odd while the place is occupied.
  @usableFromInline struct Place: BitwiseCopyable, Sendable {
    @usableFromInline var element: Element
    @usableFromInline var previous: Int32 = -1
    /// The next place in line, or the next vacant one.
    @usableFromInline var next: Int32 = -1
    @usableFromInline var generation: UInt32 = 1
    @usableFromInline var line: Int32 = 0
    @usableFromInline var band: Int32 = 0

    @inlinable init(element: Element) { self.element = element }
  }

  /// The ends of one band of one line.
  @usableFromInline struct Queue: BitwiseCopyable, Sendable {
    @usableFromInline var first: Int32 = -1
    @usableFromInline var last: Int32 = -1
    @usableFromInline var count = 0

    @inlinable init() {}
  }

  /// A line's non-empty bands as a bit set, and its length over all bands.
  @usableFromInline struct Line: BitwiseCopyable, Sendable {
    @usableFromInline var occupiedBands: UInt64 = 0
    @usableFromInline var count = 0

    @inlinable init() {}
  }

  @usableFromInline let bands: Int
  @usableFromInline var places = Buffer<Place>()
  @usableFromInline var firstVacant: Int32 = -1
  @usableFromInline var queues: Buffer<Queue>
  @usableFromInline var lines: Buffer<Line>

  @inlinable init(lines: Int, bands: Int) {
    precondition(lines > 0, "there is at least one line")
    precondition(bands >= 1 && bands <= 64, "a line has 1 to 64 bands")
    self.bands = bands
    queues = Buffer(repeating: Queue(), count: lines * bands)
    self.lines = Buffer(repeating: Line(), count: lines)
  }

  @inlinable func isEmpty(line: Int) -> Bool {
    checkLine(line)
    return lines[line].occupiedBands == 0
  }

  /// The place of the first in line, or -1.
  @inlinable func firstPlace(line: Int) -> Int {
    checkLine(line)
    let occupied = lines[line].occupiedBands
    guard occupied != 0 else { return -1 }
    return Int(queues[line &* bands &+ occupied.trailingZeroBitCount].first)
  }

  /// The place of the last in line, or -1.
  @inlinable func lastPlace(line: Int) -> Int {
    checkLine(line)
    let occupied = lines[line].occupiedBands
    guard occupied != 0 else { return -1 }
    return Int(queues[line &* bands &+ 63 &- occupied.leadingZeroBitCount].last)
  }

  @inlinable func isCurrent(place: UInt32, generation: UInt32) -> Bool {
    Int(place) < places.count && places[Int(place)].generation == generation
  }

  /// Puts an element into a vacant place that is not in any line yet.
  @inlinable mutating func occupyPlace(with element: Element) -> Int {
    let place = Int(firstVacant)
    if place >= 0 {
      firstVacant = places[place].next
      places[place].element = element
      places[place].generation &+= 1
      return place
    }
    precondition(places.count < Int(Int32.max), "there are fewer than 2^31 places")
    places.append(Place(element: element))
    return places.count &- 1
  }

  /// Takes the element of a place out of its line and makes the place vacant.
  @inlinable mutating func vacate(_ place: Int) -> Element {
    unlink(place)
    places[place].generation &+= 1
    places[place].next = firstVacant
    firstVacant = Int32(truncatingIfNeeded: place)
    return places[place].element
  }

  /// Puts a place at the end of a line's band.
  @inlinable mutating func link(_ place: Int, line: Int, band: Int) {
    checkLine(line)
    precondition(band >= 0 && band < bands, "no such band")
    let queue = queues.base.advanced(by: line &* bands &+ band)
    let last = queue.pointee.last
    let linked = places.base.advanced(by: place)
    linked.pointee.line = Int32(truncatingIfNeeded: line)
    linked.pointee.band = Int32(truncatingIfNeeded: band)
    linked.pointee.previous = last
    linked.pointee.next = -1
    if last >= 0 {
      places[Int(last)].next = Int32(truncatingIfNeeded: place)
    } else {
      queue.pointee.first = Int32(truncatingIfNeeded: place)
      lines[line].occupiedBands |= 1 &<< UInt64(truncatingIfNeeded: band)
    }
    queue.pointee.last = Int32(truncatingIfNeeded: place)
    queue.pointee.count &+= 1
    lines[line].count &+= 1
  }

  /// Puts a place at the front of a line's band.
  @inlinable mutating func linkAtFront(_ place: Int, line: Int, band: Int) {
    checkLine(line)
    precondition(band >= 0 && band < bands, "no such band")
    let queue = queues.base.advanced(by: line &* bands &+ band)
    let first = queue.pointee.first
    guard first >= 0 else { return link(place, line: line, band: band) }
    let linked = places.base.advanced(by: place)
    linked.pointee.line = Int32(truncatingIfNeeded: line)
    linked.pointee.band = Int32(truncatingIfNeeded: band)
    linked.pointee.previous = -1
    linked.pointee.next = first
    places[Int(first)].previous = Int32(truncatingIfNeeded: place)
    queue.pointee.first = Int32(truncatingIfNeeded: place)
    queue.pointee.count &+= 1
    lines[line].count &+= 1
  }

  /// Takes a place out of its line.
  @inlinable mutating func unlink(_ place: Int) {
    let previous = places[place].previous
    let next = places[place].next
    let line = Int(places[place].line)
    let band = Int(places[place].band)
    let queue = queues.base.advanced(by: line &* bands &+ band)
    if previous >= 0 { places[Int(previous)].next = next } else { queue.pointee.first = next }
    if next >= 0 { places[Int(next)].previous = previous } else { queue.pointee.last = previous }
    queue.pointee.count &-= 1
    lines[line].count &-= 1
    if queue.pointee.count == 0 {
      lines[line].occupiedBands &= ~(1 &<< UInt64(truncatingIfNeeded: band))
    }
  }

  /// Visits the places of a line in the order in which they would be served.
  @inlinable func forEachPlace(line: Int, _ body: (Int) throws -> Void) rethrows {
    checkLine(line)
    var occupied = lines[line].occupiedBands
    while occupied != 0 {
      var place = Int(queues[line &* bands &+ occupied.trailingZeroBitCount].first)
      occupied &= occupied &- 1
      while place >= 0 {
        let next = Int(places[place].next)
        try body(place)
        place = next
      }
    }
  }

  @inlinable func checkLine(_ line: Int) {
    precondition(line >= 0 && line < lines.count, "no such line")
  }

  @inlinable func duplicate() -> WaitingLists {
    var copy = self
    copy.places = places.duplicate()
    copy.queues = queues.duplicate()
    copy.lines = lines.duplicate()
    return copy
  }

  @inlinable func deallocate() {
    places.deallocate()
    queues.deallocate()
    lines.deallocate()
  }
}
