import Foundation

/// A folder of files that lives as long as a test needs it.
struct TemporaryFolder {
  let path: String

  init() throws {
    let address = FileManager.default.temporaryDirectory.appending(
      path: "scenario-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: address, withIntermediateDirectories: true)
    path = address.path
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(filePath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
    return file
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// A small valid scenario, to which tests add lines.
let smallScenario = """
  scenario: small
  workforce: {developer: {count: 8}}
  work: {task: {arrivals: 1 / day}}

  """

/// The same with one policy.
let smallScenarioWithPolicy = smallScenario + "policies: {noMetric: {}}\n"
