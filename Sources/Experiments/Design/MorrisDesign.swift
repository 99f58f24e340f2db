import CGSL
import Randomness

/// The screening design of elementary effects: walks through a grid that change one factor a step.
///
/// Each trajectory starts at a random point of a grid with `levels` values for each factor and
/// changes every factor once, in random order, up or down by p / (2 (p - 1)) of its range, p being
/// the number of levels. With p even, every level is visited equally often. A trajectory has one
/// row more than there are factors.
///
/// Source: M. D. Morris, "Factorial sampling plans for preliminary computational experiments",
/// Technometrics 33 (1991).
public struct MorrisDesign: Design {
  /// How many factors vary.
  public let factorCount: Int
  /// How many trajectories there are.
  public let trajectoryCount: Int
  /// How many values of each factor the grid has.
  public let levels: Int

  /// Describes a design.
  ///
  /// - Throws: ``DesignError`` if there is no factor or trajectory, or the levels are odd.
  public init(
    factorCount: Int, trajectoryCount: Int, levels: Int = 4
  ) throws(DesignError) {
    try DesignError.require(factorCount >= 1, "a Morris design needs at least one factor")
    try DesignError.require(
      trajectoryCount >= 1,
      "\(trajectoryCount) trajectories of a Morris design: expected at least 1")
    try DesignError.require(
      levels >= 2 && levels.isMultiple(of: 2),
      "\(levels) levels of a Morris design: expected an even number from 2, so that every level is "
        + "visited equally often")
    self.factorCount = factorCount
    self.trajectoryCount = trajectoryCount
    self.levels = levels
  }

  /// How far a step goes, as a share of the range.
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }

  /// Rows of one trajectory.
  public var trajectorySize: Int { factorCount + 1 }

  /// How many rows there are.
  public var rowCount: Int { trajectoryCount * trajectorySize }

  /// The rows, trajectory by trajectory.
  ///
  /// - Complexity: O(rows x factors).
  public func rows(seed: UInt64) -> DesignMatrix {
    let streams = ExperimentStreams(seed: seed)
    var positions: [Double] = []
    positions.reserveCapacity(rowCount * factorCount)
    for trajectory in 0..<trajectoryCount {
      var stream = streams.stream(.design, index: trajectory)
      // Places on the grid, which lie half of it apart before and after a factor's step.
      var places: [Int] = []
      var steps: [Int] = []
      for _ in 0..<factorCount {
        let lower = stream.index(below: levels / 2)
        let goesUp = stream.bernoulli(0.5)
        places.append(goesUp ? lower : lower + levels / 2)
        steps.append(goesUp ? levels / 2 : -levels / 2)
      }
      var order = Array(0..<factorCount)
      stream.withGSL { generator in
        gsl_ran_shuffle(generator, &order, order.count, MemoryLayout<Int>.stride)
      }
      positions += places.map(position(ofPlace:))
      for factor in order {
        places[factor] += steps[factor]
        positions += places.map(position(ofPlace:))
      }
    }
    return DesignMatrix(factorCount: factorCount, positions: positions)
  }

  private func position(ofPlace place: Int) -> Double { Double(place) / Double(levels - 1) }
}
