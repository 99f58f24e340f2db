import EventKernel
import Testing

@Suite struct WaitingRoomTests {
  @Test func `bands go first, then the order of arrival`() {
    var room = WaitingRoom<Int>(lines: 2, bands: 64)
    room.enqueue(4, line: 1, band: 63)
    room.enqueue(2, line: 1, band: 5)
    room.enqueue(3, line: 1, band: 5)
    room.enqueue(1, line: 1, band: 0)
    room.enqueue(9, line: 0, band: 0)
    #expect(room.first(line: 1)?.element == 1)
    #expect(room.last(line: 1)?.element == 4)
    #expect((1...4).allSatisfy { room.dequeue(line: 1) == $0 })
    #expect(room.dequeue(line: 1) == nil)
    #expect(room.count(line: 0) == 1)
  }

  @Test func `a ticket is good until its holder is served or leaves`() {
    var room = WaitingRoom<Int>(lines: 1)
    let served = room.enqueue(1, line: 0)
    let leaving = room.enqueue(2, line: 0)
    let staying = room.enqueue(3, line: 0)
    #expect(room.dequeue(line: 0) == 1)
    #expect(room.withdraw(served) == nil)
    #expect(room.withdraw(leaving) == 2)
    #expect(room.withdraw(leaving) == nil)
    let reused = room.enqueue(4, line: 0)
    #expect(room.withdraw(served) == nil, "a stale ticket hit the next occupant")
    #expect(room.element(staying) == 3)
    #expect(room.element(reused) == 4)
  }

  @Test func `a moved element keeps its ticket and takes its new place`() {
    var room = WaitingRoom<Int>(lines: 2, bands: 3)
    let moved = room.enqueue(1, line: 0, band: 2)
    room.enqueue(2, line: 1, band: 1)
    room.enqueue(3, line: 1, band: 1)
    #expect(room.move(moved, toLine: 1, band: 1) == true)
    #expect(room.isEmpty(line: 0))
    var order: [Int] = []
    room.forEach(line: 1) { element, _, _ in order.append(element) }
    #expect(order == [2, 3, 1])
    #expect(room.move(moved, toLine: 1, band: 1, atFront: true) == true)
    #expect(room.first(line: 1)?.ticket == moved)
    #expect(room.replace(moved, with: 7) == true)
    #expect(room.withdraw(moved) == 7)
    #expect(room.move(moved, toLine: 0, band: 0) == false)
    #expect(room.count(line: 1, band: 1) == 2)
  }

  @Test func `a copy is independent`() {
    var room = WaitingRoom<Int>(lines: 1)
    let ticket = room.enqueue(1, line: 0)
    var copy = room
    #expect(copy.withdraw(ticket) == 1)
    copy.enqueue(5, line: 0)
    #expect(room.count(line: 0) == 1)
    #expect(room.element(ticket) == 1)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `every operation agrees with plain arrays`(seed: UInt64) {
    var generator = TestGenerator(seed: seed)
    let bands = 5
    var room = WaitingRoom<Int>(lines: 3, bands: bands)
    var lines = Array(repeating: Array(repeating: [Int](), count: bands), count: 3)
    var tickets: [WaitingRoom<Int>.Ticket] = []
    for number in 0..<6_000 {
      let line = generator.index(below: 3)
      let band = generator.index(below: bands)
      switch generator.index(below: 6) {
      case 0, 1:
        tickets.append(room.enqueue(tickets.count, line: line, band: band))
        lines[line][band].append(tickets.count - 1)
      case 2:
        let expected = lines[line].firstIndex { !$0.isEmpty }.map { lines[line][$0].removeFirst() }
        #expect(room.dequeue(line: line) == expected)
      case 3 where !tickets.isEmpty:
        let element = generator.index(below: tickets.count)
        let isPresent = remove(element, from: &lines)
        #expect(room.withdraw(tickets[element]) == (isPresent ? element : nil))
      case 4 where !tickets.isEmpty:
        let element = generator.index(below: tickets.count)
        let atFront = number.isMultiple(of: 2)
        let isPresent = remove(element, from: &lines)
        if isPresent {
          lines[line][band].insert(element, at: atFront ? 0 : lines[line][band].count)
        }
        let isMoved = room.move(tickets[element], toLine: line, band: band, atFront: atFront)
        #expect(isMoved == isPresent)
      default:
        #expect(room.count(line: line) == lines[line].reduce(0) { $0 + $1.count })
        #expect(room.count(line: line, band: band) == lines[line][band].count)
        #expect(room.last(line: line)?.element == lines[line].last { !$0.isEmpty }?.last)
        var order: [Int] = []
        room.forEach(line: line) { element, _, ticket in
          order.append(element)
          #expect(ticket == tickets[element])
        }
        #expect(order == lines[line].flatMap { $0 })
      }
    }
  }

  private func remove(_ element: Int, from lines: inout [[[Int]]]) -> Bool {
    for line in lines.indices {
      for band in lines[line].indices {
        if let index = lines[line][band].firstIndex(of: element) {
          lines[line][band].remove(at: index)
          return true
        }
      }
    }
    return false
  }
}
