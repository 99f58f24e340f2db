import Incentives
import Measures
import Randomness
import ScenarioFiles
import WorkplaceModel

/// What the program has to say about a name, wherever the name is used.
enum NameExplanation {
  /// The explanations of everything that is called so, in lines for people.
  static func all(of name: String) -> [String] {
    [
      Vocabulary.explain(name)?.rendered.wrapped(to: 100, indent: "    "),
      MeasureCatalogue.common.measure(name).map(text),
      Observable(name: name).map(text),
      DerivedObservable(rawValue: name).map(text),
      TruthQuantity(rawValue: name).map(text),
      Distribution.catalogue.first { $0.name == name }.map(text),
      Technique.allCases.first { $0.name == name }.map(text),
    ].compactMap { $0 }
  }

  /// The known name nearest to one that is not known; nil when none is near.
  static func nearest(to name: String) -> String? {
    let others =
      MeasureCatalogue.common.measures.map(\.identifier) + Distribution.catalogue.map(\.name)
      + Technique.allCases.map(\.name)
    return Vocabulary.nearest(to: name) ?? Observable.nearest(to: name)?.name
      ?? others.first { $0.lowercased().contains(name.lowercased()) }
  }

  private static func text(_ measure: Measure) -> String {
    let preference =
      switch measure.preference {
      case .higher: "more is better"
      case .lower: "less is better"
      case .neutral: "neither more nor less is better by itself"
      }
    return lines(
      "\(measure.identifier): \(measure.title)",
      [
        "measure, in \(measure.unit.rawValue); \(preference)", measure.definition,
        "source: \(measure.source)",
      ])
  }

  private static func text(_ observable: Observable) -> String {
    lines(
      "\(observable.name): \(observable.definition)",
      [
        "observable, in \(observable.unit) per employee and week",
        "read from: \(observable.telemetrySource)",
      ])
  }

  private static func text(_ sum: DerivedObservable) -> String {
    lines("\(sum.name): \(sum.definition)", ["observable, in \(sum.unit) per employee and week"])
  }

  private static func text(_ truth: TruthQuantity) -> String {
    lines(
      "\(truth.name): known to the simulator only",
      [
        "no dashboard sees it, so no formula may name it; what dashboards usually show in its "
          + "place is \(truth.nearestObservable.name)"
      ])
  }

  private static func text(_ family: Randomness.DistributionFamily) -> String {
    lines(
      "\(family.name): \(family.summary)",
      ["distribution, drawn by \(family.sampler)"]
        + family.formsInFiles.map { form in
          "{\(family.name): {\(form.map { "\($0): …" }.joined(separator: ", "))}}"
        }
        + zip(family.parametrisations, family.formsInFiles).prefix(1).map { form, names in
          let meanings = zip(names, form.parameters).map { "\($0): \($1.meaning)" }
          return "where " + meanings.joined(separator: "; ")
        })
  }

  private static func text(_ technique: Technique) -> String {
    lines(
      "\(technique.name): \(technique.summary)",
      [
        "technique of gaming\(technique.burnsTokens ? ", burns tokens on work nobody needs" : "")",
        "people discover it, learn it from team-mates and forget it; they use it when it pays",
      ])
  }

  private static func lines(_ first: String, _ others: [String]) -> String {
    let rest = others.map { ("  " + $0).wrapped(to: 100, indent: "  ") }
    return ([first.wrapped(to: 100)] + rest).joined(separator: "\n")
  }
}
