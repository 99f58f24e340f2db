import Foundation
import Testing

@testable import Reporting

@Suite struct ResultsFolderTests {
  private let scratch = ScratchFolder()

  @Test func `a new folder holds the files and their hashes and nothing else`() throws {
    let folder = scratch.path("out")
    try ResultsFolder(path: folder).replaceContents { staged in
      try staged.addFile("b.csv", text: "x\n1\n")
      try staged.addFile("a.json", text: "{}")
    }
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.names(in: "out") == ["SHA256SUMS", "a.json", "b.csv"])
    #expect(
      try scratch.text("out/SHA256SUMS") == """
        \(SHA256.hexDigest(of: "x\n1\n"))  b.csv
        \(SHA256.hexDigest(of: "{}"))  a.json

        """)
  }

  @Test func `missing parents are made`() throws {
    try ResultsFolder(path: scratch.path("one/two/out/")).replaceContents { staged in
      try staged.addFile("a", text: "1")
    }
    #expect(try scratch.text("one/two/out/a") == "1")
  }

  @Test func `earlier results are replaced as a whole`() throws {
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.replaceContents { staged in
      try staged.addFile("old", text: "1")
      try staged.addFile("both", text: "1")
    }
    try folder.replaceContents { staged in try staged.addFile("both", text: "2") }
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.names(in: "out") == ["SHA256SUMS", "both"])
    #expect(try scratch.text("out/both") == "2")
  }

  @Test func `an empty folder may be filled`() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: false)
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.checkWritable()
    try folder.replaceContents { staged in try staged.addFile("a", text: "1") }
    #expect(try scratch.text("out/a") == "1")
  }

  @Test func `a link to a results folder stays a link`() throws {
    try ResultsFolder(path: scratch.path("real")).replaceContents { staged in
      try staged.addFile("a", text: "1")
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: "real")
    try ResultsFolder(path: scratch.path("link")).replaceContents { staged in
      try staged.addFile("a", text: "2")
    }
    #expect(try scratch.text("real/a") == "2")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link")) == "real")
  }

  @Test(arguments: [0, 1, 2])
  func `a failure after any number of files leaves earlier results as they were`(
    count: Int
  ) throws {
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.replaceContents { staged in try staged.addFile("a", text: "1") }
    #expect(throws: FileSystemError(.write, path: "disk", code: ENOSPC)) {
      try folder.replaceContents { staged in
        for number in 0..<count { try staged.addFile("a\(number)", text: "2") }
        throw FileSystemError(.write, path: "disk", code: ENOSPC)
      }
    }
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.names(in: "out") == ["SHA256SUMS", "a"])
    #expect(try scratch.text("out/a") == "1")
  }

  @Test func `a failure leaves nothing where nothing was, made parents included`() throws {
    let folder = ResultsFolder(path: scratch.path("one/two/out"))
    #expect(throws: CancellationError.self) {
      try folder.replaceContents { staged in
        try staged.addFile("a", text: "1")
        throw CancellationError()
      }
    }
    #expect(try scratch.names() == [])
  }

  @Test func `a cancelled task writes no further file`() async throws {
    let path = scratch.path("out")
    let task = Task {
      try ResultsFolder(path: path).replaceContents { staged in
        withUnsafeCurrentTask { $0?.cancel() }
        try staged.addFile("a", text: "1")
      }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try scratch.names() == [])
  }

  @Test func `checking leaves no trace`() throws {
    try ResultsFolder(path: scratch.path("one/two")).checkWritable()
    #expect(try scratch.names() == [])
  }

  @Test func `a file in place of the folder is kept`() throws {
    try "precious".write(toFile: scratch.path("out"), atomically: false, encoding: .utf8)
    let folder = ResultsFolder(path: scratch.path("out"))
    let expected = ResultsFolderError.notFolder(path: scratch.path("out"))
    #expect(throws: expected) { try folder.checkWritable() }
    #expect(throws: expected) { try folder.replaceContents { _ in } }
    #expect(try scratch.text("out") == "precious")
  }

  @Test func `a folder with somebody's own file is kept`() throws {
    let folder = ResultsFolder(path: scratch.path("out"))
    try folder.replaceContents { staged in try staged.addFile("a", text: "1") }
    try "mine".write(toFile: scratch.path("out/notes.txt"), atomically: false, encoding: .utf8)
    let expected = ResultsFolderError.notResults(
      path: scratch.path("out"), foreign: "notes.txt")
    #expect(throws: expected) { try folder.checkWritable() }
    #expect(throws: expected) { try folder.replaceContents { _ in } }
    #expect(try scratch.text("out/notes.txt") == "mine")
  }

  @Test func `the root folder is never replaced`() {
    #expect(throws: ResultsFolderError.self) { try ResultsFolder(path: "/").checkWritable() }
  }

  @Test func `a parent that is a file is named`() throws {
    try "x".write(toFile: scratch.path("file"), atomically: false, encoding: .utf8)
    let folder = ResultsFolder(path: scratch.path("file/out"))
    let error = try #require(throws: FileSystemError.self) { try folder.checkWritable() }
    #expect(error.code == ENOTDIR)
    #expect(error.description.contains("a part of the path is a file"))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a parent that may not be written is named`() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("locked"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o500])
    let folder = ResultsFolder(path: scratch.path("locked/out"))
    let error = try #require(throws: FileSystemError.self) { try folder.checkWritable() }
    #expect(error.description.contains("permission denied"))
    #expect(error.description.contains(scratch.path("locked/out")))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is an error when the file is finished`() throws {
    let error = try #require(throws: FileSystemError.self) {
      var file = try ResultsFile(creatingAt: "/dev/full")
      try file.write("x")
      _ = try file.finish()
    }
    #expect(error.description.contains("the disk is full"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a full disk is an error while a long file is written`() {
    #expect(throws: FileSystemError(.write, path: "/dev/full", code: ENOSPC)) {
      var file = try ResultsFile(creatingAt: "/dev/full")
      for _ in 0..<100_000 { try file.write("0123456789") }
    }
  }
}
