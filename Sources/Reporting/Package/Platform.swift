import Randomness

/// What the program was built with and for, as far as it can change a figure.
///
/// Nothing here names a machine, a person or a time: the same program gives the same text.
public enum Platform {
  /// Operating system and processor architecture.
  public static let name = "\(system) \(architecture)"

  /// The numerical library under all random variates.
  public static let numericalLibrary = NumericalLibrary.version

  #if compiler(>=6.4)
    /// The compiler, to the minor version.
    public static let compiler = "Swift 6.4 or later"
  #elseif compiler(>=6.3)
    /// The compiler, to the minor version.
    public static let compiler = "Swift 6.3"
  #else
    /// The compiler, to the minor version.
    public static let compiler = "Swift 6.2"
  #endif

  #if os(Linux)
    private static let system = "Linux"
  #elseif os(macOS)
    private static let system = "macOS"
  #else
    private static let system = "other"
  #endif

  #if arch(x86_64)
    private static let architecture = "x86_64"
  #elseif arch(arm64)
    private static let architecture = "arm64"
  #else
    private static let architecture = "other"
  #endif
}
