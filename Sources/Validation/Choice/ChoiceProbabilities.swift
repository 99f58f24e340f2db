import WorkplaceModel

/// The probabilities with which a logit choice takes each alternative, read off the choice itself.
///
/// The scenarios' code draws an alternative from one uniform number by inversion. The uniforms at
/// which its answer changes are the cumulative probabilities; they are found by bisection, so what
/// is verified is what is drawn.
struct ChoiceProbabilities: Sendable {
  /// Probability of each alternative.
  let values: [Double]

  init(of choice: LogitChoice, among utilities: [Double]) {
    var cumulative: [Double] = []
    for last in utilities.indices.dropLast() {
      var low = 0.0
      var high = 1.0
      // Doubles in [0, 1] that differ by less than 2^-60 choose the same.
      while high - low > 0x1p-60 {
        let middle = (low + high) / 2
        guard middle > low, middle < high else { break }
        if choice.choose(among: utilities, uniform: middle) <= last {
          low = middle
        } else {
          high = middle
        }
      }
      cumulative.append(high)
    }
    let ends = cumulative + [1]
    values = zip(ends, [0] + cumulative).map { $0 - $1 }
  }
}
