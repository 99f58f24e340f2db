import Foundation
import Testing
import WorkplaceModel

@testable import Experiments

@Suite struct SimplexSearchTests {
  /// A function of two variables, and where it is least.
  struct Valley: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var start: [Double]
    var bottom: [Double]
    var height: @Sendable ([Double]) -> Double
  }

  static let valleys = [
    Valley(
      testDescription: "Rosenbrock", start: [-1.2, 1], bottom: [1, 1],
      height: { 100 * pow($0[1] - $0[0] * $0[0], 2) + pow(1 - $0[0], 2) }),
    Valley(
      testDescription: "Beale", start: [1, 1], bottom: [3, 0.5],
      height: { place in
        let (x, y) = (place[0], place[1])
        return pow(1.5 - x + x * y, 2) + pow(2.25 - x + x * y * y, 2)
          + pow(2.625 - x + x * y * y * y, 2)
      }),
  ]

  @Test(arguments: valleys)
  func `led again value by value it finds the bottom of a valley`(valley: Valley) {
    var known: [[Double]: Double] = [:]
    let simplex = SimplexSearch(start: valley.start, step: 0.5, tolerance: 1e-9)
    for _ in 0..<1000 {
      let values = known
      switch simplex.state({ values[$0] }) {
      case .needs(let places):
        for place in places { known[place] = valley.height(place) }
      case .converged(let found):
        #expect(abs(found[0] - valley.bottom[0]) < 1e-6)
        #expect(abs(found[1] - valley.bottom[1]) < 1e-6)
        return
      }
    }
    Issue.record("no convergence")
  }

  @Test func `waiting for values changes nothing of the way it goes`() {
    let valley = Self.valleys[0]
    let simplex = SimplexSearch(start: valley.start, step: 0.5, tolerance: 1e-9)
    let atOnce = simplex.state { valley.height($0) }
    var known: [[Double]: Double] = [:]
    var state = simplex.state { _ in nil }
    while case .needs(let places) = state {
      for place in places { known[place] = valley.height(place) }
      let values = known
      state = simplex.state { values[$0] }
    }
    #expect(state == atOnce)
  }

  @Test func `the corners of the first simplex are asked for together`() {
    let simplex = SimplexSearch(start: [0, 0, 0], step: 0.1, tolerance: 1e-3)
    guard case .needs(let places) = simplex.state({ _ in nil }) else {
      Issue.record("values out of nothing")
      return
    }
    #expect(places.count == 4)
  }
}
