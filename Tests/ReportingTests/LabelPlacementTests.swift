import Testing

@testable import Reporting

@Suite struct LabelPlacementTests {
  @Test func `labels that have room stay where their lines end`() {
    #expect(LabelShift.shifts([10, 60, 30]) == [0, 0, 0])
    #expect(LabelShift.shifts([]) == [])
  }

  @Test(arguments: [[50.0, 50, 50], [50, 51, 64], [3, 2, 1, 0], [80, 20, 22, 81, 21]])
  func `labels that would overlap are moved apart and keep their order`(_ pixels: [Double]) {
    let shifts = LabelShift.shifts(pixels)
    let places = zip(pixels, shifts).map { $0 + Double($1) }
    let order = pixels.indices.sorted { (pixels[$0], $0) < (pixels[$1], $1) }
    for (above, below) in zip(order, order.dropFirst()) {
      // 13 pixels, less what rounding to steps may take.
      #expect(places[below] - places[above] >= 13 - Double(LabelShift.step))
    }
    #expect(shifts.allSatisfy { $0.isMultiple(of: LabelShift.step) })
  }

  @Test func `names of points stand inside the picture and on no other point`() {
    let sides = PointLabel.sides(
      [
        .init(name: "first", x: 0, y: 10), .init(name: "second", x: 0.05, y: 10),
        .init(name: "last", x: 1, y: 0),
      ], width: 480, height: 380)
    #expect(sides["second"] == .right)
    #expect(sides["first"] != .right, "there stands the second point")
    #expect(sides["last"] == .left, "to the right the picture ends")
  }

  @Test func `points on the same spot have their names on different sides`() {
    let sides = PointLabel.sides(
      [
        .init(name: "one", x: 1, y: 1), .init(name: "two", x: 1, y: 1),
        .init(name: "far", x: 0, y: 0),
      ], width: 480, height: 380)
    #expect(sides["one"] != sides["two"])
  }

  @Test func `a name that finds no free place is left out`() {
    let crowd = (1...12).map { PointLabel.Point(name: "board\($0)", x: 1, y: 1) }
    let sides = PointLabel.sides(crowd, width: 480, height: 380)
    #expect(sides["board1"] != nil, "the first matters most")
    #expect(sides.count < crowd.count)
  }

  @Test func `a single point has its name to the right`() {
    #expect(
      PointLabel.sides([.init(name: "p", x: 0, y: 1)], width: 480, height: 380)["p"] == .right)
  }

  @Test(arguments: [(0, 3), (0, 9), (0, 39), (5, 51), (0, 259), (7, 7), (0, 1000)])
  func `weeks are marked in few places that are easy to say`(_ first: Int, _ last: Int) {
    let ticks = WeekAxis(first: first, last: last, room: 0.3).ticks
    #expect((1...6).contains(ticks.count))
    #expect(ticks.allSatisfy { (first...last).contains($0) })
  }

  @Test func `a value axis has room above and below, or begins at zero`() {
    let axis = ValueAxis([2, 4], height: 100, fromZero: false)
    #expect(axis.low < 2 && axis.high > 4)
    #expect(axis.pixel(of: axis.high) == 0)
    #expect(axis.pixel(of: axis.low) == 100)
    #expect(ValueAxis([2, 4], height: 100, fromZero: true).low == 0)
    #expect(ValueAxis([-1, 4], height: 100, fromZero: true).low < -1)
    let flat = ValueAxis([3, 3], height: 100, fromZero: false)
    #expect(flat.low < 3 && flat.high > 3)
  }
}
