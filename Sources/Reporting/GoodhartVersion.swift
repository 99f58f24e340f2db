/// The version of this program: the one place where it is written.
public enum GoodhartVersion {
  /// Semantic version of the program, its scenario vocabulary and its results folder.
  public static let current = "0.1.0"
}
