import WorkplaceModel

/// What one incident costs when it is not known of which class it is: the severities of the classes,
/// mixed in proportion to how often they occur.
public struct SeverityMixture: Sendable {
  private let classes: [LossClass]
  private let perYear: Double

  /// Mixes classes; those that never occur, or cost nothing, are left out.
  public init(_ classes: [LossClass]) {
    self.classes = classes.filter { $0.perYear > 0 && $0.severity.mean > 0 }
    perYear = self.classes.reduce(0) { $0 + $1.perYear }
  }

  /// Whether there is no incident to speak of.
  public var isEmpty: Bool { classes.isEmpty }

  /// Probability that an incident costs more than `loss` US dollars.
  public func exceedance(of loss: Double) -> Double {
    classes.reduce(0) { $0 + $1.perYear * $1.severity.exceedance(of: loss) } / perYear
  }

  /// Mean of the loss cut to `bound`, in US dollars.
  public func limitedMean(upTo bound: Double) -> Double {
    classes.reduce(0) { $0 + $1.perYear * $1.severity.limitedMean(upTo: bound) } / perYear
  }

  /// Mean loss of the worst `share` of incidents, in US dollars: the blast radius.
  ///
  /// With q the loss that only the worst share s exceeds,
  ///
  ///     q + (E[X] - E[min(X, q)]) / s
  ///
  /// which counts a limit that many incidents reach in the right proportion. Everything is analytic
  /// but q, which is bisected. Source: MODEL 4; Acerbi and Tasche 2002 for distributions with
  /// jumps.
  ///
  /// - Returns: NaN where nothing ever happens.
  public func worstMean(share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share strictly between 0 and 1")
    guard !isEmpty else { return .nan }
    let threshold = smallestLoss { exceedance(of: $0) <= share }
    return threshold + (limitedMean(upTo: .infinity) - limitedMean(upTo: threshold)) / share
  }
}

/// The smallest loss in US dollars that is large enough, to twelve digits; 0 if 0 is.
///
/// - Parameter isEnough: false below some loss and true from there on.
func smallestLoss(where isEnough: (Double) -> Bool) -> Double {
  if isEnough(0) { return 0 }
  var high = 1.0
  while !isEnough(high), high < 1e300 { high *= 16 }
  var low = high
  while isEnough(low), low > 1e-300 { low /= 16 }
  while high > low * (1 + 1e-12) {
    let middle = (low * high).squareRoot()
    if middle <= low || middle >= high { break }
    if isEnough(middle) { high = middle } else { low = middle }
  }
  return high
}
