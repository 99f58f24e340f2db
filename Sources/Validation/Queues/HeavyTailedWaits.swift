import EventKernel

/// Mean and spread of waits behind services with a heavy tail.
///
/// A few long services decide a sample's waits, so plain batch means are both far off and too sure
/// of themselves. What the services drawn explain is taken out: one of length S adds S²/(2(1 − ρ))
/// to the waits that follow, and S³/(3(1 − ρ)) to their squares. The means of S² and S³ are known,
/// so these control variates leave the estimates unbiased (Lavenberg and Welch 1981).
struct HeavyTailedWaits: Sendable {
  /// Mean wait.
  let mean: SampleMean
  /// Standard deviation of the wait.
  let deviation: SampleMean

  /// - Parameters:
  ///   - square: mean of squared services.
  ///   - cube: mean of cubed services.
  init(
    _ stretches: [QueueStation.Figures], arrivalRate: Double, load: Double, square: Double,
    cube: Double
  ) {
    let weight = arrivalRate / (2 * (1 - load))
    let cubeWeight = arrivalRate / (3 * (1 - load))
    let typical = weight * square
    var means: [Double] = []
    var squares: [Double] = []
    for stretch in stretches {
      let count = Double(stretch.arrivals)
      let extraSquare = stretch.serviceSums.1 / count - square
      let extraCube = stretch.serviceSums.2 / count - cube
      let wait = stretch.waits.mean
      let others = Double(stretch.waits.count)
      let squaredWait = stretch.waits.variance * (others - 1) / others + wait * wait
      means.append(wait - weight * extraSquare)
      // E[W²] = 2 Wq² + λE[S³]/(3(1 − ρ)), and Wq is itself proportional to E[S²].
      squares.append(
        squaredWait - cubeWeight * extraCube - 4 * typical * weight * extraSquare)
    }
    let mean = SampleMean(means)
    let square = SampleMean(squares)
    let deviation = max(0, square.value - mean.value * mean.value).squareRoot()
    let errors = SampleMean(
      zip(means, squares).map { ($1 - 2 * mean.value * $0) / (2 * deviation) })
    self.mean = mean
    self.deviation = SampleMean(value: deviation, standardError: errors.standardError)
  }
}
