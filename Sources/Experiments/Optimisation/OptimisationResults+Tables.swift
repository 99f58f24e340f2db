import Measures
import WorkplaceModel

extension OptimisationResults {
  /// Everything that was found, as tables; the first says how good the chosen design is.
  ///
  /// - Parameter catalogue: tells the units of the measures.
  public func tables(_ catalogue: MeasureCatalogue = .common) -> [ResultTable] {
    [confirmationTable(catalogue), searchTable(catalogue), paretoTable(catalogue)]
  }

  // MARK: Confirmation

  /// One row for each tracked measure of the chosen design, the file's and the baseline, and of what
  /// is gained.
  private func confirmationTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let rows = distinctMeasures.flatMap { measure -> [[ResultTable.Cell]] in
      let bound = problem.constraints.firstIndex { $0.measure == measures[measure] }
      let figures: [(name: String, estimate: Estimate)] = [
        ("chosen", Estimate(confirmation.chosen[measure])),
        ("start", Estimate(confirmation.start[measure])),
        ("baseline", Estimate(confirmation.baseline[measure])),
        ("chosen less start", confirmation.gainOverStart(measure).estimate),
        ("chosen less baseline", confirmation.gainOverBaseline(measure).estimate),
        ("search of chosen", Estimate(designs[chosen].values[measure])),
      ]
      return figures.map { figure in
        [
          .text(figure.name), .text(measures[measure]), .text(unit(of: measure, catalogue)),
        ] + StudyResults.cells(figure.estimate)
          + [
            .init(figure.name == "chosen" ? bound.map { problem.constraints[$0].bound } : nil),
            figure.name == "chosen"
              ? bound.map { .text(verdicts[$0].rawValue) } ?? .missing
              : .missing,
          ]
      }
    }
    return ResultTable(
      name: "confirmation",
      title: "The chosen design, that of the file and the baseline on runs the search never saw.",
      columns: [
        .init(
          "design", .text,
          "chosen, start (the design of the file), baseline, a paired difference of them, or what "
            + "the search saw of the chosen design."),
        StudyResults.measureColumn, StudyResults.unitColumn,
      ] + StudyResults.estimateColumns("mean", "Mean over replications, or mean paired difference.")
        + [
          .init("bound", .number, "Bound of the constraint on the measure, in its unit."),
          .init(
            "verdict", .text,
            "Whether the constraint holds or is violated with 95 % confidence, or is undecided."),
        ],
      primaryKey: ["design", "measure"], rows: rows)
  }

  // MARK: Search

  /// One row for each evaluated design and tracked measure.
  private func searchTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let rows = designs.indices.flatMap { design in
      distinctMeasures.map { measure -> [ResultTable.Cell] in
        let change = difference(of: measure, design: design).estimate
        let interval = change.interval(confidence: StudyResults.confidence)
        return settings(of: design)
          + [
            .text(designs[design].stage.rawValue), .boolean(isFeasible(design)),
            .boolean(design == chosen), .text(measures[measure]),
            .text(unit(of: measure, catalogue)),
          ] + StudyResults.cells(estimate(of: measure, design: design))
          + [.init(change.mean), .init(interval?.lowerBound), .init(interval?.upperBound)]
      }
    }
    return ResultTable(
      name: "search",
      title:
        "Every design that the search evaluated. Means of what was chosen for them are too good.",
      columns: settingColumns + [
        .init("stage", .text, "start, screening or local_search: what first asked for the design."),
        .init(
          "feasible", .boolean,
          "Whether the means keep clear of every bound by a standard error, on the runs made."),
        .init("chosen", .boolean, "Whether it is the design that was chosen."),
        StudyResults.measureColumn, StudyResults.unitColumn,
      ] + StudyResults.estimateColumns("mean", "Mean over replications.") + changeColumns,
      primaryKey: ["design", "measure"], rows: rows)
  }

  // MARK: Pareto front

  /// One row for each design and axis, front by front.
  private func paretoTable(_ catalogue: MeasureCatalogue) -> ResultTable {
    let fronts = fronts
    let placed = designs.indices.compactMap { design in
      fronts[design].map { (design: design, front: $0) }
    }.sorted { ($0.front, $0.design) < ($1.front, $1.design) }
    let rows = placed.flatMap { entry in
      axes.map { axis -> [ResultTable.Cell] in
        let change = difference(of: axis.measure, design: entry.design).estimate
        let interval = change.interval(confidence: StudyResults.confidence)
        return [.integer(entry.front)] + settings(of: entry.design)
          + [
            .boolean(isFeasible(entry.design)), .text(measures[axis.measure]),
            .text(unit(of: axis.measure, catalogue)),
            .text(axis.isMaximised ? "higher" : "lower"),
          ] + StudyResults.cells(estimate(of: axis.measure, design: entry.design))
          + [.init(change.mean), .init(interval?.lowerBound), .init(interval?.upperBound)]
      }
    }
    return ResultTable(
      name: "pareto",
      title: "Evaluated designs by front: no design surpasses one of the first front in all axes.",
      columns: [
        .init(
          "front", .integer,
          "1: no design is as good in every axis and better in one; 2: only designs of front 1 are; "
            + "and so on, by the means of the search.")
      ] + settingColumns + [
        .init("feasible", .boolean, "Whether the means keep clear of every bound."),
        StudyResults.measureColumn, StudyResults.unitColumn,
        .init("better", .text, "Which direction of the axis is better."),
      ] + StudyResults.estimateColumns("mean", "Mean over replications.") + changeColumns,
      primaryKey: ["design", "measure"], rows: rows)
  }

  // MARK: Columns

  private var changeColumns: [ResultTable.Column] {
    [
      .init(
        "change", .number, "Mean difference to the design of the file on the same replications."),
      .init("change_lower_95", .number, "Lower end of its 95 % interval."),
      .init("change_upper_95", .number, "Upper end of its 95 % interval."),
    ]
  }

  private var settingColumns: [ResultTable.Column] {
    [.init("design", .integer, "Number of the design, 0 being that of the file.")]
      + problem.factors.map {
        .init($0.path, .text, "What the design sets; empty: as in the file.")
      }
  }

  private func settings(of design: Int) -> [ResultTable.Cell] {
    [.integer(design)]
      + problem.factors.indices.map { factor in
        setting(of: factor, design: design).map { .text($0) } ?? .missing
      }
  }

  /// Positions of the tracked measures, each once.
  private var distinctMeasures: [Int] {
    measures.indices.filter { measures.firstIndex(of: measures[$0]) == $0 }
  }

  private func unit(of measure: Int, _ catalogue: MeasureCatalogue) -> String {
    catalogue.measure(measures[measure])?.unit.rawValue ?? ""
  }
}
