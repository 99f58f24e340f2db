import Foundation

/// Delays that are hard on an event list in different ways.
enum Increments: String, CaseIterable, Sendable {
  case exponential
  /// All delays equal: the list is a first-in first-out queue full of ties.
  case constant
  /// Small integers, zero included: several events at nearly every time.
  case integers
  /// Half the delays a million times longer than the others.
  case bimodal
  /// Pareto with infinite mean: a few events far beyond everything else.
  case heavyTailed
  /// Twenty orders of magnitude.
  case manyScales
  /// Delays near the resolution of the clock.
  case tiny
  /// Many events in the same instant, then a jump.
  case bursts

  func draw(from generator: inout TestGenerator) -> Double {
    let uniform = generator.uniform()
    return switch self {
    case .exponential: -log(uniform)
    case .constant: 1
    case .integers: Double(Int(uniform * 4))
    case .bimodal: generator.uniform() < 0.5 ? uniform * 1e-3 : uniform * 1e3
    case .heavyTailed: pow(uniform, -1.5)
    case .manyScales: pow(10, 20 * uniform - 10)
    case .tiny: uniform * 1e-14
    case .bursts: uniform < 0.9 ? 0 : (uniform < 0.95 ? 1e-9 : 100)
    }
  }

}
