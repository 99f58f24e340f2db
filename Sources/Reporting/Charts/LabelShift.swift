import Experiments

/// Words at the right ends of lines, moved apart where they would stand on each other.
///
/// Vega-Lite moves all words of a layer by the same number of pixels, so there is a layer for each
/// distance that is needed.
enum LabelShift {
  /// How far each label is moved downwards from where its line ends.
  ///
  /// - Parameters:
  ///   - pixels: where the lines end, from the top.
  ///   - gap: the least distance between two labels.
  /// - Returns: whole multiples of ``step``, in the order of `pixels`.
  /// - Complexity: O(*n* log *n*) for *n* labels.
  static func shifts(_ pixels: [Double], gap: Double = 13) -> [Int] {
    let order = pixels.indices.sorted { (pixels[$0], $0) < (pixels[$1], $1) }
    var blocks: [Block] = []
    for index in order {
      blocks.append(Block(count: 1, sum: pixels[index]))
      // Labels that would overlap are spread about the mean of where they belong.
      while blocks.count > 1,
        blocks[blocks.count - 1].top(gap) - blocks[blocks.count - 2].bottom(gap) < gap
      {
        let last = blocks.removeLast()
        blocks[blocks.count - 1].count += last.count
        blocks[blocks.count - 1].sum += last.sum
      }
    }
    let places = blocks.flatMap { block in
      (0..<block.count).map { block.top(gap) + Double($0) * gap }
    }
    var shifts = [Int](repeating: 0, count: pixels.count)
    for (place, index) in zip(places, order) {
      shifts[index] = Int(((place - pixels[index]) / Double(step)).rounded()) * step
    }
    return shifts
  }

  /// Distances are rounded to this many pixels, to need few layers.
  static let step = 3

  /// Neighbouring labels that stand as close as they may.
  private struct Block {
    var count: Int
    var sum: Double

    func top(_ gap: Double) -> Double { sum / Double(count) - gap * Double(count - 1) / 2 }
    func bottom(_ gap: Double) -> Double { sum / Double(count) + gap * Double(count - 1) / 2 }
  }
}

extension ChartData {
  /// The same with a column of words that names the row at which each line of each panel ends, by
  /// how far the label there is moved; empty in other rows.
  ///
  /// - Parameters:
  ///   - name: the column, beginning with `shown_`.
  ///   - lines: the column that tells the lines of a panel apart.
  ///   - x: the column along which lines run.
  ///   - y: the column that lines show, on `axis`.
  func addingEnds(
    _ name: String, lines: String, x: String, y: String, axis: ValueAxis
  ) -> ChartData {
    struct End {
      var row: Int
      var x: Double
      var pixel: Double
    }
    let records = self.records
    var ends: [String: [String: End]] = [:]
    for (index, row) in records.enumerated() {
      guard let position = row.number(x), let value = row.number(y) else { continue }
      let (panel, line) = (row.text("policy"), row.text(lines))
      if let known = ends[panel]?[line], known.x >= position { continue }
      ends[panel, default: [:]][line] = End(
        row: index, x: position, pixel: axis.pixel(of: value))
    }
    var words = [String](repeating: "", count: records.count)
    for panel in ends.values {
      let sorted = panel.values.sorted { $0.row < $1.row }
      for (end, shift) in zip(sorted, LabelShift.shifts(sorted.map(\.pixel))) {
        words[end.row] = "\(shift)"
      }
    }
    return adding(name, "How far the label at the end of a line is moved, in pixels", words)
  }

  /// Layers of words at the ends of lines.
  ///
  /// - Parameters:
  ///   - shift: the column of ``addingEnds(_:lines:x:y:axis:)``.
  ///   - text: what is written: a field or a value in Vega-Lite.
  func endLabels(shift: String, text: JSONValue, x: JSONValue, y: JSONValue) -> [JSONValue] {
    let shifts = Set(records.map { $0.text(shift) }).compactMap { Int($0) }.sorted()
    return shifts.map { distance in
      [
        "transform": [["filter": ["field": .string(shift), "equal": .string("\(distance)")]]],
        "name": .string("\(shift)\(distance)_ink"),
        "mark": [
          "type": "text", "align": "left", "dx": 5, "dy": .integer(distance), "fontSize": 11,
        ],
        "encoding": ["x": x, "y": y, "text": text],
      ]
    }
  }
}
