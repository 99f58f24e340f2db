import Foundation

/// The scenarios in a folder, by default those shipped in `Scenarios`.
public enum ScenarioCatalogue {
  /// A scenario that can be run.
  public struct Listing: Sendable, Equatable {
    /// The file, as the working directory sees it.
    public let path: String
    /// The identifier of the study.
    public let name: String
    /// One line for people.
    public let title: String
  }

  /// Every scenario below a folder, in the order of the paths; files that are no scenario are left
  /// out, and so is everything when there is no such folder.
  public static func listings(in folder: String = "Scenarios") -> [Listing] {
    let files = FileManager.default.subpaths(atPath: folder) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { file in
      listing(of: "\(folder)/\(file)")
    }
  }

  private static func listing(of path: String) -> Listing? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    var collector = DiagnosticCollector()
    guard let root = SourceReader.read(text, named: path, into: &collector),
      let name = root["scenario"]?.scalar
    else { return nil }
    return Listing(path: path, name: name, title: root["title"]?.scalar ?? "")
  }
}
