import Experiments
import Foundation
import GRDB

/// An archive of runs in one SQLite file.
public final class SQLiteRunArchive: RunArchive {
  private let database: DatabaseQueue

  /// Opens the archive in a file, and creates it if there is none.
  ///
  /// - Throws: `DatabaseError` when the file cannot be opened or is not an archive.
  public init(path: String) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    }
    database = try DatabaseQueue(path: path, configuration: configuration)
    try database.write { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS run (
            point TEXT NOT NULL, arm TEXT NOT NULL, replication INTEGER NOT NULL,
            outcome BLOB NOT NULL, PRIMARY KEY (point, arm, replication)
          ) WITHOUT ROWID
          """)
    }
  }

  /// The bytes of a run; nil if it has not been finished.
  public func bytes(of address: RunAddress) throws -> [UInt8]? {
    try database.read { database in
      try Data.fetchOne(
        database,
        sql: "SELECT outcome FROM run WHERE point = ? AND arm = ? AND replication = ?",
        arguments: [address.point, address.arm, address.replication])
    }.map { Array($0) }
  }

  /// Keeps a run.
  public func keep(_ bytes: [UInt8], at address: RunAddress) throws {
    try database.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)",
        arguments: [address.point, address.arm, address.replication, Data(bytes)])
    }
  }
}
