/// A region of the factors' space in which every factor is either free or bounded: a statement such
/// as "where the audit rate is below 5 % and statuses matter".
public struct ScenarioBox: Sendable, Equatable {
  /// What all hold in the box, by factor; without any the box is the whole space.
  public internal(set) var restrictions: [Restriction]

  /// Creates a box.
  public init(_ restrictions: [Restriction] = []) {
    self.restrictions = restrictions.sorted { $0.order < $1.order }
  }

  /// One bound of one factor.
  public struct Restriction: Sendable, Equatable {
    /// Number of the factor.
    public let factor: Int
    /// What holds of it.
    public let bound: Bound

    /// Creates a restriction.
    public init(factor: Int, _ bound: Bound) {
      self.factor = factor
      self.bound = bound
    }

    /// By factor, lower bounds before upper ones.
    fileprivate var order: (Int, Int) {
      switch bound {
      case .atLeast: (factor, 0)
      case .atMost: (factor, 1)
      case .among: (factor, 2)
      }
    }
  }

  /// What may hold of a factor.
  public enum Bound: Sendable, Equatable {
    /// The value is not below a limit.
    case atLeast(Double)
    /// The value is not above a limit.
    case atMost(Double)
    /// The level is one of some, by number, in ascending order.
    case among([Int])

    /// Whether a value, or the number of a level, is within.
    func admits(_ value: Double) -> Bool {
      switch self {
      case .atLeast(let limit): value >= limit
      case .atMost(let limit): value <= limit
      case .among(let levels): levels.contains(Int(value))
      }
    }

    /// Whether two bounds restrict the same side, so that one replaces the other.
    func hasSameSide(as other: Bound) -> Bool {
      switch (self, other) {
      case (.atLeast, .atLeast), (.atMost, .atMost), (.among, .among): true
      default: false
      }
    }
  }

  /// The box in which a bound holds as well, in place of one of the same side if there is one.
  func adding(_ restriction: Restriction) -> ScenarioBox {
    ScenarioBox(
      restrictions.filter {
        $0.factor != restriction.factor || !$0.bound.hasSameSide(as: restriction.bound)
      } + [restriction])
  }

  /// The box without one of its restrictions.
  func removing(at index: Int) -> ScenarioBox {
    var box = self
    box.restrictions.remove(at: index)
    return box
  }
}

/// How well a box catches the cases of interest.
public struct BoxQuality: Sendable, Equatable {
  /// Rows in the box.
  public let rows: Int
  /// Cases of interest among them.
  public let cases: Int
  /// Rows in all.
  public let allRows: Int
  /// Cases of interest among all.
  public let allCases: Int

  /// Share of all cases of interest that are in the box; 0 if there are none.
  public var coverage: Double { allCases == 0 ? 0 : Double(cases) / Double(allCases) }
  /// Share of the box's rows that are of interest; 0 if it is empty.
  public var density: Double { rows == 0 ? 0 : Double(cases) / Double(rows) }
  /// Share of all rows that are in the box; 0 if there are none.
  public var support: Double { allRows == 0 ? 0 : Double(rows) / Double(allRows) }
  /// Harmonic mean of coverage and density, which is high only if both are.
  public var balance: Double {
    // 2 c d / (c + d) with c = cases / allCases and d = cases / rows.
    rows + allCases == 0 ? 0 : 2 * Double(cases) / Double(rows + allCases)
  }
}
