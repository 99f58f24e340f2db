import Foundation

/// What the results folder needs of the file system, with every failure a `FileSystemError`.
enum FolderOperations {
  /// What stands at a path.
  enum Occupant: Equatable {
    case nothing, folder, other
  }

  /// What stands at a path; symbolic links are followed.
  static func occupant(of path: String) throws -> Occupant {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      throw FileSystemError(.read, path: path, code: errno)
    }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// The names in a folder, sorted.
  static func names(inFolder path: String) throws -> [String] {
    guard let folder = opendir(path) else {
      throw FileSystemError(.read, path: path, code: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Creates a folder; its parents too when asked.
  static func createFolder(_ path: String) throws {
    guard mkdir(path, 0o777) == 0 else {
      throw FileSystemError(.create, path: path, code: errno)
    }
  }

  /// Creates the folders on the way to a path that do not exist, and says which they were,
  /// outermost first.
  static func createParents(of path: String) throws -> [String] {
    var created: [String] = []
    for parent in parents(of: path) where try occupant(of: parent) == .nothing {
      try createFolder(parent)
      created.append(parent)
    }
    return created
  }

  /// Moves a file or folder.
  static func move(_ source: String, to destination: String) throws {
    guard rename(source, destination) == 0 else {
      throw FileSystemError(.replace, path: destination, code: errno)
    }
  }

  /// Removes a folder and everything in it; links are removed, not followed.
  static func removeFolder(_ path: String) throws {
    for name in try names(inFolder: path) {
      let child = path + "/" + name
      var status = stat()
      guard lstat(child, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        try removeFolder(child)
      } else if unlink(child) != 0 {
        throw FileSystemError(.remove, path: child, code: errno)
      }
    }
    guard rmdir(path) == 0 else { throw FileSystemError(.remove, path: path, code: errno) }
  }

  /// Removes a folder if it is empty.
  static func removeEmptyFolder(_ path: String) { _ = rmdir(path) }

  /// The folders that a path lies in, outermost first.
  private static func parents(of path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var parent = path.hasPrefix("/") ? "" : "."
    return parts.map { part in
      parent += "/" + part
      return parent
    }
  }
}
