/// One word, number or sign of a formula, with the columns where it stands.
struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    case text(String)
    case sign(String)
    case end
  }

  var kind: Kind
  var columns: ClosedRange<Int>

  /// How the token reads in an error message.
  var described: String {
    switch kind {
    case .number(let value): "number \(PlainNumber.text(value))"
    case .name(let name): "'\(name)'"
    case .text(let text): "text '\(text)'"
    case .sign(let sign): "'\(sign)'"
    case .end: "end of the formula"
    }
  }
}

/// Cuts a formula into tokens.
struct FormulaLexer {
  private let source: String
  private let characters: [Character]
  private var position = 0

  init(_ source: String) {
    self.source = source
    characters = Array(source)
  }

  /// All tokens, closed by one `end` token.
  mutating func tokens() throws(FormulaError) -> [FormulaToken] {
    var tokens: [FormulaToken] = []
    while let token = try next() { tokens.append(token) }
    let column = max(1, characters.count + 1)
    tokens.append(FormulaToken(kind: .end, columns: column...column))
    return tokens
  }

  private mutating func next() throws(FormulaError) -> FormulaToken? {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
    guard position < characters.count else { return nil }
    let character = characters[position]
    if isDigit(position) || (character == "." && isDigit(position + 1)) { return try number() }
    if isLetter(character) { return name() }
    if character == "'" || character == "\"" { return try text(closedBy: character) }
    return try sign()
  }

  private mutating func number() throws(FormulaError) -> FormulaToken {
    let start = position
    skipDigits()
    if position < characters.count, characters[position] == "." {
      position += 1
      skipDigits()
    }
    if position < characters.count, characters[position] == "e" || characters[position] == "E" {
      let signed = position + 1 < characters.count && "+-".contains(characters[position + 1])
      if isDigit(position + (signed ? 2 : 1)) {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    let digits = String(characters[start..<position].filter { $0 != "_" })
    guard let value = Double(digits), value.isFinite else {
      throw error(start..<position, "'\(digits)' is not a number this language can hold")
    }
    return token(.number(value), from: start)
  }

  private mutating func name() -> FormulaToken {
    let start = position
    while position < characters.count, isLetter(characters[position]) || isDigit(position) {
      position += 1
    }
    return token(.name(String(characters[start..<position])), from: start)
  }

  private mutating func text(closedBy quote: Character) throws(FormulaError) -> FormulaToken {
    let start = position
    position += 1
    while position < characters.count, characters[position] != quote { position += 1 }
    guard position < characters.count else {
      throw error(start..<position, "text is not closed", expected: "a closing \(quote)")
    }
    position += 1
    return token(.text(String(characters[(start + 1)..<(position - 1)])), from: start)
  }

  private mutating func sign() throws(FormulaError) -> FormulaToken {
    let start = position
    let pair = String(characters[position..<min(position + 2, characters.count)])
    if ["<=", ">=", "!=", "==", "<>"].contains(pair) {
      position += 2
      return token(.sign(pair == "==" ? "=" : pair == "<>" ? "!=" : pair), from: start)
    }
    if let meant = ["&&": "and", "||": "or", "**": "^"][pair] {
      throw error(start..<(start + 2), "'\(pair)' is not an operator here", suggestion: meant)
    }
    let character = characters[position]
    if "+-*/^()=<>,%$".contains(character) {
      position += 1
      return token(.sign(String(character)), from: start)
    }
    let meant: [Character: String] = [
      "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "·": "*", "÷": "/", "−": "-", "!": "not",
      "&": "and", "|": "or", "[": "(", "]": ")", "{": "(", "}": ")", ";": ",", "?": "if",
      "’": "'", "‘": "'",
    ]
    throw error(
      start..<(start + 1), "'\(character)' is not part of the language",
      suggestion: meant[character])
  }

  private func token(_ kind: FormulaToken.Kind, from start: Int) -> FormulaToken {
    FormulaToken(kind: kind, columns: (start + 1)...position)
  }

  private func error(
    _ range: Range<Int>, _ message: String, expected: String? = nil, suggestion: String? = nil
  ) -> FormulaError {
    FormulaError(
      source: source, columns: (range.lowerBound + 1)...max(range.lowerBound + 1, range.upperBound),
      message: message, expected: expected, suggestion: suggestion)
  }

  private mutating func skipDigits() {
    while position < characters.count, isDigit(position) || characters[position] == "_" {
      position += 1
    }
  }

  private func isDigit(_ index: Int) -> Bool {
    index < characters.count && characters[index].isASCII && characters[index].isNumber
  }

  private func isLetter(_ character: Character) -> Bool {
    character == "_" || (character.isASCII && character.isLetter)
  }
}
