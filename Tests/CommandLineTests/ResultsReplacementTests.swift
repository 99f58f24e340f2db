import Foundation
import Testing

/// A results folder is either wholly old or wholly new, whatever happens to the program.
@Suite(.serialized) struct ResultsReplacementTests {
  @Test func `earlier results are replaced as a whole`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--employees", "--quiet"])
    #expect(try scratch.names(in: "out").contains("employee_weeks.csv"))
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    #expect(try !scratch.names(in: "out").contains("employee_weeks.csv"))
    #expect(try scratch.names() == ["out", "tiny.yaml"])
  }

  @Test func `a folder with a file of one's own is left alone`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    try scratch.write("mine", to: "out/notes.txt")
    let outcome = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("“notes.txt”"))
    #expect(try scratch.text("out/notes.txt") == "mine")
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `an interrupted run leaves what was there`(signal: Int32) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    let before = try scratch.text("out/SHA256SUMS")
    let long = ["run", "tiny.yaml", "--replications", "10000", "--seed", "8", "--out"]
    for (folder, names) in [
      ("out", [".out.runs.sqlite", ".out.runs.sqlite-wal", "out", "tiny.yaml"]),
      ("new/deep", [".out.runs.sqlite", ".out.runs.sqlite-wal", "new", "out", "tiny.yaml"]),
    ] {
      let running = try program.start(long + [folder])
      let log = scratch.path(
        folder == "out" ? ".out.runs.sqlite-wal" : "new/.deep.runs.sqlite-wal")
      // Some runs are kept by then, however slow the machine is.
      for _ in 0..<30_000 where running.isRunning {
        let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
        if let size, size > 200_000 { break }
        usleep(2000)
      }
      #expect(running.isRunning)
      running.send(signal: signal)
      let outcome = try running.finish()
      #expect(outcome.status == 130)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("interrupted; "))
      #expect(outcome.errors.hasSuffix(".runs.sqlite; the same command goes on from there\n"))
      #expect(try scratch.names() == names)
    }
    #expect(try scratch.text("out/SHA256SUMS") == before)
  }

  @Test func `a file that may not grow fails the run and leaves what was there`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try program.run(["run", "tiny.yaml", "--out", "out", "--quiet"])
    let before = try scratch.text("out/SHA256SUMS")
    let outcome = try program.run(
      ["run", "tiny.yaml", "--seed", "8", "--out", "out"], after: "ulimit -f 8")
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("Results:"))
    #expect(outcome.errors.contains("error: cannot write out/summary.csv"))
    #expect(outcome.errors.contains("exceed the largest size"))
    #expect(try scratch.names() == ["out", "tiny.yaml"])
    #expect(try scratch.text("out/SHA256SUMS") == before)
  }

  @Test(.enabled(if: SmallDisk.isAvailable, "needs the right to mount a file system"))
  func `a full disk fails the run and leaves what was there`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let disk = try SmallDisk(at: scratch.path("disk"), kilobytes: 64)
    defer { disk.unmount() }
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--out", "disk/out"])
    #expect(outcome.status == 1)
    #expect(!outcome.output.contains("Results:"))
    #expect(outcome.errors.contains("the disk is full"))
    #expect(outcome.errors.contains("disk/out/"))
    // Finished runs may be kept, of results there is nothing.
    #expect(try scratch.names(in: "disk").allSatisfy { $0.hasPrefix(".out.runs.sqlite") })
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func `a folder that may not be written is bad input`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    try FileManager.default.createDirectory(
      atPath: scratch.path("locked"), withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o500])
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--out", "locked/out"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("permission denied"))
  }
}

/// A file system of a few kilobytes in memory.
private struct SmallDisk {
  private let path: String

  /// Whether this process may mount one.
  static var isAvailable: Bool {
    let scratch = ScratchFolder()
    guard let disk = try? SmallDisk(at: scratch.path("probe"), kilobytes: 16) else { return false }
    disk.unmount()
    return true
  }

  init(at path: String, kilobytes: Int) throws {
    self.path = path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    guard Self.shell("mount -t tmpfs -o size=\(kilobytes)k tmpfs '\(path)'") == 0 else {
      throw CocoaError(.fileWriteNoPermission)
    }
  }

  func unmount() { _ = Self.shell("umount '\(path)'") }

  private static func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>/dev/null"]
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
