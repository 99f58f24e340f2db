import WorkplaceModel

/// What an agent-hour in each permission class counts: hours are weighed by what a call may cost.
///
/// With r = irreversible share x mean severity of the class, weights are the affine scale on which
/// reading counts 0.01 and deploying 1 (MODEL 4):
///
///     w = 0.01 + 0.99 (r - r_read) / (r_deploy - r_read)
///
/// A class may weigh more than deploying.
public struct ExposureWeights: Sendable, Equatable {
  /// Weights by `ToolClass`; NaN where deploying costs no more than reading, so that there is no
  /// scale.
  public let byTool: [Double]

  /// What an hour of reading counts.
  static let reading = 0.01

  /// Works the weights out.
  ///
  /// - Parameters:
  ///   - irreversible: share of calls that cannot be undone, by `ToolClass`.
  ///   - meanLosses: mean loss of one incident in US dollars, by `IncidentClass`.
  public init(irreversible: [Double], meanLosses: [Double]) {
    let stakes = ToolClass.allCases.map { tool in
      irreversible[tool.rawValue] * meanLosses[IncidentClass(of: tool).rawValue]
    }
    let read = stakes[ToolClass.read.rawValue]
    let range = stakes[ToolClass.deploy.rawValue] - read
    byTool = stakes.map { stake in
      range > 0 ? Self.reading + (1 - Self.reading) * (stake - read) / range : .nan
    }
  }

  /// Permission-weighted exposure hours of agent-hours by `ToolClass`.
  public func exposure(of hours: [Double]) -> Double {
    zip(hours, byTool).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
