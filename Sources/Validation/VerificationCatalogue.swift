/// Everything that `goodhart verify` can hold the simulator against.
public enum VerificationCatalogue {
  /// Every verification, in the order of the table of closed forms.
  public static let all: [Verification] = lists.flatMap { $0 }
    .enumerated().sorted { ($0.element.section, $0.offset) < ($1.element.section, $1.offset) }
    .map(\.element)

  /// The lists that together are the catalogue; a new list is added here.
  private static let lists: [[Verification]] = [
    LinearPieceRate.all, Multitask.all, Distortion.all, RegressionalGoodhart.all,
    RewardOverOptimisation.all, QuantalResponse.all, ChoiceRules.all, SpreadOfTechniques.all,
    IncentiveClosedForms.all, WaitingLines.all, LossQueues.all, AnnualLoss.all, SmallMeasures.all,
    ReviewCapacity.all, PublishedModels.all, FlipSurface.all,
  ]

  /// The verification with a name.
  public static func named(_ name: String) -> Verification? { all.first { $0.name == name } }
}
