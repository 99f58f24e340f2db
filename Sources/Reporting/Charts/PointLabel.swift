/// Where the name of a point stands.
enum PointLabel: String, CaseIterable {
  case right, left, lowerRight, lowerLeft, above, below

  /// A point with a name, in units of its axes.
  struct Point {
    let name: String
    let x: Double
    let y: Double
  }

  /// How the text is aligned to its place.
  var align: String {
    switch self {
    case .right, .lowerRight: "left"
    case .left, .lowerLeft: "right"
    case .above, .below: "center"
    }
  }

  /// Pixels after which a name is cut.
  static let longest = 150

  /// Pixels to the right of the point.
  var dx: Int {
    switch self {
    case .right, .lowerRight: 15
    case .left, .lowerLeft: -15
    case .above, .below: 0
    }
  }

  /// Pixels below the point.
  var dy: Int {
    switch self {
    case .right, .left: -8
    case .lowerRight, .lowerLeft: 9
    case .above: -21
    case .below: 21
    }
  }

  /// Sides on which names stand on no other name, point or edge, as far as that can be had.
  ///
  /// A name that would stand on another or leave the picture is left out.
  ///
  /// - Parameters:
  ///   - points: those whose names matter most first.
  ///   - width: width of the picture in pixels, of the narrower ones it is drawn in.
  /// - Complexity: O(*n*²) for *n* points.
  static func sides(
    _ points: [Point], width: Double, height: Double
  ) -> [String: PointLabel] {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, right) = (min(0, xs.min() ?? 0), xs.max() ?? 0)
    let (low, high) = (ys.min() ?? 0, ys.max() ?? 0)
    let places = points.map { point in
      (
        x: right > left ? (point.x - left) / (right - left) * (width - 48) + 24 : width / 2,
        y: high > low ? (high - point.y) / (high - low) * (height - 48) + 24 : height / 2
      )
    }
    var taken = places.map {
      Box(left: $0.x - 12, right: $0.x + 12, top: $0.y - 12, bottom: $0.y + 12)
    }
    let page = Box(left: 0, right: width, top: 0, bottom: height)
    var names: [Box] = []
    var sides: [String: PointLabel] = [:]
    for (point, place) in zip(points, places) {
      let boxes = allCases.map { (side: $0, box: $0.box(of: point.name, x: place.x, y: place.y)) }
      let inside = boxes.filter { page.contains($0.box) }
      let chosen =
        (inside.isEmpty ? boxes : inside).min { left, right in
          left.box.count(of: taken) < right.box.count(of: taken)
        } ?? boxes[0]
      guard chosen.box.count(of: names) == 0, page.contains(chosen.box) else { continue }
      taken.append(chosen.box)
      names.append(chosen.box)
      sides[point.name] = chosen.side
    }
    return sides
  }

  private func box(of name: String, x: Double, y: Double) -> Box {
    let width = min(7.5 * Double(name.count), Double(Self.longest))
    let start =
      switch self {
      case .right, .lowerRight: x + Double(dx)
      case .left, .lowerLeft: x + Double(dx) - width
      case .above, .below: x - width / 2
      }
    return Box(
      left: start, right: start + width, top: y + Double(dy) - 7, bottom: y + Double(dy) + 7)
  }

  /// A rectangle on the screen.
  private struct Box {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// How many of other rectangles it overlaps.
    func count(of others: [Box]) -> Int { others.count { overlaps($0) } }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }
}
