/// Hours are not fixed: incentives and status move how long people work (MODEL 1.5).
///
/// Effort e is working time above the contract's, as a fraction of the contract's hours H. With M
/// the worth of working twice as long, in hours of pay a week,
///
///     e = M / (k H) - d nu max(0, 1/2 - q)        M = d(what metrics bring)/de + (iota_t - iota_0) V
///
/// cut to `least...most`, at the cost ½ k H e² (see ``EffortResponse``). The first part of M is what
/// the metric pays for more work of whatever kind the profile is, the second what motivation has
/// lost. The last term is discouragement: rank feedback lowers the effort of those who find
/// themselves at the bottom (Barankay 2012; Ashraf, Bandiera and Lee 2014). Without a metric and
/// with motivation intact e is 0: the contract's hours are the preferred ones.
///
/// Where all pay is by the piece, M is the 40 paid hours of a week; that it raised output by 22 %
/// beyond selection (Lazear 2000) gives k = 40 / (30 x 0.22) = 6.
public struct EffortParameters: Sendable, Equatable {
  /// Slope k of the marginal cost: an hour more at e = 1 costs k hours of pay.
  public var costSlope: Double
  /// Least effort, at most 0.
  public var least: Double
  /// Most effort, at least 0.
  public var most: Double
  /// Effort lost at the bottom of a public board, per unit of percentile below the median (d).
  public var discouragement: Double

  /// Creates the parameters.
  public init(costSlope: Double, least: Double, most: Double, discouragement: Double) {
    self.costSlope = costSlope
    self.least = least
    self.most = most
    self.discouragement = discouragement
  }
}

extension EffortParameters {
  /// The response of somebody with a number of contracted hours a week.
  func response(contractHours: Double) -> EffortResponse {
    EffortResponse(costSlope: costSlope * contractHours, range: least...most)
  }

  /// What a low place on a visible board takes from the worth of effort, in hours of pay.
  ///
  /// - Parameters:
  ///   - percentile: place on the board, 0 lowest, 1 highest.
  ///   - visibility: nu of the board.
  func discouragement(percentile: Double, visibility: Double, contractHours: Double) -> Double {
    discouragement * visibility * max(0, 0.5 - percentile) * costSlope * contractHours
  }
}
