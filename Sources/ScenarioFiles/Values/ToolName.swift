import WorkplaceModel

/// Names of tools as an organisation knows them, with the class of action that each belongs to.
enum ToolName {
  /// Every name that a list of tools may hold.
  static let all: [(name: String, toolClass: ToolClass)] =
    ToolClass.allCases.map { ($0.name, $0) } + [
      ("slack.read", .read), ("email.read", .read), ("repo.read", .read), ("tickets.read", .read),
      ("slack.post", .chat), ("email.send", .email), ("tickets.reply", .email),
      ("repo.write", .repositoryWrite), ("secrets.read", .secrets), ("web", .externalNetwork),
    ]

  /// The class of a tool.
  static func toolClass(of name: String) -> ToolClass? {
    all.first { $0.name == name }?.toolClass
  }
}
