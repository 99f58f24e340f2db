import Randomness
import WorkplaceModel

/// Decides when enough replications have been made.
///
/// After each replication, from the first look on, the t interval of every series is compared with
/// the target; the study ends with the first number of replications that satisfies all. Looking
/// after each replication favours samples whose spread happens to be small; that a first look at ten
/// or more, and a relative target g that is asked of the estimate as g / (1 + g), keep the coverage
/// near its level is measured, not assumed (`goodhart verify sequential-stopping`).
///
/// Source: Y. S. Chow, H. Robbins, "On the asymptotic theory of fixed-width sequential confidence
/// intervals for the mean", Annals of Mathematical Statistics 36 (1965); A. M. Law, "Simulation
/// Modeling and Analysis", section 9.4.1, for the relative form.
public struct SequentialStopping: Sendable {
  /// The target.
  public let target: PrecisionTarget

  /// Takes the target.
  public init(_ target: PrecisionTarget) { self.target = target }

  /// One figure that shall be known: its values by replication, and what a relative half-width
  /// refers to.
  public struct Series: Sendable {
    /// Values by replication, NaN where undefined.
    public var values: [Double]
    /// Values whose mean a relative half-width refers to; the series itself for a level.
    public var scale: [Double]

    /// Creates a series.
    public init(_ values: [Double], relativeTo scale: [Double]? = nil) {
      self.values = values
      self.scale = scale ?? values
    }
  }

  /// The smallest number of replications after which every series is known well enough; nil if those
  /// that there are do not suffice.
  ///
  /// - Complexity: O(replications) for each series.
  public func sufficientCount(_ series: [Series]) -> Int? {
    let made = series.map(\.values.count).min() ?? 0
    guard made >= target.first else { return nil }
    var running = series.map { _ in (values: RunningMoments(), scale: RunningMoments()) }
    for count in 1...made {
      for index in series.indices {
        running[index].values.add(series[index].values[count - 1])
        running[index].scale.add(series[index].scale[count - 1])
      }
      guard count >= target.first else { continue }
      if running.allSatisfy({ isMet($0.values, scale: $0.scale.mean) }) { return count }
    }
    return nil
  }

  /// About how many replications will suffice, by the spread so far; at least one more than there
  /// are, and not more than the most.
  public func expectedCount(_ series: [Series]) -> Int {
    min(target.most, unboundedCount(series))
  }

  /// The same, however many that is.
  func unboundedCount(_ series: [Series]) -> Int {
    let made = series.map(\.values.count).min() ?? 0
    let wanted = series.map { series -> Double in
      let estimate = Estimate(series.values)
      guard let width = estimate.halfWidth(confidence: target.confidence), width > 0 else {
        return Double(target.first)
      }
      let allowed = allowance(scale: Estimate(series.scale).mean ?? 0)
      return allowed > 0 ? Double(made) * (width / allowed) * (width / allowed) : .infinity
    }
    let most = wanted.max() ?? 0
    return max(made + 1, target.first, Int(min(most.rounded(.up), 1e9)))
  }

  private func isMet(_ values: RunningMoments, scale: Double) -> Bool {
    guard values.count >= 2,
      let quantile = try? ReferenceDistributions.studentTQuantile(
        0.5 + target.confidence / 2, degreesOfFreedom: Double(values.count - 1))
    else { return false }
    return values.standardError * quantile <= allowance(scale: scale)
  }

  private func allowance(scale: Double) -> Double {
    switch target.halfWidth {
    case .absolute(let width): width
    case .relative(let share): share / (1 + share) * abs(scale)
    }
  }
}

/// Mean and spread of values that come one by one (Welford); undefined values are passed over.
private struct RunningMoments {
  var count = 0
  var mean = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    guard !value.isNaN else { return }
    count += 1
    let distance = value - mean
    mean += distance / Double(count)
    squares += distance * (value - mean)
  }

  /// Standard error of the mean, of at least two values.
  var standardError: Double { (squares / Double(count - 1) / Double(count)).squareRoot() }
}
