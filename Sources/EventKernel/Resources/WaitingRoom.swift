/// Many waiting lines that share one pool of places.
///
/// Each line serves its bands in order (band 0 first) and is first-in first-out within a band. A
/// ticket lets its holder leave from the middle of a line (reneging). Lines are doubly linked
/// through one array, so entering, leaving and being served are O(1) and allocate nothing once the
/// array has grown to the largest number waiting. Up to 64 bands: the first non-empty one is found
/// with one bit scan.
public struct WaitingRoom<Element: BitwiseCopyable & Sendable>: Sendable {
  /// A place in a line; stale once its holder was served or has left.
  public struct Ticket: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline let place: UInt32
    @usableFromInline let generation: UInt32

    @inlinable init(place: UInt32, generation: UInt32) {
      self.place = place
      self.generation = generation
    }
  }

  @usableFromInline var lists: CopyOnWrite<WaitingLists<Element>>

  /// Creates empty lines, each with 1 to 64 bands.
  @inlinable public init(lines: Int, bands: Int = 1) {
    lists = CopyOnWrite(WaitingLists(lines: lines, bands: bands))
  }

  /// Joins the end of a band of a line.
  ///
  /// Complexity: O(1) amortised; no allocation when a place is vacant.
  @inlinable @discardableResult
  public mutating func enqueue(_ element: Element, line: Int, band: Int = 0) -> Ticket {
    let lists = lists.writing
    let place = lists.pointee.occupyPlace(with: element)
    lists.pointee.link(place, line: line, band: band)
    return ticket(at: place)
  }

  /// Serves the first element of the first non-empty band; nil when the line is empty.
  ///
  /// Complexity: O(1).
  @inlinable public mutating func dequeue(line: Int) -> Element? {
    let place = lists.reading.pointee.firstPlace(line: line)
    return place >= 0 ? lists.writing.pointee.vacate(place) : nil
  }

  /// Leaves the line before being served; nil when the ticket is stale.
  ///
  /// Complexity: O(1), wherever in the line the element stands.
  @inlinable @discardableResult
  public mutating func withdraw(_ ticket: Ticket) -> Element? {
    isCurrent(ticket) ? lists.writing.pointee.vacate(Int(ticket.place)) : nil
  }

  /// Replaces the element of a ticket in its place; false when the ticket is stale.
  @inlinable @discardableResult
  public mutating func replace(_ ticket: Ticket, with element: Element) -> Bool {
    guard isCurrent(ticket) else { return false }
    lists.writing.pointee.places[Int(ticket.place)].element = element
    return true
  }

  /// Moves an element to the end of another line or band, or to its front; its ticket stays valid.
  ///
  /// Returns false when the ticket is stale. Complexity: O(1).
  @inlinable @discardableResult
  public mutating func move(
    _ ticket: Ticket, toLine line: Int, band: Int, atFront: Bool = false
  ) -> Bool {
    guard isCurrent(ticket) else { return false }
    let lists = lists.writing
    lists.pointee.unlink(Int(ticket.place))
    if atFront {
      lists.pointee.linkAtFront(Int(ticket.place), line: line, band: band)
    } else {
      lists.pointee.link(Int(ticket.place), line: line, band: band)
    }
    return true
  }
}

extension WaitingRoom {
  /// Number of lines.
  @inlinable public var lineCount: Int { lists.reading.pointee.lines.count }

  /// Number of elements waiting in a line.
  @inlinable public func count(line: Int) -> Int {
    lists.reading.pointee.checkLine(line)
    return lists.reading.pointee.lines[line].count
  }

  /// Number of elements waiting in one band of a line.
  @inlinable public func count(line: Int, band: Int) -> Int {
    let lists = lists.reading
    lists.pointee.checkLine(line)
    precondition(band >= 0 && band < lists.pointee.bands, "no such band")
    return lists.pointee.queues[line &* lists.pointee.bands &+ band].count
  }

  /// Whether nobody waits in a line.
  @inlinable public func isEmpty(line: Int) -> Bool { lists.reading.pointee.isEmpty(line: line) }

  /// The element that `dequeue(line:)` would serve, with its band and ticket.
  @inlinable public func first(line: Int) -> (element: Element, band: Int, ticket: Ticket)? {
    occupant(of: lists.reading.pointee.firstPlace(line: line))
  }

  /// The element that would be served last, with its band and ticket.
  @inlinable public func last(line: Int) -> (element: Element, band: Int, ticket: Ticket)? {
    occupant(of: lists.reading.pointee.lastPlace(line: line))
  }

  /// Whether the holder of the ticket still waits.
  @inlinable public func isCurrent(_ ticket: Ticket) -> Bool {
    lists.reading.pointee.isCurrent(place: ticket.place, generation: ticket.generation)
  }

  /// The waiting element a ticket belongs to; nil when the ticket is stale.
  @inlinable public func element(_ ticket: Ticket) -> Element? {
    isCurrent(ticket) ? lists.reading.pointee.places[Int(ticket.place)].element : nil
  }

  /// Where the holder of a ticket waits; nil when the ticket is stale.
  @inlinable public func position(_ ticket: Ticket) -> (line: Int, band: Int)? {
    guard isCurrent(ticket) else { return nil }
    let place = lists.reading.pointee.places[Int(ticket.place)]
    return (Int(place.line), Int(place.band))
  }

  /// Visits a line in the order in which it would be served.
  @inlinable public func forEach(
    line: Int, _ body: (_ element: Element, _ band: Int, _ ticket: Ticket) throws -> Void
  ) rethrows {
    let lists = lists.reading
    try lists.pointee.forEachPlace(line: line) { place in
      let occupied = lists.pointee.places[place]
      try body(occupied.element, Int(occupied.band), ticket(at: place))
    }
  }

  @inlinable func ticket(at place: Int) -> Ticket {
    Ticket(
      place: UInt32(truncatingIfNeeded: place),
      generation: lists.reading.pointee.places[place].generation)
  }

  @inlinable func occupant(of place: Int) -> (element: Element, band: Int, ticket: Ticket)? {
    guard place >= 0 else { return nil }
    let occupied = lists.reading.pointee.places[place]
    return (occupied.element, Int(occupied.band), ticket(at: place))
  }
}
