import CGSL

// Moments of the part of a law below a point. They make the moments of capped, clamped and rounded
// laws exact, whatever those are stacked upon.
extension Law {
  /// The expectation of X^order over the values up to `x`, for order 0, 1 or 2.
  ///
  /// - Parameter includesEnd: whether a jump of the distribution function at `x` itself counts.
  func moment(_ order: Int, upTo x: Double, includesEnd: Bool = true) -> Double {
    if order == 0 { return includesEnd ? probability(atMost: x) : probability(below: x) }
    if x <= support.low && !(includesEnd && x == support.low) { return 0 }
    let power = Double(order)
    switch self {
    case .constant(let value):
      return (includesEnd ? value <= x : value < x) ? value.power(order) : 0
    case .exponential(let mean):
      return Law.gamma(shape: 1, scale: mean).moment(order, upTo: x)
    case .lognormal(let zeta, let sigma):
      let shifted = Law.lognormal(zeta: zeta + power * sigma * sigma, sigma: sigma)
      return exp(power * zeta + power * power * sigma * sigma / 2)
        * shifted.probability(atMost: x)
    case .gaussian(let mean, let sigma):
      let share = probability(atMost: x)
      let density = x.isFinite ? sigma * sigma * gsl_ran_gaussian_pdf(x - mean, sigma) : 0
      return order == 1
        ? mean * share - density
        : (mean * mean + sigma * sigma) * share - density * (x.isFinite ? mean + x : 0)
    case .uniform(let low, let high):
      let end = min(x, high)
      return (end.power(order + 1) - low.power(order + 1)) / ((power + 1) * (high - low))
    case .gamma(let shape, let scale):
      let full = order == 1 ? shape * scale : shape * (shape + 1) * scale * scale
      return full * Law.gamma(shape: shape + power, scale: scale).probability(atMost: x)
    case .weibull(let scale, let exponent):
      let shape = 1 + power / exponent
      let stretched = x.isFinite ? pow(x / scale, exponent) : x
      return scale.power(order) * gsl_sf_gamma(shape)
        * Law.gamma(shape: shape, scale: 1).probability(atMost: stretched)
    case .pareto(let exponent, let minimum):
      let difference = power - exponent
      if x.isInfinite && difference >= 0 { return .infinity }
      // The integral of x^(order - exponent - 1), whose antiderivative changes form at zero.
      let growth = log(x / minimum)
      let integral =
        x.isInfinite
        ? -1 / difference : difference == 0 ? growth : expm1(difference * growth) / difference
      return exponent * minimum.power(order) * integral
    case .beta(let a, let b):
      let full = order == 1 ? a / (a + b) : a * (a + 1) / ((a + b) * (a + b + 1))
      return full * Law.beta(a: a + power, b: b).probability(atMost: x)
    case .triangular(let low, let mode, let high):
      return Self.momentOfTriangle(order, upTo: min(x, high), low, mode, high)
    case .pert(let low, let mode, let high):
      let beta = Self.betaOfPert(low, mode, high)
      return beta.moment(order, upTo: (x - low) / (high - low), offset: low, factor: high - low)
    case .poisson, .binomial, .negativeBinomial, .logarithmic:
      let last = includesEnd ? x.rounded(.down) : x.rounded(.up) - 1
      return momentOfCounts(order, upTo: last)
    case .discrete(let table):
      let count =
        includesEnd ? table.values.countOfSorted(atMost: x) : table.values.countOfSorted(below: x)
      return (0..<count).reduce(0) { $0 + table.weights[$1] * table.values[$1].power(order) }
    case .empirical(let sample):
      let values = sample.values
      let count = includesEnd ? values.countOfSorted(atMost: x) : values.countOfSorted(below: x)
      return values[..<count].reduce(0) { $0 + $1.power(order) } / Double(values.count)
    case .shifted(let shifted):
      return shifted.base.moment(
        order, upTo: shifted.preimage(of: x), offset: shifted.offset, factor: 1,
        includesEnd: includesEnd)
    case .scaled(let scaled):
      return scaled.factor.power(order)
        * scaled.base.moment(order, upTo: scaled.preimage(of: x), includesEnd: includesEnd)
    case .rounded(let rounded):
      return rounded.moment(order, upTo: x, includesEnd: includesEnd)
    case .capped(let capped):
      let below = capped.base.moment(order, upTo: capped.low, includesEnd: false)
      let end = min(x, capped.high)
      let through = capped.base.moment(
        order, upTo: end, includesEnd: includesEnd || x > capped.high)
      return (through - below) / capped.mass
    case .clamped(let clamped):
      return clamped.moment(order, upTo: x, includesEnd: includesEnd)
    case .mixture(let mixture):
      return mixture.average { $0.moment(order, upTo: x, includesEnd: includesEnd) }
    }
  }

  /// The partial moment of `offset + factor * X`, with `x` on the scale of X.
  fileprivate func moment(
    _ order: Int, upTo x: Double, offset: Double, factor: Double, includesEnd: Bool = true
  ) -> Double {
    let share = moment(0, upTo: x, includesEnd: includesEnd)
    let first = moment(1, upTo: x, includesEnd: includesEnd)
    if order == 1 { return offset * share + factor * first }
    let second = moment(2, upTo: x, includesEnd: includesEnd)
    return offset * offset * share + 2 * offset * factor * first + factor * factor * second
  }

