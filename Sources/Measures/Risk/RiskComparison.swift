import Foundation

/// Figures that compare the risk of two designs or of several levels of activity.
public enum RiskComparison {
  /// Elasticity of a loss (or a number of incidents) in the agents' actions between two designs:
  /// the change of the logarithm of one over that of the other.
  ///
  /// 1 is proportional; above 1, actions make each other more dangerous, as they do when they fill
  /// the line in which changes wait for review. Source: MODEL 4.
  ///
  /// - Returns: NaN unless all four figures are positive and the actions differ.
  public static func elasticity(
    ofLoss loss: Double, fromLoss baseLoss: Double, overActions actions: Double,
    fromActions baseActions: Double
  ) -> Double {
    elasticity(ofLosses: [baseLoss, loss], overActions: [baseActions, actions])
  }

  /// The same over any number of designs: the slope of the least-squares line through the
  /// logarithms.
  ///
  /// - Precondition: as many losses as actions.
  public static func elasticity(ofLosses losses: [Double], overActions actions: [Double]) -> Double
  {
    precondition(losses.count == actions.count, "a loss for every number of actions")
    guard losses.count > 1, losses.allSatisfy({ $0 > 0 }), actions.allSatisfy({ $0 > 0 }) else {
      return .nan
    }
    let x = actions.map { log($0) }
    let y = losses.map { log($0) }
    let meanX = x.reduce(0, +) / Double(x.count)
    let meanY = y.reduce(0, +) / Double(y.count)
    let squares = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let products = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return squares > 0 ? products / squares : .nan
  }

  /// Expected loss under a permission profile over that under broad permissions; 1 is no better.
  ///
  /// - Returns: NaN where broad permissions lose nothing.
  public static func leastPrivilegeRatio(loss: Double, broadLoss: Double) -> Double {
    broadLoss > 0 ? loss / broadLoss : .nan
  }

  /// Expected loss less that of the same people and work without gaming, in US dollars.
  ///
  /// Unlike the part that gaming actions carry themselves, it includes what gaming does to others:
  /// junk fills the line for review and lets the harm of honest changes through.
  public static func gamingAttributable(loss: Double, lossWithoutGaming: Double) -> Double {
    loss - lossWithoutGaming
  }
}
