import Foundation

/// Closed forms of queues with several servers.
enum Erlang {
  /// Erlang's B: the share of arrivals that find all servers busy when nobody waits.
  ///
  /// Recursion B(c) = a B(c−1)/(c + a B(c−1)) (Erlang 1917).
  static func lossProbability(offered: Double, servers: Int) -> Double {
    var blocked = 1.0
    for server in 1...servers {
      blocked = offered * blocked / (Double(server) + offered * blocked)
    }
    return blocked
  }

  /// Stationary figures of M/M/c+M: c servers, and customers who give up at a rate θ while they wait
  /// (Palm 1957; Garnett, Mandelbaum and Reiman 2002).
  struct Abandonment: Sendable {
    let waiting: Double
    let abandoning: Double
    let queueLength: Double
    let busy: Double

    /// Sums over the birth-death chain with deaths min(n, c)μ + (n − c)⁺θ, until its terms vanish.
    init(arrivals: Double, services: Double, servers: Int, impatience: Double) {
      var logarithm = 0.0
      var terms = [0.0]
      var largest = 0.0
      var number = 0
      // Past the mode terms fall faster than any power; 1e-20 of the largest is nothing.
      while number <= servers || logarithm > largest - 46 {
        number += 1
        let rate =
          Double(min(number, servers)) * services
          + Double(max(0, number - servers)) * impatience
        logarithm += log(arrivals / rate)
        largest = max(largest, logarithm)
        terms.append(logarithm)
      }
      let weights = terms.map { exp($0 - largest) }
      let total = weights.reduce(0, +)
      var waiting = 0.0
      var queueLength = 0.0
      var busy = 0.0
      for (number, weight) in weights.enumerated() {
        if number >= servers { waiting += weight }
        queueLength += weight * Double(max(0, number - servers))
        busy += weight * Double(min(number, servers))
      }
      self.waiting = waiting / total
      self.queueLength = queueLength / total
      self.busy = busy / total
      abandoning = impatience * self.queueLength / arrivals
    }
  }
}
