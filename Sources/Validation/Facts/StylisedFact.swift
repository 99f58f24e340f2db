import Experiments

/// Something that is known about metrics, and that a model of them must bring forth by itself.
public struct StylisedFact: Sendable {
  /// Number in the reference, such as `12`; data checks begin with `D`.
  public let number: String
  /// The fact, in one sentence.
  public let statement: String
  /// Who found it.
  public let source: String
  /// What is looked at.
  let claims: [Claim]

  /// One figure that the fact says something about.
  struct Claim: Sendable {
    /// What the figure is.
    let text: String
    /// Unit for people.
    let unit: String
    /// What the fact demands of it.
    let expected: Expectation
    /// Where its size should lie; nil if only the sign is known.
    let band: ClosedRange<Double>?
    /// The studies it is computed from.
    let studies: [FactStudy]
    /// Why it deviates, where it is known to.
    let remark: String?
    /// The figure, by replication; one value for a figure without chance.
    let values: @Sendable ([FactData]) throws -> [Double]

    init(
      _ text: String, unit: String = "", _ expected: Expectation, band: ClosedRange<Double>? = nil,
      in studies: [FactStudy], remark: String? = nil,
      values: @escaping @Sendable ([FactData]) throws -> [Double]
    ) {
      self.text = text
      self.unit = unit
      self.expected = expected
      self.band = band
      self.studies = studies
      self.remark = remark
      self.values = values
    }
  }

  /// What a fact demands of a figure.
  public enum Expectation: String, Sendable {
    /// The 95 % interval lies above 0.
    case positive
    /// The 95 % interval lies below 0.
    case negative
    /// The figure is 0 in every replication.
    case zero
    /// The figure lies in the band; 0 means nothing.
    case inBand = "in band"
  }
}

/// What was obtained for one figure of a fact.
public struct FactFinding: Sendable {
  /// Number of the fact.
  public let fact: String
  /// What the figure is.
  public let claim: String
  /// Its unit.
  public let unit: String
  /// The scenario files behind it.
  public let scenario: String
  /// What was expected.
  public let expected: StylisedFact.Expectation
  /// Where its size should lie.
  public let band: ClosedRange<Double>?
  /// Mean over replications.
  public let mean: Double?
  /// Its 95 % interval; none without chance.
  public let interval: ClosedRange<Double>?
  /// Replications behind it.
  public let count: Int
  /// What follows.
  public let verdict: FactVerdict
  /// Why it deviates, where that is known.
  public let remark: String?
}

/// Whether a figure is as the fact says.
public enum FactVerdict: String, Sendable {
  /// Sign and size are right.
  case holds
  /// The sign is right at 95 %, the size lies outside the band.
  case sizeDiffers = "size differs"
  /// The sign is not right at 95 %, or the figure is not where it must be.
  case fails
}

extension StylisedFact.Claim {
  /// Judges the values obtained.
  func finding(fact: String, values: [Double]) -> FactFinding {
    let estimate = Estimate(values)
    let interval = estimate.interval()
    return FactFinding(
      fact: fact, claim: text, unit: unit,
      scenario: studies.map(\.title).joined(separator: "; "), expected: expected, band: band,
      mean: estimate.mean, interval: interval, count: estimate.count,
      verdict: verdict(mean: estimate.mean, interval: interval, values: values), remark: remark)
  }

  private func verdict(
    mean: Double?, interval: ClosedRange<Double>?, values: [Double]
  ) -> FactVerdict {
    guard let mean else { return .fails }
    let isRight =
      switch expected {
      case .positive: interval.map { $0.lowerBound > 0 } ?? (mean > 0)
      case .negative: interval.map { $0.upperBound < 0 } ?? (mean < 0)
      case .zero: values.allSatisfy { $0 == 0 }
      case .inBand: band?.contains(mean) ?? false
      }
    guard isRight else { return .fails }
    return band.map { $0.contains(mean) } ?? true ? .holds : .sizeDiffers
  }
}
