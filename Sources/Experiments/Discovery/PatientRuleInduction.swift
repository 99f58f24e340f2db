/// Scenario discovery by the patient rule induction method (PRIM): finds a box of the factors in
/// which the cases of interest are dense.
///
/// Beginning with all rows, thin slices are peeled off, always the one whose loss raises the density
/// most for each row it costs, until few rows are left or all are of interest. Of the boxes on the
/// way one is chosen; restrictions that chance explains are taken back; then its faces are pasted
/// outward again where that does not thin it.
///
/// Sources: J. H. Friedman, N. I. Fisher, "Bump hunting in high-dimensional data", Statistics and
/// Computing 9 (1999); coverage, density and quasi-p-values: B. P. Bryant, R. J. Lempert, "Thinking
/// inside the box", Technological Forecasting & Social Change 77 (2010); gain for each row, without
/// which factors of few levels would be peeled first: J. H. Kwakkel, M. Jaxa-Rozen, "Improving
/// scenario discovery for handling heterogeneous uncertainties and multinomial classified outcomes",
/// Environmental Modelling & Software 79 (2016).
public struct PatientRuleInduction: Sendable {
  /// Share of the box's rows that a slice of numbers takes, 0.05 by default. A slice never
  /// separates equal numbers; of a factor with levels it takes one level.
  public var peelingShare = 0.05
  /// Share of the box's rows that are added in one step of pasting, 0.01 by default.
  public var pastingShare = 0.01
  /// Share of all rows below which no box is peeled, 0.05 by default.
  public var leastSupport = 0.05
  /// Quasi-p-value above which a restriction is taken back, 0.05 by default.
  public var significance = 0.05

  /// Creates the method with its usual settings.
  public init() {}

  /// One box, how well it catches the cases, and which restrictions matter.
  public struct Discovery: Sendable, Equatable {
    /// The box.
    public let box: ScenarioBox
    /// How well it catches the cases.
    public let quality: BoxQuality
    /// For each restriction, how likely a box without it would by chance be as dense as the box is.
    public let quasiProbabilities: [Double]
  }

  /// Which of the boxes on the way is chosen.
  public enum Choice: Sendable, Equatable {
    /// The one with the greatest harmonic mean of coverage and density.
    case balanced
    /// Of those at least so dense the one that covers most; if there is none, the densest.
    case density(atLeast: Double)
  }

  /// The box to report; nil if no row is of interest, or every row is.
  ///
  /// - Complexity: O(rows x factors x (log rows + 1 / peeling share)), and pasting.
  public func discover(in data: DiscoveryData, choosing choice: Choice = .balanced) -> Discovery? {
    guard (1..<max(1, data.rowCount)).contains(data.caseCount) else { return nil }
    let trajectory = peel(data)
    var box = Self.chosen(of: trajectory, choice)
    box = withoutIrrelevant(box, in: data)
    box = pasted(box, in: data)
    box = withoutIrrelevant(box, in: data)
    return Discovery(
      box: box, quality: data.quality(of: box),
      quasiProbabilities: QuasiProbability.ofRestrictions(of: box, in: data))
  }

  private static func chosen(
    of trajectory: [(box: ScenarioBox, quality: BoxQuality)], _ choice: Choice
  ) -> ScenarioBox {
    var best = trajectory[0]
    for step in trajectory.dropFirst() {
      let isBetter =
        switch choice {
        case .balanced: step.quality.balance > best.quality.balance
        // Coverage never rises along the way, so the first that is dense enough covers most.
        case .density(let least):
          best.quality.density < least && step.quality.density > best.quality.density
        }
      if isBetter { best = step }
    }
    return best.box
  }

  /// The box without restrictions that chance explains, the least relevant taken back first.
  private func withoutIrrelevant(_ box: ScenarioBox, in data: DiscoveryData) -> ScenarioBox {
    var box = box
    while true {
      let probabilities = QuasiProbability.ofRestrictions(of: box, in: data)
      guard let worst = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }),
        probabilities[worst] > significance
      else { return box }
      box = box.removing(at: worst)
    }
  }
}
