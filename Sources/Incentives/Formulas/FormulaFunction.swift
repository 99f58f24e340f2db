/// A function of the formula language.
enum FormulaFunction: String, CaseIterable, Sendable {
  case min, max, clip, step
  case log, sqrt, exp, abs, floor
  case `default`, missing
  case sum, mean, count, share, median, quantile, sd
  case streak, longest, lag
  case z, rank, percentile

  /// How the function is written, for error messages.
  var usage: String {
    switch self {
    case .min, .max:
      "\(rawValue)(a, b, …), \(rawValue)(x, 4 weeks) or \(rawValue)(x per team)"
    case .clip: "clip(x, lowest, highest)"
    case .step: "step(x, 1, 5, 10)"
    case .log, .sqrt, .exp, .abs, .floor: "\(rawValue)(x)"
    case .default: "default(x, 0)"
    case .missing: "missing(x)"
    case .sum, .mean: "\(rawValue)(x, 4 weeks) or \(rawValue)(x per team)"
    case .count, .share:
      "\(rawValue)(condition, 4 weeks) or \(rawValue)(condition per team)"
    case .median, .sd: "\(rawValue)(x per team)"
    case .quantile: "quantile(x, 0.9 per team)"
    case .streak, .longest: "\(rawValue)(condition) or \(rawValue)(condition, 26 weeks)"
    case .lag: "lag(x, 1 week)"
    case .z, .rank, .percentile: "\(rawValue)(x) or \(rawValue)(x per team)"
    }
  }

  /// Whether the first argument is a condition and not a number.
  var takesCondition: Bool {
    switch self {
    case .count, .share, .streak, .longest: true
    default: false
    }
  }
}
