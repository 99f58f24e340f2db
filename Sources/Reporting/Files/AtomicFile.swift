import Foundation

/// A file that is either wholly old or wholly new.
public enum AtomicFile {
  /// Writes a text beside a file and moves it into the file's place when it is on the disk.
  ///
  /// - Throws: `FileSystemError`; what was there before is then still there.
  public static func write(_ text: String, to path: String) throws {
    let partial = "\(path).partial-\(getpid())"
    do {
      var file = try ResultsFile(creatingAt: partial)
      try file.write(text)
      _ = try file.finish()
      try FolderOperations.move(partial, to: path)
    } catch var error as FileSystemError {
      unlink(partial)
      if error.path == partial { error.path = path }
      throw error
    }
  }
}
