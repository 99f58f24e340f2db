import Experiments
import Reporting
import WorkplaceModel

/// What a search found, for programs; keys are stable.
struct OptimisationDocument {
  private let presentation: OptimisationPresentation
  private var results: OptimisationResults { presentation.results }

  init(_ presentation: OptimisationPresentation) { self.presentation = presentation }

  /// The document.
  var document: JSONValue {
    [
      "policy": .string(results.problem.policy),
      "baseline": .string(results.baseline),
      "maximize": .string(results.problem.objective),
      "feasible": .bool(results.isFeasible),
      "changed": .bool(!results.keepsStart),
      "design": .array(results.problem.factors.indices.map(factor)),
      "confirmation": [
        "replications": .integer(results.confirmation.replications.count),
        "firstReplication": .integer(results.confirmation.replications.lowerBound),
        "measures": .array(presentation.measures.map(confirmation)),
      ],
      "constraints": .array(results.problem.constraints.indices.map(constraint)),
      "optimism": optimism,
      "front": .array(presentation.front.map(design)),
      "runs": [
        "budget": .integer(results.plan.budget), "search": .integer(results.searchRuns),
        "confirmation": .integer(results.confirmationRuns),
        "designs": .integer(results.designs.count),
      ],
    ]
  }

  private func factor(_ factor: Int) -> JSONValue {
    [
      "key": .string(results.problem.factors[factor].path),
      "range": .string(results.problem.factors[factor].range.text),
      "from": presentation.question.startTexts[factor].map { .string($0) } ?? .null,
      "to": results.setting(of: factor, design: results.chosen).map { .string($0) } ?? .null,
    ]
  }

  private func confirmation(_ measure: Int) -> JSONValue {
    let confirmation = results.confirmation
    return [
      "measure": .string(results.measures[measure]),
      "chosen": .object(Estimate(confirmation.chosen[measure]).members),
      "start": .object(Estimate(confirmation.start[measure]).members),
      "baseline": .object(Estimate(confirmation.baseline[measure]).members),
      "gainOverStart": .object(confirmation.gainOverStart(measure).estimate.members),
      "gainOverBaseline": .object(confirmation.gainOverBaseline(measure).estimate.members),
    ]
  }

  private func constraint(_ index: Int) -> JSONValue {
    let constraint = results.problem.constraints[index]
    return [
      "measure": .string(constraint.measure),
      "side": .string(constraint.side.rawValue),
      "bound": .number(constraint.bound),
      "verdict": .string(results.verdicts[index].rawValue),
    ]
  }

  private var optimism: JSONValue {
    guard let optimism = results.optimism else { return .null }
    return [
      "searchMean": results.estimate(of: 0, design: results.chosen).mean.map { .number($0) }
        ?? .null,
      "searchLessConfirmed": .number(optimism.mean),
      "halfWidth95": optimism.halfWidth.map { .number($0) } ?? .null,
      "promisedGain": results.promisedGain.mean.map { .number($0) } ?? .null,
    ]
  }

  private func design(_ design: Int) -> JSONValue {
    [
      "design": .integer(design),
      "feasible": .bool(results.isFeasible(design)),
      "replications": .integer(results.designs[design].replications),
      "settings": .object(
        results.problem.factors.indices.map { factor in
          (
            results.problem.factors[factor].path,
            results.setting(of: factor, design: design).map { .string($0) } ?? .null
          )
        }),
      "axes": .array(
        results.axes.map { axis in
          [
            "measure": .string(results.measures[axis.measure]),
            "mean": results.estimate(of: axis.measure, design: design).mean.map { .number($0) }
              ?? .null,
            "change": .object(
              results.difference(of: axis.measure, design: design).estimate.members),
          ]
        }),
    ]
  }
}
