import Foundation
import Testing

/// Runs that outlive the program: killed, interrupted, continued, refused.
@Suite(.serialized) struct KeptRunsTests {
  private static let long = [
    "run", "tiny.yaml", "--replications", "30", "--employees", "--counterfactuals", "honest",
  ]

  /// Starts a long run, waits until some runs are kept, and stops it.
  private static func stopped(
    _ scratch: ScratchFolder, _ arguments: [String] = long, by signal: Int32 = SIGKILL
  ) throws -> Program.Outcome {
    let running = try Program(in: scratch.root).start(arguments + ["--out", "out"])
    let log = scratch.path(".out.runs.sqlite-wal")
    let deadline = Date().addingTimeInterval(60)
    while running.isRunning, Date() < deadline {
      let size = try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
      if let size, size > 400_000 { break }
      usleep(2000)
    }
    running.send(signal: signal)
    return try running.finish()
  }

  private static func expectSame(_ scratch: ScratchFolder, _ first: String, _ second: String) throws
  {
    let names = try scratch.names(in: first)
    #expect(try scratch.names(in: second) == names)
    for name in names {
      let (one, two) = (scratch.path("\(first)/\(name)"), scratch.path("\(second)/\(name)"))
      #expect(FileManager.default.contentsEqual(atPath: one, andPath: two), "\(name) differs")
    }
  }

  @Test func `killed in the middle, the same command goes on and ends in the same bytes`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    #expect(try Self.stopped(scratch).status == SIGKILL)
    #expect(try scratch.names().contains(".out.runs.sqlite"))
    #expect(try !scratch.names().contains("out"))
    let again = try program.run(Self.long + ["--out", "out", "--resume"])
    #expect(again.status == 0)
    let note = try #require(
      again.errors.firstMatch(of: /note: continuing: (\d+) of 90 runs were finished before\n/))
    let found = try #require(Int(note.output.1))
    #expect((1..<90).contains(found))
    #expect(try scratch.names() == ["out", "tiny.yaml"])
    #expect(
      try program.run(Self.long + ["--out", "whole", "--quiet", "--threads", "1"]).status == 0)
    try Self.expectSame(scratch, "out", "whole")
  }

  @Test func `interrupted, it says what is kept and how to go on`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Self.stopped(scratch, by: SIGINT)
    #expect(outcome.status == 130)
    #expect(
      outcome.errors.wholeMatch(
        of: /interrupted; \d+ finished runs are kept in \.out\.runs\.sqlite; .*goes on from there\n/
      )
        != nil, "\(outcome.errors)")
  }

  @Test func `what was changed is told, refused with --resume, and started over without`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    _ = try Self.stopped(scratch)
    let changed =
      Self.long.filter { $0 != "--employees" } + [
        "--seed", "8", "--set", "policies.tokenBoard.target.goal=90 %", "--out", "out",
      ]
    let refused = try program.run(changed + ["--resume"])
    #expect(refused.status == 2)
    #expect(refused.output == "")
    let expected = [
      "error: the runs in .out.runs.sqlite are of another experiment", "  seed: 7 -> 8\n",
      "policies.tokenBoard.target.goal: 0.8 -> 0.9",
      "  command: run scenario.yaml --employees -> run scenario.yaml\n", "leave out --resume",
    ]
    for words in expected { #expect(refused.errors.contains(words), "\(refused.errors)") }
    #expect(try scratch.names().contains(".out.runs.sqlite"))
    let anew = try program.run(changed + ["--set", "replications=2"])
    #expect(anew.status == 0)
    #expect(anew.errors.contains("note: starting over; changed since: "))
    #expect(anew.errors.contains("seed: 7 -> 8"))
    #expect(try scratch.names() == ["out", "tiny.yaml"])
  }

  @Test func `there must be something to resume`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(["run", "tiny.yaml", "--resume"])
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("error: there is nothing to resume: no file Results/.tiny.runs"))
    #expect(try scratch.names() == ["tiny.yaml"])
  }

  @Test(arguments: ["not a database at all", ""])
  func `a file that is no archive is replaced where it is hidden, and refused where it was named`(
    content: String
  ) throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let text = String(repeating: content, count: 1000)
    try scratch.write(text, to: ".out.runs.sqlite")
    try scratch.write(text, to: "mine.sqlite")
    let named = try program.run(["run", "tiny.yaml", "--keep-runs", "mine.sqlite"])
    #expect(named.status == 2)
    #expect(named.errors.contains("error: mine.sqlite is not an archive of runs"))
    #expect(try scratch.text("mine.sqlite") == text)
    let resumed = try program.run(["run", "tiny.yaml", "--out", "out", "--resume"])
    #expect(resumed.status == 2)
    #expect(resumed.errors.contains("is not an archive of runs"))
    let outcome = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("note: starting over: .out.runs.sqlite is not an archive"))
    #expect(try scratch.names() == ["mine.sqlite", "out", "tiny.yaml"])
  }

  @Test func `runs are kept in a file on request, and not made again`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let arguments = ["run", "tiny.yaml", "--keep-runs", "runs.sqlite", "--out"]
    #expect(try program.run(arguments + ["one"]).status == 0)
    let again = try program.run(arguments + ["two"])
    // Two policies and one honest arm in three replications.
    #expect(again.errors.contains("note: continuing: 9 of 9 runs were finished before"))
    try Self.expectSame(scratch, "one", "two")
    let other = try program.run(arguments + ["three", "--seed", "9"])
    #expect(other.status == 2)
    #expect(other.errors.contains("seed: 7 -> 9") && other.errors.contains("name another file"))
    #expect(try scratch.names() == ["one", "runs.sqlite", "tiny.yaml", "two"])
  }

  @Test func `a second program does not touch the runs of the first`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let first = try program.start(
      ["run", "tiny.yaml", "--replications", "100000", "--out", "out"])
    defer {
      first.send(signal: SIGKILL)
      _ = try? first.finish()
    }
    while first.isRunning,
      !FileManager.default.fileExists(atPath: scratch.path(".out.runs.sqlite-wal"))
    {
      usleep(2000)
    }
    usleep(100_000)
    let second = try program.run(["run", "tiny.yaml", "--out", "out"])
    #expect(second.status == 2)
    #expect(second.errors.contains("in use by another goodhart"))
    #expect(first.isRunning)
  }

  @Test func `a disk that takes no more runs does not stop the work`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let program = Program(in: scratch.root)
    let kept = try program.run(
      ["run", "tiny.yaml", "--keep-runs", "/proc/runs.sqlite", "--out", "out"])
    #expect(kept.status == 1)
    #expect(kept.errors.contains("error: cannot write /proc/runs.sqlite"))
    let outcome = try program.run(
      ["run", "tiny.yaml", "--seed", "8", "--out", "out"], after: "ulimit -f 8")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("caution: further runs are not kept: cannot write"))
    #expect(outcome.errors.contains("error: cannot write out/"))
  }

  @Test func `events for programs are a line each and end with all runs done`() throws {
    let scratch = try ScratchFolder.withTinyScenario()
    let outcome = try Program(in: scratch.root).run(
      ["run", "tiny.yaml", "--format", "json", "--out", "out"])
    let events = try outcome.errors.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(events.first?["event"] as? String == "started")
    #expect(events.compactMap { $0["stage"] as? String }.contains("counterfactuals"))
    let last = try #require(events.last)
    #expect(last["event"] as? String == "finished")
    #expect(last["finished"] as? Int == 9 && last["expected"] as? Int == 9)
    #expect((last["policies"] as? [[String: Any]])?.count == 2)
  }
}
