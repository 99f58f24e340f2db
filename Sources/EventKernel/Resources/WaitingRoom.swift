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

    @inlinable init(place: Int32, generation: UInt32) {
      self.place = UInt32(bitPattern: place)
      self.generation = generation
    }
  }

  @usableFromInline let bands: Int
  @usableFromInline var places: [Place] = []
  @usableFromInline var firstVacant: Int32 = -1
  @usableFromInline var queues: [Queue]
  @usableFromInline var lines: [Line]

  /// Creates empty lines, each with 1 to 64 bands.
  public init(lines: Int, bands: Int = 1) {
    precondition(lines > 0, "a waiting room has at least one line")
    precondition((1...64).contains(bands), "a line has 1 to 64 bands")
    self.bands = bands
    queues = Array(repeating: Queue(), count: lines * bands)
    self.lines = Array(repeating: Line(), count: lines)
  }

  /// Number of lines.
  @inlinable public var lineCount: Int { lines.count }

  /// Number of elements waiting in a line.
  @inlinable public func count(line: Int) -> Int { Int(lines[line].count) }

  /// Number of elements waiting in one band of a line.
  @inlinable public func count(line: Int, band: Int) -> Int {
    precondition(band >= 0 && band < bands, "no such band")
    return Int(queues[line * bands + band].count)
  }

  /// Whether nobody waits in a line.
  @inlinable public func isEmpty(line: Int) -> Bool { lines[line].occupiedBands == 0 }

  /// Joins the end of a band of a line.
  ///
  /// Complexity: O(1) amortised; no allocation when a place is vacant.
  @inlinable @discardableResult
  public mutating func enqueue(_ element: Element, line: Int, band: Int = 0) -> Ticket {
    let place = occupyPlace(with: element)
    link(place, line: line, band: band)
    return Ticket(place: place, generation: places[Int(place)].generation)
  }

  /// Serves the first element of the first non-empty band; nil when the line is empty.
  ///
  /// Complexity: O(1).
  @inlinable public mutating func dequeue(line: Int) -> Element? {
    guard let place = firstPlace(line: line) else { return nil }
    return vacate(place)
  }

  /// The element that `dequeue(line:)` would serve, with its band and ticket.
  @inlinable public func first(line: Int) -> (element: Element, band: Int, ticket: Ticket)? {
    guard let place = firstPlace(line: line) else { return nil }
    return (places[Int(place)].element, Int(places[Int(place)].band), ticket(at: place))
  }

  /// The element that would be served last, with its band and ticket.
  @inlinable public func last(line: Int) -> (element: Element, band: Int, ticket: Ticket)? {
    let occupied = lines[line].occupiedBands
    guard occupied != 0 else { return nil }
    let band = 63 - occupied.leadingZeroBitCount
    let place = queues[line * bands + band].last
    return (places[Int(place)].element, band, ticket(at: place))
  }

  /// Leaves the line before being served; nil when the ticket is stale.
  ///
  /// Complexity: O(1), wherever in the line the element stands.
  @inlinable @discardableResult
  public mutating func withdraw(_ ticket: Ticket) -> Element? {
    guard isCurrent(ticket) else { return nil }
    return vacate(Int32(bitPattern: ticket.place))
  }

  /// Whether the holder of the ticket still waits.
  @inlinable public func isCurrent(_ ticket: Ticket) -> Bool {
    Int(ticket.place) < places.count && places[Int(ticket.place)].generation == ticket.generation
  }

  /// The waiting element a ticket belongs to; nil when the ticket is stale.
  @inlinable public func element(_ ticket: Ticket) -> Element? {
    isCurrent(ticket) ? places[Int(ticket.place)].element : nil
  }

  /// Where the holder of a ticket waits; nil when the ticket is stale.
  @inlinable public func position(_ ticket: Ticket) -> (line: Int, band: Int)? {
    guard isCurrent(ticket) else { return nil }
    return (Int(places[Int(ticket.place)].line), Int(places[Int(ticket.place)].band))
  }

  /// Replaces the element of a ticket in its place; false when the ticket is stale.
  @inlinable @discardableResult
  public mutating func replace(_ ticket: Ticket, with element: Element) -> Bool {
    guard isCurrent(ticket) else { return false }
    places[Int(ticket.place)].element = element
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
    let place = Int32(bitPattern: ticket.place)
    unlink(place)
    if atFront {
      linkAtFront(place, line: line, band: band)
    } else {
      link(place, line: line, band: band)
    }
    return true
  }

  /// Visits a line in the order in which it would be served.
  @inlinable public func forEach(
    line: Int, _ body: (_ element: Element, _ band: Int, _ ticket: Ticket) throws -> Void
  ) rethrows {
    var occupied = lines[line].occupiedBands
    while occupied != 0 {
      let band = occupied.trailingZeroBitCount
      occupied &= occupied &- 1
      var place = queues[line * bands + band].first
      while place >= 0 {
        try body(places[Int(place)].element, band, ticket(at: place))
        place = places[Int(place)].next
      }
    }
  }
}
