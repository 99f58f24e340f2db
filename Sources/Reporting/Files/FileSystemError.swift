import Foundation

/// Something the file system refused, with what to do about it.
public struct FileSystemError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was attempted.
  public enum Operation: String, Sendable {
    case read, write, create, replace, remove
  }

  /// What was attempted.
  public var operation: Operation
  /// The file or folder, as the user would name it.
  public var path: String
  /// The system's error number.
  public var code: Int32

  /// Creates the error from the system's error number.
  public init(_ operation: Operation, path: String, code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// One line for people: what failed, why, and what helps.
  public var description: String {
    "cannot \(operation.rawValue) \(path): \(reason)"
  }

  private var reason: String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full; free some space, or choose another folder with --out"
    case EACCES, EPERM: "permission denied; choose another folder with --out"
    case EROFS: "the file system is read-only; choose another folder with --out"
    case EFBIG: "the file would exceed the largest size allowed here"
    case ENOTDIR: "a part of the path is a file, not a folder"
    case ENOENT where operation == .create: "the folder it would be in does not exist"
    case ENOENT: "it does not exist"
    case ENAMETOOLONG: "the name is too long"
    case EEXIST: "it exists"
    case EISDIR: "it is a folder"
    default: String(cString: strerror(code))
    }
  }
}
