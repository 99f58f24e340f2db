import Foundation
import Measures
import WorkplaceModel

extension SweepResults {
  /// The tables of a sweep, the longest first.
  ///
  /// - Parameters:
  ///   - standing: where policies win and lose.
  ///   - seed: seed of the resampling behind the intervals of sensitivities.
  /// - Complexity: that of the sensitivities, which take most of it: resamples x points for each
  ///   policy and measure.
  public func tables(_ standing: SweepStanding, seed: UInt64) -> [ResultTable] {
    [
      sweepTable(), pointsTable(standing), sensitivityTable(seed: seed), boxesTable(standing),
    ]
  }

  /// One row for each point, policy and measure.
  public func sweepTable() -> ResultTable {
    let factors = FactorColumns(sweep.design)
    let (policyCount, measureCount) = (policies.count, sweep.measures.count)
    return ResultTable(
      name: "sweep",
      title: "Every measure of every policy at every point of the design, mean over replications.",
      columns: [Self.pointColumn] + factors.columns + [
        StudyResults.policyColumn, StudyResults.measureColumn, StudyResults.unitColumn,
      ] + StudyResults.estimateColumns("mean", "Mean over replications.") + [
        .init(
          "difference", .number,
          "Mean of the policy less \(policies[baseline]), replication by replication."),
        .init("difference_n", .integer, "Replications in which both are defined."),
        .init("difference_lower_95", .number, "Lower end of the 95 % t interval of it."),
        .init("difference_upper_95", .number, "Upper end of the 95 % t interval of it."),
      ],
      primaryKey: ["point", "policy", "measure"],
      rows: ResultTable.Rows(count: pointCount * policyCount * measureCount) { [self] index in
        let measure = index % measureCount
        let policy = index / measureCount % policyCount
        let point = index / measureCount / policyCount
        let about = sweep.measures[measure]
        return [.integer(point)] + factors.cells(point) + [
          .text(policies[policy]), .text(about.identifier), .text(about.unit.rawValue),
        ] + StudyResults.cells(estimate(of: measure, policy: policy, point: point))
          + differenceCells(measure, policy, point)
      })
  }

  private func differenceCells(_ measure: Int, _ policy: Int, _ point: Int) -> [ResultTable.Cell] {
    guard policy != baseline else { return [.missing, .missing, .missing, .missing] }
    let difference = difference(of: measure, policy: policy, point: point)
    let interval = difference.interval()
    return [
      .init(difference.mean), .integer(difference.count), .init(interval?.lowerBound),
      .init(interval?.upperBound),
    ]
  }

  /// One row for each point.
  public func pointsTable(_ standing: SweepStanding) -> ResultTable {
    let factors = FactorColumns(sweep.design)
    return ResultTable(
      name: "points", title: "The points of the design, and which policy is best there.",
      columns: [Self.pointColumn] + factors.columns + [
        .init("best_policy", .text, "The policy that is best by \(sweep.measures[0].identifier)."),
        .init("best_value", .number, "Mean of \(sweep.measures[0].identifier) under it."),
        .init("runs", .integer, "Runs of the point: policies times replications."),
      ],
      primaryKey: ["point"],
      rows: ResultTable.Rows(count: pointCount) { [self] point in
        let winner = standing.winners[point]
        return [.integer(point)] + factors.cells(point) + [
          winner.map { .text(policies[$0]) } ?? .missing,
          .init(winner.map { standing.means[$0][point] }),
          .integer(policies.count * sweep.replications),
        ]
      })
  }

  /// One row for each policy, measure, quantity, factor and figure.
  public func sensitivityTable(seed: UInt64) -> ResultTable {
    var rows: [[ResultTable.Cell]] = []
    for policy in policies.indices {
      for measure in sweep.measures.indices {
        for quantity in SweepSensitivity.Quantity.allCases
        where quantity == .value || policy != baseline {
          let found = SweepSensitivity(
            of: measure, policy: policy, quantity, in: self, seed: seed)
          rows += found.indices.map { index in
            [
              .text(policies[policy]), .text(sweep.measures[measure].identifier),
              .text(quantity.rawValue), .text(sweep.design.factors[index.factor].path),
              .text(index.name.rawValue), .init(index.estimate.value),
              .init(index.estimate.interval?.lowerBound),
              .init(index.estimate.interval?.upperBound), .init(found.determination),
              .integer(found.used), .integer(found.leftOut),
            ]
          }
        }
      }
    }
    return ResultTable(
      name: "sensitivity",
      title: "What decides every measure: how much of its variation comes from which factor.",
      columns: [
        StudyResults.policyColumn, StudyResults.measureColumn,
        .init(
          "quantity", .text, "What is explained: the value, or its difference to the baseline."),
        .init("factor", .text, "Path of the factor."),
        .init(
          "figure", .text,
          "What is said of the factor: a share of variance (first_order, total_effect), effects on "
            + "the measure for the whole range (mu, mu_star, sigma), or a standardised coefficient."
        ),
        .init("value", .number, "The figure; missing if the measure does not vary."),
        .init("lower_95", .number, "Lower end of its 95 % interval."),
        .init("upper_95", .number, "Upper end of its 95 % interval."),
        .init(
          "explained_share", .number, unit: "share",
          "Share of the variance that the regression explains; missing for other figures."),
        .init("n", .integer, "Base rows, trajectories or points that were used."),
        .init("missing", .integer, "Those left out, since the measure is undefined in them."),
      ],
      primaryKey: ["policy", "measure", "quantity", "factor", "figure"], rows: rows)
  }

