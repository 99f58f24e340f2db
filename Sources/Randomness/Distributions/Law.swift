/// What a `Distribution` is made of: a flat list of simple families, and composites of them.
///
/// The simple families carry numbers only. So copying or sampling one never touches a reference
/// count, which replications on several threads would contend for; only composites live in boxes.
@usableFromInline
enum Law: Sendable, Equatable {
  case constant(Double)
  case exponential(mean: Double)
  case lognormal(zeta: Double, sigma: Double)
  case gaussian(mean: Double, sigma: Double)
  case uniform(low: Double, high: Double)
  case gamma(shape: Double, scale: Double)
  case weibull(scale: Double, exponent: Double)
  case pareto(exponent: Double, minimum: Double)
  case beta(a: Double, b: Double)
  case triangular(low: Double, mode: Double, high: Double)
  case pert(low: Double, mode: Double, high: Double)
  case poisson(mean: Double)
  case binomial(trials: Int, probability: Double)
  case negativeBinomial(p: Double, n: Double)
  case logarithmic(p: Double)
  case discrete(DiscreteTable)
  case empirical(EmpiricalSample)
  case shifted(Shifted)
  case scaled(Scaled)
  case rounded(Rounded)
  case capped(Capped)
  case clamped(Clamped)
  case mixture(Mixture)
}

/// A law moved by a constant.
@usableFromInline
final class Shifted: Sendable {
  let base: Law
  let offset: Double

  init(_ base: Law, by offset: Double) {
    self.base = base
    self.offset = offset
  }
}

/// A law multiplied by a positive constant.
@usableFromInline
final class Scaled: Sendable {
  let base: Law
  let factor: Double

  init(_ base: Law, by factor: Double) {
    self.base = base
    self.factor = factor
  }
}

/// A law whose values are rounded to whole numbers.
@usableFromInline
final class Rounded: Sendable {
  let base: Law
  let direction: Distribution.Rounding

  init(_ base: Law, _ direction: Distribution.Rounding) {
    self.base = base
    self.direction = direction
  }
}

/// A law conditioned on an interval: values outside are drawn again.
@usableFromInline
final class Capped: Sendable {
  let base: Law
  let low: Double
  let high: Double

  /// The probability below the interval.
  let massBelow: Double

  /// The probability inside the interval.
  let mass: Double

  init(_ base: Law, low: Double, high: Double) {
    self.base = base
    self.low = low
    self.high = high
    massBelow = base.probability(below: low)
    mass = base.probability(atMost: high) - massBelow
  }
}

/// A law whose values outside an interval are replaced by its ends.
@usableFromInline
final class Clamped: Sendable {
  let base: Law
  let low: Double
  let high: Double

  init(_ base: Law, low: Double, high: Double) {
    self.base = base
    self.low = low
    self.high = high
  }
}

/// One of several laws, chosen with given weights.
@usableFromInline
final class Mixture: Sendable {
  /// Probabilities of the components; they add up to one.
  let weights: [Double]
  let components: [Law]
  let choice: AliasTable

  init(weights: [Double], components: [Law]) {
    let total = weights.reduce(0, +)
    self.weights = weights.map { $0 / total }
    self.components = components
    choice = AliasTable(weights: weights)
  }
}

/// Listed values with probabilities.
@usableFromInline
final class DiscreteTable: Sendable {
  /// The values in ascending order, each once.
  let values: [Double]

  /// Their probabilities; they add up to one.
  let weights: [Double]

  /// `cumulative[k]` is the probability of the first `k` values.
  let cumulative: [Double]
  let choice: AliasTable

  /// A table of at least one value, with non-negative weights of positive total.
  init(values: [Double], weights: [Double]) {
    var distinct: [(value: Double, weight: Double)] = []
    for (value, weight) in zip(values, weights).sorted(by: { $0.0 < $1.0 }) where weight > 0 {
      if let last = distinct.last, last.value == value {
        distinct[distinct.count - 1].weight += weight
      } else {
        distinct.append((value, weight))
      }
    }
    let total = distinct.reduce(0) { $0 + $1.weight }
    self.values = distinct.map(\.value)
    self.weights = distinct.map { $0.weight / total }
    var cumulative = [0.0]
    for weight in self.weights { cumulative.append(cumulative[cumulative.count - 1] + weight) }
    cumulative[cumulative.count - 1] = 1
    self.cumulative = cumulative
    choice = AliasTable(weights: self.weights)
  }
}

/// A measured sample that is drawn from with replacement.
@usableFromInline
final class EmpiricalSample: Sendable {
  /// The values in ascending order, ties included.
  let values: [Double]

  /// Where the sample comes from.
  let source: String

  init(values: [Double], source: String) {
    self.values = values.sorted()
    self.source = source
  }
}
