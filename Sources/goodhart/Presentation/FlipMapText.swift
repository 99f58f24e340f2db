import Experiments
import Measures
import Rainbow
import Reporting

/// Which policy is the best in the plane of two assumptions, as a map of letters.
struct FlipMapText {
  private let map: FlipMap
  private let measure: Measure

  /// Takes a map and the measure that policies were judged by.
  init(_ map: FlipMap, _ measure: Measure) {
    self.map = map
    self.measure = measure
  }

  /// The text.
  var text: String {
    [
      recommendation(map.policies[map.recommended].bold), picture, legend,
      shares.wrapped(to: 100), undefined.wrapped(to: 100),
    ].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// What it says in words.
  var findings: [Finding] {
    [Finding](.finding, [recommendation(map.policies[map.recommended]), shares])
      + [Finding](.caution, [undefined].filter { !$0.isEmpty })
  }

  private func recommendation(_ name: String) -> String {
    "Recommended: \(name), judged by \(measure.title.lowercased())."
  }

  private var picture: String {
    let (across, up) = (map.axes[0], map.axes[1])
    let labels = map.cells[0].map { up.shown($0.values[1]) }
    let width = labels.map(\.count).max() ?? 0
    let rows = labels.indices.reversed().map { row in
      let label = String(repeating: " ", count: width - labels[row].count) + labels[row]
      return label + " |" + map.cells.map { "  " + letter($0[row]) }.joined()
    }
    let ends = [map.cells[0][0], map.cells[map.cells.count - 1][0]].map {
      across.shown($0.values[0])
    }
    let gap = max(1, 3 * map.cells.count - ends[0].count - ends[1].count)
    let foot =
      String(repeating: " ", count: width + 2) + ends[0] + String(repeating: " ", count: gap)
      + ends[1]
    return ([up.name.bold] + rows + [foot, indented(across.name, width)]).joined(separator: "\n")
  }

  private func indented(_ name: String, _ width: Int) -> String {
    String(repeating: " ", count: width + 4) + name.bold
  }

  /// Policies that are the best somewhere, in the order of the scenario.
  private var winners: [Int] { map.policies.indices.filter { map.share(of: $0) > 0 } }

  private func letter(_ cell: FlipMap.Cell) -> String {
    guard let best = cell.best, let place = winners.firstIndex(of: best) else { return "?" }
    let letter = Self.letters[place % Self.letters.count]
    return cell.probabilitiesOfBest[best] >= 0.95 ? letter.uppercased() : letter
  }

  private static let letters = (0..<26).map {
    String(Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0))))
  }

  private var legend: String {
    let names = winners.enumerated().map { place, policy in
      "\(Self.letters[place % Self.letters.count]) \(map.policies[policy])"
    }
    return
      (names.joined(separator: ", ")
      + ". Capital where it is the best in at least 95 % of resamples.").wrapped(to: 100).dim
  }

  private var shares: String {
    let parts = winners.sorted { map.share(of: $0) > map.share(of: $1) }.map {
      "\(map.policies[$0]) in \(Int((map.share(of: $0) * 100).rounded())) %"
    }
    let lines = map.boundaries.count { $0.kind == .estimate }
    let finding =
      switch lines {
      case 0: "It is overtaken nowhere in between."
      case 1: "One line parts where it is ahead from where it is not; flip_boundary.csv has it."
      default:
        "\(lines) lines part where it is ahead from where it is not; flip_boundary.csv has them."
      }
    return "The best of the cells: \(parts.joined(separator: ", ")). " + finding
  }

  private var undefined: String {
    guard map.undefinedRuns > 0 else { return "" }
    return """
      \(map.undefinedRuns) of \(map.runs) runs have no value of \(measure.identifier) and are left \
      out of means.
      """
  }
}

/// The same for programs; keys are stable.
struct FlipMapDocument {
  private let map: FlipMap
  private let measure: Measure

  /// Takes a map and the measure that policies were judged by.
  init(_ map: FlipMap, _ measure: Measure) {
    self.map = map
    self.measure = measure
  }

  /// The document.
  var document: JSONValue {
    [
      "measure": .string(measure.identifier),
      "recommended": .string(map.policies[map.recommended]),
      "runs": .integer(map.runs),
      "undefinedRuns": .integer(map.undefinedRuns),
      "axes": .array(map.axes.map { .string($0.name) }),
      "cells": .array(map.cells.flatMap { $0 }.map(cell)),
      "boundaries": .array(map.boundaries.map(boundary)),
    ]
  }

  private func cell(_ cell: FlipMap.Cell) -> JSONValue {
    [
      "values": .array(cell.values.map { .number($0) }),
      "best": cell.best.map { .string(map.policies[$0]) } ?? .null,
      "probabilityOfBest": cell.best.map { .number(cell.probabilitiesOfBest[$0]) } ?? .null,
    ]
  }

  private func boundary(_ boundary: FlipMap.Boundary) -> JSONValue {
    [
      "kind": .string(boundary.kind.rawValue),
      "points": .array(
        boundary.points.map { point in
          [
            "values": .array(point.values.map { .number($0) }),
            "overtakenBy": point.overtaker.map { .string(map.policies[$0]) } ?? .null,
          ]
        }),
    ]
  }
}
