import Experiments
import Measures
import Reporting
import WorkplaceModel

/// What a search found, with what its words and numbers need.
struct OptimisationPresentation {
  let results: OptimisationResults
  let question: OptimisationQuestion
  let catalogue: MeasureCatalogue

  init(
    _ results: OptimisationResults, _ question: OptimisationQuestion, _ scenario: Scenario
  ) {
    self.results = results
    self.question = question
    catalogue = MeasureCatalogue(scenario)
  }

  /// Positions of the tracked measures, each once.
  var measures: [Int] {
    let names = results.measures
    return names.indices.filter { names.firstIndex(of: names[$0]) == $0 }
  }

  /// A tracked measure.
  func measure(_ index: Int) -> Measure? { catalogue.measure(results.measures[index]) }

  /// A tracked measure's name for people.
  func title(_ index: Int) -> String { measure(index)?.title ?? results.measures[index] }

  /// What a factor is under a design, as it would be written.
  func text(of factor: Int, design: Int) -> String {
    results.setting(of: factor, design: design) ?? question.startTexts[factor] ?? "as it is"
  }

  /// Designs of the first front, the feasible ones first, then by the objective.
  var front: [Int] {
    let fronts = results.fronts
    return results.designs.indices.filter { fronts[$0] == 1 }.sorted { left, right in
      let feasible = (results.isFeasible(left), results.isFeasible(right))
      if feasible.0 != feasible.1 { return feasible.0 }
      let change = [left, right].map {
        results.difference(of: 0, design: $0).estimate.mean ?? -.infinity
      }
      return change[0] == change[1] ? left < right : change[0] > change[1]
    }
  }

  /// A bound in words: "at most 10 %".
  func bound(_ constraint: Int) -> String {
    let side = results.problem.constraints[constraint].side
    return "\(side == .atMost ? "at most" : "at least") \(question.boundTexts[constraint])"
  }
}
