import Testing

@testable import Incentives

/// A small generator with a fixed seed (SplitMix64, Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// One of the elements.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int(next() % UInt64(elements.count))]
  }
}

@Suite struct FormulaFuzzTests {
  private static let words =
    ["commits", "total_tokens", "active_days", "seat", "true_value", "tokns", "intent", "role"]
    + FormulaFunction.allCases.map(\.rawValue) + FormulaParser.keywords
    + ["team", "organisation", "employee", "true", "Mtok", "k", "h", "%", "$"]
    + ["(", "(", "(", ")", ")", ")", ",", ",", "+", "-", "*", "/", "^", "<", ">=", "=", "!="]
    + ["1", "2", "0.5", ".5", "1e3", "4 weeks", "'productive'", "'other'", "\"x\"", "'", "\"", "é"]

  @Test func `random words are parsed or refused within their columns and never trap`() {
    var generator = SplitMix(state: 20_260_512)
    var accepted = 0
    for _ in 0..<20_000 {
      let count = 1 + Int(generator.next() % 14)
      let gap = generator.next() % 4 == 0 ? "" : " "
      let text = (0..<count).map { _ in generator.pick(Self.words) }.joined(separator: gap)
      do throws(FormulaError) {
        let formula = try MetricFormula(text, roles: ["x"])
        #expect(formula.source == text)
        accepted += 1
      } catch {
        #expect(error.columns.lowerBound >= 1)
        #expect(error.columns.upperBound <= text.count + 1)
        #expect(!error.message.isEmpty)
      }
    }
    #expect(accepted > 100)
  }

  @Test func `random characters never trap`() {
    var generator = SplitMix(state: 7)
    let characters = (32...126).map { Character(UnicodeScalar(UInt8($0))) } + ["≥", "é", "\n", "🙂"]
    for _ in 0..<5000 {
      let text = String((0..<(generator.next() % 30)).map { _ in generator.pick(characters) })
      do throws(FormulaError) {
        _ = try MetricFormula(text)
      } catch {
        #expect(error.columns.upperBound <= text.count + 1)
      }
    }
  }

  @Test func `random well-formed formulas give the same value in both evaluations`() throws {
    var generator = SplitMix(state: 3)
    let panel = SamplePanels.random(employees: 12, weeks: 6, seed: 11)
    var known = 0
    for _ in 0..<1500 {
      var writer = FormulaWriter(generator: generator)
      let text = writer.number(depth: 3)
      generator = writer.generator
      let formula = try MetricFormula(text, roles: ["zero", "one"])
      guard formula.longestWindow - 1 <= panel.historyWeeks else { continue }
      let values = formula.values(in: panel)
      let reference = formula.reference(in: panel)
      for employee in 0..<panel.employeeCount {
        let value = formula.value(of: panel[employee], employee: employee, in: reference)
        #expect(
          SamplePanels.agree(value, values[employee]),
          "\(text): \(value) against \(values[employee]) for employee \(employee)")
        if !value.isNaN { known += 1 }
      }
    }
    #expect(known > 5000)
  }
}

/// Writes random formulas that obey the grammar and the types.
struct FormulaWriter {
  var generator: SplitMix

  mutating func number(depth: Int) -> String {
    let leaves = ["commits", "total_tokens", "tasks_accepted", "agent_cost", "3", "0.5", "seat"]
    if depth == 0 { return generator.pick(leaves) }
    let a = number(depth: depth - 1)
    switch generator.next() % 16 {
    case 0: return "(\(a) + \(number(depth: depth - 1)))"
    case 1: return "(\(a) - \(number(depth: depth - 1)))"
    case 2: return "(\(a) * \(number(depth: depth - 1)))"
    case 3: return "(\(a) / \(number(depth: depth - 1)))"
    case 4: return "min(\(a), \(number(depth: depth - 1)))"
    case 5: return "\(generator.pick(["log", "sqrt", "abs", "floor"]))(\(a))"
    case 6: return "clip(\(a), 0, 10)"
    case 7: return "step(\(a), 1, 5)"
    case 8: return "(\(a) if \(condition(depth: depth - 1)) else 1)"
    case 9: return "(\(a) where \(condition(depth: depth - 1)))"
    case 10: return "\(generator.pick(["sum", "mean", "min", "max"]))(\(a), 2 weeks)"
    case 11:
      let function = generator.pick(["sum", "mean", "max", "median", "sd"])
      return "\(function)(\(a) per \(generator.pick(["team", "role", "organisation"])))"
    case 12: return "\(generator.pick(["z", "rank", "percentile"]))(\(a) per team)"
    case 13: return "streak(\(condition(depth: depth - 1)), 3 weeks)"
    case 14: return "share(\(condition(depth: depth - 1)) per organisation)"
    default: return "lag(default(\(a), 2), 1 week)"
    }
  }

  mutating func condition(depth: Int) -> String {
    let test = "\(number(depth: max(0, depth - 1))) \(generator.pick(["<", ">=", "!="])) 4"
    switch generator.next() % 5 {
    case 0: return "(\(test) and role = 'one')"
    case 1: return "not (\(test))"
    case 2: return "(\(test) or missing(agent_cost / commits))"
    default: return test
    }
  }
}
