/// Everything that `goodhart verify` can hold the simulator against.
public enum VerificationCatalogue {
  /// Every verification, in the order of the table of closed forms.
  public static let all: [Verification] = closedForms

  /// The closed forms of this module's own lists.
  private static let closedForms: [Verification] = []

  /// The verification with a name.
  public static func named(_ name: String) -> Verification? { all.first { $0.name == name } }
}
