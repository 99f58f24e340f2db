extension WaitingRoom {
  /// One element and its neighbours; the generation is odd while the place is occupied.
  @usableFromInline struct Place: Sendable, BitwiseCopyable {
    @usableFromInline var element: Element
    @usableFromInline var previous: Int32 = -1
    @usableFromInline var next: Int32 = -1
    @usableFromInline var generation: UInt32 = 1
    @usableFromInline var line: Int32 = 0
    @usableFromInline var band: Int32 = 0

    @inlinable init(element: Element) { self.element = element }
  }

  /// The ends of one band of one line.
  @usableFromInline struct Queue: Sendable, BitwiseCopyable {
    @usableFromInline var first: Int32 = -1
    @usableFromInline var last: Int32 = -1
    @usableFromInline var count: Int32 = 0

    @inlinable init() {}
  }

  /// A line's non-empty bands as a bit set, and its length over all bands.
  @usableFromInline struct Line: Sendable, BitwiseCopyable {
    @usableFromInline var occupiedBands: UInt64 = 0
    @usableFromInline var count = 0

    @inlinable init() {}
  }

  @inlinable func ticket(at place: Int32) -> Ticket {
    Ticket(place: place, generation: places[Int(place)].generation)
  }

  @inlinable func firstPlace(line: Int) -> Int32? {
    let occupied = lines[line].occupiedBands
    guard occupied != 0 else { return nil }
    return queues[line * bands + occupied.trailingZeroBitCount].first
  }

  @inlinable mutating func occupyPlace(with element: Element) -> Int32 {
    let place = firstVacant
    if place >= 0 {
      firstVacant = places[Int(place)].next
      places[Int(place)].element = element
      places[Int(place)].generation &+= 1
      return place
    }
    precondition(places.count < Int(Int32.max), "a waiting room has fewer than 2^31 places")
    places.append(Place(element: element))
    return Int32(truncatingIfNeeded: places.count - 1)
  }

  @inlinable mutating func vacate(_ place: Int32) -> Element {
    unlink(place)
    let index = Int(place)
    places[index].generation &+= 1
    places[index].next = firstVacant
    firstVacant = place
    return places[index].element
  }

  @inlinable mutating func link(_ place: Int32, line: Int, band: Int) {
    precondition(band >= 0 && band < bands, "no such band")
    let queue = line * bands + band
    let last = queues[queue].last
    let index = Int(place)
    places[index].line = Int32(truncatingIfNeeded: line)
    places[index].band = Int32(truncatingIfNeeded: band)
    places[index].previous = last
    places[index].next = -1
    if last >= 0 {
      places[Int(last)].next = place
    } else {
      queues[queue].first = place
      lines[line].occupiedBands |= 1 &<< UInt64(truncatingIfNeeded: band)
    }
    queues[queue].last = place
    queues[queue].count &+= 1
    lines[line].count &+= 1
  }

  @inlinable mutating func linkAtFront(_ place: Int32, line: Int, band: Int) {
    precondition(band >= 0 && band < bands, "no such band")
    let queue = line * bands + band
    let first = queues[queue].first
    guard first >= 0 else { return link(place, line: line, band: band) }
    let index = Int(place)
    places[index].line = Int32(truncatingIfNeeded: line)
    places[index].band = Int32(truncatingIfNeeded: band)
    places[index].previous = -1
    places[index].next = first
    places[Int(first)].previous = place
    queues[queue].first = place
    queues[queue].count &+= 1
    lines[line].count &+= 1
  }

  @inlinable mutating func unlink(_ place: Int32) {
    let index = Int(place)
    let previous = places[index].previous
    let next = places[index].next
    let line = Int(places[index].line)
    let queue = line * bands + Int(places[index].band)
    if previous >= 0 { places[Int(previous)].next = next } else { queues[queue].first = next }
    if next >= 0 { places[Int(next)].previous = previous } else { queues[queue].last = previous }
    queues[queue].count &-= 1
    lines[line].count &-= 1
    if queues[queue].count == 0 {
      lines[line].occupiedBands &= ~(1 &<< UInt64(truncatingIfNeeded: places[index].band))
    }
  }
}
