import WorkplaceModel

/// A scenario with something in it changed, under which the policies are compared again.
struct Variant: Sendable {
  /// Its level of every factor of the study, in order.
  var levels: [ResultTable.Cell]
  /// Its name for people.
  var name: String
  /// The scenario as changed.
  var scenario: Scenario
  /// Variants of the same number have the same trajectories and differ in what they cost only:
  /// their scenarios differ in prices and severities, which nobody in the model looks at.
  var trajectory: Int
  /// Whether nothing is changed, so that the study itself is the variant.
  var isUnchanged = false
}

/// One thing that variants differ in.
public struct VariantFactor: Sendable, Equatable {
  /// The column that holds its level.
  public var column: ResultTable.Column
  /// Its name for people.
  public var title: String
}
