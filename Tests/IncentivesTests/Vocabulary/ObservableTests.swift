import Testing

@testable import Incentives

@Suite struct ObservableTests {
  @Test func `names are unique, in snake case, and found again`() {
    let names =
      Observable.allCases.map(\.name) + DerivedObservable.allCases.map(\.name)
      + TruthQuantity.allCases.map(\.name) + FormulaFunction.allCases.map(\.rawValue)
      + FormulaParser.keywords
    #expect(Set(names).count == names.count)
    for observable in Observable.allCases {
      #expect(Observable(name: observable.name) == observable)
      #expect(observable.name.allSatisfy { $0 == "_" || ($0.isLowercase && $0.isASCII) })
    }
    #expect(Observable(name: "true_value") == nil)
  }

  @Test(arguments: Observable.allCases)
  func `every observable says what it is, in which unit and from where`(observable: Observable) {
    #expect(!observable.unit.isEmpty)
    #expect(observable.definition.hasSuffix("."))
    #expect(!observable.telemetrySource.isEmpty)
  }

  @Test(arguments: [
    ("comits", Observable.commits), ("active_day", .activeDays), ("output_token", .outputTokens),
    ("cost", .agentCost), ("prs_mergd", .pullRequestsMerged), ("Sessions", .sessions),
    ("hours_wroked", .hoursWorked), ("reviews", .reviewsDone),
  ])
  func `a slip of the pen finds the name that was meant`(slip: String, meant: Observable) {
    #expect(Observable.nearest(to: slip) == meant)
  }

  @Test(arguments: ["", "x", "happiness", "qqqqqqqqqqqq"])
  func `a name like no other finds nothing`(name: String) {
    #expect(Observable.nearest(to: name) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1),
    ("commits", "comits", 1),
  ])
  func `edit distance counts changes and swaps`(first: String, second: String, distance: Int) {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    #expect(NearestName.editDistance(a, b) == distance)
    #expect(NearestName.editDistance(b, a) == distance)
  }
}

@Suite struct ObservableSetTests {
  @Test func `a set holds what was put in, in order`() {
    let set = ObservableSet([.seat, .commits, .activeDays])
    #expect(set.observables == [.activeDays, .commits, .seat])
    #expect(set.count == 3)
    #expect(set.contains(.commits) && !set.contains(.sessions))
    #expect(ObservableSet.all.count == Observable.allCases.count)
    #expect(set.subtracting(.init(.commits)).observables == [.activeDays, .seat])
  }
}
