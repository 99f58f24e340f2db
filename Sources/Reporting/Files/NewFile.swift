import Foundation

/// A file that may not exist yet.
public enum NewFile {
  /// Writes a text to a file that did not exist; a file that cannot be finished is removed.
  ///
  /// - Throws: `FileSystemError`, with the code `EEXIST` if something stands there.
  public static func write(_ text: String, to path: String) throws {
    do {
      var file = try ResultsFile(creatingAt: path, exclusively: true)
      try file.write(text)
      _ = try file.finish()
    } catch let error as FileSystemError where error.operation != .create {
      unlink(path)
      throw error
    }
  }
}