  /// The partial moment of a triangle: its density is linear on either side of the mode.
  private static func momentOfTriangle(
    _ order: Int, upTo x: Double, _ low: Double, _ mode: Double, _ high: Double
  ) -> Double {
    // The integral of t^order (t - root), from `start` to `end`.
    func integral(from start: Double, to end: Double, root: Double) -> Double {
      (end.power(order + 2) - start.power(order + 2)) / Double(order + 2)
        - root * (end.power(order + 1) - start.power(order + 1)) / Double(order + 1)
    }
    var moment = 0.0
    if mode > low {
      let rise = integral(from: low, to: min(x, mode), root: low)
      moment += 2 * rise / ((high - low) * (mode - low))
    }
    if x > mode {
      let fall = -integral(from: mode, to: x, root: high)
      moment += 2 * fall / ((high - low) * (high - mode))
    }
    return moment
  }

  /// The partial moment of a count, from its factorial moments, which are those of the same family
  /// with other parameters, one or two counts earlier.
  private func momentOfCounts(_ order: Int, upTo last: Double) -> Double {
    let first: Double
    let secondFactorial: Double
    switch self {
    case .poisson(let mean):
      first = mean * probability(atMost: last - 1)
      secondFactorial = mean * mean * probability(atMost: last - 2)
    case .binomial(let trials, let p):
      let n = Double(trials)
      func share(_ drop: Int) -> Double {
        guard trials >= drop else { return 0 }
        return Law.binomial(trials: trials - drop, probability: p)
          .probability(atMost: last - Double(drop))
      }
      first = n * p * share(1)
      secondFactorial = n * (n - 1) * p * p * share(2)
    case .negativeBinomial(let p, let n):
      let odds = (1 - p) / p
      first =
        n * odds * Law.negativeBinomial(p: p, n: n + 1).probability(atMost: last - 1)
      secondFactorial =
        n * (n + 1) * odds * odds
        * Law.negativeBinomial(p: p, n: n + 2).probability(atMost: last - 2)
    case .logarithmic(let p):
      // Sums of p^k and of (k - 1) p^k.
      let tail = last.isFinite ? pow(p, last) : 0
      let weightedTail = last.isFinite ? last * tail : 0
      let norm = -log1p(-p)
      first = p * (1 - tail) / ((1 - p) * norm)
      let weighted = p * (1 - tail - weightedTail * (1 - p)) / ((1 - p) * (1 - p))
      secondFactorial = weighted / norm - first
    default: return .nan
    }
    return order == 1 ? first : secondFactorial + first
  }
}

extension Clamped {
  func moment(_ order: Int, upTo x: Double, includesEnd: Bool) -> Double {
    func reaches(_ end: Double) -> Bool { includesEnd ? x >= end : x > end }
    guard reaches(low) || low == -.infinity else { return 0 }
    let atLow = low.isFinite ? low.power(order) * base.probability(atMost: low) : 0
    let belowLow = low.isFinite ? base.moment(order, upTo: low) : 0
    if high.isFinite && reaches(high) {
      let inside = base.moment(order, upTo: high, includesEnd: false) - belowLow
      return atLow + inside + high.power(order) * (1 - base.probability(below: high))
    }
    return atLow + base.moment(order, upTo: x, includesEnd: includesEnd) - belowLow
  }
}

extension Rounded {
  /// How many whole numbers are summed one by one.
  private static let window = 16_384.0

  /// The partial moment of the rounded value.
  ///
  /// Inside a window around the median every whole number is weighted with its probability.
  /// Outside, where the law is smooth on the scale of one, the part rounded off is taken as
  /// uniform and independent (W. F. Sheppard's argument, 1898).
  func moment(_ order: Int, upTo x: Double, includesEnd: Bool) -> Double {
    let last = includesEnd ? x.rounded(.down) : x.rounded(.up) - 1
    let (lowest, highest) = (base.support.low, base.support.high)
    let median = base.quantile(0.5)
    let start = max(
      direction.round(lowest), (median - Self.window / 2).rounded(.down), -0x1p52)
    let end = min(direction.round(highest), start + Self.window, last)
    var sum = start <= last ? smooth(order, from: lowest, before: start) : 0
    if start <= end {
      var value = start
      var before = share(before: value)
      while value <= end {
        let through = share(before: value + 1)
        sum += (through - before) * value.power(order)
        before = through
        value += 1
      }
    }
    if last > end && highest > end { sum += smooth(order, from: end + 1, before: last + 1) }
    if start > last { sum = smooth(order, from: lowest, before: last + 1) }
    return sum
  }

  /// The probability that the rounded value is below a whole number.
  private func share(before whole: Double) -> Double {
    direction == .down ? base.probability(below: whole) : base.probability(atMost: whole - 1)
  }

  /// The moment of the rounded values from `first` up to, not including, `end`, taking the part
  /// rounded off as uniform.
  private func smooth(_ order: Int, from first: Double, before end: Double) -> Double {
    let sign = direction == .down ? -1.0 : 1.0
    func upTo(_ whole: Double, _ order: Int) -> Double {
      direction == .down
        ? base.moment(order, upTo: whole, includesEnd: false)
        : base.moment(order, upTo: whole - 1)
    }
    func part(_ order: Int) -> Double { upTo(end, order) - upTo(first, order) }
    return order == 1
      ? part(1) + sign * part(0) / 2 : part(2) + sign * part(1) + part(0) / 3
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double {
    var product = 1.0
    for _ in 0..<exponent { product *= self }
    return product
  }
}