  /// One row for each policy, question and restriction of its box; one without a factor where no
  /// box was found.
  public func boxesTable(_ standing: SweepStanding) -> ResultTable {
    let rows = policies.indices.flatMap { policy in
      SweepStanding.Question.allCases.filter { $0 == .notBest || policy != baseline }
        .flatMap { question in boxRows(standing, policy, question) }
    }
    return ResultTable(
      name: "boxes",
      title: "Where policies lose: boxes of the factors' space in which losses are dense.",
      columns: [
        StudyResults.policyColumn,
        .init(
          "question", .text,
          "What counts as a loss: that another policy is better (not_best), or the baseline "
            + "(worse_than_baseline)."),
        .init("restriction", .integer, "Number of the bound, from 1; 0 where there is no box."),
        .init("factor", .text, "Path of the factor that is bounded."),
        .init("least", .text, "Value that the factor is not below in the box."),
        .init("greatest", .text, "Value that the factor is not above in the box."),
        .init("levels", .text, "Values that the factor has in the box, where it has levels."),
        .init(
          "quasi_p", .number, unit: "share",
          "How likely chance would make the box without this bound as dense (binomial)."),
        .init("coverage_share", .number, unit: "share", "Share of all losses that are in the box."),
        .init(
          "density_share", .number, unit: "share", "Share of the box's points that are losses."),
        .init("support_share", .number, unit: "share", "Share of all points that are in the box."),
        .init("losses", .integer, "Points at which the policy loses."),
        .init("n", .integer, "Points at which it is known whether it does."),
        .init("missing", .integer, "Points at which it is undefined."),
      ],
      primaryKey: ["policy", "question", "restriction"], rows: rows)
  }

  private func boxRows(
    _ standing: SweepStanding, _ policy: Int, _ question: SweepStanding.Question
  ) -> [[ResultTable.Cell]] {
    let losses = standing.losses(of: policy, question)
    let known = losses.compactMap { $0 }
    let head: [ResultTable.Cell] = [.text(policies[policy]), .text(question.rawValue)]
    let tail: [ResultTable.Cell] = [
      .integer(known.count { $0 }), .integer(known.count), .integer(losses.count - known.count),
    ]
    guard let found = standing.box(of: policy, question), !found.box.restrictions.isEmpty else {
      let missing = [ResultTable.Cell](repeating: .missing, count: 8)
      return [head + [.integer(0)] + missing + tail]
    }
    return found.box.restrictions.enumerated().map { number, restriction in
      let factor = sweep.design.factors[restriction.factor]
      let bound = factor.bound(restriction.bound)
      let place: [ResultTable.Cell] = [
        .integer(number + 1), .text(factor.path), bound.least.map { .text($0) } ?? .missing,
        bound.greatest.map { .text($0) } ?? .missing, bound.levels.map { .text($0) } ?? .missing,
      ]
      return head + place + [
        .init(found.quasiProbabilities[number]), .init(found.quality.coverage),
        .init(found.quality.density), .init(found.quality.support),
      ] + tail
    }
  }

  private static let pointColumn = ResultTable.Column(
    "point", .integer, "Number of the design point, from 0.")
}

extension Factor {
  /// A bound of a box in the factor's own values.
  public func bound(
    _ bound: ScenarioBox.Bound
  ) -> (least: String?, greatest: String?, levels: String?) {
    switch bound {
    case .atLeast(let position): return (rounded(at: position), nil, nil)
    case .atMost(let position): return (nil, rounded(at: position), nil)
    case .among(let numbers):
      guard case .levels(let levels) = range else { return (nil, nil, nil) }
      return (nil, nil, numbers.map { levels[$0] }.joined(separator: ", "))
    }
  }

  /// The value at a position to three digits, since a limit lies somewhere between two points.
  private func rounded(at position: Double) -> String {
    guard case .interval(_, _, _, let notation) = range, let number = number(at: position) else {
      return text(at: position)
    }
    return notation.text(of: number.toThreeDigits)
  }
}

extension Double {
  /// The number rounded to three significant decimal digits.
  fileprivate var toThreeDigits: Double {
    guard self != 0, isFinite else { return self }
    let exponent = Int(log10(Swift.abs(self)).rounded(.down)) - 2
    let digits = Int((self / pow(10, Double(exponent))).rounded())
    return Double("\(digits)e\(exponent)") ?? self
  }
}
