import Foundation

/// Reads a scenario file and the files it extends, each laid over the one before.
struct FileInheritance {
  /// The merged tree of a file and everything it extends, or nil after reporting why there is none.
  ///
  /// - Parameters:
  ///   - root: the tree of the file.
  ///   - chain: the files that led here, this one last.
  static func merge(
    _ root: SourceNode, chain: [String], into collector: inout DiagnosticCollector
  ) -> SourceNode? {
    guard let node = root["extends"], !node.isNone else { return root.removing(["extends"]) }
    guard let written = node.scalar else {
      collector.report(
        "found \(node.kindInWords)", at: node.location,
        expected: "the path of a scenario, relative to this file")
      return root.removing(["extends"])
    }
    let path = written.resolvedPath(against: node.location.file)
    if chain.contains(path) {
      let circle = (chain.drop { $0 != path } + [path]).joined(separator: " -> ")
      collector.report(
        "this file extends itself: \(circle)", at: node.location, expected: "no circle")
      collector.isIncomplete = true
      return root.removing(["extends"])
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      collector.report(
        "the scenario '\(path)' cannot be read", at: node.location,
        expected: "the path of a scenario, relative to this file")
      collector.isIncomplete = true
      return root.removing(["extends"])
    }
    guard let base = SourceReader.read(text, named: path, into: &collector) else {
      collector.isIncomplete = true
      return root.removing(["extends"])
    }
    guard base.entries != nil else {
      collector.report(
        "'\(path)' holds \(base.kindInWords)", at: node.location, expected: "a scenario: a map")
      collector.isIncomplete = true
      return root.removing(["extends"])
    }
    guard let merged = merge(base, chain: chain + [path], into: &collector) else { return nil }
    return merged.overlaid(by: root.removing(["extends"]), as: .section(Vocabulary.root))
  }
}
