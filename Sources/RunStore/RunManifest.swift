/// What runs are of: everything that must be the same for two runs to be comparable, and for one to
/// stand in for another.
public struct RunManifest: Sendable, Equatable {
  /// The words of the command that makes the results, after the program's name: the scenario is called
  /// `scenario.yaml`, and what changes no byte of the results is left out.
  public var command: [String]
  /// The resolved scenario.
  public var scenario: String
  /// The files that the scenario was made from, a line each with hash and name.
  public var sources: [String]
  /// Version of the program.
  public var program: String
  /// The numerical library and its version.
  public var numericalLibrary: String
  /// The compiler.
  public var compiler: String
  /// Operating system and processor architecture.
  public var platform: String
  /// What tells one build of the program from another of the same version.
  public var build: String
  /// The shard whose runs these are, such as `0/3`; nil for all.
  public var shard: String?

  /// Describes runs.
  public init(
    command: [String], scenario: String, sources: [String] = [], program: String,
    numericalLibrary: String, compiler: String, platform: String, build: String,
    shard: String? = nil
  ) {
    self.command = command
    self.scenario = scenario
    self.sources = sources
    self.program = program
    self.numericalLibrary = numericalLibrary
    self.compiler = compiler
    self.platform = platform
    self.build = build
    self.shard = shard
  }

  /// What was done with which program, apart from the scenario: what it is called, then and now, for
  /// everything that differs.
  public func differingFacts(from other: RunManifest) -> [(name: String, then: String, now: String)]
  {
    let facts: [(String, String, String)] = [
      ("command", other.command.joined(separator: " "), command.joined(separator: " ")),
      ("goodhart", other.program, program),
      ("numerical library", other.numericalLibrary, numericalLibrary),
      ("compiler", other.compiler, compiler), ("platform", other.platform, platform),
    ]
    return facts.filter { $0.1 != $0.2 }.map { (name: $0.0, then: $0.1, now: $0.2) }
  }
}

extension RunManifest {
  /// Names and values, as a file holds them.
  var entries: [(key: String, value: String)] {
    var entries = command.enumerated().map { (key: "command.\($0)", value: $1) }
    entries += sources.enumerated().map { (key: "source.\($0)", value: $1) }
    entries += [
      ("scenario", scenario), ("program", program), ("numericalLibrary", numericalLibrary),
      ("compiler", compiler), ("platform", platform), ("build", build),
    ]
    if let shard { entries.append(("shard", shard)) }
    return entries
  }

  /// Reads names and values; nil unless all are there.
  init?(entries: [String: String]) {
    guard let scenario = entries["scenario"], let program = entries["program"],
      let library = entries["numericalLibrary"], let compiler = entries["compiler"],
      let platform = entries["platform"], let build = entries["build"]
    else { return nil }
    func list(_ name: String) -> [String] {
      var list: [String] = []
      while let value = entries["\(name).\(list.count)"] { list.append(value) }
      return list
    }
    self.init(
      command: list("command"), scenario: scenario, sources: list("source"), program: program,
      numericalLibrary: library,
      compiler: compiler, platform: platform, build: build, shard: entries["shard"])
  }
}
