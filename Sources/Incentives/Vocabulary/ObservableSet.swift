/// A set of observables in one machine word.
public struct ObservableSet: OptionSet, Sendable, Hashable {
  /// One bit for every observable, the lowest for raw value 0.
  public let rawValue: UInt64

  /// Makes the set whose bits are `rawValue`.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Makes the set of one observable.
  public init(_ observable: Observable) {
    self.init(rawValue: 1 << UInt64(observable.rawValue))
  }

  /// Makes the set of several observables.
  public init(_ observables: some Sequence<Observable>) {
    self = observables.reduce(into: []) { $0.formUnion(ObservableSet($1)) }
  }

  /// Every observable.
  public static let all = ObservableSet(Observable.allCases)

  /// Whether `observable` is in the set.
  public func contains(_ observable: Observable) -> Bool {
    rawValue & (1 << UInt64(observable.rawValue)) != 0
  }

  /// The observables in the set, in the order of their raw values.
  public var observables: [Observable] {
    Observable.allCases.filter { contains($0) }
  }

  /// How many observables the set holds.
  public var count: Int { rawValue.nonzeroBitCount }
}
