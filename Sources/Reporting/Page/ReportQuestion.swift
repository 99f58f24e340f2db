/// The question that a folder answers, in words.
struct ReportQuestion {
  let text: String

  /// The question of the command that made a folder, about a number of policies.
  init(command: String, policies: Int) {
    let choices = policies == 1 ? "this policy" : "these \(Self.words(for: policies)) policies"
    text =
      switch command {
      case "sweep": "How far do conclusions about \(choices) depend on what is assumed?"
      case "attribute": "What does each part of a policy do to the number, and to the truth?"
      case "flip": "How wrong would an assumption have to be for another policy to be the best?"
      case "optimize": "Which design does most good within the bounds?"
      case _ where policies == 1: "What does this policy do to the number, and to the truth?"
      default: "Which of \(choices) should be chosen, and what would each do?"
      }
  }

  private static func words(for count: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(count) ? words[count] : "\(count)"
  }
}
