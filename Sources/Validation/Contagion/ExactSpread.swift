import Foundation

/// The exact distribution of the number who know a technique in a small organisation.
struct ExactSpread: Sendable {
  /// People.
  let people: Int
  /// Hazards per week.
  let discovery: Double
  let contagion: Double
  let forgetting: Double

  private func adoptionRate(_ users: Int) -> Double {
    discovery + contagion * Double(users) / Double(people)
  }

  /// Probabilities of each number of users at a time, in continuous time.
  ///
  /// Forward equations of the birth-death chain with births (N − n)(p + qn/N) and deaths γn, by
  /// uniformisation (Jensen 1953): a Poisson mixture of powers of a stochastic matrix.
  func inContinuousTime(from users: Int, time: Double) -> [Double] {
    let births = (0...people).map { Double(people - $0) * adoptionRate($0) }
    let deaths = (0...people).map { forgetting * Double($0) }
    let rate = zip(births, deaths).map { $0 + $1 }.max() ?? 0
    var state = [Double](repeating: 0, count: people + 1)
    state[users] = 1
    guard rate > 0, time > 0 else { return state }
    let jumps = rate * time
    let most = Int(jumps + 12 * jumps.squareRoot() + 40)
    var mixture = [Double](repeating: 0, count: people + 1)
    for jump in 0...most {
      let weight = exp(Double(jump) * log(jumps) - jumps - lgamma(Double(jump + 1)))
      for index in state.indices { mixture[index] += weight * state[index] }
      var next = state
      for index in state.indices where state[index] > 0 {
        let up = state[index] * births[index] / rate
        let down = state[index] * deaths[index] / rate
        next[index] -= up + down
        if index < people { next[index + 1] += up }
        if index > 0 { next[index - 1] += down }
      }
      state = next
    }
    return mixture
  }

  /// Probabilities of each number of users after some weeks of the synchronous chain.
  ///
  /// Everybody decides once a week on last week's share: each non-user adopts with probability
  /// 1 − exp(−(p + qn/N)), each user forgets with probability 1 − exp(−γ) (chain-binomial).
  func inWeeklySteps(from users: Int, weeks: Int) -> [Double] {
    var state = [Double](repeating: 0, count: people + 1)
    state[users] = 1
    for _ in 0..<weeks {
      var next = [Double](repeating: 0, count: people + 1)
      for (known, probability) in state.enumerated() where probability > 0 {
        let adopting = Self.binomial(people - known, -expm1(-adoptionRate(known)))
        let forgetting = Self.binomial(known, -expm1(-self.forgetting))
        for (lost, lostProbability) in forgetting.enumerated() where lostProbability > 0 {
          for (won, wonProbability) in adopting.enumerated() {
            next[known - lost + won] += probability * lostProbability * wonProbability
          }
        }
      }
      state = next
    }
    return state
  }

  /// What a distribution says of the share, and how far samples of it scatter.
  struct Moments: Sendable {
    /// Mean of the share.
    let mean: Double
    /// Standard deviation of the share.
    let deviation: Double
    /// Fourth central moment of the share.
    let fourth: Double

    /// Standard error of the mean of independent draws.
    func errorOfMean(draws: Int) -> Double { deviation / Double(draws).squareRoot() }

    /// Standard error of the standard deviation of independent draws, by the delta method.
    func errorOfDeviation(draws: Int) -> Double {
      guard deviation > 0 else { return 0 }
      let square = deviation * deviation
      return (max(0, fourth - square * square) / Double(draws)).squareRoot() / (2 * deviation)
    }
  }

  /// Mean, spread and fourth moment of the share.
  func moments(of distribution: [Double]) -> Moments {
    var mean = 0.0
    for (users, probability) in distribution.enumerated() { mean += probability * Double(users) }
    var variance = 0.0
    var fourth = 0.0
    for (users, probability) in distribution.enumerated() {
      let square = (Double(users) - mean) * (Double(users) - mean)
      variance += probability * square
      fourth += probability * square * square
    }
    let count = Double(people)
    return Moments(
      mean: mean / count, deviation: variance.squareRoot() / count,
      fourth: fourth / (count * count * count * count))
  }

  /// Binomial probabilities of 0...trials successes.
  private static func binomial(_ trials: Int, _ success: Double) -> [Double] {
    guard success > 0 else { return [1] + [Double](repeating: 0, count: trials) }
    guard success < 1 else { return [Double](repeating: 0, count: trials) + [1] }
    let count = Double(trials)
    return (0...trials).map { number in
      let chosen = Double(number)
      let ways = lgamma(count + 1) - lgamma(chosen + 1) - lgamma(count - chosen + 1)
      let odds = chosen * log(success) + (count - chosen) * log1p(-success)
      return exp(ways + odds)
    }
  }
}
