import Foundation
import WorkplaceModel

extension LoadedScenario {
  /// What the scenario has for a key, as it would be written; nil where the key does not exist or
  /// its part of the scenario is switched off.
  public func text(at path: String) -> String? {
    node(at: path).map { CanonicalYAML.flow($0) }
  }

  /// Where the scenario itself lies in the range of a factor; nil where it lies outside.
  ///
  /// 0 is the low end, 1 the high end; of levels it is the middle of the share of the one it has.
  public func position(of factor: Factor) -> Double? {
    guard let node = node(at: factor.path) else { return nil }
    switch factor.range {
    case .levels(let levels):
      // Levels are texts, and there is more than one way to write a value.
      let texts = levels.map { try? variant([(factor.path, $0)]).text(at: factor.path) }
      return texts.firstIndex(of: CanonicalYAML.flow(node)).map {
        (Double($0) + 0.5) / Double(levels.count)
      }
    case .interval(let low, let high, let scale, let notation):
      // The ends are read as the value was, so that units do not matter.
      let ends = [low, high].map { end in
        (try? variant([(factor.path, notation.text(of: end))]))?.node(at: factor.path)?.figure
      }
      guard let value = node.figure, let first = ends[0], let last = ends[1], first < last,
        (first...last).contains(value)
      else { return nil }
      switch scale {
      case .linear: return (value - first) / (last - first)
      case .logarithmic: return log(value / first) / log(last / first)
      }
    }
  }

  private func node(at path: String) -> ResolvedNode? {
    var node: ResolvedNode? = root
    for word in path.split(separator: ".") {
      guard let map = node, map.isMap else { return nil }
      node = map.entries.first { $0.key == word }?.value
    }
    return node
  }
}

extension ResolvedNode {
  /// The number that a value is, in the canonical unit of its key.
  fileprivate var figure: Double? {
    switch content {
    case .number(let number, _): number
    case .whole(let whole): Double(whole)
    case .scalar(let text): Double(text)
    default: nil
    }
  }
}
