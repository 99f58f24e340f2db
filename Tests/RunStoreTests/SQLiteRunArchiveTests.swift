import Experiments
import Foundation
import RunStore
import Testing

@Suite("An archive of runs in a file")
struct SQLiteRunArchiveTests {
  @Test("gives back what was kept, after it was opened again too")
  func keeps() throws {
    let path = FileManager.default.temporaryDirectory.path + "/archive-\(UUID()).sqlite"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let address = RunAddress(point: "seed=2", arm: "tokenBoard", replication: 3)
    try SQLiteRunArchive(path: path).keep([1, 2, 3], at: address)
    #expect(try SQLiteRunArchive(path: path).bytes(of: address) == [1, 2, 3])
    let other = RunAddress(point: "", arm: "tokenBoard", replication: 3)
    #expect(try SQLiteRunArchive(path: path).bytes(of: other) == nil)
  }
}
