import Experiments

/// Simulates what the facts need, each study once, and judges every claim.
public enum FactRunner {
  /// How far the work has come.
  public struct Progress: Sendable {
    /// What is simulated now.
    public let study: String
    /// Its number, from 1, and how many there are.
    public let number: Int
    /// How many studies there are.
    public let count: Int
    /// How far this study has come.
    public let inside: ExperimentProgress
  }

  /// Judges facts.
  ///
  /// - Parameters:
  ///   - facts: those to judge.
  ///   - folder: the folder of scenarios.
  ///   - replications: in place of the files'; nil for the files'.
  /// - Throws: `ScenarioErrors` when a scenario cannot be read; an error that names a measure or a
  ///   policy that does not exist.
  public static func findings(
    of facts: [StylisedFact], scenarios folder: String, threads: Int, replications: Int?,
    onProgress: @escaping @Sendable (Progress) -> Void
  ) async throws -> [FactFinding] {
    var studies: [FactStudy] = []
    for study in facts.flatMap(\.claims).flatMap(\.studies) where !studies.contains(study) {
      studies.append(study)
    }
    // One study's employee weeks are large, so a claim is judged as soon as its studies are there,
    // and what no later claim needs is let go.
    var data: [FactStudy: FactData] = [:]
    var findings: [[FactFinding]] = []
    var number = 0
    for (index, fact) in facts.enumerated() {
      var judged: [FactFinding] = []
      for claim in fact.claims {
        for study in claim.studies where data[study] == nil {
          number += 1
          let (place, count, title) = (number, studies.count, study.title)
          data[study] = try await study.run(
            in: folder, threads: threads, replications: replications
          ) {
            onProgress(Progress(study: title, number: place, count: count, inside: $0))
          }
        }
        let values = try claim.values(claim.studies.compactMap { data[$0] })
        judged.append(claim.finding(fact: fact.number, values: values))
      }
      findings.append(judged)
      let later = facts[(index + 1)...].flatMap(\.claims).flatMap(\.studies)
      for study in studies where !later.contains(study) { data[study] = nil }
    }
    return findings.flatMap { $0 }
  }
}
