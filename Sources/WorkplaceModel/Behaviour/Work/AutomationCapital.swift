import Foundation

/// Hours put into automation that keeps doing part of the work (MODEL 1.3).
///
///     A(t+1) = (1 - delta) A(t) + zeta x
///
/// with A in standard hours of value a week that cost no hours any more and x the hours built. The
/// investment pays later: an hour is worth zeta times the weeks in which what it built still works,
/// as far as people look ahead, sum over s = 1..T of (1 - delta)^(s-1).
public struct AutomationCapital: Sendable, Equatable {
  /// Hours a week that somebody who builds puts into it.
  public var hours: Double
  /// Standard hours a week that one hour of building brings (zeta).
  public var yield: Double
  /// Share of the capital that stops working in a week (delta).
  public var depreciation: Double
  /// Weeks that people look ahead (T).
  public var horizonWeeks: Double

  /// Creates the parameters.
  public init(hours: Double, yield: Double, depreciation: Double, horizonWeeks: Double) {
    self.hours = hours
    self.yield = yield
    self.depreciation = depreciation
    self.horizonWeeks = horizonWeeks
  }
}

extension AutomationCapital {
  /// The capital after a week.
  func next(_ capital: Double, hoursBuilt: Double) -> Double {
    (1 - depreciation) * capital + yield * hoursBuilt
  }

  /// Standard hours that an hour of building brings over the weeks that people look ahead.
  var valueOfAnHour: Double {
    guard depreciation > 0 else { return yield * horizonWeeks }
    return yield * (1 - pow(1 - depreciation, horizonWeeks)) / depreciation
  }
}
