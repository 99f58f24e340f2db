import Foundation

/// A private folder of one test, removed with it.
final class ScratchFolder: Sendable {
  let root: String

  init() {
    root = FileManager.default.temporaryDirectory.path + "/goodhart-" + UUID().uuidString
    do {
      try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    } catch {
      fatalError("cannot create \(root): \(error)")
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { root + "/" + name }

  /// The names in the folder, hidden ones included, sorted.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
