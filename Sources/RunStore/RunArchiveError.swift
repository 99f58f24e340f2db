import GRDB

/// Why a file cannot serve as an archive of runs.
public enum RunArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The file is something else.
  case notArchive(path: String)
  /// The file was an archive, and is damaged.
  case damaged(path: String)
  /// Another program has the file open.
  case inUse(path: String)
  /// The system refuses to read it.
  case unreadable(path: String, reason: String)
  /// The system refuses to write it.
  case unwritable(path: String, reason: String)

  /// One line for people: what is wrong and what helps.
  public var description: String {
    switch self {
    case .notFound(let path): "there is no file \(path)"
    case .notArchive(let path): "\(path) is not an archive of runs"
    case .damaged(let path): "\(path) is damaged; remove it to start over"
    case .inUse(let path):
      "\(path) is in use by another goodhart; wait for it, or choose another --out"
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  /// Whether what was asked for is wrong, rather than the disk or the system.
  public var isBadInput: Bool {
    switch self {
    case .notFound, .notArchive, .damaged, .inUse: true
    case .unreadable, .unwritable: false
    }
  }

  /// What an error of the database means for a file.
  init(_ error: any Error, path: String, writing: Bool) {
    guard let error = error as? DatabaseError else {
      self =
        writing
        ? .unwritable(path: path, reason: "\(error)") : .unreadable(path: path, reason: "\(error)")
      return
    }
    let reason: String? =
      switch error.resultCode {
      case .SQLITE_FULL: "the disk is full"
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "permission denied"
      case .SQLITE_CANTOPEN: "the file cannot be opened"
      case .SQLITE_IOERR: "the disk refuses it"
      default: nil
      }
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notArchive(path: path)
    case .SQLITE_CORRUPT: self = .damaged(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path)
    default:
      let reason = reason ?? "\(error)"
      self =
        writing
        ? .unwritable(path: path, reason: reason) : .unreadable(path: path, reason: reason)
    }
  }
}
