import Experiments
import Foundation
import GRDB
import Synchronization

/// An archive of runs in one SQLite file: what the runs are of, and a row for each.
///
/// Each run is a transaction in a write-ahead log, so a run that was kept is there after the program
/// is killed. The log is handed to the operating system with every run and to the disk now and then:
/// a power failure can lose the latest runs, never the file.
///
/// An archive that is being written belongs to one program; a second one is told so.
public final class SQLiteRunArchive: RunArchive {
  /// The file.
  public let path: String
  /// What the runs are of.
  public let manifest: RunManifest
  private let database: Mutex<DatabaseQueue?>

  /// Names an archive that does not exist yet; the file is made when the first run is kept.
  public init(newAt path: String, manifest: RunManifest) {
    self.path = path
    self.manifest = manifest
    database = Mutex(nil)
  }

  /// Opens an archive that exists.
  ///
  /// - Parameter isReadOnly: whether nothing is to be added; the file may then be read by others too.
  /// - Throws: ``RunArchiveError``.
  public init(existingAt path: String, isReadOnly: Bool = false) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw RunArchiveError.notFound(path: path)
    }
    // Opening an empty file would make a database of it.
    guard Self.isDatabase(path) else { throw RunArchiveError.notArchive(path: path) }
    self.path = path
    let (queue, manifest) = try naming(path, writing: false) {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration(isReadOnly))
      return (queue, try Self.manifest(in: queue, path: path))
    }
    self.manifest = manifest
    database = Mutex(queue)
  }

  /// Whether there is a file.
  public var exists: Bool { database.withLock { $0 != nil } }

  /// Number of finished runs.
  public var count: Int {
    get throws {
      try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM run") ?? 0 } ?? 0
    }
  }

  /// The bytes of a run; nil if it has not been finished.
  ///
  /// - Throws: ``RunArchiveError``.
  public func bytes(of address: RunAddress) throws -> [UInt8]? {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT outcome FROM run WHERE point = ? AND arm = ? AND replication = ?")
      return try Data.fetchOne(
        statement, arguments: [address.point, address.arm, address.replication]
      ).map { Array($0) }
    } ?? nil
  }

  /// Where all finished runs are.
  ///
  /// - Throws: ``RunArchiveError``.
  public func addresses() throws -> Set<RunAddress> {
    try read { database in
      let rows = try Row.fetchCursor(database, sql: "SELECT point, arm, replication FROM run")
      var addresses: Set<RunAddress> = []
      while let row = try rows.next() {
        addresses.insert(RunAddress(point: row[0], arm: row[1], replication: row[2]))
      }
      return addresses
    } ?? []
  }

  /// Keeps a run; it is there after the program is killed.
  ///
  /// - Throws: ``RunArchiveError``.
  public func keep(_ bytes: [UInt8], at address: RunAddress) throws {
    let database = try open()
    try naming(path, writing: true) {
      try database.write { database in
        let statement = try database.cachedStatement(
          sql: "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)")
        try statement.execute(
          arguments: [address.point, address.arm, address.replication, Data(bytes)])
      }
    }
  }

  /// Ends the archive as one plain file that anybody can read, and moves it elsewhere in one step.
  ///
  /// - Throws: ``RunArchiveError``.
  public func seal(as destination: String) throws {
    _ = try open()
    try close()
    try naming(destination, writing: true) {
      try FileManager.default.createDirectory(
        atPath: Self.folder(of: destination), withIntermediateDirectories: true)
    }
    if path != destination, rename(path, destination) != 0 {
      throw RunArchiveError.unwritable(path: destination, reason: String(cString: strerror(errno)))
    }
  }

  /// Ends the archive as one plain file.
  ///
  /// - Throws: ``RunArchiveError``.
  public func close() throws {
    try database.withLock { queue in
      guard let open = queue else { return }
      try naming(path, writing: true) {
        if !open.configuration.readonly {
          try open.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        }
        try open.close()
      }
      queue = nil
    }
  }

  /// Removes the file, if there is one.
  public func remove() {
    database.withLock { queue in
      try? queue?.close()
      queue = nil
    }
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
  }

  private func open() throws -> DatabaseQueue {
    try database.withLock { queue in
      if let queue { return queue }
      do {
        let created = try naming(path, writing: true) { try create() }
        queue = created
        return created
      } catch {
        if error as? RunArchiveError != .inUse(path: path) {
          for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
        }
        throw error
      }
    }
  }

  private func create() throws -> DatabaseQueue {
    try FileManager.default.createDirectory(
      atPath: Self.folder(of: path), withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: path, configuration: Self.configuration(false))
    try queue.write { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(Self.applicationID);
          CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL);
          CREATE TABLE run (
            point TEXT NOT NULL, arm TEXT NOT NULL, replication INTEGER NOT NULL,
            outcome BLOB NOT NULL, PRIMARY KEY (point, arm, replication)
          )
          """)
      for entry in manifest.entries {
        try database.execute(
          sql: "INSERT INTO manifest VALUES (?, ?)", arguments: [entry.key, entry.value])
      }
    }
    return queue
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    guard let queue = database.withLock({ $0 }) else { return nil }
    return try naming(path, writing: false) { try queue.read(body) }
  }

  private static func configuration(_ isReadOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .immediateError
    if !isReadOnly {
      configuration.prepareDatabase { database in
        // Exclusive: no file of shared memory, and one writer, for as long as it lives.
        try database.execute(
          sql: """
            PRAGMA locking_mode = EXCLUSIVE;
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = NORMAL
            """)
      }
    }
    return configuration
  }

  private static func manifest(in queue: DatabaseQueue, path: String) throws -> RunManifest {
    try queue.read { database in
      let application = try Int.fetchOne(database, sql: "PRAGMA application_id")
      guard application == applicationID, try database.tableExists("manifest"),
        try database.tableExists("run")
      else { throw RunArchiveError.notArchive(path: path) }
      let rows = try Row.fetchAll(database, sql: "SELECT key, value FROM manifest")
      let entries = rows.map { row -> (String, String) in (row[0], row[1]) }
      guard let manifest = RunManifest(entries: Dictionary(entries) { $1 }) else {
        throw RunArchiveError.damaged(path: path)
      }
      return manifest
    }
  }

  /// Whether a file begins as SQLite's do.
  private static func isDatabase(_ path: String) -> Bool {
    let start = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 16)
    return start == Data("SQLite format 3\0".utf8)
  }

  private static func folder(of path: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  /// Tells archives of this format from other files: `good` and the number of the format.
  private static let applicationID = 0x676F_6F01
}

/// Errors speak of the file.
private func naming<Value>(_ path: String, writing: Bool, _ body: () throws -> Value) throws
  -> Value
{
  do {
    return try body()
  } catch let error as RunArchiveError {
    throw error
  } catch {
    throw RunArchiveError(error, path: path, writing: writing)
  }
}
